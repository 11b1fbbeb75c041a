export const id = 5066;
export const ids = [5066];
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

/***/ 909003:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ diffLines)
/* harmony export */ });
const LINES = 1_500;
const AROUND = 2;
function diffLines(before, after) {
    const [a, b] = [before.split('\n'), after.split('\n')];
    if (before === after)
        return [];
    if (a.length > LINES || b.length > LINES)
        return [`@ ${a.length} lines before, ${b.length} after: too many to show`];
    const all = walk(a, b, lengths(a, b));
    const near = (at) => all.slice(Math.max(0, at - AROUND), at + AROUND + 1).some((line) => line[0] !== ' ');
    return all.flatMap((line, at) => (near(at) ? [line] : near(at - 1) || (at === 0 && all.length > 1) ? ['@'] : []));
}
function lengths(a, b) {
    const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
    for (let i = a.length - 1; i >= 0; i--) {
        const [row, below] = [table[i], table[i + 1]];
        for (let j = b.length - 1; j >= 0; j--) {
            row[j] = a[i] === b[j] ? below[j + 1] + 1 : Math.max(below[j], row[j + 1]);
        }
    }
    return table;
}
function walk(a, b, table) {
    const lines = [];
    const length = (i, j) => table[i]?.[j] ?? 0;
    for (let i = 0, j = 0; i < a.length || j < b.length;) {
        if (i < a.length && j < b.length && a[i] === b[j]) {
            lines.push(` ${a[i]}`);
            i++;
            j++;
        }
        else if (i < a.length && (j >= b.length || length(i + 1, j) >= length(i, j + 1)))
            lines.push(`-${a[i++]}`);
        else
            lines.push(`+${b[j++]}`);
    }
    return lines;
}


/***/ }),

/***/ 1027241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L5: () => (/* binding */ retry),
/* harmony export */   iU: () => (/* binding */ defaultRetry),
/* harmony export */   mu: () => (/* binding */ parseRetryAfter)
/* harmony export */ });
/* unused harmony export until */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(203906);


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

/***/ 599621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ sameCommit),
/* harmony export */   q: () => (/* binding */ sameDeployment)
/* harmony export */ });
const SHORTEST_COMMIT = 7;
function sameCommit(a, b) {
    const [short = '', long = ''] = [a.toLowerCase(), b.toLowerCase()].sort((x, y) => x.length - y.length);
    return short.length >= SHORTEST_COMMIT && long.startsWith(short);
}
function sameDeployment(a, b) {
    return withoutPrefix(a) === withoutPrefix(b);
}
function withoutPrefix(id) {
    return id.replace(/^dpl_/, '');
}


/***/ }),

/***/ 744302:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ serviceUrl),
/* harmony export */   x: () => (/* binding */ askService)
/* harmony export */ });
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(636190);
/* harmony import */ var _deadline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(106301);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(203906);



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
        const answer = await (0,_deadline_js__WEBPACK_IMPORTED_MODULE_0__/* .withDeadline */ .N)(what, limitMs, exchange, { clock, signal });
        log.debug(`${what}: ${answer.status} in ${clock.now() - started} ms`);
        return answer;
    }
    catch (cause) {
        if (signal.aborted)
            throw (0,_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .cancellation */ .WN)(signal);
        log.debug(`${what}: no answer after ${clock.now() - started} ms`);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RemoteError */ .Hi(`${what}: no answer`, { service, retryable: true, cause });
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


/***/ }),

/***/ 452958:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ SITE_PATH),
/* harmony export */   W: () => (/* binding */ onOrigin)
/* harmony export */ });
const SITE_PATH = /^\/(?![/\\])\S*$/;
function onOrigin(path, origin) {
    const [, pathname = '', search = ''] = /^([^?#]*)(\?[^#]*)?/.exec(path) ?? [];
    const url = new URL(origin.origin);
    url.pathname = pathname;
    url.search = search;
    return url;
}


/***/ }),

/***/ 148137:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  changesOf: () => (/* reexport */ changesOf),
  examine: () => (/* reexport */ examine),
  runInit: () => (/* reexport */ runInit),
  writeChanges: () => (/* reexport */ writeChanges)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(565658);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(989278);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
;// CONCATENATED MODULE: ./packages/starters/lib/write-files.js



function changesOf(into, files) {
    return [...files]
        .map(([path, text]) => ({ path, text, before: readIfThere((0,external_node_path_.join)(into, path)) }))
        .filter(({ text, before }) => text !== before);
}
function readIfThere(path) {
    try {
        return (0,external_node_fs_.existsSync)(path) ? (0,external_node_fs_.readFileSync)(path, 'utf8') : undefined;
    }
    catch (cause) {
        throw new errors/* InputError */.dz(`${path}: cannot be read: ${(0,errors/* describe */.q0)(cause)}`, { cause });
    }
}
function writeChanges(into, changes, force = false) {
    const theirs = changes.filter(({ before }) => before !== undefined).map(({ path }) => path);
    if (theirs.length > 0 && !force)
        throw new errors/* InputError */.dz(`${theirs.join(', ')}: there already, and different; nothing was written, --force replaces ${theirs.length === 1 ? 'it' : 'them'}`);
    const undo = [];
    try {
        for (const { path, text } of changes)
            prepare((0,external_node_path_.join)(into, path), text, undo);
        for (const change of changes)
            replace((0,external_node_path_.join)(into, change.path), change.before, undo);
    }
    catch (cause) {
        for (const one of undo.reverse())
            quietly(one);
        throw new errors/* InputError */.dz(`${into}: cannot be written, nothing was: ${(0,errors/* describe */.q0)(cause)}`, { cause });
    }
}
const beside = (path) => `${path}.lockstep-new`;
function prepare(path, text, undo) {
    makeFolder((0,external_node_path_.dirname)(path), undo);
    if ((0,external_node_fs_.existsSync)(path) && (0,external_node_fs_.lstatSync)(path).isSymbolicLink())
        throw new errors/* InputError */.dz(`${path} is a symbolic link`);
    (0,external_node_fs_.writeFileSync)(beside(path), text, { flag: 'wx' });
    undo.push(() => (0,external_node_fs_.rmSync)(beside(path), { force: true }));
}
function makeFolder(folder, undo) {
    if ((0,external_node_fs_.existsSync)(folder)) {
        if (!(0,external_node_fs_.statSync)(folder).isDirectory())
            throw new errors/* InputError */.dz(`${folder} is no folder`);
        return;
    }
    makeFolder((0,external_node_path_.dirname)(folder), undo);
    (0,external_node_fs_.mkdirSync)(folder);
    undo.push(() => (0,external_node_fs_.rmdirSync)(folder));
}
function replace(path, before, undo) {
    (0,external_node_fs_.renameSync)(beside(path), path);
    undo.push(() => (before === undefined ? (0,external_node_fs_.rmSync)(path) : (0,external_node_fs_.writeFileSync)(path, before)));
}
function quietly(work) {
    try {
        work();
    }
    catch {
    }
}
function writeFiles(into, files, force = false) {
    const changes = changesOf(into, files);
    writeChanges(into, changes, force);
    return changes.map(({ path }) => path);
}

// EXTERNAL MODULE: ./packages/base/lib/site-path.js
var site_path = __webpack_require__(452958);
;// CONCATENATED MODULE: ./packages/starters/lib/workflow-files.js


const FOLDER = '.github/workflows';
function workflowFiles(repository) {
    if (!(0,external_node_fs_.existsSync)((0,external_node_path_.join)(repository, FOLDER)))
        return [];
    return (0,external_node_fs_.readdirSync)((0,external_node_path_.join)(repository, FOLDER))
        .filter((name) => /\.ya?ml$/.test(name))
        .map((name) => `${FOLDER}/${name}`)
        .filter((path) => (0,external_node_fs_.statSync)((0,external_node_path_.join)(repository, path), { throwIfNoEntry: false })?.isFile() === true);
}

;// CONCATENATED MODULE: ./packages/starters/lib/settings/finding.js
function sayStatus(status) {
    if (status === 404)
        return 'not there, or this token may not see it';
    if (status === 0)
        return 'no answer';
    return status === 401 || status === 403 ? 'this token may not see it' : `no answer (HTTP ${status})`;
}
function sayList(status) {
    if (status === 0)
        return 'no answer';
    return [401, 403, 404].includes(status) ? 'this token may not list them' : `no answer (HTTP ${status})`;
}
function field(value, ...path) {
    return path.reduce((of, name) => (typeof of === 'object' && of !== null ? of[name] : undefined), value);
}
function listAt(value, ...path) {
    const found = field(value, ...path);
    return Array.isArray(found) ? found : [];
}
function textsAt(value, ...path) {
    return listAt(value, ...path).filter((one) => typeof one === 'string');
}

;// CONCATENATED MODULE: ./packages/starters/lib/settings/github-settings.js

async function environments(needed, { github, repository, settings }) {
    const link = `${settings}/environments`;
    const found = [];
    for (const { name, approves, urgent } of needed) {
        const setting = { id: 'environment', link };
        const { status, body } = await github('repos.getEnvironment', { environment_name: name });
        const reviewed = listAt(body, 'protection_rules').some((rule) => field(rule, 'type') === 'required_reviewers');
        if (status === 404) {
            const what = `environment ${name}: there is none; GitHub would make it, open to every branch`;
            const command = `gh api --method PUT repos/${repository}/environments/${name}`;
            found.push({ ...setting, verdict: 'missing', what, command });
        }
        else if (status !== 200)
            found.push({ ...setting, verdict: 'unknown', what: `environment ${name}: ${sayStatus(status)}` });
        else if (approves && !reviewed) {
            const what = `environment ${name}: no one has to approve; name required reviewers, or use two-person approval if your plan has none`;
            found.push({ ...setting, verdict: 'missing', what });
        }
        else if (urgent && reviewed) {
            const what = `environment ${name}: an emergency rollback waits for its reviewers; give it secrets-environment, one without`;
            found.push({ ...setting, verdict: 'missing', what });
        }
        else
            found.push({ ...setting, verdict: 'there', what: `environment ${name}` });
    }
    return found;
}
async function names(kind, needed, held, at) {
    const link = `${at.settings}/${kind}/actions`;
    const id = kind === 'secrets' ? 'secret' : 'variable';
    if (needed.length === 0)
        return [];
    if (!held.readable)
        return [{ id, verdict: 'unknown', what: `${kind}: ${held.why}`, link }];
    const found = [];
    for (const one of needed) {
        const place = await held.find(one.name, one.environment);
        found.push(...nameFinding(one, place, { id, link, at }));
    }
    return found;
}
function nameFinding({ name, environment, where, required, crosses }, place, { id, link, at: { repository } }) {
    const what = `${id} ${name}`;
    if (typeof place === 'object')
        return required ? [{ id, verdict: 'unknown', what: `${what}: ${place.unseen}`, link }] : [];
    if (place === undefined) {
        if (!required)
            return [];
        const inEnvironment = environment === '' ? '' : `, in the repository or in the environment ${environment}`;
        const scope = environment === '' || crosses ? '' : ` --env ${environment}`;
        const command = `gh ${id} set ${name} --repo ${repository}${scope}`;
        return [{ id, verdict: 'missing', what: `${what}: ${where} needs it${inEnvironment}`, link, command }];
    }
    if (place === 'environment' && crosses && !repository.startsWith('lockstep-ci/'))
        return [
            {
                ...{ id, verdict: 'unknown', link },
                what: `${what}: only the environment ${environment} has it, and in a workflow of another owner it may arrive empty; set it in the repository, or install with --plain-steps`,
            },
        ];
    return [{ id, verdict: 'there', what: environment === '' ? what : `${what} for ${environment}` }];
}
async function requiredChecks(needed, { github, settings }) {
    if (needed.length === 0)
        return [];
    const setting = { id: 'required-check', link: `${settings}/rules` };
    const { status, body } = await github('repos.get');
    if (status !== 200)
        return [{ ...setting, verdict: 'unknown', what: `required checks: ${sayStatus(status)}` }];
    const branch = String(field(body, 'default_branch'));
    const rules = await github('repos.getBranchRules', { branch, per_page: 100 });
    const classic = await github('repos.getBranch', { branch });
    const failed = [rules, classic].find((answer) => answer.status !== 200);
    if (failed !== undefined)
        return [{ ...setting, verdict: 'unknown', what: `required checks of ${branch}: ${sayStatus(failed.status)}` }];
    const required = [
        ...(Array.isArray(rules.body) ? rules.body : []).flatMap((rule) => listAt(rule, 'parameters', 'required_status_checks')),
        ...listAt(classic.body, 'protection', 'required_status_checks', 'checks'),
    ].map((check) => field(check, 'context'));
    return needed.map((name) => {
        if (required.includes(name))
            return { ...setting, verdict: 'there', what: `required check ${name}` };
        return { ...setting, verdict: 'missing', what: `required check ${name}: ${branch} can be merged to without it` };
    });
}
async function allowedActions(uses, { github, settings }) {
    const setting = { id: 'allowed-actions', link: `${settings}/actions` };
    const { status, body } = await github('actions.getGithubActionsPermissionsRepository');
    if (status !== 200)
        return [{ ...setting, verdict: 'unknown', what: `allowed actions: ${sayStatus(status)}` }];
    if (field(body, 'enabled') !== true)
        return [{ ...setting, verdict: 'missing', what: 'GitHub Actions is switched off' }];
    const allowed = field(body, 'allowed_actions');
    const fine = [{ ...setting, verdict: 'there', what: 'allowed actions' }];
    if (allowed === 'all' || allowed === undefined)
        return fine;
    const selected = allowed === 'selected' ? await github('actions.getAllowedActionsRepository') : { status: 200 };
    if (selected.status !== 200)
        return [{ ...setting, verdict: 'unknown', what: `allowed actions: ${sayStatus(selected.status)}` }];
    const isOwn = field(selected.body, 'github_owned_allowed') === true;
    const patterns = textsAt(selected.body, 'patterns_allowed');
    const refused = uses.filter((name) => !(isOwn && /^(actions|github)\//.test(name)) && !patterns.some((pattern) => matches(pattern, name)));
    if (refused.length === 0)
        return fine;
    return refused.map((name) => ({
        ...setting,
        verdict: 'missing',
        what: `allowed actions: ${name} may not be used; allow ${name}/*`,
    }));
}
function matches(pattern, name) {
    const [repository = ''] = pattern.split('@');
    const parts = repository.split('/');
    return parts.length === 2 && parts[1] === '*'
        ? name.startsWith(`${parts[0]}/`)
        : parts.slice(0, 2).join('/') === name;
}

;// CONCATENATED MODULE: ./packages/starters/lib/settings/holdings.js

const LISTS = {
    secrets: {
        everywhere: 'actions.listRepoSecrets',
        shared: 'actions.listRepoOrganizationSecrets',
        own: 'actions.listEnvironmentSecrets',
    },
    variables: {
        everywhere: 'actions.listRepoVariables',
        shared: 'actions.listRepoOrganizationVariables',
        own: 'actions.listEnvironmentVariables',
    },
};
async function holdings(kind, github) {
    const lists = LISTS[kind];
    const everywhere = await listed(github, lists.everywhere, kind);
    const shared = await listed(github, lists.shared, kind);
    const own = new Map();
    const ownOf = async (environment) => {
        if (environment === '')
            return undefined;
        const list = own.get(environment) ?? (await listed(github, lists.own, kind, { environment_name: environment }));
        own.set(environment, list);
        return list;
    };
    return {
        readable: everywhere.status === 200,
        why: sayList(everywhere.status),
        async find(name, environment) {
            if ([...everywhere.names, ...shared.names].includes(name))
                return 'everywhere';
            const list = await ownOf(environment);
            if (list?.names.includes(name) === true)
                return 'environment';
            const hidden = [shared, ...(list === undefined ? [] : [list])].find(({ status }) => status !== 200 && status !== 404);
            return hidden === undefined ? undefined : { unseen: sayList(hidden.status) };
        },
    };
}
const MOST_PAGES = 50;
async function listed(github, endpoint, key, parameters = {}) {
    const names = [];
    for (let page = 1; page <= MOST_PAGES; page++) {
        const { status, body } = await github(endpoint, { ...parameters, per_page: 100, page });
        if (status !== 200)
            return { status, names };
        const found = listAt(body, key);
        names.push(...found.map((one) => String(field(one, 'name'))));
        if (found.length === 0 || names.length >= Number(field(body, 'total_count')))
            return { status, names };
    }
    return { status: 0, names };
}

// EXTERNAL MODULE: ./node_modules/.pnpm/yaml@2.9.1/node_modules/yaml/dist/index.js
var dist = __webpack_require__(464659);
;// CONCATENATED MODULE: ./packages/starters/lib/expressions/print.js
const BINDS = {
    ...{ or: 1, and: 2, '==': 3, '!=': 3, '<': 4, '<=': 4, '>': 4, '>=': 4, not: 5 },
};
const SIGNS = { or: '||', and: '&&' };
function print(tree, around = 0) {
    const text = printed(tree);
    return (BINDS[tree.kind] ?? 9) <= around && BINDS[tree.kind] !== 5 ? `(${text})` : text;
}
function printed(tree) {
    switch (tree.kind) {
        case 'literal':
            return typeof tree.value === 'string' ? `'${tree.value.replaceAll("'", "''")}'` : String(tree.value);
        case 'context':
            return tree.name;
        case 'star':
            return '*';
        case 'index':
            return print(tree.of, 8) + indexed(tree.at);
        case 'call':
            return `${tree.name}(${tree.args.map((arg) => print(arg)).join(', ')})`;
        case 'not':
            return `!${print(tree.of, 5)}`;
        default: {
            const binds = BINDS[tree.kind] ?? 9;
            return tree.args
                .map((arg, at) => print(arg, at === 0 ? binds - 1 : binds))
                .join(` ${SIGNS[tree.kind] ?? tree.kind} `);
        }
    }
}
function indexed(at) {
    if (at.kind === 'star')
        return '.*';
    if (at.kind === 'literal' && /^[A-Za-z_][\w-]*$/.test(String(at.value)))
        return `.${at.value}`;
    return `[${print(at)}]`;
}

// EXTERNAL MODULE: ./node_modules/.pnpm/@actions+expressions@0.3.61/node_modules/@actions/expressions/dist/index.js + 27 modules
var expressions_dist = __webpack_require__(225925);
// EXTERNAL MODULE: ./node_modules/.pnpm/@actions+expressions@0.3.61/node_modules/@actions/expressions/dist/ast.js
var ast = __webpack_require__(508346);
;// CONCATENATED MODULE: ./packages/starters/lib/expressions/tree.js


const CONTEXTS = 'github env vars job jobs steps runner secrets strategy matrix needs inputs'.split(' ');
const FUNCTIONS = ['always', 'cancelled', 'failure', 'success', 'hashFiles'].map((name) => ({
    name,
    minArgs: 0,
    maxArgs: 255,
}));
function parseExpression(text) {
    const { tokens } = new expressions_dist/* Lexer */.JG(text).lex();
    return read(new expressions_dist/* Parser */.iX(tokens, CONTEXTS, FUNCTIONS).parse());
}
function read(expression) {
    return expression instanceof ast/* Star */.FE ? { kind: 'star' } : expression.accept(READER);
}
const READER = {
    visitLiteral: ({ literal: data }) => literal('value' in data ? data.value : null),
    visitContextAccess: ({ name }) => ({ kind: 'context', name: name.lexeme }),
    visitIndexAccess: ({ expr, index }) => ({ kind: 'index', of: read(expr), at: read(index) }),
    visitFunctionCall: ({ functionName, args }) => ({ kind: 'call', name: functionName.lexeme, args: args.map(read) }),
    visitUnary: ({ expr }) => ({ kind: 'not', of: read(expr) }),
    visitBinary: ({ left, operator, right }) => ({
        kind: operator.lexeme,
        args: [read(left), read(right)],
    }),
    visitLogical: ({ operator, args }) => ({ kind: operator.lexeme === '||' ? 'or' : 'and', args: args.map(read) }),
    visitGrouping: ({ group }) => read(group),
};
function parseTemplate(text) {
    const parts = [];
    let at = 0;
    while (at < text.length) {
        const start = text.indexOf('${{', at);
        if (start < 0)
            break;
        const found = /^(?:[^'}]|'(?:[^']|'')*'|\}(?!\}))*\}\}/.exec(text.slice(start + 3))?.[0];
        if (found === undefined)
            throw new Error(`an expression does not end: ${text.slice(start)}`);
        if (start > at)
            parts.push(text.slice(at, start));
        parts.push(parseExpression(found.slice(0, -2).trim()));
        at = start + 3 + found.length;
    }
    if (at < text.length)
        parts.push(text.slice(at));
    return parts;
}
function templateTree(text) {
    const parts = parseTemplate(text);
    const trees = parts.filter((part) => typeof part !== 'string');
    const [only] = trees;
    if (only === undefined)
        return literal(text);
    if (parts.length === 1)
        return only;
    let next = 0;
    const pattern = parts.map((part) => (typeof part === 'string' ? part.replace(/[{}]/g, '$&$&') : `{${next++}}`));
    return { kind: 'call', name: 'format', args: [literal(pattern.join('')), ...trees] };
}
function tree_pathOf(tree) {
    if (tree.kind === 'context')
        return [tree.name];
    if (tree.kind !== 'index' || tree.at.kind !== 'literal')
        return undefined;
    const before = tree_pathOf(tree.of);
    return before && [...before, String(tree.at.value)];
}
function access([context = '', ...names]) {
    return names.reduce((of, name) => ({ kind: 'index', of, at: literal(name) }), {
        kind: 'context',
        name: context,
    });
}
function literal(value) {
    return { kind: 'literal', value };
}
function rewrite(tree, replace) {
    const path = tree_pathOf(tree);
    const instead = path && replace(path);
    if (instead !== undefined)
        return instead;
    if (tree.kind === 'index')
        return { ...tree, of: rewrite(tree.of, replace), at: rewrite(tree.at, replace) };
    if (tree.kind === 'not')
        return { ...tree, of: rewrite(tree.of, replace) };
    return 'args' in tree ? { ...tree, args: tree.args.map((arg) => rewrite(arg, replace)) } : tree;
}

;// CONCATENATED MODULE: ./packages/starters/lib/expressions/fold.js


function fold(tree, asCondition = false) {
    switch (tree.kind) {
        case 'and':
        case 'or':
            return foldLogical(tree, asCondition);
        case 'not': {
            const of = fold(tree.of, true);
            return of.kind === 'literal' ? literal(!of.value) : { kind: 'not', of };
        }
        case '==':
        case '!=':
            return foldEquality(tree);
        case 'call':
            return foldCall({ ...tree, args: tree.args.map((arg) => fold(arg)) });
        case 'index':
            return { ...tree, of: fold(tree.of), at: fold(tree.at) };
        case 'literal':
        case 'context':
        case 'star':
            return tree;
        default:
            return { ...tree, args: tree.args.map((arg) => fold(arg)) };
    }
}
function foldLogical({ kind, args }, asCondition) {
    const ends = kind === 'or';
    const kept = [];
    for (const [at, arg] of args.entries()) {
        const one = fold(asCondition ? knowing(kept, arg, !ends) : arg, asCondition);
        const isLast = at === args.length - 1;
        if (one.kind !== 'literal' || isLast)
            kept.push(...(one.kind === kind ? one.args : [one]));
        else if (Boolean(one.value) === ends) {
            kept.push(one);
            break;
        }
    }
    const last = kept.at(-1) ?? literal(!ends);
    if (kept.length <= 1)
        return last;
    if (last.kind === 'literal' && asCondition) {
        if (Boolean(last.value) !== ends)
            return rest(kind, kept);
        return literal(ends);
    }
    if (ends && last.kind === 'literal' && last.value === '' && isText(kept.at(-2)))
        return rest(kind, kept);
    return { kind, args: kept };
}
function knowing(before, tree, truth) {
    const known = new Map();
    for (const one of before) {
        known.set(print(one), truth);
        known.set(print(opposite(one)), !truth);
    }
    const look = (one) => {
        const found = known.get(print(one));
        if (found !== undefined)
            return literal(found);
        return one.kind === 'and' || one.kind === 'or' ? { ...one, args: one.args.map(look) } : one;
    };
    return look(tree);
}
function opposite(tree) {
    if (tree.kind === 'not')
        return tree.of;
    if (tree.kind === '==')
        return { ...tree, kind: '!=' };
    if (tree.kind === '!=')
        return { ...tree, kind: '==' };
    return { kind: 'not', of: tree };
}
function rest(kind, kept) {
    const [first] = kept;
    return kept.length === 2 && first !== undefined ? first : { kind, args: kept.slice(0, -1) };
}
function isText(tree) {
    const [context = ''] = (tree && tree_pathOf(tree)) ?? [];
    return ['needs', 'secrets', 'steps'].includes(context);
}
function foldEquality({ kind, args }) {
    const [left = literal(null), right = literal(null)] = args.map((arg) => fold(arg));
    if (right.kind === 'literal' && right.value === '' && fallsBack(left))
        return literal(kind === '!=');
    if (left.kind !== 'literal' || right.kind !== 'literal' || typeof left.value !== typeof right.value)
        return { kind, args: [left, right] };
    return literal((plain(left) === plain(right)) === (kind === '=='));
}
function plain({ value }) {
    return typeof value === 'string' ? value.toLowerCase() : value;
}
function fallsBack(tree) {
    const last = tree.kind === 'or' ? tree.args.at(-1) : undefined;
    return last?.kind === 'literal' && typeof last.value === 'string' && last.value !== '';
}
function foldCall(tree) {
    const [pattern, ...args] = tree.args;
    if (pattern?.kind !== 'literal')
        return tree;
    if (tree.name.toLowerCase() === 'tojson')
        return literal(JSON.stringify(pattern.value));
    if (tree.name !== 'format' || !args.every((arg) => arg.kind === 'literal'))
        return tree;
    return literal(filled(String(pattern.value), (at) => String(args[at]?.value ?? '')));
}
function filled(pattern, argument) {
    return pattern.replace(/\{\{|\}\}|\{(\d+)\}/g, (found, at) => at === undefined ? found.slice(0, 1) : argument(Number(at)));
}
function foldTemplate(text, replace) {
    const parts = parseTemplate(text).map((part) => (typeof part === 'string' ? part : fold(rewrite(part, replace))));
    const [only] = parts;
    if (parts.length === 1 && typeof only === 'object' && only.kind === 'literal')
        return only.value ?? '';
    return parts.map((part) => (typeof part === 'string' ? part : inText(part))).join('');
}
function inText(tree) {
    if (tree.kind === 'literal')
        return String(tree.value ?? '');
    const [pattern, ...args] = tree.kind === 'call' && tree.name === 'format' ? tree.args : [];
    if (pattern?.kind !== 'literal' || String(pattern.value).includes('${{{{'))
        return `\${{ ${print(tree)} }}`;
    return filled(String(pattern.value), (at) => inText(args[at] ?? literal('')));
}

;// CONCATENATED MODULE: ./packages/starters/lib/sources.js



function textsIn(folder, endings = ['.yml']) {
    const files = readdirSync(folder).filter((name) => endings.includes(extname(name)));
    return new Map(files.sort().map((file) => [pathOf(file).name, readFileSync(join(folder, file), 'utf8')]));
}
function onceEach(make) {
    const made = new WeakMap();
    return (key) => {
        const known = made.get(key) ?? { value: make(key) };
        made.set(key, known);
        return known.value;
    };
}
function sourcesIn(root) {
    const workflows = [...textsIn(join(root, '.github', 'workflows'))].filter(([name]) => !name.startsWith('selftest'));
    const actions = readdirSync(join(root, 'actions')).filter((name) => existsSync(manifestIn(root, name)));
    return {
        templates: textsIn(join(root, 'workflows-templates')),
        workflows: new Map(workflows.filter(([, text]) => parseDocument(text).hasIn(['on', 'workflow_call']))),
        actions: new Map(actions.sort().map((name) => [name, inputsIn(readFileSync(manifestIn(root, name), 'utf8'))])),
        documents: textsIn(join(root, 'packages/starters/documents'), ['.md', '.yml']),
        controls: textsIn(join(root, 'packages/starters/controls')),
    };
}
function manifestIn(root, action) {
    return join(root, 'actions', action, 'action.yml');
}
function inputsIn(manifest) {
    const { inputs = {} } = parse(manifest);
    const kept = Object.entries(inputs).map(([name, { default: usual, required }]) => [
        name,
        { ...(usual === undefined ? {} : { default: String(usual) }), ...(required === true ? { required } : {}) },
    ]);
    return Object.fromEntries(kept);
}

;// CONCATENATED MODULE: ./packages/starters/lib/workflows.js


const HOME = 'lockstep-ci/lockstep';
const CALL = /^(?:lockstep-ci\/lockstep|\$)\/\.github\/workflows\/([\w-]+)\.yml(?:@\S+)?$/;
function calledBy(uses) {
    return CALL.exec(uses ?? '')?.[1];
}
const documents = onceEach((_sources) => new Map());
function workflowOf(sources, name) {
    const known = documents(sources);
    const text = sources.workflows.get(name);
    if (text === undefined)
        throw new Error(`there is no workflow ${name}.yml`);
    const document = known.get(name) ?? (0,dist.parseDocument)(text);
    known.set(name, document);
    return document;
}
function callOf(sources, name) {
    const { on } = workflowOf(sources, name).toJS();
    return on?.workflow_call ?? {};
}

;// CONCATENATED MODULE: ./packages/starters/lib/yaml.js

function mapAt(of, key) {
    const node = of.get(key, true);
    return (0,dist.isMap)(node) ? node : undefined;
}
function mapsBelow(of, key) {
    return (mapAt(of, key)?.items ?? []).flatMap(({ key: name, value }) => (0,dist.isMap)(value) ? [{ key: name, value }] : []);
}
function mapsOf(of, key) {
    const node = of.get(key, true);
    return (0,dist.isSeq)(node) ? node.items.filter((item) => (0,dist.isMap)(item)) : [];
}
function textAt(of, key) {
    const node = of.get(key, true);
    return (0,dist.isScalar)(node) && typeof node.value === 'string' ? node.value : undefined;
}
function namesAt(of, key) {
    const node = of.get(key, true);
    if ((0,dist.isScalar)(node))
        return [String(node.value)];
    return (0,dist.isSeq)(node) ? node.items.map((item) => String((0,dist.isScalar)(item) ? item.value : item)) : [];
}
function scalarAt(of, key) {
    const node = of.get(key, true);
    return (0,dist.isScalar)(node) ? node : undefined;
}
function put(of, key, value) {
    of.set(key, value);
}

;// CONCATENATED MODULE: ./packages/starters/lib/plain/frame.js

function idIn({ ids, alone }, id) {
    return [...(alone ? ids.slice(1) : ids), id].join('-');
}
function replacer({ call, ...frame }) {
    return ([context, name, ...others]) => {
        if (name === undefined)
            return undefined;
        if (context === 'inputs' && call !== undefined)
            return call.inputs[name];
        if (context === 'secrets' && call !== undefined && name !== 'GITHUB_TOKEN')
            return call.secrets[name] ?? literal('');
        if (context === 'needs')
            return access(['needs', idIn(frame, name), ...others]);
        return undefined;
    };
}

;// CONCATENATED MODULE: ./packages/starters/lib/plain/flatten.js




const CALLER = ['name', 'if', 'needs', 'uses', 'with', 'secrets', 'permissions'];
const CALLED = ['name', 'on', 'permissions', 'jobs'];
function flatJobs(workflow, sources) {
    const alone = mapsBelow(workflow, 'jobs').length === 1;
    return flatten(workflow, { names: [], ids: [], alone, needs: [], conditions: [] }, sources);
}
function flatten(workflow, frame, sources) {
    return mapsBelow(workflow, 'jobs').flatMap(({ key, value: node }) => {
        const names = [...frame.names, textAt(node, 'name') ?? ''];
        const ids = [...frame.ids, key.value];
        const called = calledBy(textAt(node, 'uses'));
        const needs = namesAt(node, 'needs').map((name) => idIn(frame, name));
        const entry = needs.length === 0 ? frame.needs : needs;
        if (called === undefined)
            return [{ id: idIn(frame, key.value), names, key, node, frame, needs: entry }];
        refuse(node.items, CALLER, `job ${key.value}`);
        const inner = workflowOf(sources, called);
        refuse(entriesOf(inner), CALLED, `${called}.yml`);
        const conditions = node.has('if') ? [...frame.conditions, { text: node.get('if'), frame }] : frame.conditions;
        const asked = callOf(sources, called);
        const call = { name: called, outer: frame, ...given(asked, node, frame), outputs: asked.outputs ?? {} };
        return flatten(inner, { names, ids, alone: frame.alone, needs: entry, conditions, call }, sources);
    });
}
function entriesOf(document) {
    return document.contents?.items ?? [];
}
function refuse(entries, known, where) {
    const strange = entries.map(({ key }) => key.value).filter((name) => !known.includes(name));
    if (strange.length > 0)
        throw new Error(`${where}: cannot say ${strange.join(', ')} as plain steps`);
}
function given({ inputs = {}, secrets = {} }, node, frame) {
    const caller = node.toJSON();
    const tree = (value) => {
        if (typeof value === 'string')
            return rewrite(templateTree(value), replacer(frame));
        return literal(typeof value === 'number' || typeof value === 'boolean' ? value : null);
    };
    const nothing = { boolean: false, number: 0, string: '' };
    const strange = Object.keys(caller.with ?? {}).filter((name) => !(name in inputs));
    if (strange.length > 0)
        throw new Error(`there is no input ${strange.join(', ')}`);
    return {
        inputs: mapValues(inputs, ({ type = 'string', default: usual = nothing[type] }, name) => tree(caller.with?.[name] ?? usual)),
        secrets: mapValues(secrets, (_declared, name) => tree(caller.secrets?.[name] ?? '')),
    };
}
function mapValues(object, change) {
    return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value, name)]));
}

;// CONCATENATED MODULE: ./packages/starters/lib/plain/jobs.js





function jobsOf(workflow, sources) {
    const jobs = flatJobs(workflow, sources);
    const calls = callsOf(jobs);
    return { jobs, calls, gone: leftOut(jobs, calls) };
}
function callsOf(jobs) {
    const calls = new Map();
    for (const job of jobs)
        for (let { frame } = job; frame.call !== undefined; frame = frame.call.outer) {
            const { call } = frame;
            const id = idIn(call.outer, frame.ids.at(-1) ?? '');
            const known = calls.get(id);
            calls.set(id, { jobs: [...(known?.jobs ?? []), job.id], frame: known?.frame ?? { ...frame, call } });
        }
    return calls;
}
function leftOut(jobs, calls) {
    const gone = new Set();
    for (let before = -1; before < gone.size;) {
        before = gone.size;
        for (const job of jobs) {
            const replace = replacerOf(job, gone, calls);
            if (conditionOf(job, replace) === false)
                gone.add(job.id);
            for (const step of mapsOf(job.node, 'steps')) {
                if (step.has('if') && condition(step.get('if'), replace) === false)
                    gone.add(stepKey(job, step));
            }
        }
    }
    return gone;
}
function stepKey(job, step) {
    return `${job.id}/${textAt(step, 'id') ?? mapsOf(job.node, 'steps').indexOf(step)}`;
}
function replacerOf(job, gone, calls) {
    const ofFrame = replacer(job.frame);
    const ofPlain = ([context, name = '', kind, output]) => {
        const isGone = gone.has(context === 'needs' ? name : context === 'steps' ? `${job.id}/${name}` : '');
        if (isGone && kind === 'outputs')
            return output === undefined ? undefined : literal('');
        if (isGone)
            return kind === undefined ? undefined : literal('skipped');
        const call = context === 'needs' ? calls.get(name) : undefined;
        if (call === undefined || kind === undefined)
            return undefined;
        if (kind === 'outputs' && output !== undefined)
            return outputOf(call, output, (tree) => rewrite(tree, ofPlain));
        throw new Error(`cannot say needs.${name}.${kind} as plain steps`);
    };
    return (path) => {
        const own = ofFrame(path);
        if (own === undefined)
            return ofPlain(path);
        return path[0] === 'needs' ? (ofPlain(tree_pathOf(own) ?? []) ?? own) : rewrite(own, ofPlain);
    };
}
function outputOf({ frame }, name, then) {
    const declared = frame.call.outputs[name];
    if (declared === undefined)
        throw new Error(`${frame.call.name}.yml has no output ${name}`);
    const own = replacer(frame);
    const tree = rewrite(templateTree(declared.value), (path) => {
        const [context, job, ...others] = path;
        return context === 'jobs' && job !== undefined ? access(['needs', idIn(frame, job), ...others]) : own(path);
    });
    return then(tree);
}
function condition(text, replace) {
    return decided(fold(rewrite(conditionTree(text), replace), true));
}
function decided(tree) {
    return tree.kind === 'literal' ? Boolean(tree.value) : tree;
}
function conditionTree(text) {
    if (typeof text === 'boolean' || typeof text === 'number')
        return literal(text);
    const whole = /^\s*\$\{\{([\s\S]*)\}\}\s*$/.exec(String(text));
    return parseExpression((whole?.[1] ?? String(text)).trim());
}
const ASKS_STATUS = /\b(?:always|cancelled|failure|success)\s*\(/;
function unsaid(job) {
    const asks = ({ text }) => ASKS_STATUS.test(String(text));
    if (!job.frame.conditions.some(asks) || asks({ text: job.node.get('if') ?? '' }))
        return [];
    return namesAt(job.node, 'needs').map((name) => conditionTree(`needs.${name}.result == 'success'`));
}
function conditionOf(job, replace) {
    const said = job.node.has('if') ? [conditionTree(job.node.get('if'))] : [];
    const own = [...unsaid(job), ...said].map((tree) => rewrite(tree, replace));
    const above = job.frame.conditions.map(({ text, frame }) => rewrite(conditionTree(text), replacer(frame)));
    const args = [...above, ...own];
    const [first] = args;
    if (first === undefined)
        return true;
    return decided(fold(args.length === 1 ? first : { kind: 'and', args }, true));
}

;// CONCATENATED MODULE: ./packages/starters/lib/plain/verdict-jobs.js




function expandJobs(values, job, { calls, gone }, sources) {
    const every = (name) => calls.get(idIn(job.frame, name))?.jobs ?? [idIn(job.frame, name)];
    const inside = (name) => every(name).filter((id) => !gone.has(id));
    const listed = lines(textAt(values, 'jobs')).flatMap(inside);
    const skippable = listed.filter((id) => maySkip(id, calls, sources));
    const policy = lines(textAt(values, 'policy')).flatMap((line) => {
        const [, name = '', words = ''] = /^([\w-]+)\s*:\s*(.*)$/.exec(line) ?? [];
        return inside(name)
            .filter((id) => !skippable.includes(id) || !words.startsWith('may-skip'))
            .map((id) => `${id}: ${words}`);
    });
    setLines(values, 'jobs', listed);
    setLines(values, 'policy', [...policy, ...skippable.map((id) => `${id}: may-skip`)]);
}
function maySkip(id, calls, sources) {
    for (const { jobs, frame } of calls.values()) {
        if (!jobs.includes(id))
            continue;
        const inner = mapsBelow(workflowOf(sources, frame.call.name), 'jobs');
        const own = inner.find(({ key }) => idIn(frame, key.value) === id)?.value;
        if (own?.has('if') === true && own.get('if') !== 'always()')
            return true;
    }
    return false;
}
function lines(text = '') {
    return text.split('\n').flatMap((line) => line.trim() || []);
}
function setLines(values, key, all) {
    const [only] = all;
    if (only === undefined)
        return;
    const scalar = new dist.Scalar(all.length === 1 ? only : `${all.join('\n')}\n`);
    scalar.type = all.length === 1 ? 'PLAIN' : 'BLOCK_LITERAL';
    put(values, key, scalar);
}

;// CONCATENATED MODULE: ./packages/starters/lib/plain/without-defaults.js


function withoutDefaults(step, inputs) {
    leaveOut(step, (name, value) => value === String(inputs[name]?.default ?? ''));
}
const OTHERS_DEFAULTS = {
    'actions/checkout': { submodules: 'false', lfs: 'false', token: '${{ github.token }}' },
    'actions/setup-node': { cache: '', 'cache-dependency-path': '', 'registry-url': '', scope: '' },
};
function withoutOthersDefaults(step) {
    const [action = ''] = (textAt(step, 'uses') ?? '').split('@');
    const defaults = OTHERS_DEFAULTS[action];
    if (defaults !== undefined)
        leaveOut(step, (name, value) => value === defaults[name]);
}
function leaveOut(step, isDefault) {
    const values = mapAt(step, 'with');
    if (values === undefined)
        return;
    values.items = values.items.filter(({ key, value }) => !(0,dist.isScalar)(value) || !isDefault(key.value, String(value.value)));
    if (values.items.length === 0)
        step.delete('with');
}

;// CONCATENATED MODULE: ./packages/starters/lib/plain/plain-steps.js









const ACTION = /^(?:lockstep-ci\/lockstep|\$)\/actions\/([\w-]+)(?:@\S+)?$/;
const NO_GROUP = ' zizmor: ignore[concurrency-limits] only jobs that change the world wait for one another';
function plainSteps(text, sources, { ref = 'v1' } = {}) {
    const document = (0,dist.parseDocument)(text);
    const plain = { ...jobsOf(document, sources), ref, sources };
    const jobs = document.createNode({});
    for (const job of plain.jobs)
        if (!plain.gone.has(job.id))
            jobs.add({ key: keyOf(job, jobs), value: emit(job, plain) });
    withoutUnusedOutputs(jobs);
    document.set('jobs', jobs);
    if (document.get('concurrency') === undefined)
        sayNoGroup(document, jobs);
    return withHead(document.toString({ lineWidth: 120, flowCollectionPadding: false }), plain.jobs);
}
function sayNoGroup(document, jobs) {
    const on = mapAt(document, 'on');
    const isGrouped = jobs.items.every(({ value }) => value.has('concurrency'));
    if (on !== undefined && !isGrouped)
        on.commentBefore = [on.commentBefore, NO_GROUP].filter(Boolean).join('\n');
}
function withoutUnusedOutputs(jobs) {
    const text = jobs.toString();
    for (const { key, value: job } of jobs.items.map((one) => ({ key: one.key, value: one.value }))) {
        const outputs = mapAt(job, 'outputs');
        if (outputs === undefined)
            continue;
        outputs.items = outputs.items.filter((one) => text.includes(`needs.${key.value}.outputs.${one.key.value}`));
        if (outputs.items.length === 0)
            job.delete('outputs');
    }
}
function keyOf(job, before) {
    const key = job.key.clone();
    key.value = job.id;
    key.spaceBefore = before.items.length > 0;
    return key;
}
function emit(job, plain) {
    const { gone, calls } = plain;
    const replace = replacerOf(job, gone, calls);
    const node = job.node.clone();
    put(node, 'name', job.names.join(' / '));
    const needed = new Set(job.needs.flatMap((id) => calls.get(id)?.jobs ?? [id]));
    const kept = mapsOf(job.node, 'steps').map((step) => !gone.has(stepKey(job, step)));
    const steps = node.get('steps');
    steps.items = steps.items.filter((_step, at) => kept[at] === true);
    const whole = conditionOf(job, replace);
    const ofJob = collector(replace, needed);
    for (const step of mapsOf(node, 'steps'))
        emitStep(step, ofJob, job, plain);
    for (const { key, value } of node.items)
        if (key.value !== 'if' && key.value !== 'steps')
            substitute(value, ofJob);
    setCondition(node, typeof whole === 'boolean' ? whole : collected(whole, needed));
    setNeeds(node, [...needed].filter((id) => !gone.has(id)));
    node.items.sort((a, b) => rankOf(a) - rankOf(b));
    return node;
}
const ORDER = ['name', 'needs', 'if'];
function rankOf({ key }) {
    const name = typeof key === 'string' ? key : key.value;
    return (ORDER.indexOf(name) + ORDER.length + 1) % (ORDER.length + 1);
}
function collector(replace, needed) {
    return (path) => {
        const tree = replace(path);
        return tree && collected(tree, needed);
    };
}
function collected(tree, needed) {
    rewrite(tree, ([context, name]) => {
        if (context === 'needs' && name !== undefined)
            needed.add(name);
        return undefined;
    });
    return tree;
}
function setCondition(node, tree) {
    if (tree === true) {
        node.delete('if');
        return;
    }
    const scalar = new dist.Scalar(tree === false ? 'false' : print(tree));
    if (scalar.value.length > 100)
        scalar.type = 'BLOCK_FOLDED';
    node.set('if', scalar);
}
function setNeeds(node, ids) {
    if (ids.length === 0)
        node.delete('needs');
    else
        node.set('needs', ids.length === 1 ? ids[0] : ids);
}
function emitStep(step, replace, job, { ref, sources, ...jobs }) {
    if (step.has('if'))
        setCondition(step, condition(step.get('if'), replace));
    const uses = scalarAt(step, 'uses');
    const action = ACTION.exec(textAt(step, 'uses') ?? '')?.[1];
    for (const { key, value } of step.items)
        if (key.value !== 'if' && key.value !== 'uses')
            substitute(value, replace);
    if (uses === undefined || action === undefined) {
        withoutOthersDefaults(step);
        return;
    }
    uses.value = `${HOME}/actions/${action}@${ref}`;
    const values = mapAt(step, 'with');
    if (action === 'gate-verdict' && values !== undefined)
        expandJobs(values, job, jobs, sources);
    withoutDefaults(step, sources.actions.get(action) ?? {});
}
function substitute(node, replace) {
    const change = (scalar) => {
        if (typeof scalar.value !== 'string' || !scalar.value.includes('${{'))
            return;
        scalar.value = foldTemplate(scalar.value, replace);
        if (typeof scalar.value !== 'string')
            return;
        if (scalar.type === 'BLOCK_LITERAL')
            scalar.value = scalar.value.replace(/^[ \t]*\n/gm, '');
        else if (scalar.type !== 'BLOCK_FOLDED')
            delete scalar.type;
    };
    if ((0,dist.isScalar)(node))
        change(node);
    else
        (0,dist.visit)(node, {
            Scalar: (key, scalar) => (key === 'key' ? undefined : change(scalar)),
        });
}
function withHead(text, jobs) {
    const called = [...new Set(jobs.flatMap(({ frame }) => frame.call?.name ?? []))].map((name) => `${name}.yml`);
    const [, head = '', rest = ''] = /^((?:#.*\n)*)([\s\S]*)$/.exec(text) ?? [];
    const said = `The steps of ${called.join(' and ')} in ${HOME}/.github/workflows, with nothing called. Values in this file are inputs of those workflows, where each is described. Written by lockstep init --plain-steps.`;
    return `${head}#\n${wrapped(said, 118)}${rest}`;
}
function wrapped(text, width) {
    return `${text} `.replace(new RegExp(`(.{1,${width}}) `, 'g'), '# $1\n');
}

;// CONCATENATED MODULE: ./packages/starters/lib/settings/workflow-shape.js
const OURS = /^lockstep-ci\/lockstep\/actions\/([\w-]+)@/;
function actionOf({ uses = '' }) {
    return OURS.exec(uses)?.[1];
}
function named(context, node) {
    const found = (JSON.stringify(node) ?? '').matchAll(new RegExp(`\\b${context}\\.([A-Za-z_][A-Za-z0-9_]*)`, 'g'));
    return new Set([...found].map(([, name = '']) => name.toUpperCase()));
}

;// CONCATENATED MODULE: ./packages/starters/lib/settings/needed-settings.js





const ASKED = {
    migrate: (given) => (given['command'] === 'lint' ? [] : ['database-url']),
    backup: (given) => {
        const command = given['command'] ?? 'create';
        return command === 'create' ? ['database-url'] : command === 'drill' ? ['decrypt-with'] : [];
    },
    preview: (given) => (given['command'] === 'open' ? ['database-server'] : []),
};
const LEVELS = ['none', 'read', 'write'];
function neededSettings(files, sources) {
    const notes = new Notes(sources);
    for (const [where, text] of files) {
        try {
            notes.add(where, text);
        }
        catch (error) {
            notes.unread.push(`${where}: ${(0,errors/* describe */.q0)(error)}`);
        }
    }
    return notes.all();
}
class Notes {
    unread = [];
    #secrets = new Map();
    #variables = new Map();
    #environments = new Map();
    #projects = new Map();
    #checks = [];
    #uses = new Set();
    #grants = [];
    #audits = [];
    #sources;
    constructor(sources) {
        this.#sources = sources;
    }
    add(where, text) {
        const own = (0,dist.parse)(text);
        this.#grants.push(...missingGrants(where, own, this.#sources));
        const plain = (0,dist.parse)(plainSteps(text, this.#sources));
        for (const uses of [...usesIn(own), ...usesIn(plain)])
            this.#uses.add(uses);
        this.#checks.push(...checksOf(plain));
        const crosses = Object.values(own.jobs).some(({ uses = '' }) => uses.startsWith('lockstep-ci/lockstep/'));
        for (const job of Object.values(plain.jobs)) {
            const place = { environment: literalName(job.environment), where, crosses };
            this.#addJob(job, place);
            for (const step of job.steps ?? [])
                if (actionOf(step) === 'platform-audit')
                    this.#audits.push({ step, ...place });
        }
    }
    all() {
        return {
            secrets: [...this.#secrets.values()],
            variables: [...this.#variables.values()],
            environments: [...this.#environments.values()],
            projects: [...this.#projects.values()],
            ...{ checks: this.#checks, uses: [...this.#uses].sort(), grants: this.#grants },
            ...{ audits: this.#audits, unread: this.unread },
        };
    }
    #addJob(job, place) {
        const steps = job.steps ?? [];
        if (place.environment !== '')
            this.#addEnvironment(job, place.environment);
        for (const name of named('vars', job))
            keep(this.#variables, { name, required: true, ...place });
        for (const name of named('secrets', job))
            if (name !== 'GITHUB_TOKEN')
                keep(this.#secrets, { name, required: false, ...place });
        for (const step of steps) {
            if (step.if === undefined)
                for (const name of requiredSecrets(step, this.#sources))
                    keep(this.#secrets, { name, required: true, ...place });
            this.#addProject(step);
        }
    }
    #addEnvironment({ permissions, steps = [] }, name) {
        const known = this.#environments.get(name);
        const approves = typeof permissions === 'object' && Object.keys(permissions).length === 0;
        const urgent = steps.some((step) => actionOf(step) === 'rollback');
        this.#environments.set(name, {
            name,
            approves: known?.approves === true || approves,
            urgent: known?.urgent === true || urgent,
        });
    }
    #addProject(step) {
        const given = step.with ?? {};
        const project = String(given['vercel-project'] ?? '');
        if (project === '' || project.includes('${{'))
            return;
        const named = String(given['vercel-team'] ?? '');
        const team = named.includes('${{') ? '' : named;
        const key = `${team}/${project}`;
        const known = this.#projects.get(key) ?? {
            project,
            team,
            directory: '.',
            swaps: false,
            strategies: [],
            allowed: false,
        };
        const action = actionOf(step);
        this.#projects.set(key, {
            ...known,
            directory: action === 'vercel-deploy' ? String(given['directory'] ?? '.') : known.directory,
            swaps: known.swaps || action === 'alias-swap',
            strategies: action === 'alias-swap' ? [...known.strategies, String(given['strategy'] ?? 'promote')] : known.strategies,
            allowed: known.allowed || String(given['skip-git-deployment-check']) === 'true',
        });
    }
}
function literalName(environment) {
    const name = typeof environment === 'object' ? environment.name : environment;
    return name === undefined || name.includes('${{') ? '' : name;
}
function keep(all, one) {
    const key = `${one.environment}/${one.name}`;
    const known = all.get(key);
    if (known === undefined)
        all.set(key, one);
    else if (one.required)
        all.set(key, { ...known, required: true });
}
function requiredSecrets(step, sources) {
    const action = actionOf(step);
    if (action === undefined)
        return [];
    const given = step.with ?? {};
    const inputs = sources.actions.get(action) ?? {};
    const always = Object.keys(inputs).filter((name) => inputs[name]?.required === true);
    return [...always, ...(ASKED[action]?.(given) ?? [])].flatMap((name) => [...named('secrets', given[name] ?? '')]);
}
function checksOf({ jobs }) {
    const verdicts = Object.entries(jobs).filter(([, { steps = [] }]) => steps.some((step) => actionOf(step) === 'gate-verdict'));
    const waitedFor = new Set(verdicts.flatMap(([, { needs = [] }]) => [needs].flat()));
    return verdicts.flatMap(([id, { name }]) => (waitedFor.has(id) ? [] : [name ?? id]));
}
function usesIn({ jobs }) {
    const all = Object.values(jobs).flatMap((job) => [job.uses, ...(job.steps ?? []).map((step) => step.uses)]);
    return all.flatMap((uses = './') => (/^[\w-][\w.-]*\/[\w.-]+/.test(uses) ? [ownerAndName(uses)] : []));
}
function ownerAndName(uses) {
    return uses.split(/[@/]/).slice(0, 2).join('/');
}
function missingGrants(where, { jobs, permissions }, sources) {
    return Object.entries(jobs).flatMap(([id, job]) => {
        const name = calledBy(job.uses);
        if (name === undefined)
            return [];
        const granted = job.permissions ?? permissions ?? {};
        const called = workflowOf(sources, name).toJS();
        const asked = Object.values(called.jobs).flatMap((one) => typeof one.permissions === 'object' ? Object.entries(one.permissions) : []);
        const lacking = asked.filter(([what, level]) => LEVELS.indexOf(level) > levelOf(granted, what));
        lacking.sort(([, a], [, b]) => LEVELS.indexOf(a) - LEVELS.indexOf(b));
        return [...new Map(lacking)].map(([what, level]) => `${where}: job ${id} has to grant ${what}: ${level} to ${name}.yml`);
    });
}
function levelOf(granted, what) {
    if (typeof granted === 'string')
        return LEVELS.indexOf(granted.replace('-all', ''));
    return LEVELS.indexOf(granted[what] ?? 'none');
}

;// CONCATENATED MODULE: ./packages/starters/lib/settings/policy-needs.js



const TOKENS = {
    vercel: 'vercel-token',
    supabase: 'supabase-token',
    github: 'github-token',
    stripe: 'stripe-key',
    sentry: 'sentry-token',
};
const RELEASE_LINES = ['healthy', 'functions', 'functions-with-jwt', 'functions-current'];
function policyNeeds(folder, audits) {
    const secrets = new Map();
    const problems = new Set();
    for (const { step, ...place } of audits) {
        const given = step.with ?? {};
        const path = String(given['platform-policy'] ?? '.lockstep/platform.yml');
        const isRelease = String(given['lines'] ?? 'all') !== 'all';
        const policy = policyAt((0,external_node_path_.join)(folder, path));
        if (policy === 'absent') {
            if (!isRelease)
                problems.add(`${path}: ${place.where} compares with it; write it with lockstep platform init`);
            continue;
        }
        if (policy === 'unreadable') {
            problems.add(`${path}: not readable as YAML`);
            continue;
        }
        for (const [section, input] of Object.entries(TOKENS)) {
            if (!hasLines(policy[section], isRelease && section === 'supabase'))
                continue;
            for (const [, name = ''] of String(given[input] ?? '').matchAll(/\bsecrets\.([A-Za-z_]\w*)/g)) {
                const key = `${place.environment}/${name}`;
                if (name !== 'GITHUB_TOKEN' && !secrets.has(key))
                    secrets.set(key, { name, ...place, section, path });
            }
        }
    }
    return { secrets: [...secrets.values()], problems: [...problems] };
}
function hasLines(section, isOfRelease) {
    const names = typeof section === 'object' && section !== null ? Object.keys(section) : [];
    return names.some((name) => !isOfRelease || RELEASE_LINES.includes(name));
}
function policyAt(file) {
    if (!(0,external_node_fs_.existsSync)(file))
        return 'absent';
    try {
        const policy = (0,dist.parse)((0,external_node_fs_.readFileSync)(file, 'utf8')) ?? {};
        return typeof policy === 'object' && policy !== null ? policy : 'unreadable';
    }
    catch {
        return 'unreadable';
    }
}

;// CONCATENATED MODULE: ./packages/starters/lib/settings/vercel-settings.js



async function vercelProject({ project, team, directory, swaps, strategies, allowed }, { vercel, folder, lacksBypass }) {
    const page = `https://vercel.com/${team || 'dashboard'}/${project}/settings`;
    const setting = { id: 'vercel-project', link: page };
    if (project.startsWith('YOUR-'))
        return [{ id: 'vercel-project', verdict: 'missing', what: `vercel-project is still ${project}` }];
    if (vercel === undefined)
        return [{ ...setting, verdict: 'unknown', what: `Vercel's project ${project}: no VERCEL_TOKEN to look with` }];
    const owner = team === '' ? '' : `?${team.startsWith('team_') ? 'teamId' : 'slug'}=${encodeURIComponent(team)}`;
    const { status, body } = await vercel(`/v9/projects/${encodeURIComponent(project)}${owner}`);
    const what = `Vercel's project ${project}: ${sayStatus(status)}`;
    if (status !== 200)
        return [{ ...setting, verdict: status === 404 ? 'missing' : 'unknown', what }];
    const found = [];
    const branch = String(field(body, 'link', 'productionBranch') ?? 'main');
    const byItself = field(body, 'link', 'type') !== undefined && field(body, 'gitProviderOptions', 'createDeployments') !== 'disabled';
    if (swaps && byItself && !switchedOff((0,external_node_path_.join)(folder, directory), branch))
        found.push({
            ...{ id: 'vercel-git-deployments', verdict: 'missing', link: `${page}/git` },
            what: `Vercel's own Git deployments: a push to ${branch} goes live without any gate; set {"git": {"deploymentEnabled": {"${branch}": false}}} in vercel.json`,
        });
    else if (swaps && byItself && !allowed)
        found.push({
            ...{ id: 'vercel-git-deployments', verdict: 'missing' },
            what: "Vercel's own Git deployments are disabled in vercel.json, which its API does not show: confirm it with skip-git-deployment-check: true",
            link: 'https://vercel.com/docs/project-configuration/git-configuration',
        });
    if (field(body, 'ssoProtection') && lacksBypass)
        found.push({
            ...{ id: 'secret', verdict: 'missing', link: `${page}/deployment-protection` },
            what: `secret PROTECTION_BYPASS: Vercel protects ${project}, and no gate gets in without it`,
        });
    const rolling = { id: 'vercel-rolling-releases', verdict: 'missing', link: `${page}/build-and-deployment` };
    if (strategies.includes('promote') && field(body, 'rollingRelease'))
        found.push({
            ...rolling,
            what: `rolling releases are on for ${project}: a promote would start one instead of a swap; switch them off, or set strategy: rolling`,
        });
    if (strategies.includes('rolling') && !field(body, 'rollingRelease'))
        found.push({
            ...rolling,
            what: `rolling releases are off for ${project}: switch them on, as strategy: rolling needs them (a plan with rolling releases, with stages that wait for approval)`,
        });
    return found.length > 0 ? found : [{ ...setting, verdict: 'there', what: `Vercel's project ${project}` }];
}
function switchedOff(folder, branch) {
    const path = (0,external_node_path_.join)(folder, 'vercel.json');
    if (!(0,external_node_fs_.existsSync)(path))
        return false;
    try {
        const enabled = field(JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8')), 'git', 'deploymentEnabled');
        return enabled === false || field(enabled, branch) === false;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./packages/starters/lib/settings/check-settings.js








function workflowsIn(folder) {
    const texts = workflowFiles(folder).map((path) => [path, (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(folder, path), 'utf8')]);
    return new Map(texts.filter(([, text]) => text.includes('lockstep-ci/lockstep/')));
}
async function checkSettings(folder, repository, { sources, github, vercel, server }) {
    const needed = neededSettings(workflowsIn(folder), sources);
    const settings = `${server}/${repository}/settings`;
    const at = { github, repository, settings };
    const secrets = await holdings('secrets', github);
    const policy = policyNeeds(folder, needed.audits);
    const wanted = policy.secrets.map(({ section, path, where, ...secret }) => ({
        ...{ ...secret, where: `the section "${section}" of ${path} in ${where}`, required: true },
    }));
    const workflows = `${server}/${repository}/tree/HEAD/.github/workflows`;
    const findings = [
        ...needed.unread.map((what) => ({ id: 'workflow', verdict: 'unknown', what })),
        ...needed.grants.map((what) => ({ id: 'permission', verdict: 'missing', what, link: workflows })),
        ...(await environments(needed.environments, at)),
        ...(await names('secrets', needed.secrets, secrets, at)),
        ...policy.problems.map((what) => ({ id: 'platform-policy', verdict: 'missing', what })),
        ...(await names('secrets', wanted, secrets, at)),
        ...(await names('variables', needed.variables, await holdings('variables', github), at)),
        ...(await requiredChecks(needed.checks, at)),
        ...(await allowedActions(needed.uses, at)),
    ];
    const bypasses = needed.secrets.filter(({ name }) => name === 'PROTECTION_BYPASS');
    const bypass = await Promise.all(bypasses.map(({ name, environment }) => secrets.find(name, environment)));
    const lacksBypass = secrets.readable && bypass.includes(undefined);
    for (const project of needed.projects)
        findings.push(...(await vercelProject(project, { vercel, folder, lacksBypass })));
    return findings;
}

;// CONCATENATED MODULE: ./packages/starters/lib/files.generated.js
const TEMPLATES = {
    "lockstep-alert-drill": "# Sends a marked test through every target of your alerts once a month, and reports who acknowledged it, and when.\nname: Alert drill\non:\n  schedule:\n    - cron: \"37 10 3 * *\" # when someone is on call\n      timezone: Etc/UTC # yours, such as Europe/Berlin\n  workflow_dispatch:\npermissions: {}\njobs:\n  drill:\n    name: Alert drill\n    uses: lockstep-ci/lockstep/.github/workflows/alert-drill.yml@v1\n    permissions:\n      issues: write # targets of type github-issue, and the issue of a drill that does not pass\n    secrets:\n      NOTIFY_TARGETS: ${{ secrets.NOTIFY_TARGETS }}\n",
    "lockstep-approve": "# Approves another person's request (lockstep-promote.yml with four-eyes: true) and releases it, or denies it:\n# by the button \"Run workflow\", or by a comment on any issue or pull request that is nothing but `/approve-release ID`, or\n# `/deny-release ID` and why.\nname: Approve or deny a release\non:\n  workflow_dispatch:\n    inputs:\n      request:\n        description: The id of the request, as the run that asked shows it\n        required: true\n      answer:\n        description: What becomes of it\n        type: choice\n        options: [approve, deny]\n        default: approve\n      denial-reason:\n        description: Why, where it is denied\n        default: \"\"\n  issue_comment: # zizmor: ignore[dangerous-triggers] nothing of the comment is run; who wrote it, and what it approves, is checked\n    types: [created]\npermissions: {}\njobs:\n  promote:\n    name: Approve\n    # Who may answer, and what, is checked by the workflow: this keeps other comments from starting it.\n    if: >-\n      github.event_name == 'workflow_dispatch' || startsWith(github.event.comment.body, '/approve-release ') ||\n      startsWith(github.event.comment.body, '/deny-release ')\n    uses: lockstep-ci/lockstep/.github/workflows/promote.yml@v1\n    permissions:\n      actions: read # whether the run of an older release is dead, and what protects the environments\n      contents: read # checkout\n      deployments: write # the ledger\n      pull-requests: read # what changes, by its pull requests\n    with:\n      four-eyes: true\n      request: ${{ inputs.request }}\n      answer: ${{ startsWith(github.event.comment.body, '/deny-release ') && 'deny' || inputs.answer || 'approve' }}\n      denial-reason: ${{ inputs.denial-reason }}\n      vercel-project: YOUR-VERCEL-PROJECT\n      vercel-team: YOUR-VERCEL-TEAM\n      production-url: YOUR-PRODUCTION-URL\n    secrets:\n      VERCEL_TOKEN: ${{ secrets.VERCEL_TOKEN }}\n      DATABASE_URL: ${{ secrets.DATABASE_URL }}\n      PROTECTION_BYPASS: ${{ secrets.PROTECTION_BYPASS }} # where Vercel protects your app\n      BACKEND_IDENTITIES: ${{ secrets.BACKEND_IDENTITIES }} # optional: who asks the backend, for `contract`\n      BACKEND_PROTECTION_BYPASS: ${{ secrets.BACKEND_PROTECTION_BYPASS }} # where Vercel protects the backend\n      BACKEND_LEDGER_TOKEN: ${{ secrets.BACKEND_LEDGER_TOKEN }} # optional: reads the ledgers that `requires` names\n      SUPABASE_TOKEN: ${{ secrets.SUPABASE_TOKEN }} # optional: reads Supabase's settings, for lines of .lockstep/platform.yml\n      NOTIFY_TARGETS: ${{ secrets.NOTIFY_TARGETS }} # optional\n      METRICS_SECRETS: ${{ secrets.METRICS_SECRETS }} # optional: what the file of `metrics` names\n      NPM_TOKEN: ${{ secrets.NPM_TOKEN }} # optional: reads private packages\n      BUILD_ENV: ${{ secrets.BUILD_ENV }} # optional: variables of your build command\n      CHECKOUT_TOKEN: ${{ secrets.CHECKOUT_TOKEN }} # optional: reads private submodules\n",
    "lockstep-archives": "# Deletes archives of rolled-back data whose time is over, every night. By hand: lists, restores, extends or removes them.\nname: Archives\non:\n  schedule:\n    - cron: \"53 3 * * *\"\n      timezone: Etc/UTC # yours, such as Europe/Berlin\n  workflow_dispatch:\n    inputs:\n      command:\n        description: What to do\n        type: choice\n        options: [list-archives, restore-archive, extend-archive, remove-archive, prune-archives, erase-archives]\n      dry-run:\n        description: Only show what it would do\n        type: boolean\n        default: true\n      archive-id:\n        description: Which archive, to extend or remove one\n        type: string\n      because:\n        description: Why, to extend, remove or erase\n        type: string\n      release-id:\n        description: Only what this release had written, to restore\n        type: string\npermissions: {}\njobs:\n  archives:\n    name: Archives\n    uses: lockstep-ci/lockstep/.github/workflows/archives.yml@v1\n    permissions:\n      issues: write # the issue of a run that does not pass\n    with:\n      command: ${{ inputs.command || 'prune-archives' }}\n      dry-run: ${{ github.event_name != 'schedule' && inputs.dry-run == true }}\n      archive-id: ${{ inputs.archive-id || '' }}\n      because: ${{ inputs.because || '' }}\n      release-id: ${{ inputs.release-id || '' }}\n    secrets:\n      DATABASE_URL: ${{ secrets.DATABASE_URL }}\n      ERASE: ${{ secrets.ERASE }} # for erase-archives: TABLE COLUMN=VALUE, one per line\n",
    "lockstep-audit": "# Looks at the live site from outside every week, as visitors and attackers see it, and reports what is wrong. With\n# platform-audit: require it also compares how Vercel, Supabase, GitHub, Stripe and Sentry are set with your policy; with\n# database-report: require it reads the statistics of the database, and finds what is new or heavier since the last run.\nname: Audit\non:\n  schedule:\n    - cron: \"17 5 * * 1\"\n      timezone: Etc/UTC # yours, such as Europe/Berlin\n  workflow_dispatch:\npermissions: {}\njobs:\n  audit:\n    name: Audit\n    uses: lockstep-ci/lockstep/.github/workflows/audit.yml@v1\n    permissions:\n      actions: read # for platform-audit: environments and their reviewers; for database-report: the last run\n      contents: read # for platform-audit: its policy and its snapshot\n      deployments: read # the ledger: which release is live\n      issues: write # the issue of an audit that does not pass\n    with:\n      production-url: YOUR-PRODUCTION-URL\n    secrets:\n      PROTECTION_BYPASS: ${{ secrets.PROTECTION_BYPASS }} # where Vercel protects your app\n      VERCEL_AUDIT_TOKEN: ${{ secrets.VERCEL_AUDIT_TOKEN }} # for platform-audit, like the five below: only reads\n      SUPABASE_AUDIT_TOKEN: ${{ secrets.SUPABASE_AUDIT_TOKEN }}\n      LOCKSTEP_AUDIT_TOKEN: ${{ secrets.LOCKSTEP_AUDIT_TOKEN }} # GitHub, with Administration read\n      STRIPE_AUDIT_KEY: ${{ secrets.STRIPE_AUDIT_KEY }}\n      SENTRY_AUDIT_TOKEN: ${{ secrets.SENTRY_AUDIT_TOKEN }}\n      LOCKSTEP_DRILL_SECRET: ${{ secrets.LOCKSTEP_DRILL_SECRET }} # signs the error drill of the app\n      DATABASE_URL: ${{ secrets.DATABASE_URL }} # for database-report: a role with pg_read_all_stats is enough\n      OTHER_CLIENT: ${{ secrets.OTHER_CLIENT }} # for bursts: headers of a client that they may not slow down\n      NOTIFY_TARGETS: ${{ secrets.NOTIFY_TARGETS }} # optional\n",
    "lockstep-backend": "# For the repository of a backend: pull requests may not break callers of its contract, and every day the live backend is asked\n# whether it keeps it.\nname: Backend\non:\n  pull_request:\n  schedule:\n    - cron: \"41 4 * * *\"\n      timezone: Etc/UTC # yours, such as Europe/Berlin\n  workflow_dispatch: # run it after each deployment\npermissions: {}\njobs:\n  backend:\n    name: Backend\n    uses: lockstep-ci/lockstep/.github/workflows/backend.yml@v1\n    permissions:\n      contents: read # checkout\n      issues: write # the issue of a scheduled run that does not pass\n    with:\n      contract: YOUR-CONTRACT # docs/openapi.yaml, or a Markdown document\n      backend-url: YOUR-BACKEND-URL\n    secrets:\n      BACKEND_IDENTITIES: ${{ secrets.BACKEND_IDENTITIES }} # who asks: names, headers with tokens of test users\n      BACKEND_PROTECTION_BYPASS: ${{ secrets.BACKEND_PROTECTION_BYPASS }} # where Vercel protects the backend\n      WEBHOOK_SECRET: ${{ secrets.WEBHOOK_SECRET }} # for `webhooks`\n      DATABASE_URL: ${{ secrets.DATABASE_URL }} # for `row-security`; a role that may only read is enough\n      NOTIFY_TARGETS: ${{ secrets.NOTIFY_TARGETS }} # optional\n",
    "lockstep-backup": "# Backs up the database every night, and checks every day that the store really has the backups that it should.\nname: Backup\non:\n  schedule:\n    # Hours later at times, and off once the repository had no activity for 60 days: BACKUP_HEARTBEAT_URL notices both.\n    - cron: \"23 2 * * *\" # makes a backup\n      timezone: Etc/UTC # yours, such as Europe/Berlin\n    - cron: \"23 14 * * *\" # only checks what the store has (the condition of `create` below names this line)\n      timezone: Etc/UTC\n  workflow_dispatch:\n    inputs:\n      create:\n        description: Make a backup now; otherwise only check what the store has\n        type: boolean\n        default: true\npermissions: {}\njobs:\n  backup:\n    name: Backup\n    uses: lockstep-ci/lockstep/.github/workflows/backup.yml@v1\n    permissions:\n      contents: read # checkout, for policy-file\n      id-token: write # AWS by OIDC, for aws-role\n      issues: write # the issue of a run that does not pass\n    with:\n      create: ${{ github.event_name == 'schedule' && github.event.schedule != '23 14 * * *' || inputs.create == true }}\n      to: YOUR-BACKUP-STORE # s3://BUCKET/PREFIX\n      encrypt-to: YOUR-AGE-RECIPIENT # age1…, from `age-keygen`\n    secrets:\n      DATABASE_URL: ${{ secrets.DATABASE_URL }}\n      S3_SECRET_ACCESS_KEY: ${{ secrets.S3_SECRET_ACCESS_KEY }} # with s3-access-key-id; not for aws-role\n      SUPABASE_TOKEN: ${{ secrets.SUPABASE_TOKEN }} # optional: with supabase-project, its own backups are judged too\n      BACKUP_HEARTBEAT_URL: ${{ secrets.BACKUP_HEARTBEAT_URL }} # optional: notices a run that never started\n      NOTIFY_TARGETS: ${{ secrets.NOTIFY_TARGETS }} # optional\n",
    "lockstep-cleanup": "# Deletes the previews of closed pull requests. The schedule finds what an event missed.\nname: Clean up previews\non:\n  pull_request:\n    types: [closed]\n  schedule:\n    - cron: \"17 3 * * *\"\n  workflow_dispatch:\npermissions: {}\njobs:\n  cleanup:\n    name: Clean up\n    uses: lockstep-ci/lockstep/.github/workflows/cleanup.yml@v1\n    permissions:\n      deployments: write # marks the preview as inactive on GitHub\n      pull-requests: write # reads whether it is closed, and writes its comment\n    with:\n      vercel-project: YOUR-VERCEL-PROJECT\n      vercel-team: YOUR-VERCEL-TEAM\n    secrets:\n      VERCEL_TOKEN: ${{ secrets.VERCEL_TOKEN }}\n      PREVIEW_DATABASE_SERVER: ${{ secrets.PREVIEW_DATABASE_SERVER }} # for `database: own`\n",
    "lockstep-contract": "# Applies the contract migrations that releases deferred; started with the button \"Run workflow\".\nname: Contract\non:\n  workflow_dispatch:\n    inputs:\n      dry-run:\n        description: Plan only\n        type: boolean\n        default: true\npermissions: {}\njobs:\n  contract:\n    name: Contract\n    uses: lockstep-ci/lockstep/.github/workflows/contract.yml@v1\n    permissions:\n      contents: read # checkout\n      deployments: write # the ledger, with the name of a restore point\n    with:\n      dry-run: ${{ inputs.dry-run }}\n      vercel-project: YOUR-VERCEL-PROJECT\n      vercel-team: YOUR-VERCEL-TEAM\n    secrets:\n      VERCEL_TOKEN: ${{ secrets.VERCEL_TOKEN }}\n      DATABASE_URL: ${{ secrets.DATABASE_URL }}\n      NOTIFY_TARGETS: ${{ secrets.NOTIFY_TARGETS }} # optional\n      S3_SECRET_ACCESS_KEY: ${{ secrets.S3_SECRET_ACCESS_KEY }} # for `backup-to`\n      SUPABASE_TOKEN: ${{ secrets.SUPABASE_TOKEN }} # for `restore-point`\n      BACKUP_ENV: ${{ secrets.BACKUP_ENV }} # where backup-command needs secrets\n      CHECKOUT_TOKEN: ${{ secrets.CHECKOUT_TOKEN }} # optional: reads private submodules\n",
    "lockstep-drill": "# Restores the newest backup every month and compares all of it: a backup that was never restored is a hope.\nname: Drill\non:\n  schedule:\n    - cron: \"41 4 5 * *\"\n      timezone: Etc/UTC # yours, such as Europe/Berlin\n  workflow_dispatch:\n    inputs:\n      backup:\n        description: Id of the backup to restore, or latest\n        default: latest\npermissions: {}\njobs:\n  drill:\n    name: Drill\n    uses: lockstep-ci/lockstep/.github/workflows/drill.yml@v1\n    permissions:\n      contents: read # checkout, for policy-file, check-command and after-restore\n      id-token: write # AWS by OIDC, for aws-role\n      issues: write # the issue of a drill that does not pass\n    with:\n      backup: ${{ inputs.backup || 'latest' }}\n      to: YOUR-BACKUP-STORE # s3://BUCKET/PREFIX\n    secrets:\n      BACKUP_KEY: ${{ secrets.BACKUP_KEY }} # in the environment `backup-drill` only\n      S3_SECRET_ACCESS_KEY: ${{ secrets.S3_SECRET_ACCESS_KEY }} # with s3-access-key-id; not for aws-role\n      DRILL_HEARTBEAT_URL: ${{ secrets.DRILL_HEARTBEAT_URL }} # optional: notices a run that never started\n      NOTIFY_TARGETS: ${{ secrets.NOTIFY_TARGETS }} # optional\n",
    "lockstep-evidence": "# Keeps the audit trail on a branch of its own: after each release and every month it records what happened, and verifies\n# that no one changed what was recorded before. It opens an issue for each incident, and keeps a status page as an artifact,\n# which the job Publish puts on GitHub Pages where a variable says so.\n# With controls-file: .lockstep/controls.yml it also reports which controls have current evidence, and with\n# documents-file: .lockstep/documents.yml it judges the documents that people keep.\nname: Evidence\non:\n  schedule:\n    - cron: \"41 4 1 * *\"\n      timezone: Etc/UTC # yours, such as Europe/Berlin\n  workflow_run: # zizmor: ignore[dangerous-triggers] the default branch alone is checked out, and runs are only read\n    workflows: [Release, Promote, Approve a release, Roll back, Recover] # those of them that you have\n    types: [completed]\n  workflow_dispatch:\npermissions: {}\njobs:\n  evidence:\n    name: Evidence\n    uses: lockstep-ci/lockstep/.github/workflows/evidence.yml@v1\n    permissions:\n      contents: write # the branch with the trail\n      deployments: read # the ledger\n      actions: read # reports that runs kept\n      issues: write # incidents, and the issue of a run that does not pass\n      id-token: write # AWS by OIDC, for aws-role; the attestation, for attest\n      attestations: write # for attest\n    with:\n      incidents: true\n      status-title: Status # what the public may read\n      on-unknown: warn # `fail`, once anchors are kept: with anchor-to, a bucket with Object Lock\n    secrets:\n      S3_SECRET_ACCESS_KEY: ${{ secrets.S3_SECRET_ACCESS_KEY }} # with s3-access-key-id; not for aws-role\n      METRICS_SECRETS: ${{ secrets.METRICS_SECRETS }} # for availability-source\n      NOTIFY_TARGETS: ${{ secrets.NOTIFY_TARGETS }} # optional\n  # The status page on GitHub Pages, where the variable LOCKSTEP_PUBLISH_STATUS of the repository is `true`. Pages of a private\n  # repository are public unless your plan has access control for them. In Settings > Pages the source has to be GitHub Actions.\n  publish:\n    name: Publish\n    needs: evidence\n    if: \"!cancelled() && vars.LOCKSTEP_PUBLISH_STATUS == 'true'\"\n    runs-on: ubuntu-24.04\n    timeout-minutes: 10\n    permissions:\n      pages: write # deploys the page\n      id-token: write # says to Pages which run deploys\n    concurrency:\n      group: lockstep-status-page\n      cancel-in-progress: false\n    environment:\n      name: github-pages\n      url: ${{ steps.pages.outputs.page_url }}\n    steps:\n      - uses: actions/download-artifact@37930b1c2abaa49bbe596cd826c3c89aef350131 # v7.0.0\n        with:\n          name: lockstep-status\n          path: lockstep-status\n      - uses: actions/upload-pages-artifact@fc324d3547104276b827a68afc52ff2a11cc49c9 # v5.0.0\n        with:\n          path: lockstep-status\n      - name: Publish the status page\n        id: pages\n        uses: actions/deploy-pages@cd2ce8fcbc39b97be8ca5fce6e763baed58fa128 # v5.0.0\n",
    "lockstep-fork-comments": "# Writes the comment on pull requests from forks and from Dependabot, whose own runs cannot.\nname: Fork comments\non:\n  workflow_run: # zizmor: ignore[dangerous-triggers] nothing is checked out, and the artifact of the run is data that is checked\n    workflows: [Pull request]\n    types: [completed]\npermissions: {}\njobs:\n  comment:\n    name: Comment\n    uses: lockstep-ci/lockstep/.github/workflows/preview-comment.yml@v1\n    permissions:\n      actions: read # the artifacts of the run before\n      contents: read # the pull requests of its commit\n      pull-requests: write # the comment\n",
    "lockstep-promote": "# Promotes a staged deployment; started with the button \"Run workflow\".\nname: Promote\non:\n  workflow_dispatch:\n    inputs:\n      deployment-id:\n        description: The staged deployment (dpl_…). Empty means the newest one\n        default: \"\"\npermissions: {}\njobs:\n  promote:\n    name: Promote\n    uses: lockstep-ci/lockstep/.github/workflows/promote.yml@v1\n    permissions:\n      actions: read # whether the run of an older release is dead, and what protects the environments\n      contents: read # checkout\n      deployments: write # the ledger\n      pull-requests: read # what changes, by its pull requests\n    with:\n      deployment-id: ${{ inputs.deployment-id }}\n      vercel-project: YOUR-VERCEL-PROJECT\n      vercel-team: YOUR-VERCEL-TEAM\n      production-url: YOUR-PRODUCTION-URL\n    secrets:\n      VERCEL_TOKEN: ${{ secrets.VERCEL_TOKEN }}\n      DATABASE_URL: ${{ secrets.DATABASE_URL }}\n      PROTECTION_BYPASS: ${{ secrets.PROTECTION_BYPASS }} # where Vercel protects your app\n      BACKEND_IDENTITIES: ${{ secrets.BACKEND_IDENTITIES }} # optional: who asks the backend, for `contract`\n      BACKEND_PROTECTION_BYPASS: ${{ secrets.BACKEND_PROTECTION_BYPASS }} # where Vercel protects the backend\n      BACKEND_LEDGER_TOKEN: ${{ secrets.BACKEND_LEDGER_TOKEN }} # optional: reads the ledgers that `requires` names\n      SUPABASE_TOKEN: ${{ secrets.SUPABASE_TOKEN }} # optional: reads Supabase's settings, for lines of .lockstep/platform.yml\n      NOTIFY_TARGETS: ${{ secrets.NOTIFY_TARGETS }} # optional\n      METRICS_SECRETS: ${{ secrets.METRICS_SECRETS }} # optional: what the file of `metrics` names\n      NPM_TOKEN: ${{ secrets.NPM_TOKEN }} # optional: reads private packages\n      BUILD_ENV: ${{ secrets.BUILD_ENV }} # optional: variables of your build command\n      CHECKOUT_TOKEN: ${{ secrets.CHECKOUT_TOKEN }} # optional: reads private submodules\n",
    "lockstep-pull-request": "# Checks each pull request and shows it as a preview. Require the check \"Verdict\" on your branch, and no other.\nname: Pull request\non:\n  pull_request:\n  merge_group:\npermissions: {}\nconcurrency:\n  group: ${{ github.workflow }}-${{ github.ref }}\n  cancel-in-progress: true # a newer push replaces an older one\njobs:\n  quality:\n    name: Quality\n    uses: lockstep-ci/lockstep/.github/workflows/quality.yml@v1\n    permissions:\n      contents: read # checkout\n      pull-requests: write # the comment\n    with:\n      tenant-audit: \"off\" # worse, where users belong to tenants that policies keep apart: needs .lockstep/tenants.yml\n      access-review: \"off\" # report, or require: shows who may do what in the database, and what a change makes of it\n    secrets:\n      NPM_TOKEN: ${{ secrets.NPM_TOKEN }} # optional: reads private packages\n      BUILD_ENV: ${{ secrets.BUILD_ENV }} # optional: variables of your install command\n      CHECKOUT_TOKEN: ${{ secrets.CHECKOUT_TOKEN }} # optional: reads private submodules\n  preview:\n    name: Preview\n    if: github.event_name == 'pull_request'\n    uses: lockstep-ci/lockstep/.github/workflows/preview.yml@v1\n    permissions:\n      contents: read # checkout\n      deployments: write # shows the preview on GitHub\n      pull-requests: write # the comment\n    with:\n      vercel-project: YOUR-VERCEL-PROJECT\n      vercel-team: YOUR-VERCEL-TEAM\n    secrets:\n      VERCEL_TOKEN: ${{ secrets.VERCEL_TOKEN }}\n      PROTECTION_BYPASS: ${{ secrets.PROTECTION_BYPASS }} # where Vercel protects your previews\n      BACKEND_IDENTITIES: ${{ secrets.BACKEND_IDENTITIES }} # optional: who asks the backend, for `contract`\n      BACKEND_PROTECTION_BYPASS: ${{ secrets.BACKEND_PROTECTION_BYPASS }} # where Vercel protects the backend\n      PREVIEW_DATABASE_SERVER: ${{ secrets.PREVIEW_DATABASE_SERVER }} # for `database: own`\n      NPM_TOKEN: ${{ secrets.NPM_TOKEN }} # optional: reads private packages\n      BUILD_ENV: ${{ secrets.BUILD_ENV }} # optional: variables of your build command\n      CHECKOUT_TOKEN: ${{ secrets.CHECKOUT_TOKEN }} # optional: reads private submodules\n  verdict:\n    name: Verdict\n    needs: [quality, preview]\n    if: always()\n    runs-on: ubuntu-24.04\n    timeout-minutes: 5\n    permissions: {}\n    steps:\n      - uses: lockstep-ci/lockstep/actions/gate-verdict@v1\n        with:\n          needs: ${{ toJSON(needs) }}\n          jobs: |\n            quality\n            preview\n          policy: |\n            preview: may-skip on merge_group\n",
    "lockstep-recover": "# Finds a release whose run ended without a final state: notifies people, or rolls it back if you want that.\nname: Recover\non:\n  workflow_run: # zizmor: ignore[dangerous-triggers] nothing is checked out, and nothing of the run is read\n    workflows: [Release, Promote, Approve a release] # those of them that you have\n    types: [completed]\n  schedule: # again, with its age, while no one ends it; these runs may start hours late\n    - cron: \"41 * * * *\"\n  workflow_dispatch:\npermissions: {}\njobs:\n  recover:\n    name: Recover\n    uses: lockstep-ci/lockstep/.github/workflows/recover.yml@v1\n    permissions:\n      actions: read # whether the run of the release has ended\n      deployments: write # the ledger\n    with:\n      vercel-project: YOUR-VERCEL-PROJECT\n      vercel-team: YOUR-VERCEL-TEAM\n    secrets:\n      VERCEL_TOKEN: ${{ secrets.VERCEL_TOKEN }}\n      DATABASE_URL: ${{ secrets.DATABASE_URL }}\n      PROTECTION_BYPASS: ${{ secrets.PROTECTION_BYPASS }} # where Vercel protects your app\n      NOTIFY_TARGETS: ${{ secrets.NOTIFY_TARGETS }} # optional\n",
    "lockstep-release": "# Releases code and schema together, and rolls both back together when anything fails.\nname: Release\non:\n  push:\n    branches: [$default-branch]\n  workflow_dispatch:\npermissions: {}\njobs:\n  release:\n    name: Release\n    uses: lockstep-ci/lockstep/.github/workflows/release.yml@v1\n    permissions:\n      actions: read # whether the run of an older release is dead\n      contents: read # checkout\n      deployments: write # the ledger\n      pull-requests: read # what changes, by its pull requests\n    with:\n      vercel-project: YOUR-VERCEL-PROJECT\n      vercel-team: YOUR-VERCEL-TEAM\n      production-url: YOUR-PRODUCTION-URL\n    secrets:\n      VERCEL_TOKEN: ${{ secrets.VERCEL_TOKEN }}\n      DATABASE_URL: ${{ secrets.DATABASE_URL }}\n      PROTECTION_BYPASS: ${{ secrets.PROTECTION_BYPASS }} # where Vercel protects your app\n      BACKEND_IDENTITIES: ${{ secrets.BACKEND_IDENTITIES }} # optional: who asks the backend, for `contract`\n      BACKEND_PROTECTION_BYPASS: ${{ secrets.BACKEND_PROTECTION_BYPASS }} # where Vercel protects the backend\n      BACKEND_LEDGER_TOKEN: ${{ secrets.BACKEND_LEDGER_TOKEN }} # optional: reads the ledgers that `requires` names\n      SUPABASE_TOKEN: ${{ secrets.SUPABASE_TOKEN }} # optional: reads Supabase's settings, for lines of .lockstep/platform.yml\n      NOTIFY_TARGETS: ${{ secrets.NOTIFY_TARGETS }} # optional\n      METRICS_SECRETS: ${{ secrets.METRICS_SECRETS }} # optional: what the file of `metrics` names\n      NPM_TOKEN: ${{ secrets.NPM_TOKEN }} # optional: reads private packages\n      BUILD_ENV: ${{ secrets.BUILD_ENV }} # optional: variables of your build command\n      CHECKOUT_TOKEN: ${{ secrets.CHECKOUT_TOKEN }} # optional: reads private submodules\n",
    "lockstep-rollback": "# Rolls back to an earlier release; started with the button \"Run workflow\". Cancels a running release.\nname: Roll back\non:\n  workflow_dispatch:\n    inputs:\n      to:\n        description: previous, finish, or the id of an earlier release or deployment\n        default: previous\n      confirm-contract:\n        description: Only past a contract migration, the two words that the plan asks for\n      dry-run:\n        description: Plan only\n        type: boolean\n        default: false\n      on-data-loss:\n        description: Data that users wrote since; archive copies what a down migration would delete, keep leaves that migration applied\n        type: choice\n        options: [keep, archive, fail, allow]\n        default: keep\npermissions: {}\njobs:\n  rollback:\n    name: Roll back\n    uses: lockstep-ci/lockstep/.github/workflows/rollback.yml@v1\n    permissions:\n      actions: write # cancels a running release\n      contents: read # release notes: the commits that are rolled back\n      deployments: write # the ledger\n      pull-requests: read # release notes: their pull requests\n    with:\n      to: ${{ inputs.to }}\n      confirm-contract: ${{ inputs.confirm-contract }}\n      dry-run: ${{ inputs.dry-run }}\n      on-data-loss: ${{ inputs.on-data-loss }}\n      vercel-project: YOUR-VERCEL-PROJECT\n      vercel-team: YOUR-VERCEL-TEAM\n    secrets:\n      VERCEL_TOKEN: ${{ secrets.VERCEL_TOKEN }}\n      DATABASE_URL: ${{ secrets.DATABASE_URL }}\n      PROTECTION_BYPASS: ${{ secrets.PROTECTION_BYPASS }} # where Vercel protects your app\n      NOTIFY_TARGETS: ${{ secrets.NOTIFY_TARGETS }} # optional\n",
    "lockstep-scan": "# Looks once a week for advisories about dependencies and for secrets in the history, and keeps an SBOM. What it finds is in\n# one issue.\nname: Scan\non:\n  schedule:\n    - cron: \"17 5 * * 1\"\n      timezone: Etc/UTC # yours, such as Europe/Berlin\n  workflow_dispatch:\npermissions: {}\njobs:\n  scan:\n    name: Scan\n    uses: lockstep-ci/lockstep/.github/workflows/scan.yml@v1\n    permissions:\n      contents: read # checkout\n      issues: write # the issue of a run that does not pass\n    secrets:\n      NOTIFY_TARGETS: ${{ secrets.NOTIFY_TARGETS }} # optional\n",
    "lockstep-stage": "# Builds each commit with production's settings and leaves it without traffic, for lockstep-promote.yml.\n# Use it instead of lockstep-release.yml if people decide when it goes live.\nname: Stage\non:\n  push:\n    branches: [$default-branch]\n  workflow_dispatch:\npermissions: {}\njobs:\n  stage:\n    name: Stage\n    uses: lockstep-ci/lockstep/.github/workflows/release.yml@v1\n    permissions:\n      actions: read # whether the run of an older release is dead\n      contents: read # checkout\n      deployments: write # the ledger\n      pull-requests: read # what changes, by its pull requests\n    with:\n      stage-only: true\n      vercel-project: YOUR-VERCEL-PROJECT\n      vercel-team: YOUR-VERCEL-TEAM\n      production-url: YOUR-PRODUCTION-URL\n    secrets:\n      VERCEL_TOKEN: ${{ secrets.VERCEL_TOKEN }}\n      DATABASE_URL: ${{ secrets.DATABASE_URL }}\n      PROTECTION_BYPASS: ${{ secrets.PROTECTION_BYPASS }} # where Vercel protects your app\n      BACKEND_IDENTITIES: ${{ secrets.BACKEND_IDENTITIES }} # optional: who asks the backend, for `contract`\n      BACKEND_PROTECTION_BYPASS: ${{ secrets.BACKEND_PROTECTION_BYPASS }} # where Vercel protects the backend\n      BACKEND_LEDGER_TOKEN: ${{ secrets.BACKEND_LEDGER_TOKEN }} # optional: reads the ledgers that `requires` names\n      SUPABASE_TOKEN: ${{ secrets.SUPABASE_TOKEN }} # optional: reads Supabase's settings, for lines of .lockstep/platform.yml\n      NOTIFY_TARGETS: ${{ secrets.NOTIFY_TARGETS }} # optional\n      METRICS_SECRETS: ${{ secrets.METRICS_SECRETS }} # optional: what the file of `metrics` names\n      NPM_TOKEN: ${{ secrets.NPM_TOKEN }} # optional: reads private packages\n      BUILD_ENV: ${{ secrets.BUILD_ENV }} # optional: variables of your build command\n      CHECKOUT_TOKEN: ${{ secrets.CHECKOUT_TOKEN }} # optional: reads private submodules\n",
};
const WORKFLOWS = {
    "alert-drill": "# Proves that alerts reach people: sends a marked test through every target of NOTIFY_TARGETS, and waits until a person\n# acknowledges it.\n#\n# Call it every month, at a time at which someone is on call. A drill that does not pass opens one issue, which the next one\n# that passes closes.\nname: Lockstep alert drill\non:\n  workflow_call:\n    inputs:\n      environment:\n        description: Environment whose alerts are tested, as named in messages and issues.\n        type: string\n        default: production\n      service:\n        description: Name of the service, where several are released separately to one environment.\n        type: string\n        default: \"\"\n      acknowledge:\n        description: \"Whose acknowledgement is awaited: any (the first target that can show one), all (each of them) or none.\"\n        type: string\n        default: any\n      acknowledge-within:\n        description: How long people have to acknowledge it. The runner waits that long.\n        type: string\n        default: 10m\n      accept:\n        description: Failures to accept, as the input `accept` of the action `notify`.\n        type: string\n        default: \"\"\n      on-unknown:\n        description: Whether a check that cannot be decided fails the drill (fail) or is only reported (warn).\n        type: string\n        default: fail\n      issue:\n        description: Whether a drill that does not pass opens an issue, and the next one that passes closes it.\n        type: boolean\n        default: true\n      runs-on:\n        description: Label of the runner.\n        type: string\n        default: ubuntu-24.04\n      slack-api-url:\n        description: Base URL of Slack's Web API.\n        type: string\n        default: https://slack.com/api\n    secrets:\n      NOTIFY_TARGETS:\n        description: YAML of the targets of actions/notify, including their tokens.\n        required: true\n    outputs:\n      verdict:\n        description: pass if every target accepted the test and a person acknowledged it in time; otherwise fail or unknown.\n        value: ${{ jobs.drill.outputs.verdict }}\npermissions: {}\njobs:\n  drill:\n    name: Alert drill\n    runs-on: ${{ inputs.runs-on }}\n    timeout-minutes: 60\n    permissions:\n      issues: write # targets of type github-issue, and the issue of a drill that does not pass\n    outputs:\n      verdict: ${{ steps.drill.outputs.verdict || 'unknown' }}\n    steps:\n      - name: Send a test and wait for people\n        id: drill\n        uses: $/actions/notify\n        with:\n          command: drill\n          targets: ${{ secrets.NOTIFY_TARGETS }}\n          slack-api-url: ${{ inputs.slack-api-url }}\n          environment: ${{ inputs.environment }}\n          service: ${{ inputs.service }}\n          acknowledge: ${{ inputs.acknowledge }}\n          acknowledge-within: ${{ inputs.acknowledge-within }}\n          accept: ${{ inputs.accept }}\n          on-unknown: ${{ inputs.on-unknown }}\n      - name: Keep the record\n        if: always() && steps.drill.outputs.report-directory != ''\n        uses: actions/upload-artifact@b7c566a772e6b6bfb58ed0dc250532a479d7789f # v6.0.0\n        with:\n          name: lockstep-alert-drill\n          path: ${{ steps.drill.outputs.report-directory }}\n          # A re-run replaces what the attempt before it uploaded under the same name.\n          overwrite: true\n      - name: Report in the issue\n        # Not by the targets: they may be what does not work.\n        if: always() && inputs.issue\n        uses: $/actions/notify\n        with:\n          targets: \"- { type: github-issue, label: lockstep-alert-drill }\"\n          task: alert drill\n          environment: ${{ inputs.environment }}\n          service: ${{ inputs.service }}\n          summary: ${{ steps.drill.outputs.result }}\n          failure: |\n            ${{ steps.drill.outputs.verdict != 'pass' && format('The alert drill did not pass: {0}', steps.drill.outputs.result || 'the job stopped before it ended') || '' }}\n",
    "archives": "# Deletes what rollbacks archived and is older than it is to be kept, every night; and what a person does with archives:\n# list them, restore, extend, remove or erase.\n#\n# A run that does not pass opens one issue, which the next one that passes closes. The summary lists every archive: its\n# table, release, rows, size, and until when it is kept. Values of rows appear nowhere.\nname: Lockstep archives\non:\n  workflow_call:\n    inputs:\n      environment:\n        description: GitHub environment whose secrets are used. Reviewers would hold up the schedule.\n        type: string\n        default: production\n      database:\n        description: What the database is called in messages and issues.\n        type: string\n        default: production\n      command:\n        description: \"prune-archives (delete those whose time is over), list-archives, restore-archive (once the migration is applied again), extend-archive, remove-archive or erase-archives (the rows that the secret ERASE names).\"\n        type: string\n        default: prune-archives\n      dry-run:\n        description: Only show what the command would do, and change nothing.\n        type: boolean\n        default: false\n      archive-id:\n        description: \"extend-archive and remove-archive: which archive; the summary of list-archives has the ids.\"\n        type: string\n        default: \"\"\n      because:\n        description: \"extend-archive, remove-archive and erase-archives: why. It is stored with the name of the person.\"\n        type: string\n        default: \"\"\n      archive-keep:\n        description: \"extend-archive: how long the archive is kept from now on.\"\n        type: string\n        default: 30d\n      release-id:\n        description: \"restore-archive: only what the rollback of this release archived; empty for everything that can be restored.\"\n        type: string\n        default: \"\"\n      version:\n        description: \"restore-archive: only what the rollback of this version archived.\"\n        type: string\n        default: \"\"\n      archive-triggers:\n        description: \"restore-archive: whether triggers of the tables fire for the rows: on or off.\"\n        type: string\n        default: \"on\"\n      issue:\n        description: Whether a run that does not pass opens an issue, and the next one that passes closes it.\n        type: boolean\n        default: true\n      runs-on:\n        description: Label of the runner.\n        type: string\n        default: ubuntu-24.04\n    secrets:\n      DATABASE_URL:\n        description: Connection string of the database, in session mode (port 5432), with the role that migrates.\n        required: true\n      ERASE:\n        description: \"erase-archives: what to erase, one per line: `TABLE COLUMN=VALUE`. A secret, so that no value is logged.\"\n        required: false\n    outputs:\n      verdict:\n        description: pass if the command did all that it should; otherwise fail or unknown.\n        value: ${{ jobs.archives.outputs.verdict }}\npermissions: {}\njobs:\n  archives:\n    name: Archives\n    runs-on: ${{ inputs.runs-on }}\n    timeout-minutes: 60\n    environment:\n      name: ${{ inputs.environment }}\n      deployment: false\n    concurrency:\n      group: lockstep-archives-${{ inputs.database }}\n      queue: max\n    permissions:\n      issues: write # the issue of a run that does not pass\n    outputs:\n      verdict: ${{ steps.do.outputs.verdict || 'unknown' }}\n    steps:\n      - name: Run the command\n        id: do\n        uses: $/actions/migrate\n        with:\n          command: ${{ inputs.command }}\n          database-url: ${{ secrets.DATABASE_URL }}\n          dry-run: ${{ inputs.dry-run }}\n          archive-id: ${{ inputs.archive-id }}\n          because: ${{ inputs.because }}\n          archive-keep: ${{ inputs.archive-keep }}\n          release-id: ${{ inputs.release-id }}\n          version: ${{ inputs.version }}\n          archive-triggers: ${{ inputs.archive-triggers }}\n          erase: ${{ secrets.ERASE }}\n      # Also after a command that failed: then it says what there is.\n      - name: List the archives\n        id: list\n        if: \"!cancelled() && inputs.command != 'list-archives'\"\n        uses: $/actions/migrate\n        with:\n          command: list-archives\n          database-url: ${{ secrets.DATABASE_URL }}\n      - name: Report in the issue\n        if: always() && inputs.issue && github.event_name == 'schedule'\n        uses: $/actions/notify\n        with:\n          targets: \"- { type: github-issue, label: lockstep-archives }\"\n          task: archives\n          environment: ${{ inputs.database }}\n          summary: ${{ steps.list.outputs.archives && format('{0} archives kept', steps.list.outputs.archives) || '' }}\n          failure: |\n            ${{ steps.do.outputs.verdict != 'pass' && format('{0} did not pass: {1}.', inputs.command, steps.do.outputs.reason || 'the job stopped before it') || '' }}\n            ${{ steps.list.outputs.archives-over && steps.list.outputs.archives-over != '0' && !inputs.dry-run && format('{0} archives are kept longer than they should be.', steps.list.outputs.archives-over) || '' }}\n",
    "audit": "# Looks at what is live and says what is wrong with it; it changes nothing. Each job is one audit, with a report of its own.\n#\n#   edge       from outside, as visitors and attackers see it: TLS, redirects, headers, policies, cookies, CORS, caches, DNS\n#   platform   how Vercel, Supabase, GitHub, Stripe and Sentry are set, against the repository's policy; and what changed\n#   database   what the statistics of the database say: slow, new and heavier statements, indexes, bloat, long transactions\n#\n# Call it on a schedule. An audit that does not pass opens one issue, which the next one that passes closes.\nname: Lockstep audit\non:\n  workflow_call:\n    inputs:\n      production-url:\n        description: Production URL of the app, or of another deployment with `site-kind`. Only its origin is used; `paths` lists the pages.\n        type: string\n        required: true\n      environment:\n        description: Environment whose live release has to answer, and the name in messages and issues.\n        type: string\n        default: production\n      service:\n        description: Name of the service, where several are released separately to one environment.\n        type: string\n        default: web\n      expect:\n        description: \"Which build has to answer, which is asked for first: `live` the newest release of the ledger, `any` no particular one.\"\n        type: string\n        default: live\n      site-kind:\n        description: production or preview. Probes that can change something never run against production.\n        type: string\n        default: production\n      paths:\n        description: Pages to look at, one path per line.\n        type: string\n        default: /\n      api-paths:\n        description: Paths of the API whose CORS headers are checked, one per line.\n        type: string\n        default: \"\"\n      cors-origins:\n        description: Origins of other sites of yours that may read `api-paths`, one per line.\n        type: string\n        default: \"\"\n      hosts:\n        description: Other hosts of yours that may be requested, one per line.\n        type: string\n        default: \"\"\n      skip-paths:\n        description: Paths that are never requested, one per line; `*` matches any characters.\n        type: string\n        default: \"\"\n      checks:\n        description: Checks to run, one id per line; `*` matches anything, a line that begins with `!` leaves a check out. Empty means all.\n        type: string\n        default: \"\"\n      csp:\n        description: \"Which findings of csp_evaluator fail: strict, balanced or report.\"\n        type: string\n        default: balanced\n      min-grade:\n        description: Lowest grade that the headers may have by the rules of Mozilla Observatory, from A+ to F.\n        type: string\n        default: B+\n      min-tls:\n        description: Oldest version of TLS that may be accepted, 1.2 or 1.3.\n        type: string\n        default: \"1.2\"\n      min-days-left:\n        description: Days that the certificate has to be valid for.\n        type: number\n        default: 21\n      telemetry:\n        description: \"Telemetry that the pages have to send, one per line: vercel-analytics, speed-insights, sentry.\"\n        type: string\n        default: \"\"\n      dns-resolvers:\n        description: IP addresses of DNS resolvers whose answers are compared, one per line.\n        type: string\n        default: |-\n          1.1.1.1\n          8.8.8.8\n      dns-expect:\n        description: Addresses or the name that the host has to point at, one per line. Empty means any.\n        type: string\n        default: \"\"\n      dns-max-ttl:\n        description: Longest time that resolvers may cache the address of the host.\n        type: string\n        default: 60m\n      csrf-paths:\n        description: With site-kind preview, paths that must refuse a POST from another site, one per line.\n        type: string\n        default: \"\"\n      bursts:\n        description: \"With site-kind preview, paths that must limit requests, one per line: METHOD PATH COUNT.\"\n        type: string\n        default: \"\"\n      identity-path:\n        description: Path whose JSON names the build (metadata.deployment_id or git_commit).\n        type: string\n        default: /api/health\n      accept:\n        description: Failures to accept, as the input `accept` of the action `edge-audit`.\n        type: string\n        default: \"\"\n      on-unknown:\n        description: Whether a check that cannot be decided fails the audit (fail) or is only reported (warn).\n        type: string\n        default: fail\n      issue:\n        description: Whether an audit that does not pass opens an issue, and the next one that passes closes it.\n        type: boolean\n        default: true\n      platform-audit:\n        description: \"Whether platform-audit compares how your services are set with a policy file: off, report (what it finds does not fail the run), or require.\"\n        type: string\n        default: \"off\"\n      platform-policy:\n        description: File that says what production must look like, as the input `platform-policy` of the action `platform-audit`.\n        type: string\n        default: .lockstep/platform.yml\n      platform-snapshot:\n        description: Committed snapshot that settings are compared with. Without that file nothing is compared.\n        type: string\n        default: .lockstep/platform.json\n      platform-accept:\n        description: Failures to accept, as the input `accept` of the action `platform-audit`.\n        type: string\n        default: \"\"\n      keep-snapshot:\n        description: Whether the artifact of the platform audit has a snapshot and, with a committed one, a restore plan. Set to false in a public repository, because they show how you are protected.\n        type: boolean\n        default: true\n      database-report:\n        description: \"Whether database-report reads the statistics of the database in DATABASE_URL, and compares with the previous run of the same workflow on the same branch: off, report (what it finds does not fail the run), or require.\"\n        type: string\n        default: \"off\"\n      database-environment:\n        description: GitHub environment whose DATABASE_URL the database report uses. Empty means the secret that the caller passes. It needs no reviewers, who would hold up the schedule.\n        type: string\n        default: \"\"\n      database-accept:\n        description: Failures to accept, as the input `accept` of the action `database-report`.\n        type: string\n        default: \"\"\n      slow-statement:\n        description: \"For the database report: mean time from which a statement is slow.\"\n        type: string\n        default: 500ms\n      bundle-url:\n        description: Page whose scripts are searched for the lines `bundle` of the policy. Empty means production-url.\n        type: string\n        default: \"\"\n      vercel-project:\n        description: \"For platform-audit: Vercel project, by id or name.\"\n        type: string\n        default: \"\"\n      vercel-team:\n        description: \"For platform-audit: Vercel team, by id or slug; empty for a personal project.\"\n        type: string\n        default: \"\"\n      supabase-project:\n        description: \"For platform-audit: reference of the Supabase project, the 20 letters of https://REF.supabase.co.\"\n        type: string\n        default: \"\"\n      sentry-organization:\n        description: \"For platform-audit: organization at Sentry.\"\n        type: string\n        default: \"\"\n      sentry-project:\n        description: \"For platform-audit: project at Sentry.\"\n        type: string\n        default: \"\"\n      sentry-release:\n        description: \"For the line `drill-event` of the policy: release at Sentry whose error drill has to have arrived.\"\n        type: string\n        default: \"\"\n      runs-on:\n        description: Label of the runner.\n        type: string\n        default: ubuntu-24.04\n      slack-api-url:\n        description: Base URL of Slack's Web API.\n        type: string\n        default: https://slack.com/api\n      vercel-api-url:\n        description: Base URL of Vercel's API.\n        type: string\n        default: https://api.vercel.com\n      supabase-api-url:\n        description: Base URL of Supabase's Management API.\n        type: string\n        default: https://api.supabase.com\n      stripe-api-url:\n        description: Base URL of Stripe's API.\n        type: string\n        default: https://api.stripe.com\n      sentry-api-url:\n        description: Base URL of Sentry.\n        type: string\n        default: https://sentry.io\n    secrets:\n      PROTECTION_BYPASS:\n        description: Vercel's Protection Bypass for Automation secret, if the site is protected.\n        required: false\n      OTHER_CLIENT:\n        description: \"Headers of a second client, `NAME: VALUE` one per line, which no burst may slow down.\"\n        required: false\n      VERCEL_AUDIT_TOKEN:\n        description: \"For platform-audit: Vercel token of a member with the role Viewer; a token that is scoped to the project sees less.\"\n        required: false\n      SUPABASE_AUDIT_TOKEN:\n        description: \"For platform-audit: Supabase token that is scoped to the project and to reading.\"\n        required: false\n      LOCKSTEP_AUDIT_TOKEN:\n        description: \"For platform-audit: fine-grained GitHub token with `Administration: read`. Without it the token of the job is used, which sees less.\"\n        required: false\n      STRIPE_AUDIT_KEY:\n        description: \"For platform-audit: restricted key of Stripe with `Webhook Endpoints: Read`.\"\n        required: false\n      SENTRY_AUDIT_TOKEN:\n        description: \"For platform-audit: token of Sentry with `project:read` and `alerts:read`.\"\n        required: false\n      LOCKSTEP_DRILL_SECRET:\n        description: \"For the line `drill-event` of the policy: the secret by which the app signs its error drill.\"\n        required: false\n      DATABASE_URL:\n        description: \"For database-report: connection string of the database. A role with pg_read_all_stats is enough; nothing but statistics is read.\"\n        required: false\n      NOTIFY_TARGETS:\n        description: YAML of further targets of actions/notify, including their tokens. People's channels get failures only.\n        required: false\n    outputs:\n      verdict:\n        description: pass if every check of every audit passed or was accepted; otherwise fail or unknown.\n        value: ${{ (jobs.edge.outputs.verdict == 'fail' || jobs.platform.outputs.verdict == 'fail' || jobs.database.outputs.verdict == 'fail') && 'fail' || (jobs.edge.outputs.verdict == 'pass' && (inputs.platform-audit == 'off' || jobs.platform.outputs.verdict == 'pass') && (inputs.database-report == 'off' || jobs.database.outputs.verdict == 'pass')) && 'pass' || 'unknown' }}\n      grade:\n        description: Grade of the headers of the first page.\n        value: ${{ jobs.edge.outputs.grade }}\n      failed:\n        description: Number of checks of the site that failed.\n        value: ${{ jobs.edge.outputs.failed }}\n      platform-failed:\n        description: Number of lines of the policy, and of pinned settings, that failed.\n        value: ${{ jobs.platform.outputs.failed }}\n      drift:\n        description: Number of settings that changed since the committed snapshot; empty without one.\n        value: ${{ jobs.platform.outputs.drift }}\n      database-failed:\n        description: Number of checks of the database report that failed.\n        value: ${{ jobs.database.outputs.failed }}\npermissions: {}\njobs:\n  edge:\n    name: Edge\n    runs-on: ${{ inputs.runs-on }}\n    timeout-minutes: 15\n    permissions:\n      deployments: read # the ledger: which release is live\n      issues: write # the issue of an audit that does not pass\n    outputs:\n      verdict: ${{ steps.audit.outputs.verdict || 'unknown' }}\n      grade: ${{ steps.audit.outputs.grade }}\n      failed: ${{ steps.audit.outputs.failed }}\n    env:\n      NOTIFY: ${{ secrets.NOTIFY_TARGETS != '' }}\n    steps:\n      # Any word but `any` expects it: a typing error must not look at whatever answers.\n      - name: Find the live release\n        id: live\n        if: inputs.expect != 'any'\n        uses: $/actions/promotion\n        with:\n          command: live\n          environment: ${{ inputs.environment }}\n          service: ${{ inputs.service }}\n      - name: Look from outside\n        id: audit\n        uses: $/actions/edge-audit\n        with:\n          url: ${{ inputs.production-url }}\n          site-kind: ${{ inputs.site-kind }}\n          # An output that is missing must not turn into no expectation.\n          expect-deployment: ${{ inputs.expect != 'any' && (steps.live.outputs.deployment-id || 'not-named') || '' }}\n          identity-path: ${{ inputs.identity-path }}\n          paths: ${{ inputs.paths }}\n          api-paths: ${{ inputs.api-paths }}\n          cors-origins: ${{ inputs.cors-origins }}\n          hosts: ${{ inputs.hosts }}\n          skip-paths: ${{ inputs.skip-paths }}\n          checks: ${{ inputs.checks }}\n          csp: ${{ inputs.csp }}\n          min-grade: ${{ inputs.min-grade }}\n          min-tls: ${{ inputs.min-tls }}\n          min-days-left: ${{ inputs.min-days-left }}\n          telemetry: ${{ inputs.telemetry }}\n          dns-resolvers: ${{ inputs.dns-resolvers }}\n          dns-expect: ${{ inputs.dns-expect }}\n          dns-max-ttl: ${{ inputs.dns-max-ttl }}\n          csrf-paths: ${{ inputs.csrf-paths }}\n          bursts: ${{ inputs.bursts }}\n          other-client: ${{ secrets.OTHER_CLIENT }}\n          accept: ${{ inputs.accept }}\n          on-unknown: ${{ inputs.on-unknown }}\n          protection-bypass: ${{ secrets.PROTECTION_BYPASS }}\n      - name: Keep the report\n        if: always() && steps.audit.outputs.report-directory != ''\n        uses: actions/upload-artifact@b7c566a772e6b6bfb58ed0dc250532a479d7789f # v6.0.0\n        with:\n          name: lockstep-edge-audit\n          path: ${{ steps.audit.outputs.report-directory }}\n          # A re-run replaces what the attempt before it uploaded under the same name.\n          overwrite: true\n      - name: Report in the issue\n        if: always() && inputs.issue\n        uses: $/actions/notify\n        with:\n          targets: \"- { type: github-issue, label: lockstep-audit }\"\n          task: edge audit\n          environment: ${{ inputs.environment }}\n          service: ${{ inputs.service }}\n          summary: ${{ steps.audit.outputs.result }}\n          failure: |\n            ${{ steps.audit.outputs.verdict != 'pass' && format('{0} did not pass: {1}', inputs.production-url, steps.audit.outputs.result || steps.live.outputs.reason || 'the job stopped before it was looked at') || '' }}\n      - name: Notify\n        if: always() && env.NOTIFY == 'true'\n        uses: $/actions/notify\n        with:\n          targets: ${{ secrets.NOTIFY_TARGETS }}\n          slack-api-url: ${{ inputs.slack-api-url }}\n          task: edge audit\n          environment: ${{ inputs.environment }}\n          service: ${{ inputs.service }}\n          summary: ${{ steps.audit.outputs.result }}\n          failure: |\n            ${{ steps.audit.outputs.verdict != 'pass' && format('{0} did not pass: {1}', inputs.production-url, steps.audit.outputs.result || steps.live.outputs.reason || 'the job stopped before it was looked at') || '' }}\n\n  platform:\n    name: Platform\n    if: inputs.platform-audit != 'off'\n    runs-on: ${{ inputs.runs-on }}\n    timeout-minutes: 15\n    permissions:\n      actions: read # environments and their reviewers, where no LOCKSTEP_AUDIT_TOKEN is given\n      contents: read # checkout: the policy and the snapshot\n      issues: write # the issue of an audit that does not pass\n    outputs:\n      verdict: ${{ steps.audit.outputs.verdict || 'unknown' }}\n      failed: ${{ steps.audit.outputs.failed }}\n      drift: ${{ steps.audit.outputs.drift }}\n    env:\n      NOTIFY: ${{ secrets.NOTIFY_TARGETS != '' }}\n    steps:\n      - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2\n        with:\n          persist-credentials: false\n      - name: Look for the committed snapshot\n        id: committed\n        env:\n          SNAPSHOT: ${{ inputs.platform-snapshot }}\n        run: |\n          if [ -f \"$SNAPSHOT\" ]; then\n            echo \"path=$SNAPSHOT\" >> \"$GITHUB_OUTPUT\"\n          else\n            echo \"There is no snapshot ${SNAPSHOT:-file} in the repository, so nothing is compared with it. Commit platform.json of the artifact to see what changes from now on.\"\n          fi\n      - name: Compare with the policy\n        id: audit\n        uses: $/actions/platform-audit\n        with:\n          platform-policy: ${{ inputs.platform-policy }}\n          vercel-project: ${{ inputs.vercel-project }}\n          vercel-team: ${{ inputs.vercel-team }}\n          vercel-token: ${{ secrets.VERCEL_AUDIT_TOKEN }}\n          vercel-api-url: ${{ inputs.vercel-api-url }}\n          supabase-project: ${{ inputs.supabase-project }}\n          supabase-token: ${{ secrets.SUPABASE_AUDIT_TOKEN }}\n          supabase-api-url: ${{ inputs.supabase-api-url }}\n          github-token: ${{ secrets.LOCKSTEP_AUDIT_TOKEN || github.token }}\n          github-environment: ${{ inputs.environment }}\n          stripe-key: ${{ secrets.STRIPE_AUDIT_KEY }}\n          stripe-api-url: ${{ inputs.stripe-api-url }}\n          sentry-token: ${{ secrets.SENTRY_AUDIT_TOKEN }}\n          sentry-organization: ${{ inputs.sentry-organization }}\n          sentry-project: ${{ inputs.sentry-project }}\n          sentry-release: ${{ inputs.sentry-release }}\n          sentry-drill-secret: ${{ secrets.LOCKSTEP_DRILL_SECRET }}\n          sentry-api-url: ${{ inputs.sentry-api-url }}\n          url: ${{ inputs.bundle-url || inputs.production-url }}\n          protection-bypass: ${{ secrets.PROTECTION_BYPASS }}\n          compare-with: ${{ steps.committed.outputs.path }}\n          snapshot-path: ${{ inputs.keep-snapshot && format('{0}/lockstep-platform/platform.json', runner.temp) || '' }}\n          restore-plan-path: ${{ inputs.keep-snapshot && steps.committed.outputs.path != '' && format('{0}/lockstep-platform/restore-plan.sh', runner.temp) || '' }}\n          report-directory: ${{ runner.temp }}/lockstep-platform\n          accept: ${{ inputs.platform-accept }}\n          on-unknown: ${{ inputs.on-unknown }}\n          report-only: ${{ inputs.platform-audit == 'report' }}\n      - name: Keep the report\n        if: always() && steps.audit.outputs.report-directory != ''\n        uses: actions/upload-artifact@b7c566a772e6b6bfb58ed0dc250532a479d7789f # v6.0.0\n        with:\n          name: lockstep-platform-audit\n          path: ${{ steps.audit.outputs.report-directory }}\n          # A re-run replaces what the attempt before it uploaded under the same name.\n          overwrite: true\n      - name: Report in the issue\n        if: always() && inputs.issue\n        uses: $/actions/notify\n        with:\n          targets: \"- { type: github-issue, label: lockstep-audit }\"\n          task: platform audit\n          state: ${{ steps.audit.outputs.verdict == 'fail' && 'task-failed' || 'auto' }} # with report too\n          environment: ${{ inputs.environment }}\n          service: ${{ inputs.service }}\n          summary: ${{ steps.audit.outputs.result }}\n          failure: |\n            ${{ steps.audit.outputs.verdict != 'pass' && format('the platform of {0} did not pass: {1}', github.repository, steps.audit.outputs.result || 'the job stopped before it was looked at') || '' }}\n      - name: Notify\n        if: always() && env.NOTIFY == 'true'\n        uses: $/actions/notify\n        with:\n          targets: ${{ secrets.NOTIFY_TARGETS }}\n          slack-api-url: ${{ inputs.slack-api-url }}\n          task: platform audit\n          state: ${{ steps.audit.outputs.verdict == 'fail' && 'task-failed' || 'auto' }} # with report too\n          environment: ${{ inputs.environment }}\n          service: ${{ inputs.service }}\n          summary: ${{ steps.audit.outputs.result }}\n          failure: |\n            ${{ steps.audit.outputs.verdict != 'pass' && format('the platform of {0} did not pass: {1}', github.repository, steps.audit.outputs.result || 'the job stopped before it was looked at') || '' }}\n\n  database:\n    name: Database\n    if: inputs.database-report != 'off'\n    runs-on: ${{ inputs.runs-on }}\n    timeout-minutes: 15\n    permissions:\n      actions: read # the report of the previous run\n      issues: write # the issue of a report that does not pass\n    environment:\n      name: ${{ inputs.database-environment }}\n      deployment: false\n    outputs:\n      verdict: ${{ steps.report.outputs.verdict || 'unknown' }}\n      failed: ${{ steps.report.outputs.failed }}\n    env:\n      NOTIFY: ${{ secrets.NOTIFY_TARGETS != '' }}\n    steps:\n      # Runs of forks may have a branch of the same name. A report that failed has a snapshot as well.\n      - name: Find the previous run\n        id: previous\n        continue-on-error: true\n        env:\n          GH_TOKEN: ${{ github.token }}\n          CALLER: ${{ github.workflow_ref }}\n          BRANCH: ${{ github.ref_name }}\n        run: |\n          file=\"${CALLER%@*}\"\n          run=$(curl --fail --silent --show-error --max-time 30 --retry 3 --get \\\n            --header \"Authorization: Bearer $GH_TOKEN\" --header 'Accept: application/vnd.github+json' \\\n            --data-urlencode \"branch=$BRANCH\" --data status=completed --data per_page=20 \\\n            \"$GITHUB_API_URL/repos/$GITHUB_REPOSITORY/actions/workflows/${file##*/}/runs\" |\n            jq --raw-output 'first(.workflow_runs[] | select(.head_repository.full_name == env.GITHUB_REPOSITORY) | .id) // \"\"')\n          echo \"run-id=$run\" >> \"$GITHUB_OUTPUT\"\n      - name: Get its snapshot\n        if: steps.previous.outputs.run-id != ''\n        continue-on-error: true\n        uses: actions/download-artifact@37930b1c2abaa49bbe596cd826c3c89aef350131 # v7.0.0\n        with:\n          name: lockstep-database-report\n          path: ${{ runner.temp }}/lockstep-database-before\n          run-id: ${{ steps.previous.outputs.run-id }}\n          github-token: ${{ github.token }}\n      - name: Look for the snapshot\n        id: before\n        env:\n          SNAPSHOT: ${{ runner.temp }}/lockstep-database-before/statements.json\n        run: |\n          if [ -f \"$SNAPSHOT\" ]; then\n            echo \"path=$SNAPSHOT\" >> \"$GITHUB_OUTPUT\"\n          else\n            echo \"::notice::The previous run left no snapshot, so nothing is compared: no statement is reported as new or heavier this time.\"\n          fi\n      - name: Read the statistics\n        id: report\n        uses: $/actions/database-report\n        with:\n          database-url: ${{ secrets.DATABASE_URL }}\n          slow: ${{ inputs.slow-statement }}\n          compare-with: ${{ steps.before.outputs.path }}\n          snapshot-path: ${{ runner.temp }}/lockstep-database/statements.json\n          report-directory: ${{ runner.temp }}/lockstep-database\n          accept: ${{ inputs.database-accept }}\n          on-unknown: ${{ inputs.on-unknown }}\n          report-only: ${{ inputs.database-report == 'report' }}\n      - name: Keep the report\n        if: always() && steps.report.outputs.report-directory != ''\n        uses: actions/upload-artifact@b7c566a772e6b6bfb58ed0dc250532a479d7789f # v6.0.0\n        with:\n          name: lockstep-database-report\n          path: ${{ steps.report.outputs.report-directory }}\n          # A re-run replaces what the attempt before it uploaded under the same name.\n          overwrite: true\n      - name: Report in the issue\n        if: always() && inputs.issue\n        uses: $/actions/notify\n        with:\n          targets: \"- { type: github-issue, label: lockstep-audit }\"\n          task: database report\n          state: ${{ steps.report.outputs.verdict == 'fail' && 'task-failed' || 'auto' }} # with report too\n          environment: ${{ inputs.environment }}\n          service: ${{ inputs.service }}\n          summary: ${{ steps.report.outputs.result }}\n          failure: |\n            ${{ steps.report.outputs.verdict != 'pass' && format('the database of {0} did not pass: {1}', github.repository, steps.report.outputs.result || 'the job stopped before it was looked at') || '' }}\n      - name: Notify\n        if: always() && env.NOTIFY == 'true'\n        uses: $/actions/notify\n        with:\n          targets: ${{ secrets.NOTIFY_TARGETS }}\n          slack-api-url: ${{ inputs.slack-api-url }}\n          task: database report\n          state: ${{ steps.report.outputs.verdict == 'fail' && 'task-failed' || 'auto' }} # with report too\n          environment: ${{ inputs.environment }}\n          service: ${{ inputs.service }}\n          summary: ${{ steps.report.outputs.result }}\n          failure: |\n            ${{ steps.report.outputs.verdict != 'pass' && format('the database of {0} did not pass: {1}', github.repository, steps.report.outputs.result || 'the job stopped before it was looked at') || '' }}\n",
    "backend": "# For the repository of a backend. In a pull request: does its contract break callers of the one on the base branch? Otherwise,\n# after each deployment and on a schedule: does the live backend keep its contract? Nothing is changed.\n#\n# An audit that does not pass on a schedule opens one issue, which the next one that passes closes.\nname: Lockstep backend\non:\n  workflow_call:\n    inputs:\n      contract:\n        description: \"File with the contract: an OpenAPI or a Markdown document.\"\n        type: string\n        required: true\n      backend-url:\n        description: Address of the live backend.\n        type: string\n        required: true\n      environment:\n        description: Name in messages and issues.\n        type: string\n        default: production\n      examples:\n        description: Values to ask with, as the input `examples` of the action `contract-check`.\n        type: string\n        default: \"\"\n      coverage:\n        description: Share of the operations with a safe method that must really be judged, from 0 to 1.\n        type: string\n        default: \"1\"\n      undocumented:\n        description: \"What fields and routes that the contract does not name do: warn or fail.\"\n        type: string\n        default: warn\n      protected:\n        description: Operations that must refuse requests without valid credentials even if the contract does not say so, one pattern per line.\n        type: string\n        default: \"\"\n      skip:\n        description: Operations that are not called, one pattern per line.\n        type: string\n        default: \"\"\n      requires:\n        description: Versions that must be live, as the input `requires` of the action `contract-check`.\n        type: string\n        default: \"\"\n      health-url:\n        description: Health route of the backend, whose JSON names the versions that `requires` is about.\n        type: string\n        default: \"\"\n      webhooks:\n        description: \"Webhooks for Stripe's events, as the input `webhooks` of the action `contract-check`: each must refuse events that are unsigned, old or wrongly signed.\"\n        type: string\n        default: \"\"\n      row-security:\n        description: Schemas that the Data API of Supabase serves, one per line. Each table in them that `anon` or `authenticated` may use must have row-level security. Needs DATABASE_URL.\n        type: string\n        default: \"\"\n      latency-budget:\n        description: How long an answer may take. Not checked when empty.\n        type: string\n        default: \"\"\n      contact:\n        description: Whom to call when the backend does not answer.\n        type: string\n        default: \"\"\n      accept:\n        description: Failures to accept, as the input `accept` of the action `contract-check`.\n        type: string\n        default: \"\"\n      on-unknown:\n        description: Whether a check that cannot be decided fails the run (fail) or is only reported (warn).\n        type: string\n        default: fail\n      issue:\n        description: Whether a scheduled run that does not pass opens an issue, and the next one that passes closes it.\n        type: boolean\n        default: true\n      runs-on:\n        description: Label of the runner.\n        type: string\n        default: ubuntu-24.04\n      slack-api-url:\n        description: Base URL of Slack's Web API.\n        type: string\n        default: https://slack.com/api\n    secrets:\n      BACKEND_IDENTITIES:\n        description: YAML of who asks the backend, as the input `as` of the action `contract-check`, including tokens of test users.\n        required: false\n      BACKEND_PROTECTION_BYPASS:\n        description: Vercel's Protection Bypass for Automation secret of the backend, if it is a protected deployment.\n        required: false\n      WEBHOOK_SECRET:\n        description: \"For `webhooks`: their signing secret. Without it, whether old signatures are refused is unknown.\"\n        required: false\n      DATABASE_URL:\n        description: \"For `row-security`: PostgreSQL connection URL. A role that may only read is enough.\"\n        required: false\n      NOTIFY_TARGETS:\n        description: YAML of further targets of actions/notify, including their tokens. People's channels get failures only.\n        required: false\n    outputs:\n      verdict:\n        description: pass if every check passed or was accepted; otherwise fail or unknown; empty where a pull request has nothing to compare with.\n        value: ${{ jobs.contract.outputs.verdict }}\n      coverage:\n        description: Share of the operations that were really judged; empty in a pull request.\n        value: ${{ jobs.contract.outputs.coverage }}\npermissions: {}\njobs:\n  contract:\n    name: Contract\n    runs-on: ${{ inputs.runs-on }}\n    timeout-minutes: 20\n    permissions:\n      contents: read # checkout\n      issues: write # the issue of a scheduled run that does not pass\n    outputs:\n      verdict: ${{ steps.compare.outputs.verdict || steps.ask.outputs.verdict }}\n      coverage: ${{ steps.ask.outputs.coverage }}\n    env:\n      NOTIFY: ${{ secrets.NOTIFY_TARGETS != '' }}\n    steps:\n      - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2\n        with:\n          persist-credentials: false\n      - name: Check out the base branch\n        if: github.event_name == 'pull_request'\n        uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2\n        with:\n          ref: ${{ github.event.pull_request.base.sha }}\n          path: .lockstep-base\n          persist-credentials: false\n      - name: Find the contract of the base branch\n        id: base\n        if: github.event_name == 'pull_request'\n        env:\n          CONTRACT: .lockstep-base/${{ inputs.contract }}\n        run: |\n          if [ -f \"$CONTRACT\" ]; then\n            echo \"contract=$CONTRACT\" >> \"$GITHUB_OUTPUT\"\n          else\n            echo \"::notice title=Lockstep backend::The base branch has no contract yet: there is nothing to compare with.\"\n          fi\n      # The live backend does not have yet what a pull request adds: its contract is asked for once it is deployed.\n      - name: Compare the contracts\n        id: compare\n        if: github.event_name == 'pull_request' && steps.base.outputs.contract != ''\n        uses: $/actions/contract-check\n        with:\n          contract: ${{ inputs.contract }}\n          live-contract: ${{ steps.base.outputs.contract }}\n          accept: ${{ inputs.accept }}\n      - name: Ask the backend\n        id: ask\n        if: github.event_name != 'pull_request'\n        uses: $/actions/contract-check\n        with:\n          contract: ${{ inputs.contract }}\n          base-url: ${{ inputs.backend-url }}\n          as: ${{ secrets.BACKEND_IDENTITIES }}\n          examples: ${{ inputs.examples }}\n          coverage-minimum: ${{ inputs.coverage }}\n          undocumented: ${{ inputs.undocumented }}\n          protected: ${{ inputs.protected }}\n          skip: ${{ inputs.skip }}\n          requires: ${{ inputs.requires }}\n          health-url: ${{ inputs.health-url }}\n          webhooks: ${{ inputs.webhooks }}\n          webhook-secret: ${{ secrets.WEBHOOK_SECRET }}\n          row-security: ${{ inputs.row-security }}\n          database-url: ${{ inputs.row-security != '' && secrets.DATABASE_URL || '' }}\n          latency-budget: ${{ inputs.latency-budget }}\n          contact: ${{ inputs.contact }}\n          accept: ${{ inputs.accept }}\n          on-unknown: ${{ inputs.on-unknown }}\n          protection-bypass: ${{ secrets.BACKEND_PROTECTION_BYPASS }}\n      - name: Keep the report\n        if: always() && (steps.ask.outputs.report-directory || steps.compare.outputs.report-directory) != ''\n        uses: actions/upload-artifact@b7c566a772e6b6bfb58ed0dc250532a479d7789f # v6.0.0\n        with:\n          name: lockstep-contract-check\n          path: ${{ steps.ask.outputs.report-directory || steps.compare.outputs.report-directory }}\n          # A re-run replaces what the attempt before it uploaded under the same name.\n          overwrite: true\n      - name: Report in the issue\n        if: always() && inputs.issue && github.event_name == 'schedule'\n        uses: $/actions/notify\n        with:\n          targets: \"- { type: github-issue, label: lockstep-backend }\"\n          task: contract check\n          environment: ${{ inputs.environment }}\n          service: backend\n          summary: ${{ steps.ask.outputs.result }}\n          failure: |\n            ${{ steps.ask.outputs.verdict != 'pass' && format('{0} did not pass: {1}', inputs.backend-url, steps.ask.outputs.result || 'the job stopped before it was asked') || '' }}\n      - name: Notify\n        if: always() && env.NOTIFY == 'true' && github.event_name != 'pull_request'\n        uses: $/actions/notify\n        with:\n          targets: ${{ secrets.NOTIFY_TARGETS }}\n          slack-api-url: ${{ inputs.slack-api-url }}\n          task: contract check\n          environment: ${{ inputs.environment }}\n          service: backend\n          summary: ${{ steps.ask.outputs.result }}\n          failure: |\n            ${{ steps.ask.outputs.verdict != 'pass' && format('{0} did not pass: {1}', inputs.backend-url, steps.ask.outputs.result || 'the job stopped before it was asked') || '' }}\n",
    "backup": "# Makes an encrypted backup of the database, and checks what the store really has.\n#\n# Call it on a schedule. A run that is green proves nothing: the second step looks at the store, so that a backup which is\n# missing, late or unlocked is red, whatever made it. A run that does not pass opens one issue, which the next run that\n# passes closes, and pings the heartbeat's /fail; a run that never starts is noticed by the heartbeat's monitor alone.\nname: Lockstep backup\non:\n  workflow_call:\n    inputs:\n      environment:\n        description: GitHub environment whose secrets are used. It needs no reviewers, who would hold up the schedule.\n        type: string\n        default: backup\n      database:\n        description: What the database is called in messages and issues.\n        type: string\n        default: production\n      create:\n        description: Whether to make a backup; `false` only checks what the store has.\n        type: boolean\n        default: true\n      to:\n        description: \"Where backups are kept: `s3://BUCKET/PREFIX`, for S3 and compatible stores.\"\n        type: string\n        required: true\n      encrypt-to:\n        description: age recipients (public keys) that can decrypt the backup, one per line.\n        type: string\n        default: \"\"\n      exclude-schemas:\n        description: Schemas to leave out completely, one per line.\n        type: string\n        default: \"\"\n      exclude-rows:\n        description: Tables whose rows to leave out, as `schema.table`, one per line; `*` matches anything.\n        type: string\n        default: \"\"\n      every:\n        description: How often a backup should be made.\n        type: string\n        default: 24h\n      max-age:\n        description: How old the newest backup may be. GitHub starts schedules hours late at times.\n        type: string\n        default: 30h\n      max-drill-age:\n        description: How long ago the last drill that passed may be; empty to not judge it.\n        type: string\n        default: 35d\n      require-tiers:\n        description: Tiers (daily, weekly, monthly, yearly) of which there must be a recent backup, one per line.\n        type: string\n        default: \"\"\n      keep:\n        description: \"For how many days the store should keep each tier, as `TIER: DAYS`, one per line; compared with its lifecycle rules.\"\n        type: string\n        default: \"\"\n      locked-for:\n        description: How long the store itself must keep the newest backup from being changed or deleted (Object Lock); empty to not judge it.\n        type: string\n        default: \"\"\n      policy-file:\n        description: Policy file in the repository, such as .lockstep/backup.yml, with retention limits, legal holds, recovery times and the runbook; empty for none.\n        type: string\n        default: \"\"\n      accept:\n        description: Failures of the check to accept, as the input `accept` of the action `backup`.\n        type: string\n        default: \"\"\n      issue:\n        description: Whether a run that does not pass opens an issue, and the next one that passes closes it.\n        type: boolean\n        default: true\n      max-duration:\n        description: How long the backup may take. Its snapshot holds back vacuum for as long.\n        type: string\n        default: 2h\n      parallel:\n        description: How many tables are read at the same time. Each takes one connection.\n        type: number\n        default: 4\n      s3-region:\n        description: Region of the bucket; `auto` for Cloudflare R2.\n        type: string\n        default: \"\"\n      s3-endpoint:\n        description: Address of a store that is compatible with S3; empty for AWS.\n        type: string\n        default: \"\"\n      s3-access-key-id:\n        description: Id of the access key, whose secret is S3_SECRET_ACCESS_KEY. The key needs no right to delete.\n        type: string\n        default: \"\"\n      aws-role:\n        description: ARN of an AWS role to assume by OIDC, in `s3-region`, instead of an access key.\n        type: string\n        default: \"\"\n      supabase-project:\n        description: Supabase project whose own backups are judged too, by its reference.\n        type: string\n        default: \"\"\n      min-pitr-window:\n        description: How far back Supabase must be able to restore any point in time; empty to not judge it.\n        type: string\n        default: \"\"\n      runs-on:\n        description: Label of the runner.\n        type: string\n        default: ubuntu-24.04\n      supabase-api-url:\n        description: Base URL of Supabase's Management API.\n        type: string\n        default: https://api.supabase.com\n      slack-api-url:\n        description: Base URL of Slack's Web API.\n        type: string\n        default: https://slack.com/api\n    secrets:\n      DATABASE_URL:\n        description: Connection string of the database, in session mode (port 5432), with a role that reads every row.\n        required: true\n      S3_SECRET_ACCESS_KEY:\n        description: Secret of the access key of the store.\n        required: false\n      SUPABASE_TOKEN:\n        description: Supabase access token that may read the project's backups.\n        required: false\n      BACKUP_HEARTBEAT_URL:\n        description: Ping URL of a heartbeat monitor (healthchecks.io or the like), which also notices a run that never started.\n        required: false\n      NOTIFY_TARGETS:\n        description: YAML of further targets of actions/notify, including their tokens. People's channels get failures only.\n        required: false\n    outputs:\n      verdict:\n        description: pass if the backup was made and the store has what it should; otherwise fail or unknown.\n        value: ${{ jobs.backup.outputs.verdict }}\n      backup-id:\n        description: Id of the newest backup in the store.\n        value: ${{ jobs.backup.outputs.backup-id }}\npermissions: {}\njobs:\n  backup:\n    name: Back up\n    runs-on: ${{ inputs.runs-on }}\n    timeout-minutes: 350\n    environment:\n      name: ${{ inputs.environment }}\n      deployment: false\n    concurrency:\n      group: lockstep-backup-${{ inputs.database }}\n      queue: max\n    permissions:\n      contents: read # checkout, for policy-file\n      id-token: write # AWS by OIDC, for aws-role\n      issues: write # the issue of a run that does not pass\n    outputs:\n      verdict: ${{ inputs.create && steps.create.outputs.verdict != 'pass' && (steps.create.outputs.verdict || 'unknown') || steps.status.outputs.verdict || 'unknown' }}\n      backup-id: ${{ steps.status.outputs.backup-id }}\n    env:\n      HEARTBEAT: ${{ secrets.BACKUP_HEARTBEAT_URL != '' }}\n      NOTIFY: ${{ secrets.NOTIFY_TARGETS != '' }}\n    steps:\n      - name: Ping the heartbeat (started)\n        if: env.HEARTBEAT == 'true'\n        uses: $/actions/notify\n        with:\n          targets: |\n            - { type: heartbeat, url: ${{ toJSON(secrets.BACKUP_HEARTBEAT_URL) }} }\n          task: backup\n          state: task-started\n          environment: ${{ inputs.database }}\n      - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2\n        if: inputs.policy-file != ''\n        with:\n          persist-credentials: false\n      - name: Log in to AWS\n        if: inputs.aws-role != ''\n        uses: aws-actions/configure-aws-credentials@e6de054238d6b7531b4efff3b6587d9aade6a06c # v6.2.3\n        with:\n          role-to-assume: ${{ inputs.aws-role }}\n          aws-region: ${{ inputs.s3-region }}\n      - name: Make a backup\n        id: create\n        if: inputs.create\n        uses: $/actions/backup\n        with:\n          command: create\n          database-url: ${{ secrets.DATABASE_URL }}\n          to: ${{ inputs.to }}\n          encrypt-to: ${{ inputs.encrypt-to }}\n          exclude-schemas: ${{ inputs.exclude-schemas }}\n          exclude-rows: ${{ inputs.exclude-rows }}\n          max-duration: ${{ inputs.max-duration }}\n          parallel: ${{ inputs.parallel }}\n          s3-region: ${{ inputs.s3-region }}\n          s3-endpoint: ${{ inputs.s3-endpoint }}\n          s3-access-key-id: ${{ inputs.s3-access-key-id }}\n          s3-secret-access-key: ${{ secrets.S3_SECRET_ACCESS_KEY }}\n      # Also where no backup could be made: then it says how old the newest one is.\n      - name: Check what the store has\n        id: status\n        if: \"!cancelled()\"\n        uses: $/actions/backup\n        with:\n          command: status\n          to: ${{ inputs.to }}\n          every: ${{ inputs.every }}\n          max-age: ${{ inputs.max-age }}\n          max-drill-age: ${{ inputs.max-drill-age }}\n          require-tiers: ${{ inputs.require-tiers }}\n          keep: ${{ inputs.keep }}\n          locked-for: ${{ inputs.locked-for }}\n          policy-file: ${{ inputs.policy-file }}\n          accept: ${{ inputs.accept }}\n          s3-region: ${{ inputs.s3-region }}\n          s3-endpoint: ${{ inputs.s3-endpoint }}\n          s3-access-key-id: ${{ inputs.s3-access-key-id }}\n          s3-secret-access-key: ${{ secrets.S3_SECRET_ACCESS_KEY }}\n          supabase-project: ${{ inputs.supabase-project }}\n          supabase-token: ${{ secrets.SUPABASE_TOKEN }}\n          supabase-api-url: ${{ inputs.supabase-api-url }}\n          min-pitr-window: ${{ inputs.min-pitr-window }}\n      - name: Keep the report\n        if: always() && steps.status.outputs.report-directory != ''\n        uses: actions/upload-artifact@b7c566a772e6b6bfb58ed0dc250532a479d7789f # v6.0.0\n        with:\n          name: lockstep-backup-status\n          path: ${{ steps.status.outputs.report-directory }}\n          # A re-run replaces what the attempt before it uploaded under the same name.\n          overwrite: true\n      - name: Report in the issue and to the heartbeat\n        if: always() && (inputs.issue || env.HEARTBEAT == 'true')\n        uses: $/actions/notify\n        with:\n          targets: |\n            ${{ inputs.issue && '- { type: github-issue, label: lockstep-backup }' || '' }}\n            ${{ secrets.BACKUP_HEARTBEAT_URL != '' && format('- {{ type: heartbeat, url: {0} }}', toJSON(secrets.BACKUP_HEARTBEAT_URL)) || '' }}\n          task: backup\n          environment: ${{ inputs.database }}\n          summary: ${{ steps.status.outputs.backup-id && format('newest backup {0}/{1}', steps.status.outputs.tier, steps.status.outputs.backup-id) || '' }}\n          failure: |\n            ${{ inputs.create && steps.create.outputs.verdict != 'pass' && format('No backup was made: {0}.', steps.create.outputs.reason || 'the job stopped before it') || '' }}\n            ${{ steps.status.outputs.verdict != 'pass' && format('The store does not have what it should: {0}, {1} failed and {2} unknown.', steps.status.outputs.reason || 'not looked at', steps.status.outputs.failed || '?', steps.status.outputs.unknown || '?') || '' }}\n      - name: Notify\n        if: always() && env.NOTIFY == 'true'\n        uses: $/actions/notify\n        with:\n          targets: ${{ secrets.NOTIFY_TARGETS }}\n          slack-api-url: ${{ inputs.slack-api-url }}\n          task: backup\n          environment: ${{ inputs.database }}\n          summary: ${{ steps.status.outputs.backup-id && format('newest backup {0}/{1}', steps.status.outputs.tier, steps.status.outputs.backup-id) || '' }}\n          failure: |\n            ${{ inputs.create && steps.create.outputs.verdict != 'pass' && format('No backup was made: {0}.', steps.create.outputs.reason || 'the job stopped before it') || '' }}\n            ${{ steps.status.outputs.verdict != 'pass' && format('The store does not have what it should: {0}, {1} failed and {2} unknown.', steps.status.outputs.reason || 'not looked at', steps.status.outputs.failed || '?', steps.status.outputs.unknown || '?') || '' }}\n",
    "cleanup": "# Deletes what closed pull requests left: their deployments on Vercel and their databases. Collapses their comment.\n#\n# Call it when a pull request is closed, and from a schedule, which finds what an event missed. It checks nothing out.\nname: Lockstep cleanup\non:\n  workflow_call:\n    inputs:\n      vercel-project:\n        description: Vercel project of the previews, by id or name.\n        type: string\n        required: true\n      vercel-team:\n        description: Vercel team, by id or slug; empty for a personal project.\n        type: string\n        default: \"\"\n      environment:\n        description: GitHub environment whose secrets are used.\n        type: string\n        default: preview\n      dry-run:\n        description: Plan only; print what would be removed and change nothing.\n        type: boolean\n        default: false\n      runs-on:\n        description: Label of the runner.\n        type: string\n        default: ubuntu-24.04\n      vercel-api-url:\n        description: Base URL of Vercel's API.\n        type: string\n        default: https://api.vercel.com\n    secrets:\n      VERCEL_TOKEN:\n        description: Vercel token with access to the project; a token that is scoped to the project is enough.\n        required: true\n      PREVIEW_DATABASE_SERVER:\n        description: postgresql:// URL of the server for previews, if they have databases of their own.\n        required: false\n    outputs:\n      removed:\n        description: JSON list of the ids of the deployments that were deleted.\n        value: ${{ jobs.cleanup.outputs.removed }}\n      dropped:\n        description: JSON list of the names of the databases that were dropped.\n        value: ${{ jobs.cleanup.outputs.dropped }}\npermissions: {}\njobs:\n  cleanup:\n    name: Clean up\n    # A fork's pull request had no preview of ours, and its closing brings no secrets.\n    if: >-\n      github.event_name != 'pull_request' ||\n      (github.event.pull_request.head.repo.full_name == github.repository &&\n      github.event.pull_request.user.login != 'dependabot[bot]')\n    runs-on: ${{ inputs.runs-on }}\n    timeout-minutes: 15\n    environment:\n      name: ${{ inputs.environment }}\n      deployment: false\n    permissions:\n      deployments: write # marks the preview as inactive on GitHub\n      pull-requests: write # reads whether it is closed, and writes its comment\n    outputs:\n      removed: ${{ steps.close.outputs.removed }}\n      dropped: ${{ steps.close.outputs.dropped }}\n    steps:\n      - name: Clean up\n        id: close\n        uses: $/actions/preview\n        with:\n          command: close\n          vercel-token: ${{ secrets.VERCEL_TOKEN }}\n          vercel-project: ${{ inputs.vercel-project }}\n          vercel-team: ${{ inputs.vercel-team }}\n          vercel-api-url: ${{ inputs.vercel-api-url }}\n          database-server: ${{ secrets.PREVIEW_DATABASE_SERVER }}\n          dry-run: ${{ inputs.dry-run }}\n      - name: Collapse the comment\n        if: \"!cancelled() && github.event_name == 'pull_request' && !inputs.dry-run\"\n        uses: $/actions/preview-comment\n",
    "contract": "# Applies the contract migrations that releases deferred, which remove what no code needs any more. Started by people.\n#\n#   plan       shows what waits, since when, by which release, and what it would remove; changes nothing\n#   approve    with an approval environment: people see exactly what will be removed\n#   contract   makes the backup or restore point, checks again what is live, and applies the plan that was shown\n#\n# It is refused while a release is running, held or unresolved, in a freeze, and until the newest release has been live\n# for long enough. Started again when everything is applied, it says so and passes.\nname: Lockstep contract\non:\n  workflow_call:\n    inputs:\n      environment:\n        description: The environment whose schema is contracted; also the GitHub environment whose secrets are used.\n        type: string\n        default: production\n      service:\n        description: Name of the service, where several are released separately to one environment.\n        type: string\n        default: web\n      contract-after:\n        description: How long the newest release must have been live, counted from its commit or a later rollback. Choose it by skew protection, open tabs and how long you want to be able to roll back to older code.\n        type: string\n        default: 24h\n      freeze:\n        description: \"Periods in which nothing is applied, as in release.yml, one per line: `2026-12-20..2027-01-04 year's end`, `Fri 16:00..Mon 08:00`.\"\n        type: string\n        default: \"\"\n      freeze-zone:\n        description: Time zone of `freeze`, such as Europe/Berlin.\n        type: string\n        default: UTC\n      approval-environment:\n        description: GitHub environment with required reviewers to wait for; empty for no approval.\n        type: string\n        default: \"\"\n      dry-run:\n        description: Plan only; show what would be done and change nothing.\n        type: boolean\n        default: false\n      restore-point:\n        description: \"Whether Supabase is asked for a restore point right before anything is applied: `none`; `auto` asks, and continues with a warning where Supabase offers none or does not confirm it in time; `required` applies nothing without one. A refusal always stops it.\"\n        type: string\n        default: none\n      supabase-project:\n        description: \"`restore-point`: the Supabase project of the database, by its reference.\"\n        type: string\n        default: \"\"\n      archive:\n        description: \"Whether what the migrations delete is copied into the schema `lockstep_archive` first, in the same transaction: `auto` does so, except where the plan says why that is not possible; `always` then applies nothing; `never` deletes without an archive. A rollback past these migrations needs the archive.\"\n        type: string\n        default: auto\n      archive-limit:\n        description: \"`archive`: how much one migration may archive, one limit per line: `N rows`, `N MB`. More is refused, and nothing is changed.\"\n        type: string\n        default: |-\n          1000000 rows\n          100 MB\n      archive-lock-limit:\n        description: \"`archive`: how long the tables of one migration may be locked while it archives and runs. Longer is refused, and nothing is changed.\"\n        type: string\n        default: 5s\n      archive-keep:\n        description: \"How long archived data is kept. What is older is reported by the next release, and deleted by archives.yml.\"\n        type: string\n        default: 30d\n      on-data-loss:\n        description: \"What the undo does, where a later one of the migrations fails and rolling back an earlier one would delete what users wrote since: keep (it stays applied), fail, archive or allow (delete it).\"\n        type: string\n        default: keep\n      backup-to:\n        description: \"Where to back up the whole database before anything is applied: `s3://BUCKET/PREFIX`, as in backup.yml. Unless that backup passes, nothing is applied. Empty for no such backup.\"\n        type: string\n        default: \"\"\n      backup-younger-than:\n        description: \"`backup-to`: make no backup, but apply nothing unless the newest finished one in that store is younger than this, such as `2h`. Empty to make one.\"\n        type: string\n        default: \"\"\n      backup-drilled-within:\n        description: \"`backup-younger-than`: how long ago a backup of that store must have been restored and compared by a drill that passed; empty to accept backups that were never restored.\"\n        type: string\n        default: 35d\n      backup-encrypt-to:\n        description: \"`backup-to`: age recipients (public keys) that can decrypt the backup, one per line.\"\n        type: string\n        default: \"\"\n      backup-exclude-rows:\n        description: \"`backup-to`: tables whose rows to leave out, as `schema.table`, one per line; `*` matches anything. Leave out none that a contract migration touches.\"\n        type: string\n        default: \"\"\n      backup-max-duration:\n        description: \"`backup-to`: how long the backup may take. No release begins meanwhile.\"\n        type: string\n        default: 45m\n      backup-s3-region:\n        description: \"`backup-to`: region of the bucket; `auto` for Cloudflare R2.\"\n        type: string\n        default: \"\"\n      backup-s3-endpoint:\n        description: \"`backup-to`: address of a store that is compatible with S3; empty for AWS.\"\n        type: string\n        default: \"\"\n      backup-s3-access-key-id:\n        description: \"`backup-to`: id of the access key, whose secret is S3_SECRET_ACCESS_KEY. The key needs no right to delete.\"\n        type: string\n        default: \"\"\n      backup-command:\n        description: Command that makes another kind of backup, run before anything is applied. It gets DATABASE_URL and the variables of BACKUP_ENV. If it fails, nothing is applied.\n        type: string\n        default: \"\"\n      vercel-project:\n        description: Vercel project, by id or name; it must serve the newest release.\n        type: string\n        required: true\n      vercel-team:\n        description: Vercel team, by id or slug; empty for a personal project.\n        type: string\n        default: \"\"\n      migrations-directory:\n        description: Directory of the migrations.\n        type: string\n        default: supabase/migrations\n      down-directory:\n        description: Directory of the down migrations (`supabase` layout).\n        type: string\n        default: supabase/rollbacks\n      submodules:\n        description: \"Which submodules to check out: false, true or recursive.\"\n        type: string\n        default: \"false\"\n      lfs:\n        description: Whether to check out Git LFS files.\n        type: boolean\n        default: false\n      lock-timeout:\n        description: How long a migration may wait for a lock. The app's queries queue behind it for at most this long.\n        type: string\n        default: 200ms\n      lock-retry-for:\n        description: How long a migration that could not acquire its locks is retried.\n        type: string\n        default: 60s\n      statement-timeout:\n        description: How long one statement of a migration may take.\n        type: string\n        default: 15m\n      runs-on:\n        description: Label of the runner.\n        type: string\n        default: ubuntu-24.04\n      vercel-api-url:\n        description: Base URL of Vercel's API.\n        type: string\n        default: https://api.vercel.com\n      supabase-api-url:\n        description: Base URL of Supabase's Management API.\n        type: string\n        default: https://api.supabase.com\n      slack-api-url:\n        description: Base URL of Slack's Web API.\n        type: string\n        default: https://slack.com/api\n    # Named as GitHub stores secrets: a stored name has no hyphens, and a secret of the job's environment replaces the one\n    # that was passed only if the names are equal.\n    secrets:\n      VERCEL_TOKEN:\n        description: Vercel token with access to the project; a token that is scoped to the project is enough.\n        required: true\n      DATABASE_URL:\n        description: Connection string of the database, in session mode (port 5432).\n        required: true\n      NOTIFY_TARGETS:\n        description: YAML of the targets of actions/notify, including their tokens. Without it no notification is sent.\n        required: false\n      S3_SECRET_ACCESS_KEY:\n        description: Secret of the access key of the store of `backup-to`.\n        required: false\n      SUPABASE_TOKEN:\n        description: Supabase access token for `restore-point`, with the permissions backups_write and backups_read.\n        required: false\n      BACKUP_ENV:\n        description: Secret variables of the backup command, `NAME=value`, one per line; for a value of several lines, `NAME<<END`, the lines, and `END`.\n        required: false\n      CHECKOUT_TOKEN:\n        description: Token that can read the submodules, if they are private repositories.\n        required: false\n    outputs:\n      verdict:\n        description: pass if nothing waits any more or the whole plan was applied; otherwise fail or unknown; empty if the plan was only shown, or not approved.\n        value: ${{ jobs.contract.outputs.verdict || jobs.plan.outputs.verdict }}\npermissions: {}\njobs:\n  plan:\n    name: Plan\n    runs-on: ${{ inputs.runs-on }}\n    timeout-minutes: 10\n    environment:\n      name: ${{ inputs.environment }}\n      deployment: false\n    permissions:\n      contents: read # checkout\n      deployments: read # the ledger\n    outputs:\n      # An output that GitHub dropped is empty, which is not \"nothing\": then the next job says so, and fails.\n      handover: ${{ steps.handover.outputs.handover || 'nothing' }}\n      verdict: ${{ steps.plan.outputs.verdict != 'pass' && 'fail' || steps.plan.outputs.to-apply-count == '0' && 'pass' || steps.ripe.outputs.verdict != 'pass' && 'fail' || '' }} # for the caller alone\n    steps:\n      - name: Find the live release\n        id: live\n        uses: $/actions/promotion\n        with:\n          command: live\n          environment: ${{ inputs.environment }}\n          service: ${{ inputs.service }}\n          committed-for: 0s # however short: only a committed release has a plan\n      - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2\n        with:\n          ref: ${{ steps.live.outputs.commit-sha }}\n          submodules: ${{ inputs.submodules }}\n          lfs: ${{ inputs.lfs }}\n          token: ${{ secrets.CHECKOUT_TOKEN || github.token }}\n          persist-credentials: false\n      - name: Plan contract migrations\n        id: plan\n        uses: $/actions/migrate\n        with:\n          command: plan\n          phase: contract\n          database-url: ${{ secrets.DATABASE_URL }}\n          directory: ${{ inputs.migrations-directory }}\n          down-directory: ${{ inputs.down-directory }}\n          archive: ${{ inputs.archive }}\n          archive-limit: ${{ inputs.archive-limit }}\n          archive-lock-limit: ${{ inputs.archive-lock-limit }}\n          archive-keep: ${{ inputs.archive-keep }}\n      - name: Show what a mistake would cost\n        if: >-\n          steps.plan.outputs.deletes != '' && inputs.restore-point != 'required' && inputs.backup-to == '' &&\n          inputs.backup-command == ''\n        env:\n          DELETES: ${{ steps.plan.outputs.deletes }}\n        shell: bash\n        run: |\n          echo \"::warning title=Nothing to restore from::If these contract migrations are wrong, this is lost for good: ${DELETES//[%$'\\r\\n']/ }. Set restore-point: required, backup-to or backup-command.\"\n      - name: Check for a freeze\n        id: freeze\n        if: steps.plan.outputs.to-apply-count != '0'\n        uses: $/actions/release\n        with:\n          command: check\n          environment: ${{ inputs.environment }}\n          service: ${{ inputs.service }}\n          freeze: ${{ inputs.freeze }}\n          freeze-zone: ${{ inputs.freeze-zone }}\n      - name: Fail during a freeze\n        if: steps.plan.outputs.to-apply-count != '0' && steps.freeze.outputs.verdict != 'pass'\n        shell: bash\n        run: |\n          echo '::error::a freeze is active, or it is unknown whether one is (see the step before); contract migrations wait'\n          exit 1\n      - name: Check the waiting period\n        id: ripe\n        if: steps.plan.outputs.to-apply-count != '0'\n        uses: $/actions/promotion\n        with:\n          command: live\n          environment: ${{ inputs.environment }}\n          service: ${{ inputs.service }}\n          committed-for: ${{ inputs.contract-after }}\n          expect-release: ${{ steps.live.outputs.release-id }}\n          vercel-token: ${{ secrets.VERCEL_TOKEN }}\n          vercel-project: ${{ inputs.vercel-project }}\n          vercel-team: ${{ inputs.vercel-team }}\n          vercel-api-url: ${{ inputs.vercel-api-url }}\n      - name: Pass values to the next jobs\n        id: handover\n        if: steps.plan.outputs.to-apply-count != '0'\n        uses: $/actions/handover\n        with:\n          values: |\n            release-id: ${{ toJSON(steps.live.outputs.release-id) }}\n            commit-sha: ${{ toJSON(steps.live.outputs.commit-sha) }}\n            plan-digest: ${{ toJSON(steps.plan.outputs.plan-digest) }}\n            folder-digest: ${{ toJSON(steps.plan.outputs.folder-digest) }}\n            count: ${{ toJSON(steps.plan.outputs.to-apply-count) }}\n            archive: ${{ toJSON(steps.plan.outputs.archive) }}\n\n  approve:\n    name: Approve\n    needs: plan\n    if: inputs.approval-environment != '' && !inputs.dry-run && needs.plan.outputs.handover != 'nothing'\n    runs-on: ${{ inputs.runs-on }}\n    timeout-minutes: 5\n    environment:\n      name: ${{ inputs.approval-environment }}\n      deployment: false\n    permissions: {}\n    steps:\n      - name: Receive values from plan\n        id: given\n        uses: $/actions/handover\n        with:\n          handover: ${{ needs.plan.outputs.handover }}\n          from: plan\n      - name: Record the approval\n        env:\n          PLAN: ${{ steps.given.outputs.plan-digest }}\n          COMMIT: ${{ steps.given.outputs.commit-sha }}\n          RELEASE: ${{ steps.given.outputs.release-id }}\n        run: |\n          {\n            echo \"### Approved\"\n            echo \"Contract migrations of release \\`$RELEASE\\`, commit \\`$COMMIT\\`, plan \\`$PLAN\\`.\"\n          } >> \"$GITHUB_STEP_SUMMARY\"\n\n  contract:\n    name: Contract\n    needs: [plan, approve]\n    # An approval that was not required is skipped; one that was refused is not a success.\n    if: >-\n      !cancelled() && !inputs.dry-run && needs.plan.result == 'success' && needs.plan.outputs.handover != 'nothing' &&\n      (needs.approve.result == 'success' || (needs.approve.result == 'skipped' && inputs.approval-environment == ''))\n    runs-on: ${{ inputs.runs-on }}\n    timeout-minutes: 120\n    environment:\n      name: ${{ inputs.environment }}\n      deployment: false\n    concurrency:\n      # The concurrency group of releases: none begins in the meantime.\n      group: lockstep-${{ inputs.environment }}-${{ inputs.service }}\n      queue: max\n    permissions:\n      contents: read # checkout\n      deployments: write # the ledger, with the name of the restore point\n    outputs:\n      verdict: ${{ steps.again.outputs.verdict || steps.left.outputs.to-apply-count == '0' && 'pass' || steps.apply.outputs.verdict == 'unknown' && 'unknown' || 'fail' }}\n    env:\n      NOTIFY: ${{ secrets.NOTIFY_TARGETS != '' }}\n    steps:\n      - name: Receive values from plan\n        id: given\n        uses: $/actions/handover\n        with:\n          handover: ${{ needs.plan.outputs.handover }}\n          from: plan\n      - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2\n        with:\n          ref: ${{ steps.given.outputs.commit-sha }}\n          submodules: ${{ inputs.submodules }}\n          lfs: ${{ inputs.lfs }}\n          token: ${{ secrets.CHECKOUT_TOKEN || github.token }}\n          persist-credentials: false\n      # If this job is re-run, everything may be applied by now.\n      - name: Compare with the approved plan\n        id: left\n        uses: $/actions/migrate\n        with:\n          command: plan\n          phase: contract\n          database-url: ${{ secrets.DATABASE_URL }}\n          directory: ${{ inputs.migrations-directory }}\n          down-directory: ${{ inputs.down-directory }}\n          expect-plan: ${{ steps.given.outputs.plan-digest }}\n          expect-folder: ${{ steps.given.outputs.folder-digest }}\n          # What the plan said would be archived is not deleted without.\n          archive: ${{ steps.given.outputs.archive }}\n          archive-limit: ${{ inputs.archive-limit }}\n          archive-lock-limit: ${{ inputs.archive-lock-limit }}\n          archive-keep: ${{ inputs.archive-keep }}\n      # A freeze may have begun while the approval was pending.\n      - name: Check for a freeze\n        id: freeze\n        if: steps.left.outputs.to-apply-count != '0'\n        uses: $/actions/release\n        with:\n          command: check\n          environment: ${{ inputs.environment }}\n          service: ${{ inputs.service }}\n          freeze: ${{ inputs.freeze }}\n          freeze-zone: ${{ inputs.freeze-zone }}\n      - name: Fail during a freeze\n        if: steps.left.outputs.to-apply-count != '0' && steps.freeze.outputs.verdict != 'pass'\n        shell: bash\n        run: |\n          echo '::error::a freeze is active, or it is unknown whether one is (see the step before); contract migrations wait'\n          exit 1\n      - name: Notify (started)\n        if: env.NOTIFY == 'true' && steps.left.outputs.to-apply-count != '0'\n        uses: $/actions/notify\n        with:\n          targets: ${{ secrets.NOTIFY_TARGETS }}\n          slack-api-url: ${{ inputs.slack-api-url }}\n          key: ${{ inputs.environment }}/${{ inputs.service }}/contract-${{ steps.given.outputs.release-id }}\n          environment: ${{ inputs.environment }}\n          service: ${{ inputs.service }}\n          state: contracting\n          commit-sha: ${{ steps.given.outputs.commit-sha }}\n          summary: ${{ steps.left.outputs.waiting }}\n      - name: Check for a recent backup\n        id: recent\n        if: inputs.backup-younger-than != '' && steps.left.outputs.to-apply-count != '0'\n        uses: $/actions/backup\n        with:\n          command: status\n          to: ${{ inputs.backup-to }}\n          max-age: ${{ inputs.backup-younger-than }}\n          every: ${{ inputs.backup-younger-than }}\n          runs: 1\n          max-drill-age: ${{ inputs.backup-drilled-within }}\n          s3-region: ${{ inputs.backup-s3-region }}\n          s3-endpoint: ${{ inputs.backup-s3-endpoint }}\n          s3-access-key-id: ${{ inputs.backup-s3-access-key-id }}\n          s3-secret-access-key: ${{ secrets.S3_SECRET_ACCESS_KEY }}\n      - name: Back up\n        id: backup\n        if: inputs.backup-to != '' && inputs.backup-younger-than == '' && steps.left.outputs.to-apply-count != '0'\n        uses: $/actions/backup\n        with:\n          command: create\n          database-url: ${{ secrets.DATABASE_URL }}\n          to: ${{ inputs.backup-to }}\n          encrypt-to: ${{ inputs.backup-encrypt-to }}\n          exclude-rows: ${{ inputs.backup-exclude-rows }}\n          release-id: ${{ steps.given.outputs.release-id }}\n          max-duration: ${{ inputs.backup-max-duration }}\n          s3-region: ${{ inputs.backup-s3-region }}\n          s3-endpoint: ${{ inputs.backup-s3-endpoint }}\n          s3-access-key-id: ${{ inputs.backup-s3-access-key-id }}\n          s3-secret-access-key: ${{ secrets.S3_SECRET_ACCESS_KEY }}\n      - name: Run the backup command\n        if: inputs.backup-command != '' && steps.left.outputs.to-apply-count != '0'\n        env:\n          BACKUP_COMMAND: ${{ inputs.backup-command }}\n          BACKUP_ENV: ${{ secrets.BACKUP_ENV }}\n          DATABASE_URL: ${{ secrets.DATABASE_URL }}\n        shell: bash\n        run: |\n          # Exports what one text says: NAME=value, or NAME<<END, lines and END, as GITHUB_ENV is written. Masks secret values.\n          give() {\n            local from=$1 mask=$3 line name end value number=0 ended bare seen=' '\n            local blank='^[[:space:]]*(#|$)' one='^[[:blank:]]*([A-Za-z_][A-Za-z0-9_]*)(=|<<)(.*)$'\n            while IFS= read -r line || [ -n \"$line\" ]; do\n              number=$((number + 1)) line=${line%$'\\r'}\n              if [[ $line =~ $blank ]]; then continue; fi\n              if ! [[ $line =~ $one ]]; then\n                echo \"::error title=$from::line $number is neither NAME=value nor NAME<<END with its lines and END\" && return 1\n              fi\n              name=${BASH_REMATCH[1]} value=${BASH_REMATCH[3]}\n              if [[ $seen == *\" $name \"* ]]; then\n                echo \"::error title=$from::line $number gives a variable that an earlier line gave\" && return 1\n              fi\n              seen+=\"$name \"\n              value=${value#\"${value%%[![:space:]]*}\"} value=${value%\"${value##*[![:space:]]}\"}\n              if [ \"${BASH_REMATCH[2]}\" = '<<' ]; then\n                end=$value value='' ended=\n                while [ -n \"$end\" ] && { IFS= read -r line || [ -n \"$line\" ]; }; do\n                  number=$((number + 1)) line=${line%$'\\r'}\n                  bare=${line#\"${line%%[![:space:]]*}\"} bare=${bare%\"${bare##*[![:space:]]}\"}\n                  if [ \"$bare\" = \"$end\" ]; then ended=1 && break; fi\n                  value+=$line$'\\n'\n                done\n                if [ -z \"$ended\" ]; then\n                  echo \"::error title=$from::a value of several lines has no line that ends it\" && return 1\n                fi\n                value=${value%$'\\n'}\n              fi\n              export \"$name=$value\"\n              [ -z \"$mask\" ] || while IFS= read -r line; do\n                [ ${#line} -lt 4 ] || echo \"::add-mask::${line//%/%25}\"\n              done <<< \"$value\"\n            done <<< \"$2\"\n          }\n          give BACKUP_ENV \"$BACKUP_ENV\" mask\n          unset BACKUP_ENV\n          bash -euo pipefail -c \"$BACKUP_COMMAND\"\n      - name: Create a restore point\n        id: point\n        if: inputs.restore-point != 'none' && steps.left.outputs.to-apply-count != '0'\n        uses: $/actions/restore-point\n        with:\n          supabase-project: ${{ inputs.supabase-project }}\n          supabase-token: ${{ secrets.SUPABASE_TOKEN }}\n          supabase-api-url: ${{ inputs.supabase-api-url }}\n          database-url: ${{ secrets.DATABASE_URL }}\n          environment: ${{ inputs.environment }}\n          service: ${{ inputs.service }}\n          release-id: ${{ steps.given.outputs.release-id }}\n          commit-sha: ${{ steps.given.outputs.commit-sha }}\n          # What is neither auto nor required is refused by name.\n          on-unknown: ${{ inputs.restore-point == 'auto' && 'warn' || inputs.restore-point == 'required' && 'fail' || inputs.restore-point }}\n      # A backup and an approval take time, and a rollback does not wait for them.\n      - name: Check the waiting period again\n        id: look\n        if: steps.left.outputs.to-apply-count != '0'\n        uses: $/actions/promotion\n        with:\n          command: live\n          environment: ${{ inputs.environment }}\n          service: ${{ inputs.service }}\n          committed-for: ${{ inputs.contract-after }}\n          expect-release: ${{ steps.given.outputs.release-id }}\n          vercel-token: ${{ secrets.VERCEL_TOKEN }}\n          vercel-project: ${{ inputs.vercel-project }}\n          vercel-team: ${{ inputs.vercel-team }}\n          vercel-api-url: ${{ inputs.vercel-api-url }}\n      - name: Apply contract migrations\n        id: apply\n        if: steps.left.outputs.to-apply-count != '0'\n        uses: $/actions/migrate\n        with:\n          command: up\n          phase: contract\n          database-url: ${{ secrets.DATABASE_URL }}\n          directory: ${{ inputs.migrations-directory }}\n          down-directory: ${{ inputs.down-directory }}\n          expect-plan: ${{ steps.given.outputs.plan-digest }}\n          expect-folder: ${{ steps.given.outputs.folder-digest }}\n          release-id: ${{ steps.given.outputs.release-id }}\n          archive: ${{ steps.given.outputs.archive }}\n          archive-limit: ${{ inputs.archive-limit }}\n          archive-lock-limit: ${{ inputs.archive-lock-limit }}\n          archive-keep: ${{ inputs.archive-keep }}\n          on-data-loss: ${{ inputs.on-data-loss }}\n          lock-timeout: ${{ inputs.lock-timeout }}\n          lock-retry-for: ${{ inputs.lock-retry-for }}\n          statement-timeout: ${{ inputs.statement-timeout }}\n      - name: Check for a rollback in the meantime\n        id: again\n        if: steps.left.outputs.to-apply-count != '0'\n        uses: $/actions/promotion\n        with:\n          command: live\n          environment: ${{ inputs.environment }}\n          service: ${{ inputs.service }}\n          expect-release: ${{ steps.given.outputs.release-id }}\n          vercel-token: ${{ secrets.VERCEL_TOKEN }}\n          vercel-project: ${{ inputs.vercel-project }}\n          vercel-team: ${{ inputs.vercel-team }}\n          vercel-api-url: ${{ inputs.vercel-api-url }}\n      - name: Notify (applied)\n        if: env.NOTIFY == 'true' && steps.left.outputs.to-apply-count != '0'\n        uses: $/actions/notify\n        with:\n          targets: ${{ secrets.NOTIFY_TARGETS }}\n          slack-api-url: ${{ inputs.slack-api-url }}\n          key: ${{ inputs.environment }}/${{ inputs.service }}/contract-${{ steps.given.outputs.release-id }}\n          environment: ${{ inputs.environment }}\n          service: ${{ inputs.service }}\n          state: contracted\n          commit-sha: ${{ steps.given.outputs.commit-sha }}\n          changes: ${{ steps.apply.outputs.applied }}\n          summary: >-\n            ${{ github.actor }} applied the contract migrations that releases had\n            deferred${{ steps.apply.outputs.archived-rows > 0 && format('; rows archived before they were deleted: {0}', steps.apply.outputs.archived-rows) || ''\n            }}${{ steps.point.outputs.restore-point && format('; restore point before it: {0}', steps.point.outputs.restore-point) || '' }}${{\n            (steps.backup.outputs.backup-id || steps.recent.outputs.backup-id) &&\n            format('; backup: {0}/{1}', steps.backup.outputs.tier || steps.recent.outputs.tier, steps.backup.outputs.backup-id || steps.recent.outputs.backup-id) || '' }}\n      - name: Notify (not finished)\n        if: (failure() || cancelled()) && env.NOTIFY == 'true' && steps.given.outputs.verdict == 'pass'\n        uses: $/actions/notify\n        with:\n          targets: ${{ secrets.NOTIFY_TARGETS }}\n          slack-api-url: ${{ inputs.slack-api-url }}\n          key: ${{ inputs.environment }}/${{ inputs.service }}/contract-${{ steps.given.outputs.release-id }}\n          environment: ${{ inputs.environment }}\n          service: ${{ inputs.service }}\n          state: contract-failed\n          commit-sha: ${{ steps.given.outputs.commit-sha }}\n          failure: >-\n            ${{ steps.apply.outputs.verdict == 'pass' && format('They were applied, and then another release was live ({0}). The log of this run says what was rolled back.', steps.again.outputs.reason || 'unknown which') ||\n            steps.apply.outputs.verdict && format('Not all contract migrations were applied: {0}.', steps.apply.outputs.reason) ||\n            format('No contract migration was applied: {0}.', steps.recent.outputs.verdict != 'pass' && steps.recent.outputs.reason || steps.backup.outputs.verdict != 'pass' && steps.backup.outputs.reason || steps.point.outcome == 'failure' && steps.point.outputs.reason || steps.look.outputs.verdict != 'pass' && steps.look.outputs.reason || steps.freeze.outputs.verdict != 'pass' && steps.freeze.outputs.reason || steps.left.outputs.verdict != 'pass' && steps.left.outputs.reason || 'the job stopped before it') }}\n",
    "drill": "# Proves that a backup can be restored: restores it into a PostgreSQL server of this job, compares every object and row with\n# what was backed up, measures how long that took, and deletes it.\n#\n# Call it every month, in a GitHub environment of its own: the only one with the key that decrypts, and without any right\n# to change production. A drill that does not pass opens one issue, which the next one that passes closes.\nname: Lockstep drill\non:\n  workflow_call:\n    inputs:\n      environment:\n        description: GitHub environment whose secrets are used; it has the key that decrypts, and no access to production.\n        type: string\n        default: backup-drill\n      database:\n        description: What the database is called in messages and issues.\n        type: string\n        default: production\n      to:\n        description: \"Where backups are kept: `s3://BUCKET/PREFIX`, for S3 and compatible stores.\"\n        type: string\n        required: true\n      backup:\n        description: Id of the backup to restore, or latest.\n        type: string\n        default: latest\n      scratch-image:\n        description: Image of the PostgreSQL server to restore into, of the major version of production; supabase/postgres where its extensions are needed.\n        type: string\n        default: postgres:17\n      max-age:\n        description: How old the data of the backup may be.\n        type: string\n        default: 30h\n      max-restore-time:\n        description: How long the restore may take, from the first byte to the last constraint; empty to not judge it.\n        type: string\n        default: \"\"\n      check-command:\n        description: Command that checks the restored database, run with bash in the repository; LOCKSTEP_SCRATCH_URL leads to it.\n        type: string\n        default: \"\"\n      check-timeout:\n        description: How long check-command may take.\n        type: string\n        default: 15m\n      after-restore:\n        description: File with SQL that is run after the comparison, such as erasures that have to be repeated after a restore.\n        type: string\n        default: \"\"\n      policy-file:\n        description: Policy file in the repository, such as .lockstep/backup.yml, with the recovery times that are promised and the runbook; empty for none.\n        type: string\n        default: \"\"\n      accept:\n        description: Failures to accept, as the input `accept` of the action `backup`.\n        type: string\n        default: \"\"\n      issue:\n        description: Whether a drill that does not pass opens an issue, and the next one that passes closes it.\n        type: boolean\n        default: true\n      parallel:\n        description: How many tables are restored at the same time.\n        type: number\n        default: 4\n      s3-region:\n        description: Region of the bucket; `auto` for Cloudflare R2.\n        type: string\n        default: \"\"\n      s3-endpoint:\n        description: Address of a store that is compatible with S3; empty for AWS.\n        type: string\n        default: \"\"\n      s3-access-key-id:\n        description: Id of the access key, whose secret is S3_SECRET_ACCESS_KEY. It reads, and writes only that the drill was made.\n        type: string\n        default: \"\"\n      aws-role:\n        description: ARN of an AWS role to assume by OIDC, in `s3-region`, instead of an access key.\n        type: string\n        default: \"\"\n      runs-on:\n        description: Label of the runner; it needs Docker, for the PostgreSQL server.\n        type: string\n        default: ubuntu-24.04\n      slack-api-url:\n        description: Base URL of Slack's Web API.\n        type: string\n        default: https://slack.com/api\n    secrets:\n      BACKUP_KEY:\n        description: The age key (AGE-SECRET-KEY-…) that decrypts backups.\n        required: true\n      S3_SECRET_ACCESS_KEY:\n        description: Secret of the access key of the store.\n        required: false\n      DRILL_HEARTBEAT_URL:\n        description: Ping URL of a heartbeat monitor (healthchecks.io or the like), which also notices a run that never started.\n        required: false\n      NOTIFY_TARGETS:\n        description: YAML of further targets of actions/notify, including their tokens. People's channels get failures only.\n        required: false\n    outputs:\n      verdict:\n        description: pass if the backup was restored and is equal to what was backed up; otherwise fail or unknown.\n        value: ${{ jobs.drill.outputs.verdict }}\n      restore-seconds:\n        description: How long the restore took, the measured recovery time.\n        value: ${{ jobs.drill.outputs.restore-seconds }}\n      data-age-seconds:\n        description: How old the data of the backup was, the measured recovery point.\n        value: ${{ jobs.drill.outputs.data-age-seconds }}\npermissions: {}\njobs:\n  drill:\n    name: Drill\n    runs-on: ${{ inputs.runs-on }}\n    timeout-minutes: 350\n    environment:\n      name: ${{ inputs.environment }}\n      deployment: false\n    concurrency:\n      group: lockstep-drill-${{ inputs.database }}\n      queue: max\n    permissions:\n      contents: read # checkout, for policy-file, check-command and after-restore\n      id-token: write # AWS by OIDC, for aws-role\n      issues: write # the issue of a drill that does not pass\n    services:\n      postgres:\n        image: ${{ inputs.scratch-image }} # zizmor: ignore[unpinned-images] the major version of production, chosen by the caller\n        env:\n          POSTGRES_PASSWORD: postgres\n        ports:\n          - 5432\n        options: >-\n          --health-cmd \"pg_isready -U postgres\" --health-interval 2s --health-timeout 5s --health-retries 60\n    outputs:\n      verdict: ${{ steps.drill.outputs.verdict || 'unknown' }}\n      restore-seconds: ${{ steps.drill.outputs.restore-seconds }}\n      data-age-seconds: ${{ steps.drill.outputs.data-age-seconds }}\n    env:\n      HEARTBEAT: ${{ secrets.DRILL_HEARTBEAT_URL != '' }}\n      NOTIFY: ${{ secrets.NOTIFY_TARGETS != '' }}\n    steps:\n      - name: Ping the heartbeat (started)\n        if: env.HEARTBEAT == 'true'\n        uses: $/actions/notify\n        with:\n          targets: |\n            - { type: heartbeat, url: ${{ toJSON(secrets.DRILL_HEARTBEAT_URL) }} }\n          task: drill\n          state: task-started\n          environment: ${{ inputs.database }}\n      - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2\n        if: inputs.policy-file != '' || inputs.check-command != '' || inputs.after-restore != ''\n        with:\n          persist-credentials: false\n      - name: Log in to AWS\n        if: inputs.aws-role != ''\n        uses: aws-actions/configure-aws-credentials@e6de054238d6b7531b4efff3b6587d9aade6a06c # v6.2.3\n        with:\n          role-to-assume: ${{ inputs.aws-role }}\n          aws-region: ${{ inputs.s3-region }}\n      - name: Restore and compare\n        id: drill\n        uses: $/actions/backup\n        with:\n          command: drill\n          to: ${{ inputs.to }}\n          backup: ${{ inputs.backup }}\n          decrypt-with: ${{ secrets.BACKUP_KEY }}\n          scratch-database-url: postgresql://postgres:postgres@localhost:${{ job.services.postgres.ports['5432'] }}/postgres\n          max-age: ${{ inputs.max-age }}\n          max-restore-time: ${{ inputs.max-restore-time }}\n          check-command: ${{ inputs.check-command }}\n          check-timeout: ${{ inputs.check-timeout }}\n          after-restore: ${{ inputs.after-restore }}\n          policy-file: ${{ inputs.policy-file }}\n          accept: ${{ inputs.accept }}\n          parallel: ${{ inputs.parallel }}\n          s3-region: ${{ inputs.s3-region }}\n          s3-endpoint: ${{ inputs.s3-endpoint }}\n          s3-access-key-id: ${{ inputs.s3-access-key-id }}\n          s3-secret-access-key: ${{ secrets.S3_SECRET_ACCESS_KEY }}\n      - name: Keep the report\n        if: always() && steps.drill.outputs.report-directory != ''\n        uses: actions/upload-artifact@b7c566a772e6b6bfb58ed0dc250532a479d7789f # v6.0.0\n        with:\n          name: lockstep-drill\n          path: ${{ steps.drill.outputs.report-directory }}\n          overwrite: true\n      - name: Report in the issue and to the heartbeat\n        if: always() && (inputs.issue || env.HEARTBEAT == 'true')\n        uses: $/actions/notify\n        with:\n          targets: |\n            ${{ inputs.issue && '- { type: github-issue, label: lockstep-backup }' || '' }}\n            ${{ secrets.DRILL_HEARTBEAT_URL != '' && format('- {{ type: heartbeat, url: {0} }}', toJSON(secrets.DRILL_HEARTBEAT_URL)) || '' }}\n          task: drill\n          environment: ${{ inputs.database }}\n          summary: ${{ steps.drill.outputs.backup-id && format('backup {0}, restored in {1} s', steps.drill.outputs.backup-id, steps.drill.outputs.restore-seconds || '?') || '' }}\n          failure: |\n            ${{ steps.drill.outputs.verdict != 'pass' && format('The drill did not pass: {0}, {1} failed and {2} unknown. Until one does, this backup is not known to be usable.', steps.drill.outputs.reason || 'the job stopped before it', steps.drill.outputs.failed || '?', steps.drill.outputs.unknown || '?') || '' }}\n      - name: Notify\n        if: always() && env.NOTIFY == 'true'\n        uses: $/actions/notify\n        with:\n          targets: ${{ secrets.NOTIFY_TARGETS }}\n          slack-api-url: ${{ inputs.slack-api-url }}\n          task: drill\n          environment: ${{ inputs.database }}\n          summary: ${{ steps.drill.outputs.backup-id && format('backup {0}, restored in {1} s', steps.drill.outputs.backup-id, steps.drill.outputs.restore-seconds || '?') || '' }}\n          failure: |\n            ${{ steps.drill.outputs.verdict != 'pass' && format('The drill did not pass: {0}, {1} failed and {2} unknown. Until one does, this backup is not known to be usable.', steps.drill.outputs.reason || 'the job stopped before it', steps.drill.outputs.failed || '?', steps.drill.outputs.unknown || '?') || '' }}\n",
    "evidence": "# Keeps the audit trail: records what the ledger says of releases, approvals and rollbacks, and what audits and drills\n# reported, and verifies the whole trail. By choice it also judges documents, follows incidents, reports which controls have\n# current evidence, and writes the status page.\n#\n# Call it on a schedule and after each release. It reads what other runs left behind, so that no job of a release needs a\n# right to write to the trail; a run that was missed is caught up by the next one within `look-back`. A trail that does not\n# pass opens one issue, which the next run that passes closes.\nname: Lockstep evidence\non:\n  workflow_call:\n    inputs:\n      environment:\n        description: The environment whose releases are recorded.\n        type: string\n        default: production\n      service:\n        description: Name of the service, where several services are released to the same environment. All of them when it is empty.\n        type: string\n        default: \"\"\n      secrets-environment:\n        description: GitHub environment whose secrets are used, for a trail or anchors in a bucket. It needs no reviewers.\n        type: string\n        default: evidence\n      to:\n        description: \"Where the audit trail is kept: `branch:NAME` for a branch of its own in this repository, or `s3://BUCKET/PREFIX`.\"\n        type: string\n        default: branch:lockstep-evidence\n      anchor-to:\n        description: \"Where anchors are kept: `s3://BUCKET/PREFIX` of a bucket with Object Lock; empty for none.\"\n        type: string\n        default: \"\"\n      anchors:\n        description: Anchors from messages or mails to compare the trail with, one per line.\n        type: string\n        default: \"\"\n      anchor-files:\n        description: Files in the repository with anchors, one per line.\n        type: string\n        default: \"\"\n      max-unanchored:\n        description: How old a record that no anchor proves may be.\n        type: string\n        default: 35d\n      look-back:\n        description: How far back the ledger and the reports of runs are read.\n        type: string\n        default: 35d\n      trusted-branches:\n        description: Branches whose runs may write reports, one per line; the default branch when empty.\n        type: string\n        default: \"\"\n      accept:\n        description: Failures of the check to accept, as the input `accept` of the action `evidence`.\n        type: string\n        default: \"\"\n      on-unknown:\n        description: Whether a trail that cannot be proven fails the run (`fail`) or is only reported (`warn`).\n        type: string\n        default: fail\n      documents-file:\n        description: List of the documents that people keep, such as `.lockstep/documents.yml`; empty to judge none.\n        type: string\n        default: \"\"\n      incidents:\n        description: Whether an issue is opened for each incident in the ledger, and all of them are followed.\n        type: boolean\n        default: false\n      postmortem-within:\n        description: With `incidents`, how long people have for the postmortem of an incident that was closed.\n        type: string\n        default: 14d\n      postmortems:\n        description: With `incidents`, the folder of the repository with the postmortems.\n        type: string\n        default: docs/postmortems\n      controls-file:\n        description: Map of controls, such as `.lockstep/controls.yml`; empty to report none.\n        type: string\n        default: \"\"\n      status-title:\n        description: What the app is called in public, on the status page; empty to write none.\n        type: string\n        default: \"\"\n      status-lines:\n        description: Environments that may be on the status page, as `environment/service`, one per line; by default `environment` and `service`, or the one service that `environment` has.\n        type: string\n        default: \"\"\n      availability-source:\n        description: \"Monitor for the status page, as the input `availability-source` of the action `evidence`. Its secrets are in METRICS_SECRETS.\"\n        type: string\n        default: \"\"\n      attest:\n        description: \"Whether the head of the trail is attested, an anchor that GitHub keeps, and with `controls-file` the report on controls: for public repositories on every plan, for private ones on Enterprise Cloud.\"\n        type: boolean\n        default: false\n      issue:\n        description: Whether a run that does not pass opens an issue, and the next one that passes closes it.\n        type: boolean\n        default: true\n      s3-region:\n        description: Region of the bucket; `auto` for Cloudflare R2.\n        type: string\n        default: \"\"\n      s3-endpoint:\n        description: Address of a store that is compatible with S3; empty for AWS.\n        type: string\n        default: \"\"\n      s3-access-key-id:\n        description: Id of the access key, whose secret is S3_SECRET_ACCESS_KEY. The key needs no right to delete.\n        type: string\n        default: \"\"\n      aws-role:\n        description: ARN of an AWS role to assume by OIDC, in `s3-region`, instead of an access key.\n        type: string\n        default: \"\"\n      runs-on:\n        description: Label of the runner.\n        type: string\n        default: ubuntu-24.04\n      slack-api-url:\n        description: Base URL of Slack's Web API.\n        type: string\n        default: https://slack.com/api\n    secrets:\n      S3_SECRET_ACCESS_KEY:\n        description: Secret of the access key of the store.\n        required: false\n      METRICS_SECRETS:\n        description: Secrets that `availability-source` names, one NAME=value per line.\n        required: false\n      NOTIFY_TARGETS:\n        description: YAML of further targets of actions/notify, including their tokens. They get the anchor of the trail.\n        required: false\n    outputs:\n      verdict:\n        description: pass if everything was recorded and the trail holds; otherwise fail or unknown. Documents, incidents and controls have results of their own.\n        value: ${{ jobs.trail.outputs.verdict }}\n      anchor:\n        description: The head of the trail in one line.\n        value: ${{ jobs.trail.outputs.anchor }}\n      controls:\n        description: Number of controls; empty without `controls-file`.\n        value: ${{ jobs.trail.outputs.controls }}\n      controls-current:\n        description: Number of controls with current evidence; empty without `controls-file`.\n        value: ${{ jobs.trail.outputs.controls-current }}\npermissions: {}\njobs:\n  trail:\n    name: Trail\n    runs-on: ${{ inputs.runs-on }}\n    timeout-minutes: 30\n    environment:\n      name: ${{ inputs.secrets-environment }}\n      deployment: false\n    concurrency:\n      group: lockstep-evidence-${{ inputs.environment }}-${{ inputs.service }}\n      queue: max\n    permissions:\n      contents: write # the branch with the trail\n      deployments: read # the ledger\n      actions: read # reports that runs kept\n      issues: write # incidents, and the issue of a run that does not pass\n      id-token: write # AWS by OIDC, for aws-role; the attestation, for attest\n      attestations: write # for attest\n    outputs:\n      verdict: ${{ steps.record.outputs.verdict != 'pass' && (steps.record.outputs.verdict || 'unknown') || steps.verify.outputs.verdict || 'unknown' }}\n      anchor: ${{ steps.verify.outputs.anchor }}\n      controls: ${{ steps.report.outputs.controls }}\n      controls-current: ${{ steps.report.outputs.current }}\n    env:\n      NOTIFY: ${{ secrets.NOTIFY_TARGETS != '' }}\n    steps:\n      - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2\n        if: inputs.anchor-files != '' || inputs.documents-file != '' || inputs.controls-file != '' || inputs.availability-source != '' || inputs.incidents\n        with:\n          persist-credentials: false\n      - name: Log in to AWS\n        if: inputs.aws-role != ''\n        uses: aws-actions/configure-aws-credentials@e6de054238d6b7531b4efff3b6587d9aade6a06c # v6.2.3\n        with:\n          role-to-assume: ${{ inputs.aws-role }}\n          aws-region: ${{ inputs.s3-region }}\n      - name: Record what happened\n        id: record\n        uses: $/actions/evidence\n        with:\n          command: record\n          to: ${{ inputs.to }}\n          environment: ${{ inputs.environment }}\n          service: ${{ inputs.service }}\n          look-back: ${{ inputs.look-back }}\n          trusted-branches: ${{ inputs.trusted-branches }}\n          anchor-to: ${{ inputs.anchor-to }}\n          on-unknown: ${{ inputs.on-unknown }}\n          s3-region: ${{ inputs.s3-region }}\n          s3-endpoint: ${{ inputs.s3-endpoint }}\n          s3-access-key-id: ${{ inputs.s3-access-key-id }}\n          s3-secret-access-key: ${{ secrets.S3_SECRET_ACCESS_KEY }}\n      # Also where nothing could be recorded: then it says what the trail is like.\n      - name: Verify the trail\n        id: verify\n        if: \"!cancelled()\"\n        uses: $/actions/evidence\n        with:\n          command: verify\n          to: ${{ inputs.to }}\n          anchor-to: ${{ inputs.anchor-to }}\n          anchors: ${{ inputs.anchors }}\n          anchor-files: ${{ inputs.anchor-files }}\n          max-unanchored: ${{ inputs.max-unanchored }}\n          accept: ${{ inputs.accept }}\n          on-unknown: ${{ inputs.on-unknown }}\n          s3-region: ${{ inputs.s3-region }}\n          s3-endpoint: ${{ inputs.s3-endpoint }}\n          s3-access-key-id: ${{ inputs.s3-access-key-id }}\n          s3-secret-access-key: ${{ secrets.S3_SECRET_ACCESS_KEY }}\n      - name: Judge documents\n        id: documents\n        if: \"!cancelled() && inputs.documents-file != ''\"\n        uses: $/actions/evidence\n        with:\n          command: documents\n          documents-file: ${{ inputs.documents-file }}\n          trusted-branches: ${{ inputs.trusted-branches }}\n          accept: ${{ inputs.accept }}\n          on-unknown: ${{ inputs.on-unknown }}\n      - name: Follow incidents\n        id: incidents\n        if: \"!cancelled() && inputs.incidents\"\n        uses: $/actions/evidence\n        with:\n          command: incident\n          postmortem-within: ${{ inputs.postmortem-within }}\n          postmortems: ${{ inputs.postmortems }}\n          to: ${{ inputs.to }}\n          environment: ${{ inputs.environment }}\n          service: ${{ inputs.service }}\n          accept: ${{ inputs.accept }}\n          on-unknown: ${{ inputs.on-unknown }}\n          s3-region: ${{ inputs.s3-region }}\n          s3-endpoint: ${{ inputs.s3-endpoint }}\n          s3-access-key-id: ${{ inputs.s3-access-key-id }}\n          s3-secret-access-key: ${{ secrets.S3_SECRET_ACCESS_KEY }}\n      - name: Report controls\n        id: report\n        if: \"!cancelled() && inputs.controls-file != ''\"\n        uses: $/actions/evidence\n        with:\n          command: report\n          to: ${{ inputs.to }}\n          environment: ${{ inputs.environment }}\n          service: ${{ inputs.service }}\n          controls-file: ${{ inputs.controls-file }}\n          report-files: |\n            ${{ steps.verify.outputs.report-path }}\n            ${{ steps.documents.outputs.report-path }}\n            ${{ steps.incidents.outputs.report-path }}\n          trusted-branches: ${{ inputs.trusted-branches }}\n          anchor-to: ${{ inputs.anchor-to }}\n          anchors: ${{ inputs.anchors }}\n          anchor-files: ${{ inputs.anchor-files }}\n          max-unanchored: ${{ inputs.max-unanchored }}\n          on-unknown: ${{ inputs.on-unknown }}\n          s3-region: ${{ inputs.s3-region }}\n          s3-endpoint: ${{ inputs.s3-endpoint }}\n          s3-access-key-id: ${{ inputs.s3-access-key-id }}\n          s3-secret-access-key: ${{ secrets.S3_SECRET_ACCESS_KEY }}\n      - name: Write the status page\n        id: status\n        if: \"!cancelled() && inputs.status-title != ''\"\n        uses: $/actions/evidence\n        with:\n          command: status\n          environment: ${{ inputs.environment }}\n          service: ${{ inputs.service }}\n          status-title: ${{ inputs.status-title }}\n          status-lines: ${{ inputs.status-lines }}\n          status-directory: ${{ runner.temp }}/lockstep-status # a folder of the repository may have files that are not for the public\n          availability-source: ${{ inputs.availability-source }}\n          metrics-secrets: ${{ secrets.METRICS_SECRETS }}\n          incidents-report: ${{ steps.incidents.outputs.incidents-path }}\n          controls-report: ${{ steps.report.outputs.report-directory != '' && format('{0}/controls.json', steps.report.outputs.report-directory) || '' }}\n          trusted-branches: ${{ inputs.trusted-branches }}\n          on-unknown: warn # the page says what could not be read\n      - name: Keep the report\n        if: always() && steps.verify.outputs.report-directory != ''\n        uses: actions/upload-artifact@b7c566a772e6b6bfb58ed0dc250532a479d7789f # v6.0.0\n        with:\n          name: lockstep-evidence\n          path: ${{ steps.verify.outputs.report-directory }}\n      - name: Keep the report on documents\n        if: always() && steps.documents.outputs.report-directory != ''\n        uses: actions/upload-artifact@b7c566a772e6b6bfb58ed0dc250532a479d7789f # v6.0.0\n        with:\n          name: lockstep-documents\n          path: ${{ steps.documents.outputs.report-directory }}\n      - name: Keep the incidents\n        if: always() && steps.incidents.outputs.report-directory != ''\n        uses: actions/upload-artifact@b7c566a772e6b6bfb58ed0dc250532a479d7789f # v6.0.0\n        with:\n          name: lockstep-incidents\n          path: ${{ steps.incidents.outputs.report-directory }}\n      - name: Keep the report on controls\n        if: always() && steps.report.outputs.report-directory != ''\n        uses: actions/upload-artifact@b7c566a772e6b6bfb58ed0dc250532a479d7789f # v6.0.0\n        with:\n          name: lockstep-controls\n          path: ${{ steps.report.outputs.report-directory }}\n      - name: Keep the status page\n        if: always() && steps.status.outputs.status-directory != ''\n        uses: actions/upload-artifact@b7c566a772e6b6bfb58ed0dc250532a479d7789f # v6.0.0\n        with:\n          name: lockstep-status\n          path: ${{ steps.status.outputs.status-directory }}\n      # Also where something else failed, and where no anchor proves the trail yet: this is one.\n      - name: Attest the head of the trail\n        if: \"!cancelled() && inputs.attest && steps.verify.outputs.verdict != 'fail' && steps.verify.outputs.digest != ''\"\n        uses: actions/attest@1e69f48acb82d1966a394da916b4c1698aa569d6 # v4.2.2\n        with:\n          subject-name: lockstep-evidence\n          subject-digest: sha256:${{ steps.verify.outputs.digest }}\n          predicate-type: https://github.com/lockstep-ci/lockstep/trail-head/v1\n          predicate: ${{ format('{{\"anchor\":\"{0}\"}}', steps.verify.outputs.anchor) }}\n      - name: Attest the report on controls\n        if: \"!cancelled() && inputs.attest && steps.report.outputs.report-directory != ''\"\n        uses: actions/attest@1e69f48acb82d1966a394da916b4c1698aa569d6 # v4.2.2\n        with:\n          subject-path: ${{ steps.report.outputs.report-directory }}/controls.json\n          predicate-type: https://in-toto.io/attestation/svr/v0.1\n          predicate-path: ${{ steps.report.outputs.report-directory }}/controls.predicate.json\n      - name: Report in the issue\n        if: always() && inputs.issue\n        uses: $/actions/notify\n        with:\n          targets: |\n            - { type: github-issue, label: lockstep-evidence }\n          task: evidence\n          environment: ${{ inputs.environment }}\n          summary: ${{ steps.verify.outputs.anchor }}\n          failure: |\n            ${{ steps.record.outcome != 'success' && format('Not everything was recorded and anchored: {0}.', steps.record.outputs.reason || 'the job stopped before it') || '' }}\n            ${{ steps.verify.outcome != 'success' && format('The trail is not proven: {0}, {1} failed and {2} unknown.', steps.verify.outputs.reason || 'not looked at', steps.verify.outputs.failed || '?', steps.verify.outputs.unknown || '?') || '' }}\n            ${{ steps.documents.outcome == 'failure' && format('Documents: {0}, {1} failed and {2} unknown.', steps.documents.outputs.reason || 'not looked at', steps.documents.outputs.failed || '?', steps.documents.outputs.unknown || '?') || '' }}\n            ${{ steps.incidents.outcome == 'failure' && format('Incidents: {0}, {1} failed and {2} unknown.', steps.incidents.outputs.reason || 'not looked at', steps.incidents.outputs.failed || '?', steps.incidents.outputs.unknown || '?') || '' }}\n            ${{ steps.report.outcome == 'failure' && format('Controls: {0}, {1} failed and {2} unknown.', steps.report.outputs.reason || 'not looked at', steps.report.outputs.failed || '?', steps.report.outputs.unknown || '?') || '' }}\n      - name: Notify\n        if: always() && env.NOTIFY == 'true'\n        uses: $/actions/notify\n        with:\n          targets: ${{ secrets.NOTIFY_TARGETS }}\n          slack-api-url: ${{ inputs.slack-api-url }}\n          task: evidence\n          environment: ${{ inputs.environment }}\n          summary: ${{ steps.verify.outputs.anchor }}\n          failure: |\n            ${{ steps.record.outcome != 'success' && format('Not everything was recorded and anchored: {0}.', steps.record.outputs.reason || 'the job stopped before it') || '' }}\n            ${{ steps.verify.outcome != 'success' && format('The trail is not proven: {0}, {1} failed and {2} unknown.', steps.verify.outputs.reason || 'not looked at', steps.verify.outputs.failed || '?', steps.verify.outputs.unknown || '?') || '' }}\n            ${{ steps.documents.outcome == 'failure' && format('Documents: {0}, {1} failed and {2} unknown.', steps.documents.outputs.reason || 'not looked at', steps.documents.outputs.failed || '?', steps.documents.outputs.unknown || '?') || '' }}\n            ${{ steps.incidents.outcome == 'failure' && format('Incidents: {0}, {1} failed and {2} unknown.', steps.incidents.outputs.reason || 'not looked at', steps.incidents.outputs.failed || '?', steps.incidents.outputs.unknown || '?') || '' }}\n            ${{ steps.report.outcome == 'failure' && format('Controls: {0}, {1} failed and {2} unknown.', steps.report.outputs.reason || 'not looked at', steps.report.outputs.failed || '?', steps.report.outputs.unknown || '?') || '' }}\n",
    "preview-comment": "# Writes the comment on pull requests from forks and from Dependabot, whose own runs cannot write.\n#\n# Call it from a workflow that runs after the one that wrote the sections (on: workflow_run). It checks nothing out and\n# runs nothing of the pull request: the fork's artifact is data, checked field by field, and the pull request is found by\n# its head commit, never by a number in the data.\nname: Lockstep preview comment\non:\n  workflow_call:\n    inputs:\n      runs-on:\n        description: Label of the runner.\n        type: string\n        default: ubuntu-24.04\n    outputs:\n      posted:\n        description: Whether the comment now has the sections.\n        value: ${{ jobs.comment.outputs.posted }}\npermissions: {}\njobs:\n  comment:\n    name: Comment\n    # Otherwise the run itself has commented. Dependabot's tokens are read-only, although its branches are not a fork's.\n    if: >-\n      github.event_name == 'workflow_run' && github.event.workflow_run.event == 'pull_request' &&\n      (github.event.workflow_run.head_repository.full_name != github.repository ||\n      github.event.workflow_run.actor.login == 'dependabot[bot]')\n    runs-on: ${{ inputs.runs-on }}\n    timeout-minutes: 5\n    permissions:\n      actions: read # the artifacts of the run before\n      contents: read # the pull requests of its commit\n      pull-requests: write # the comment\n    outputs:\n      posted: ${{ steps.comment.outputs.posted }}\n    steps:\n      - name: Create section directory\n        run: mkdir -p lockstep-comment\n      - uses: actions/download-artifact@37930b1c2abaa49bbe596cd826c3c89aef350131 # v7.0.0\n        with:\n          pattern: lockstep-comment-*\n          merge-multiple: true\n          path: lockstep-comment\n          run-id: ${{ github.event.workflow_run.id }}\n          github-token: ${{ github.token }}\n      - name: Comment\n        id: comment\n        uses: $/actions/preview-comment\n        with:\n          read-from: lockstep-comment\n",
    "preview": "# Shows a pull request: builds it, deploys it without production's traffic, checks its health, and reports that in the\n# pull request's one comment. With a database of its own, if a server for preview databases is given.\n#\n#   preview      never for forks or Dependabot, which have no secrets; a fork's code is refused on pull_request_target too\n#   migrations   reports what a release would do with the migrations of the pull request; reads the files, runs none\n#   comment      writes the comment; never runs any code of the change. If it may not write, preview-comment.yml does\n#\n# With `target: production` it stages instead: the same build that promote.yml can send traffic to later.\nname: Lockstep preview\non:\n  workflow_call:\n    inputs:\n      vercel-project:\n        description: Vercel project, by id or name.\n        type: string\n        required: true\n      vercel-team:\n        description: Vercel team, by id or slug; empty for a personal project.\n        type: string\n        default: \"\"\n      target:\n        description: preview, production (staged, without traffic), or the slug of a custom environment of Vercel's.\n        type: string\n        default: preview\n      environment:\n        description: GitHub environment whose secrets are used.\n        type: string\n        default: preview\n      database:\n        description: own creates a database for the pull request; fresh creates it again at each push; plan shows what a release would do to the database; none uses no database.\n        type: string\n        default: none\n      database-template:\n        description: Template database that a new one is copied from, for seed data.\n        type: string\n        default: \"\"\n      database-variable:\n        description: Name of the variable that holds the URL of the preview database.\n        type: string\n        default: DATABASE_URL\n      directory:\n        description: Directory of the app.\n        type: string\n        default: .\n      build-command:\n        description: Command that writes .vercel/output in `directory`; empty to let Vercel build.\n        type: string\n        default: \"\"\n      build-with-vercel:\n        description: Whether the build command, and every process that it starts, gets VERCEL_TOKEN, VERCEL_ORG_ID and VERCEL_PROJECT_ID, which `vercel pull` and `vercel build` need. Then give vercel-team and vercel-project as ids.\n        type: boolean\n        default: false\n      node-version:\n        description: Node.js version for the build command.\n        type: string\n        default: \"24\"\n      cache:\n        description: \"Package manager whose packages are cached between runs: npm, pnpm or yarn. Empty means no cache.\"\n        type: string\n        default: \"\"\n      registry-url:\n        description: \"Registry of private packages, such as https://npm.pkg.github.com; NPM_TOKEN is its token.\"\n        type: string\n        default: \"\"\n      registry-scope:\n        description: \"Scope whose packages come from registry-url, such as @acme. Empty means all packages.\"\n        type: string\n        default: \"\"\n      build-env:\n        description: Variables of the build command that are not secret, `NAME=value`, one per line; for a value of several lines, `NAME<<END`, the lines, and `END`.\n        type: string\n        default: \"\"\n      submodules:\n        description: \"Which submodules to check out: false, true or recursive.\"\n        type: string\n        default: \"false\"\n      lfs:\n        description: Whether to check out Git LFS files.\n        type: boolean\n        default: false\n      migrations-directory:\n        description: Directory of the migrations.\n        type: string\n        default: supabase/migrations\n      down-directory:\n        description: Directory of the down migrations (`supabase` layout).\n        type: string\n        default: supabase/rollbacks\n      live-path:\n        description: Path of the liveness route, which answers without the new schema.\n        type: string\n        default: /api/health/live\n      identity-path:\n        description: Path whose JSON names the build (metadata.deployment_id or git_commit); only that name is checked.\n        type: string\n        default: /api/health\n      health-paths:\n        description: Paths of the health routes, one per line; probed if the preview has a database of its own.\n        type: string\n        default: /api/health\n      contract:\n        description: \"File with the contract of the backend (OpenAPI or Markdown), or `postgrest`: the backend that the preview uses must keep it, and a pull request may not break callers of the contract of its base branch. Empty means that no backend is asked.\"\n        type: string\n        default: \"\"\n      backend-url:\n        description: Address of the live backend that `contract` is about.\n        type: string\n        default: \"\"\n      contract-check:\n        description: \"Whether a backend that does not keep the contract makes the preview fail (require) or is only reported (report).\"\n        type: string\n        default: report\n      contract-examples:\n        description: Values to ask the backend with, as the input `examples` of the action `contract-check`.\n        type: string\n        default: \"\"\n      contract-coverage:\n        description: Share of the operations with a safe method that must really be judged, from 0 to 1.\n        type: string\n        default: \"1\"\n      contract-accept:\n        description: Failures to accept, as the input `accept` of the action `contract-check`.\n        type: string\n        default: \"\"\n      backend-contact:\n        description: Whom to call when the backend does not answer.\n        type: string\n        default: \"\"\n      audit:\n        description: \"Whether edge-audit looks at the preview and adds a section to the comment: off, report, or require (the preview fails as well).\"\n        type: string\n        default: \"off\"\n      audit-paths:\n        description: Pages that the audit looks at, one path per line.\n        type: string\n        default: /\n      audit-checks:\n        description: Checks of the audit, one id per line; `*` matches anything, a line that begins with `!` leaves a check out. DNS is that of production, not of a preview.\n        type: string\n        default: \"!dns-*\"\n      audit-accept:\n        description: Failures to accept, as the input `accept` of the action `edge-audit`.\n        type: string\n        default: \"\"\n      test-command:\n        description: \"Command that tests the preview before the pull request may be merged, such as `npx playwright test`. It gets BASE_URL, DEPLOYMENT_ID and VERCEL_AUTOMATION_BYPASS_SECRET, and no other secret. Empty means no tests.\"\n        type: string\n        default: \"\"\n      test-config:\n        description: \"Instead of test-command, a file with several such tests as gates (journeys, load), with the fields of the action `quality-gate`.\"\n        type: string\n        default: \"\"\n      test-report:\n        description: \"Report that test-command writes, relative to `directory`; $LOCKSTEP_REPORTS is the folder whose files are kept. Without a report the exit code decides.\"\n        type: string\n        default: \"\"\n      test-format:\n        description: Format of test-report, such as junit, ctrf, playwright or k6. A report of no tests is inconclusive, and the workflow fails.\n        type: string\n        default: \"\"\n      test-timeout:\n        description: How long test-command may take; then it is stopped with all that it started, and the workflow fails.\n        type: string\n        default: 10m\n      test-install:\n        description: Command that installs what the tests need, such as `npm ci`. It gets NPM_TOKEN; the tests do not.\n        type: string\n        default: \"\"\n      gate-interval:\n        description: Time between two probes of the preview.\n        type: string\n        default: 1s\n      runs-on:\n        description: Label of the runner.\n        type: string\n        default: ubuntu-24.04\n      vercel-api-url:\n        description: Base URL of Vercel's API.\n        type: string\n        default: https://api.vercel.com\n    # Named as GitHub stores secrets: a stored name has no hyphens, and a secret of the job's environment replaces the one\n    # that was passed only if the names are equal.\n    secrets:\n      VERCEL_TOKEN:\n        description: Vercel token with access to the project; a token that is scoped to the project is enough.\n        required: true\n      PREVIEW_DATABASE_SERVER:\n        description: \"For `database: own` and `fresh`: postgresql:// URL of a server for previews, with a role that has CREATEDB.\"\n        required: false\n      DATABASE_URL:\n        description: \"For `database: plan`: connection string of the database that the plan is for.\"\n        required: false\n      PROTECTION_BYPASS:\n        description: Vercel's Protection Bypass for Automation secret, if previews are protected.\n        required: false\n      BACKEND_IDENTITIES:\n        description: \"For `contract`: YAML of who asks the backend, as the input `as` of the action `contract-check`, including tokens of test users.\"\n        required: false\n      BACKEND_PROTECTION_BYPASS:\n        description: Vercel's Protection Bypass for Automation secret of the backend, if it is a protected deployment.\n        required: false\n      NPM_TOKEN:\n        description: Token for private packages; the build command gets it as NODE_AUTH_TOKEN and NPM_TOKEN.\n        required: false\n      BUILD_ENV:\n        description: Secret variables of the build command, in the format of build-env.\n        required: false\n      CHECKOUT_TOKEN:\n        description: Token that can read the submodules, if they are private repositories.\n        required: false\n    outputs:\n      verdict:\n        description: pass if the preview is deployed and healthy, and its tests, audit and contract passed where they are required; otherwise fail or unknown; empty if there is no preview.\n        value: ${{ jobs.preview.outputs.verdict == 'pass' && jobs.test.outputs.verdict || jobs.preview.outputs.verdict }}\n      deployment-id:\n        description: The Vercel deployment.\n        value: ${{ jobs.preview.outputs.deployment-id }}\n      deployment-url:\n        description: URL of the deployment.\n        value: ${{ jobs.preview.outputs.deployment-url }}\n      commit-sha:\n        description: The commit that was deployed.\n        value: ${{ jobs.preview.outputs.commit-sha }}\n      evidence:\n        description: The evidence about the deployment, with its digest.\n        value: ${{ jobs.preview.outputs.evidence }}\npermissions: {}\njobs:\n  preview:\n    name: Preview\n    if: >-\n      github.event_name != 'pull_request' ||\n      (github.event.pull_request.head.repo.full_name == github.repository &&\n      github.event.pull_request.user.login != 'dependabot[bot]')\n    runs-on: ${{ inputs.runs-on }}\n    timeout-minutes: 45\n    environment:\n      name: ${{ inputs.environment }}\n      deployment: false\n    concurrency:\n      # A newer push replaces an older one; its build is cancelled on Vercel too.\n      group: lockstep-preview-${{ inputs.vercel-project }}-${{ inputs.target }}-${{ github.event.pull_request.number || github.ref }}\n      cancel-in-progress: ${{ inputs.target != 'production' }}\n    permissions:\n      contents: read # checkout\n      deployments: write # shows the preview on GitHub\n    outputs:\n      handover: ${{ steps.handover.outputs.handover }}\n      # For the caller alone: a line of a secret may drop each of them.\n      verdict: ${{ steps.contract.outcome == 'failure' && (steps.contract.outputs.verdict || 'fail') || steps.audit.outcome == 'failure' && (steps.audit.outputs.verdict || 'fail') || steps.health.outputs.verdict || 'fail' }}\n      commit-sha: ${{ steps.commit.outputs.sha }}\n      deployment-id: ${{ steps.deploy.outputs.deployment-id }}\n      deployment-url: ${{ steps.deploy.outputs.deployment-url }}\n      evidence: ${{ steps.health.outputs.evidence }}\n    steps:\n      # The secrets would be those of this repository, and the code anyone's. The step that says so has neither.\n      - name: Refuse code from forks\n        if: >-\n          github.event_name != 'pull_request' && github.event.pull_request &&\n          github.event.pull_request.head.repo.full_name != github.repository\n        env:\n          EVENT: ${{ github.event_name }}\n        run: |\n          echo \"::error title=Lockstep preview::$EVENT runs with this repository's secrets, and this pull request comes from a fork: its code is not built. Call preview.yml on pull_request.\"\n          exit 1\n      - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2\n        with:\n          ref: ${{ github.event.pull_request.head.sha || github.sha }}\n          fetch-depth: ${{ inputs.database == 'plan' && '0' || '1' }} # a plan names the migrations of the pull request\n          submodules: ${{ inputs.submodules }}\n          lfs: ${{ inputs.lfs }}\n          token: ${{ secrets.CHECKOUT_TOKEN || github.token }}\n          persist-credentials: false\n      - name: Find the commit\n        id: commit\n        run: echo \"sha=$(git rev-parse HEAD)\" >> \"$GITHUB_OUTPUT\"\n      - name: Create preview database\n        id: database\n        if: inputs.database == 'own' || inputs.database == 'fresh'\n        uses: $/actions/preview\n        with:\n          command: open\n          database-server: ${{ secrets.PREVIEW_DATABASE_SERVER }}\n          database-template: ${{ inputs.database-template }}\n          fresh: ${{ inputs.database == 'fresh' }}\n      - name: Migrate preview database\n        id: migrate\n        if: inputs.database == 'own' || inputs.database == 'fresh'\n        uses: $/actions/migrate\n        with:\n          command: up\n          phase: all\n          database-url: ${{ steps.database.outputs.database-url }}\n          directory: ${{ inputs.migrations-directory }}\n          down-directory: ${{ inputs.down-directory }}\n      - name: Plan the migrations\n        id: plan\n        if: inputs.database == 'plan'\n        uses: $/actions/migrate\n        with:\n          command: plan\n          database-url: ${{ secrets.DATABASE_URL }}\n          directory: ${{ inputs.migrations-directory }}\n          down-directory: ${{ inputs.down-directory }}\n      - name: Set up the package manager\n        if: inputs.build-command != '' && (inputs.cache == 'pnpm' || inputs.cache == 'yarn')\n        run: corepack enable # setup-node asks it where its packages are\n      - if: inputs.build-command != ''\n        uses: actions/setup-node@6044e13b5dc448c55e2357c09f80417699197238 # v6.2.0\n        with:\n          node-version: ${{ inputs.node-version }}\n          cache: ${{ inputs.cache }}\n          cache-dependency-path: ${{ inputs.cache == 'npm' && '**/package-lock.json' || inputs.cache == 'pnpm' && '**/pnpm-lock.yaml' || inputs.cache == 'yarn' && '**/yarn.lock' || '' }}\n          registry-url: ${{ inputs.registry-url }}\n          scope: ${{ inputs.registry-scope }}\n      - name: Build\n        id: build\n        if: inputs.build-command != ''\n        working-directory: ${{ inputs.directory }}\n        env:\n          BUILD_COMMAND: ${{ inputs.build-command }}\n          BUILD_VARIABLES: ${{ inputs.build-env }}\n          BUILD_ENV: ${{ secrets.BUILD_ENV }}\n          NODE_AUTH_TOKEN: ${{ secrets.NPM_TOKEN }}\n          NPM_TOKEN: ${{ secrets.NPM_TOKEN }}\n          VERCEL_TARGET_ENV: ${{ inputs.target }} # as Vercel's own builds see it\n          VERCEL_TOKEN: ${{ inputs.build-with-vercel && secrets.VERCEL_TOKEN || '' }}\n          VERCEL_ORG_ID: ${{ inputs.build-with-vercel && inputs.vercel-team || '' }}\n          VERCEL_PROJECT_ID: ${{ inputs.build-with-vercel && inputs.vercel-project || '' }}\n        shell: bash\n        run: |\n          # An empty variable is not an absent one.\n          for name in VERCEL_TOKEN VERCEL_ORG_ID VERCEL_PROJECT_ID; do [ -n \"${!name}\" ] || unset \"$name\"; done\n          # Exports what one text says: NAME=value, or NAME<<END, lines and END, as GITHUB_ENV is written. Masks secret values.\n          give() {\n            local from=$1 mask=$3 line name end value number=0 ended bare seen=' '\n            local blank='^[[:space:]]*(#|$)' one='^[[:blank:]]*([A-Za-z_][A-Za-z0-9_]*)(=|<<)(.*)$'\n            while IFS= read -r line || [ -n \"$line\" ]; do\n              number=$((number + 1)) line=${line%$'\\r'}\n              if [[ $line =~ $blank ]]; then continue; fi\n              if ! [[ $line =~ $one ]]; then\n                echo \"::error title=$from::line $number is neither NAME=value nor NAME<<END with its lines and END\" && return 1\n              fi\n              name=${BASH_REMATCH[1]} value=${BASH_REMATCH[3]}\n              if [[ $seen == *\" $name \"* ]]; then\n                echo \"::error title=$from::line $number gives a variable that an earlier line gave\" && return 1\n              fi\n              seen+=\"$name \"\n              value=${value#\"${value%%[![:space:]]*}\"} value=${value%\"${value##*[![:space:]]}\"}\n              if [ \"${BASH_REMATCH[2]}\" = '<<' ]; then\n                end=$value value='' ended=\n                while [ -n \"$end\" ] && { IFS= read -r line || [ -n \"$line\" ]; }; do\n                  number=$((number + 1)) line=${line%$'\\r'}\n                  bare=${line#\"${line%%[![:space:]]*}\"} bare=${bare%\"${bare##*[![:space:]]}\"}\n                  if [ \"$bare\" = \"$end\" ]; then ended=1 && break; fi\n                  value+=$line$'\\n'\n                done\n                if [ -z \"$ended\" ]; then\n                  echo \"::error title=$from::a value of several lines has no line that ends it\" && return 1\n                fi\n                value=${value%$'\\n'}\n              fi\n              export \"$name=$value\"\n              [ -z \"$mask\" ] || while IFS= read -r line; do\n                [ ${#line} -lt 4 ] || echo \"::add-mask::${line//%/%25}\"\n              done <<< \"$value\"\n            done <<< \"$2\"\n          }\n          give build-env \"$BUILD_VARIABLES\" ''\n          give BUILD_ENV \"$BUILD_ENV\" mask\n          unset BUILD_VARIABLES BUILD_ENV\n          bash -euo pipefail -c \"$BUILD_COMMAND\"\n      - name: Deploy\n        id: deploy\n        uses: $/actions/vercel-deploy\n        with:\n          vercel-token: ${{ secrets.VERCEL_TOKEN }}\n          vercel-project: ${{ inputs.vercel-project }}\n          vercel-team: ${{ inputs.vercel-team }}\n          vercel-api-url: ${{ inputs.vercel-api-url }}\n          directory: ${{ inputs.directory }}\n          target: ${{ inputs.target }}\n          commit-sha: ${{ steps.commit.outputs.sha }}\n          # By which cleanup.yml finds it.\n          meta: ${{ github.event.pull_request.number && format('lockstepPreview={0}#{1}', github.repository, github.event.pull_request.number) || '' }}\n          env: ${{ steps.database.outputs.database && format('{0}={1}', inputs.database-variable, steps.database.outputs.database-url) || '' }}\n      - name: Health check\n        id: health\n        uses: $/actions/health-gate\n        with:\n          url: ${{ steps.deploy.outputs.deployment-url }}\n          phase: pre\n          paths: |\n            ${{ steps.database.outputs.database && inputs.health-paths || inputs.live-path }}\n            ${{ !steps.database.outputs.database && format('{0} identity', inputs.identity-path) || '' }}\n          expect-deployment: ${{ steps.deploy.outputs.deployment-id }}\n          interval: ${{ inputs.gate-interval }}\n          protection-bypass: ${{ secrets.PROTECTION_BYPASS }}\n          plan-digest: ${{ steps.plan.outputs.plan-digest }}\n      # Into a folder of its own and after the build, which never sees it.\n      - name: Check out the base branch\n        if: inputs.contract != '' && inputs.contract != 'postgrest' && github.event_name == 'pull_request'\n        uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2\n        with:\n          ref: ${{ github.event.pull_request.base.sha }}\n          path: .lockstep-base\n          persist-credentials: false\n      - name: Find the contract of the base branch\n        id: base\n        if: inputs.contract != ''\n        env:\n          CONTRACT: .lockstep-base/${{ inputs.contract }}\n        run: | # a pull request that adds the contract has nothing to compare it with\n          [ ! -f \"$CONTRACT\" ] || echo \"contract=$CONTRACT\" >> \"$GITHUB_OUTPUT\"\n      - name: Check the backend\n        id: contract\n        if: inputs.contract != ''\n        uses: $/actions/contract-check\n        with:\n          contract: ${{ inputs.contract }}\n          base-url: ${{ inputs.backend-url }}\n          live-contract: ${{ steps.base.outputs.contract }}\n          as: ${{ secrets.BACKEND_IDENTITIES }}\n          examples: ${{ inputs.contract-examples }}\n          coverage-minimum: ${{ inputs.contract-coverage }}\n          contact: ${{ inputs.backend-contact }}\n          accept: ${{ inputs.contract-accept }}\n          report-only: ${{ inputs.contract-check == 'report' }}\n          protection-bypass: ${{ secrets.BACKEND_PROTECTION_BYPASS }}\n      - name: Audit\n        id: audit\n        if: inputs.audit != 'off'\n        uses: $/actions/edge-audit\n        with:\n          url: ${{ steps.deploy.outputs.deployment-url }}\n          site-kind: preview\n          expect-deployment: ${{ steps.deploy.outputs.deployment-id }}\n          identity-path: ${{ inputs.identity-path }}\n          paths: ${{ inputs.audit-paths }}\n          checks: ${{ inputs.audit-checks }}\n          accept: ${{ inputs.audit-accept }}\n          report-only: ${{ inputs.audit == 'report' }}\n          protection-bypass: ${{ secrets.PROTECTION_BYPASS }}\n      - name: Pass values to the comment\n        id: handover\n        if: always()\n        uses: $/actions/handover\n        with:\n          # The reason is that of the step that failed, or of the last look; never of a step that passed before it.\n          values: |\n            failed-step: ${{ toJSON(steps.database.outcome == 'failure' && 'creating its database' || steps.migrate.outcome == 'failure' && 'migrating its database' || steps.plan.outcome == 'failure' && 'planning the migrations' || steps.build.outcome == 'failure' && 'the build' || steps.deploy.outcome == 'failure' && 'the deployment' || steps.health.outcome == 'failure' && 'the health gate' || '') }}\n            health-verdict: ${{ toJSON(steps.health.outputs.verdict || 'fail') }}\n            health-reason: ${{ toJSON(steps.database.outcome == 'failure' && steps.database.outputs.reason || steps.migrate.outcome == 'failure' && steps.migrate.outputs.reason || steps.plan.outcome == 'failure' && steps.plan.outputs.reason || steps.build.outcome == 'failure' && 'build-failed' || steps.deploy.outcome == 'failure' && steps.deploy.outputs.reason || steps.health.outputs.reason) }}\n            proof: ${{ toJSON(steps.health.outputs.proof) }}\n            commit-sha: ${{ toJSON(steps.commit.outputs.sha) }}\n            deployment-id: ${{ toJSON(steps.deploy.outputs.deployment-id) }}\n            deployment-url: ${{ toJSON(steps.deploy.outputs.deployment-url) }}\n            inspector-url: ${{ toJSON(steps.deploy.outputs.inspector-url) }}\n            database: ${{ toJSON(steps.database.outputs.database) }}\n            applied-count: ${{ toJSON(steps.migrate.outputs.applied-count) }}\n            evidence: ${{ toJSON(steps.health.outputs.evidence) }}\n            pull-table: ${{ toJSON(steps.plan.outputs.pull-table) }}\n            pull-verdict: ${{ toJSON(steps.plan.outputs.pull-verdict) }}\n            planned: ${{ toJSON(steps.plan.outputs.plan-digest != '') }}\n            contract-verdict: ${{ toJSON(steps.contract.outputs.verdict) }}\n            contract-result: ${{ toJSON(steps.contract.outputs.result) }}\n            contract-section: ${{ toJSON(steps.contract.outputs.section) }}\n            audit-verdict: ${{ toJSON(steps.audit.outputs.verdict) }}\n            audit-result: ${{ toJSON(steps.audit.outputs.result) }}\n            audit-section: ${{ toJSON(steps.audit.outputs.section) }}\n\n  test:\n    name: Test\n    needs: preview\n    if: inputs.test-command != '' || inputs.test-config != ''\n    runs-on: ${{ inputs.runs-on }}\n    timeout-minutes: 60\n    environment:\n      name: ${{ inputs.environment }}\n      deployment: false\n    permissions:\n      contents: read # checkout\n    outputs:\n      handover: ${{ steps.handover.outputs.handover }}\n      verdict: ${{ steps.tests.outputs.verdict || 'fail' }} # for the caller alone: a line of a secret may drop it\n    steps:\n      - name: Receive values from preview\n        id: given\n        uses: $/actions/handover\n        with:\n          handover: ${{ needs.preview.outputs.handover }}\n          from: preview\n      - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2\n        with:\n          ref: ${{ steps.given.outputs.commit-sha }}\n          submodules: ${{ inputs.submodules }}\n          lfs: ${{ inputs.lfs }}\n          token: ${{ secrets.CHECKOUT_TOKEN || github.token }}\n          persist-credentials: false\n      - name: Check the inputs of the tests\n        if: inputs.test-config != ''\n        env:\n          COMMAND: ${{ inputs.test-command }}\n          CONFIG: ${{ inputs.test-config }}\n        run: |\n          wrong() { echo \"::error title=Tests of the preview::$1\" && failed=1; }\n          [ -z \"$COMMAND\" ] || wrong 'test-command and test-config are both set: set one of them.'\n          [ -f \"$CONFIG\" ] || wrong \"test-config is $CONFIG, and the commit has no such file.\"\n          [ -z \"$failed\" ]\n      - name: Set up the package manager\n        if: (inputs.cache == 'pnpm' || inputs.cache == 'yarn')\n        run: corepack enable # setup-node asks it where its packages are\n      - uses: actions/setup-node@6044e13b5dc448c55e2357c09f80417699197238 # v6.2.0\n        with:\n          node-version: ${{ inputs.node-version }}\n          cache: ${{ inputs.cache }}\n          cache-dependency-path: ${{ inputs.cache == 'npm' && '**/package-lock.json' || inputs.cache == 'pnpm' && '**/pnpm-lock.yaml' || inputs.cache == 'yarn' && '**/yarn.lock' || '' }}\n          registry-url: ${{ inputs.registry-url }}\n          scope: ${{ inputs.registry-scope }}\n      - name: Install the tests\n        if: inputs.test-install != ''\n        working-directory: ${{ inputs.directory }}\n        env:\n          TEST_INSTALL: ${{ inputs.test-install }}\n          NODE_AUTH_TOKEN: ${{ secrets.NPM_TOKEN }}\n          NPM_TOKEN: ${{ secrets.NPM_TOKEN }}\n        shell: bash\n        run: bash -euo pipefail -c \"$TEST_INSTALL\"\n      - name: Run the tests\n        id: tests\n        uses: $/actions/quality-gate\n        env:\n          BASE_URL: ${{ steps.given.outputs.deployment-url }}\n          DEPLOYMENT_ID: ${{ steps.given.outputs.deployment-id }}\n          VERCEL_AUTOMATION_BYPASS_SECRET: ${{ secrets.PROTECTION_BYPASS }}\n        with:\n          # JSON is YAML. Without a command the file of test-config has the gates.\n          gates: >-\n            ${{ inputs.test-command != '' && format('- {{ name: tests, run: {0}, directory: {1}, timeout: {2}{3}{4} }}',\n            toJSON(inputs.test-command), toJSON(inputs.directory), toJSON(inputs.test-timeout),\n            inputs.test-report != '' && format(', report: {0}', toJSON(inputs.test-report)) || '',\n            inputs.test-format != '' && format(', format: {0}', toJSON(inputs.test-format)) || '') || '' }}\n          config: ${{ inputs.test-config }}\n      - name: Upload the reports of the tests\n        if: \"!cancelled() && steps.tests.outputs.report-directory != ''\"\n        uses: actions/upload-artifact@b7c566a772e6b6bfb58ed0dc250532a479d7789f # v6.0.0\n        with:\n          name: lockstep-preview-tests\n          path: ${{ steps.tests.outputs.report-directory }}\n          retention-days: 14\n          # A re-run replaces what the attempt before it uploaded under the same name.\n          overwrite: true\n      - name: Pass values to the comment\n        id: handover\n        if: always()\n        uses: $/actions/handover\n        with:\n          values: |\n            tests-verdict: ${{ toJSON(steps.tests.outputs.verdict) }}\n\n  migrations:\n    name: Migrations\n    if: github.event_name == 'pull_request'\n    runs-on: ${{ inputs.runs-on }}\n    timeout-minutes: 10\n    permissions:\n      contents: read # checkout\n    outputs:\n      handover: ${{ steps.handover.outputs.handover }}\n    steps:\n      - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2\n        with:\n          fetch-depth: 0 # the base shows which migrations are the pull request's\n          persist-credentials: false\n      - name: Check the migrations\n        id: lint\n        # Whether they may be merged is not decided here: the section reports what is wrong with them.\n        continue-on-error: true\n        uses: $/actions/migrate\n        with:\n          command: lint\n          fail-on: nothing\n          directory: ${{ inputs.migrations-directory }}\n          down-directory: ${{ inputs.down-directory }}\n      - name: Pass values to the comment\n        id: handover\n        if: always()\n        uses: $/actions/handover\n        with:\n          values: |\n            pull-table: ${{ toJSON(steps.lint.outputs.pull-table) }}\n            pull-verdict: ${{ toJSON(steps.lint.outputs.pull-verdict) }}\n            looked: ${{ toJSON(steps.lint.outcome == 'success') }}\n\n  comment:\n    name: Comment\n    needs: [preview, test, migrations]\n    if: \"!cancelled() && github.event_name == 'pull_request'\"\n    runs-on: ${{ inputs.runs-on }}\n    timeout-minutes: 5\n    permissions:\n      pull-requests: write # the comment\n    env:\n      MAY_WRITE: ${{ github.event.pull_request.head.repo.full_name == github.repository && github.event.pull_request.user.login != 'dependabot[bot]' }}\n    steps:\n      - name: Receive values from preview\n        id: given\n        if: needs.preview.result != 'skipped'\n        # A preview job that died passed no values on: the comment says so.\n        continue-on-error: true\n        uses: $/actions/handover\n        with:\n          handover: ${{ needs.preview.outputs.handover }}\n          from: preview\n      - name: Write the preview section\n        id: section\n        env:\n          RESULT: ${{ needs.preview.result }}\n          GIVEN: ${{ steps.given.outputs.verdict }}\n          VERDICT: ${{ steps.given.outputs.health-verdict }}\n          REASON: ${{ steps.given.outputs.health-reason }}\n          FAILED: ${{ steps.given.outputs.failed-step }}\n          PROOF: ${{ steps.given.outputs.proof }}\n          URL: ${{ steps.given.outputs.deployment-url }}\n          BUILD: ${{ steps.given.outputs.inspector-url }}\n          DATABASE: ${{ steps.given.outputs.database }}\n          MIGRATIONS: ${{ steps.given.outputs.applied-count }}\n        run: |\n          # One sentence for the table of the comment; the rest is folded below it.\n          app=\"[${URL#*://}]($URL)\" code=\"${REASON:+ (\\`$REASON\\`)}\" details=()\n          if [ \"$RESULT\" = skipped ]; then\n            VERDICT='' sentence='No preview: pull requests from forks and from Dependabot have no secrets.'\n          elif [ \"$GIVEN\" != pass ]; then\n            VERDICT=unknown sentence=\"Its job ended as $RESULT without a result. See the run for details.\"\n          elif [ -n \"$FAILED\" ]; then\n            sentence=\"${FAILED^} failed$code.${URL:+ Deployed to $app.}\"\n          elif [ -z \"$URL\" ]; then\n            sentence='A step before the deployment failed. See the run for details.'\n          elif [ \"$VERDICT\" = pass ]; then\n            sentence=\"$app is healthy\"\n          elif [ \"$VERDICT\" = fail ]; then\n            sentence=\"$app is not healthy$code\"\n          else\n            sentence=\"Whether $app is healthy is not known$code\"\n          fi\n          [ -z \"$URL\" ] || {\n            [ -z \"$PROOF\" ] || details+=(\"- **Health:** $PROOF\")\n            [ -z \"$BUILD\" ] || details+=(\"- **Build:** $BUILD\")\n            [ -z \"$DATABASE\" ] || details+=(\"- **Database:** \\`$DATABASE\\`; migrations applied by this push: ${MIGRATIONS:-none}\")\n          }\n          printf '%s\\n' \"${details[@]}\" > section.md\n          {\n            echo \"verdict=$VERDICT\"\n            echo \"result=${sentence//$'\\n'/ }\"\n          } >> \"$GITHUB_OUTPUT\"\n      - name: Receive the migrations\n        id: seen\n        # A job that died passed no values on: the comment says so.\n        continue-on-error: true\n        uses: $/actions/handover\n        with:\n          handover: ${{ needs.migrations.outputs.handover }}\n          from: migrations\n      - name: Write the migrations section\n        id: migrations\n        env:\n          PLANNED: ${{ steps.given.outputs.planned }}\n          PLAN_TABLE: ${{ steps.given.outputs.pull-table }}\n          PLAN_VERDICT: ${{ steps.given.outputs.pull-verdict }}\n          LOOKED: ${{ steps.seen.outputs.looked }}\n          TABLE: ${{ steps.seen.outputs.pull-table }}\n          VERDICT: ${{ steps.seen.outputs.pull-verdict }}\n        run: |\n          # A plan has read the database and knows more than the files. Without migrations the section stays empty.\n          if [ \"$PLANNED\" = true ]; then\n            TABLE=$PLAN_TABLE VERDICT=$PLAN_VERDICT\n          elif [ \"$LOOKED\" != true ]; then\n            TABLE='The migrations could not be read. See the run for details.'\n            VERDICT=unknown\n          fi\n          # Its first line goes into the table of the comment, the rest below it.\n          line=${TABLE%%$'\\n'*}\n          printf '%s' \"${TABLE#\"$line\"}\" > migrations.md\n          {\n            echo \"verdict=$VERDICT\"\n            echo \"result=${line//\\*\\*/}\"\n          } >> \"$GITHUB_OUTPUT\"\n      - name: Write the contract section\n        if: inputs.contract != ''\n        env:\n          SECTION: ${{ steps.given.outputs.contract-section }}\n        run: printf '%s' \"$SECTION\" > contract.md\n      - name: Write the audit section\n        if: inputs.audit != 'off'\n        env:\n          SECTION: ${{ steps.given.outputs.audit-section }}\n        run: printf '%s' \"$SECTION\" > audit.md\n      # By a pattern, which may match nothing: tests that did not run left no report.\n      - uses: actions/download-artifact@37930b1c2abaa49bbe596cd826c3c89aef350131 # v7.0.0\n        if: inputs.test-command != '' || inputs.test-config != ''\n        with:\n          pattern: lockstep-preview-tests\n          merge-multiple: true\n          path: tests\n      - name: Receive the tests\n        id: tests\n        if: inputs.test-command != '' || inputs.test-config != ''\n        # A job that died passed no values on: the comment says so.\n        continue-on-error: true\n        uses: $/actions/handover\n        with:\n          handover: ${{ needs.test.outputs.handover }}\n          from: test\n      - name: Check for a report of the tests\n        id: tested\n        if: inputs.test-command != '' || inputs.test-config != ''\n        run: if [ -f tests/comment-rows.json ]; then echo \"rows=tests/comment-rows.json\" >> \"$GITHUB_OUTPUT\"; fi\n      - name: Comment\n        if: env.MAY_WRITE == 'true'\n        uses: $/actions/preview-comment\n        with:\n          section: preview\n          title: Preview\n          verdict: ${{ steps.section.outputs.verdict }}\n          result: ${{ steps.section.outputs.result }}\n          body-path: section.md\n      - name: Comment on the migrations\n        if: env.MAY_WRITE == 'true'\n        uses: $/actions/preview-comment\n        with:\n          section: migrations\n          title: Migrations\n          verdict: ${{ steps.migrations.outputs.verdict }}\n          result: ${{ steps.migrations.outputs.result }}\n          body-path: migrations.md\n      - name: Comment on the tests\n        if: env.MAY_WRITE == 'true' && (inputs.test-command != '' || inputs.test-config != '')\n        uses: $/actions/preview-comment\n        with:\n          section: tests\n          title: Tests\n          verdict: ${{ steps.tests.outputs.tests-verdict || 'unknown' }}\n          result: ${{ steps.tested.outputs.rows == '' && 'The preview was not tested. See the run for details.' || '' }}\n          rows-path: ${{ steps.tested.outputs.rows }}\n          body-path: ${{ steps.tested.outputs.rows && 'tests/comment.md' || '' }}\n      - name: Comment on the contract\n        if: env.MAY_WRITE == 'true' && inputs.contract != ''\n        uses: $/actions/preview-comment\n        with:\n          section: contract\n          title: Backend\n          verdict: ${{ steps.given.outputs.contract-verdict || 'unknown' }}\n          result: ${{ steps.given.outputs.contract-result || 'The backend was not asked. See the run for details.' }}\n          body-path: contract.md\n      - name: Comment on the audit\n        if: env.MAY_WRITE == 'true' && inputs.audit != 'off'\n        uses: $/actions/preview-comment\n        with:\n          section: audit\n          title: Audit\n          verdict: ${{ steps.given.outputs.audit-verdict || 'unknown' }}\n          result: ${{ steps.given.outputs.audit-result || 'The preview was not looked at. See the run for details.' }}\n          body-path: audit.md\n      - name: Save the preview section for the fork comment workflow\n        if: env.MAY_WRITE != 'true'\n        uses: $/actions/preview-comment\n        with:\n          section: preview\n          title: Preview\n          verdict: ${{ steps.section.outputs.verdict }}\n          result: ${{ steps.section.outputs.result }}\n          body-path: section.md\n          write-to: lockstep-comment\n      - name: Save the migrations section for the fork comment workflow\n        if: env.MAY_WRITE != 'true'\n        uses: $/actions/preview-comment\n        with:\n          section: migrations\n          title: Migrations\n          verdict: ${{ steps.migrations.outputs.verdict }}\n          result: ${{ steps.migrations.outputs.result }}\n          body-path: migrations.md\n          write-to: lockstep-comment\n      - name: Upload the section\n        if: env.MAY_WRITE != 'true'\n        uses: actions/upload-artifact@b7c566a772e6b6bfb58ed0dc250532a479d7789f # v6.0.0\n        with:\n          name: lockstep-comment-preview\n          path: lockstep-comment\n          retention-days: 14\n          # A re-run replaces what the attempt before it uploaded under the same name.\n          overwrite: true\n",
    "promote": "# Promotes a staged deployment, or the commit that another environment runs. Started by people.\n#\n#   choose    finds the candidate and every reason against promoting it; changes nothing\n#   ask       with two-person approval: records the request and ends, so that no runner waits\n#   approve   in the run of another person, who approves the request\n#   deny      instead of all others, in the run of a person who denies the request\n#   release   calls release.yml with the candidate\nname: Lockstep promote\non:\n  workflow_call:\n    inputs:\n      environment:\n        description: Environment to promote to; also the GitHub environment whose secrets the release job uses.\n        type: string\n        default: production\n      service:\n        description: Name of the service, where several are released separately to one environment.\n        type: string\n        default: web\n      mode:\n        description: same-build promotes the deployment that was staged; same-commit builds the commit of `from-environment` again for production, which is a different artifact.\n        type: string\n        default: same-build\n      deployment-id:\n        description: With same-build, the staged deployment to promote. Empty means the newest one.\n        type: string\n        default: \"\"\n      from-environment:\n        description: With same-commit, the environment whose commit is promoted.\n        type: string\n        default: staging\n      four-eyes:\n        description: Whether another person has to approve (two-person approval), for repositories whose plan has no required reviewers. The run then ends with a request, and no runner waits.\n        type: boolean\n        default: false\n      request:\n        description: Request to approve and then to release. A comment that approves names it itself.\n        type: string\n        default: \"\"\n      answer:\n        description: \"Answer to the request: approve, or deny, which ends it. The starter passes deny if the comment begins with /deny-release.\"\n        type: string\n        default: approve\n      denial-reason:\n        description: With deny, the reason in a few words; the requester is notified of it. A comment that denies names it itself.\n        type: string\n        default: \"\"\n      request-expires:\n        description: How long a request may be approved, at most 31d.\n        type: string\n        default: 24h\n      approval-environment:\n        description: GitHub environment with required reviewers to wait for; empty for no approval.\n        type: string\n        default: \"\"\n      allow-unprotected:\n        description: Set to true to confirm that anyone who can start this workflow may release without an approval. Releases then do not warn about it.\n        type: boolean\n        default: false\n      trusted-branches:\n        description: Branches whose workflows may request, stage or release, one per line; `*` matches any characters. Empty means the repository's default branch.\n        type: string\n        default: \"\"\n      max-evidence-age:\n        description: How old what was seen of the staged deployment, and what is seen again before an approval, may be.\n        type: string\n        default: 7d\n      freeze:\n        description: \"Periods in which nothing is released, one per line: `2026-12-20..2027-01-04 year's end`, `Fri 16:00..Mon 08:00`.\"\n        type: string\n        default: \"\"\n      freeze-zone:\n        description: Time zone of `freeze`, such as Europe/Berlin.\n        type: string\n        default: UTC\n      vercel-project:\n        description: Vercel project, by id or name.\n        type: string\n        required: true\n      vercel-team:\n        description: Vercel team, by id or slug; empty for a personal project.\n        type: string\n        default: \"\"\n      production-url:\n        description: Production URL of the app; the bake probes it.\n        type: string\n        required: true\n      directory:\n        description: Directory of the app.\n        type: string\n        default: .\n      build-command:\n        description: Command that writes .vercel/output in `directory`; empty to let Vercel build.\n        type: string\n        default: \"\"\n      build-with-vercel:\n        description: Whether the build command, and every process that it starts, gets VERCEL_TOKEN, VERCEL_ORG_ID and VERCEL_PROJECT_ID, which `vercel pull` and `vercel build` need. Then give vercel-team and vercel-project as ids.\n        type: boolean\n        default: false\n      node-version:\n        description: Node.js version for the build command.\n        type: string\n        default: \"24\"\n      cache:\n        description: \"Package manager whose packages are cached between runs: npm, pnpm or yarn. Empty means no cache.\"\n        type: string\n        default: \"\"\n      registry-url:\n        description: \"Registry of private packages, such as https://npm.pkg.github.com; NPM_TOKEN is its token.\"\n        type: string\n        default: \"\"\n      registry-scope:\n        description: \"Scope whose packages come from registry-url, such as @acme. Empty means all packages.\"\n        type: string\n        default: \"\"\n      build-env:\n        description: Variables of the build command that are not secret, `NAME=value`, one per line; for a value of several lines, `NAME<<END`, the lines, and `END`.\n        type: string\n        default: \"\"\n      submodules:\n        description: \"Which submodules to check out: false, true or recursive.\"\n        type: string\n        default: \"false\"\n      lfs:\n        description: Whether to check out Git LFS files.\n        type: boolean\n        default: false\n      order:\n        description: build-first, or migrate-first if the build itself reads the new schema.\n        type: string\n        default: build-first\n      migrations-directory:\n        description: Directory of the migrations.\n        type: string\n        default: supabase/migrations\n      down-directory:\n        description: Directory of the down migrations (`supabase` layout).\n        type: string\n        default: supabase/rollbacks\n      live-path:\n        description: Path of the liveness route, which answers without the new schema.\n        type: string\n        default: /api/health/live\n      identity-path:\n        description: Path whose JSON names the build (metadata.deployment_id or git_commit); only that name is checked.\n        type: string\n        default: /api/health\n      health-paths:\n        description: Paths of the health routes, one per line.\n        type: string\n        default: /api/health\n      contract:\n        description: \"File with the contract of the backend (OpenAPI or Markdown), or `postgrest`: the live backend must keep it before anything is built or changed. Empty means that no backend is asked.\"\n        type: string\n        default: \"\"\n      backend-url:\n        description: Address of the live backend that `contract` is about.\n        type: string\n        default: \"\"\n      contract-check:\n        description: \"Whether a backend that does not keep the contract ends the release (require) or is only reported (report).\"\n        type: string\n        default: require\n      contract-examples:\n        description: Values to ask the backend with, as the input `examples` of the action `contract-check`.\n        type: string\n        default: \"\"\n      contract-coverage:\n        description: Share of the operations with a safe method that must really be judged, from 0 to 1.\n        type: string\n        default: \"1\"\n      contract-accept:\n        description: Failures to accept, as the input `accept` of the action `contract-check`.\n        type: string\n        default: \"\"\n      requires:\n        description: \"Versions that must be live before this release may be, such as those of the backend, as the input `requires` of the action `contract-check`. What is not live yet ends the release, by its name, before anything is built, and again before it begins.\"\n        type: string\n        default: \"\"\n      backend-health-url:\n        description: Health route of the backend, whose JSON names the versions that `requires` is about.\n        type: string\n        default: \"\"\n      backend-contact:\n        description: Whom to call when the backend does not answer.\n        type: string\n        default: \"\"\n      audit:\n        description: \"Whether edge-audit looks at the candidate before the swap: off, report (what it finds does not stop the release), or require (only a candidate that passes is released). A candidate that is built before the migrations is audited before anything is changed.\"\n        type: string\n        default: \"off\"\n      audit-paths:\n        description: Pages that the audit looks at, one path per line; they have to answer without the new schema, unless `order` is migrate-first.\n        type: string\n        default: /\n      audit-checks:\n        description: Checks of the audit, one id per line; `*` matches anything, a line that begins with `!` leaves a check out. DNS is that of production, not of a candidate.\n        type: string\n        default: \"!dns-*\"\n      audit-accept:\n        description: Failures to accept, as the input `accept` of the action `edge-audit`.\n        type: string\n        default: \"\"\n      availability-source:\n        description: \"Monitor that observes the app all the time, as the input `availability-source` of the action `evidence`: YAML, or the path of a YAML file in the repository. Its secrets are in METRICS_SECRETS.\"\n        type: string\n        default: \"\"\n      availability-objective:\n        description: Share of the time in which the app has to be available. The rest is the error budget.\n        type: string\n        default: 99.9 %\n      budget-window:\n        description: Time for which the error budget is.\n        type: string\n        default: 30d\n      error-budget:\n        description: \"Whether a release needs error budget that is left: off, report (what it finds does not stop the release), or require (a budget that is spent, or that was not measured, ends the release before anything is built, and again before it begins).\"\n        type: string\n        default: \"off\"\n      error-budget-override:\n        description: \"Lets one commit through although error-budget says no: the commit, at least 7 characters of it, and the reason, such as `3f9a2c1 it ends the outage`. The ledger keeps the reason.\"\n        type: string\n        default: \"\"\n      platform-audit:\n        description: \"Whether platform-audit checks what this release needs of Vercel and Supabase (the lines of the policy that are marked for releases) before anything is changed: auto (where the policy file is there), require (the file has to be there), report (what it finds does not stop the release), or off. A service that does not answer stops no release.\"\n        type: string\n        default: auto\n      platform-policy:\n        description: File that says what production must look like, as the input `platform-policy` of the action `platform-audit`.\n        type: string\n        default: .lockstep/platform.yml\n      platform-accept:\n        description: Failures to accept, as the input `accept` of the action `platform-audit`.\n        type: string\n        default: \"\"\n      platform-deadline:\n        description: How long platform-audit may take; each service gets a third of it.\n        type: string\n        default: 3m\n      supabase-project:\n        description: \"For platform-audit: reference of the Supabase project, the 20 letters of https://REF.supabase.co.\"\n        type: string\n        default: \"\"\n      test-command:\n        description: \"Command that tests the candidate before it gets traffic, such as `npx playwright test`. It gets BASE_URL, DEPLOYMENT_ID and VERCEL_AUTOMATION_BYPASS_SECRET, and no other secret. Empty means no tests.\"\n        type: string\n        default: \"\"\n      test-config:\n        description: \"Instead of test-command, a file with several such tests as gates (journeys, load), with the fields of the action `quality-gate`.\"\n        type: string\n        default: \"\"\n      test-report:\n        description: \"Report that test-command writes, relative to `directory`; $LOCKSTEP_REPORTS is the folder whose files are kept. Without a report the exit code decides.\"\n        type: string\n        default: \"\"\n      test-format:\n        description: Format of test-report, such as junit, ctrf, playwright or k6. A report of no tests is inconclusive, and the release ends.\n        type: string\n        default: \"\"\n      test-timeout:\n        description: How long test-command may take; then it is stopped with all that it started, and the release ends.\n        type: string\n        default: 10m\n      test-install:\n        description: Command that installs what the tests need, such as `npm ci`. It gets NPM_TOKEN; the tests do not.\n        type: string\n        default: \"\"\n      test-when:\n        description: \"prepared: in a job of its own, before anything is changed. migrated: in the job of the release, once the schema is expanded; rows that the tests write are then data that an undo keeps the schema for, and they stay.\"\n        type: string\n        default: prepared\n      smoke-command:\n        description: Short command that asks production after the swap, with BASE_URL and DEPLOYMENT_ID; if it does not pass within two minutes, the release is rolled back. Empty means none.\n        type: string\n        default: \"\"\n      gate-interval:\n        description: Time between two probes of the candidate before the swap.\n        type: string\n        default: 1s\n      strategy:\n        description: \"How users get the candidate: promote (all at once) or rolling (by the stages of a rolling release on Vercel, each of which is approved only after its own health gate passed).\"\n        type: string\n        default: promote\n      stages:\n        description: \"With strategy rolling, its stages below 100 %, one per line, as `PERCENT TIME`: `10% 5m`. Empty means those that the project is configured with.\"\n        type: string\n        default: \"\"\n      stage-time:\n        description: With strategy rolling, how long a stage without a time of its own is watched before the next one is approved.\n        type: string\n        default: 5m\n      max-latency-ratio:\n        description: With strategy rolling, how many times slower than the current deployment the candidate may be.\n        type: string\n        default: \"1.5\"\n      server-gate:\n        description: \"With strategy rolling, what Vercel's own gate on 5xx errors does when it trips: rollback, pause, or keep what the project has configured.\"\n        type: string\n        default: rollback\n      bake-time:\n        description: How long the live app is watched after the swap before the release is committed.\n        type: string\n        default: 2m\n      bake-interval:\n        description: Time between two probes of the live app during the bake.\n        type: string\n        default: 5s\n      metrics:\n        description: \"Metrics of real traffic and of the database that are read during the bake, as the input `metrics` of the action `health-gate`: YAML, or the path of a YAML file in the repository. Empty means probes alone.\"\n        type: string\n        default: \"\"\n      on-failure:\n        description: \"What happens to the schema when the release fails: auto, undo or keep.\"\n        type: string\n        default: auto\n      on-data-loss:\n        description: \"What the undo does when a down migration would delete what users wrote since: keep (that migration stays), fail, archive (copy the data into the schema lockstep_archive first) or allow (delete it).\"\n        type: string\n        default: keep\n      archive-limit:\n        description: \"`on-data-loss: archive`: how much one migration may archive, one limit per line: `N rows`, `N MB`. More is refused, and nothing is changed.\"\n        type: string\n        default: |-\n          1000000 rows\n          100 MB\n      archive-lock-limit:\n        description: \"`on-data-loss: archive`: how long the tables of one migration may be locked while it archives and runs. Longer is refused, and nothing is changed.\"\n        type: string\n        default: 5s\n      archive-keep:\n        description: \"How long archived data is kept. What is older is reported by the next release, and deleted by archives.yml.\"\n        type: string\n        default: 30d\n      lock-timeout:\n        description: How long a migration may wait for a lock. The app's queries queue behind it for at most this long.\n        type: string\n        default: 200ms\n      lock-retry-for:\n        description: How long a migration that could not acquire its locks is retried.\n        type: string\n        default: 60s\n      statement-timeout:\n        description: How long one statement of a migration may take.\n        type: string\n        default: 15m\n      drain-time:\n        description: How long requests to the candidate may still be running after the traffic was restored, before its schema is rolled back.\n        type: string\n        default: 30s\n      undo-deadline:\n        description: Time for all undo steps together, at most 4m. GitHub ends a cancelled job after 4 minutes and 45 seconds, and reporting the outcome must fit in too.\n        type: string\n        default: 4m\n      skip-git-deployment-check:\n        description: Set to true to confirm that Git pushes do not deploy to production on Vercel, or that this is intended. Needed where the project is connected to Git, because Vercel's API does not show git.deploymentEnabled of vercel.json.\n        type: boolean\n        default: false\n      runs-on:\n        description: Label of the runner.\n        type: string\n        default: ubuntu-24.04\n      vercel-api-url:\n        description: Base URL of Vercel's API.\n        type: string\n        default: https://api.vercel.com\n      supabase-api-url:\n        description: Base URL of Supabase's Management API.\n        type: string\n        default: https://api.supabase.com\n      slack-api-url:\n        description: Base URL of Slack's Web API.\n        type: string\n        default: https://slack.com/api\n    # Named as GitHub stores secrets: a stored name has no hyphens, and a secret of the job's environment replaces the one\n    # that was passed only if the names are equal.\n    secrets:\n      VERCEL_TOKEN:\n        description: Vercel token with access to the project; a token that is scoped to the project is enough.\n        required: true\n      DATABASE_URL:\n        description: Connection string of the database, in session mode (port 5432).\n        required: true\n      PROTECTION_BYPASS:\n        description: Vercel's Protection Bypass for Automation secret, if the project is protected.\n        required: false\n      BACKEND_IDENTITIES:\n        description: \"For `contract`: YAML of who asks the backend, as the input `as` of the action `contract-check`, including tokens of test users.\"\n        required: false\n      BACKEND_PROTECTION_BYPASS:\n        description: Vercel's Protection Bypass for Automation secret of the backend, if it is a protected deployment.\n        required: false\n      BACKEND_LEDGER_TOKEN:\n        description: \"For ledgers that `requires` names: GitHub token with `deployments: read`, `actions: read` and `contents: read` in the repositories of those services.\"\n        required: false\n      SUPABASE_TOKEN:\n        description: \"For platform-audit: Supabase token that is scoped to the project and to reading.\"\n        required: false\n      NOTIFY_TARGETS:\n        description: YAML of the targets of actions/notify, including their tokens. Without it no notification is sent.\n        required: false\n      METRICS_SECRETS:\n        description: Secrets that `metrics` and `availability-source` name as `$NAME`, `NAME=value`, one per line.\n        required: false\n      NPM_TOKEN:\n        description: Token for private packages; the build command gets it as NODE_AUTH_TOKEN and NPM_TOKEN.\n        required: false\n      BUILD_ENV:\n        description: Secret variables of the build command, in the format of build-env.\n        required: false\n      CHECKOUT_TOKEN:\n        description: Token that can read the submodules, if they are private repositories.\n        required: false\n    outputs:\n      verdict:\n        description: pass if the release is live; otherwise fail or unknown; empty while it waits for an approval.\n        value: ${{ jobs.release.outputs.verdict }}\n      release-id:\n        description: Id of the release in the ledger, in the database, and for a rollback.\n        value: ${{ jobs.release.outputs.release-id }}\n      deployment-id:\n        description: The Vercel deployment that was promoted.\n        value: ${{ jobs.release.outputs.deployment-id }}\n      waiting:\n        description: Contract migrations that wait for contract.yml, in one line. Empty if none waits.\n        value: ${{ jobs.release.outputs.waiting }}\n      request-id:\n        description: The request that waits for an approval or was approved.\n        value: ${{ jobs.ask.outputs.request-id || jobs.choose.outputs.request-id }}\npermissions: {}\njobs:\n  choose:\n    name: Choose\n    if: inputs.answer != 'deny'\n    runs-on: ${{ inputs.runs-on }}\n    timeout-minutes: 10\n    environment:\n      name: ${{ inputs.environment }}\n      deployment: false\n    permissions:\n      actions: read # whether the run of an unfinished release is dead\n      contents: read # whether something newer is live\n      deployments: read # the ledger\n    outputs:\n      handover: ${{ steps.handover.outputs.handover }}\n      request-id: ${{ steps.said.outputs.request-id }} # for the caller alone: a line of a secret may drop it\n    steps:\n      - name: Check the request\n        id: said\n        if: inputs.request != '' || github.event_name == 'issue_comment'\n        uses: $/actions/approval\n        with:\n          command: approve\n          dry-run: true\n          environment: ${{ inputs.environment }}\n          service: ${{ inputs.service }}\n          request: ${{ inputs.request }}\n          trusted-branches: ${{ inputs.trusted-branches }}\n      - name: Choose\n        id: choose\n        uses: $/actions/promotion\n        with:\n          command: choose\n          environment: ${{ inputs.environment }}\n          service: ${{ inputs.service }}\n          mode: ${{ steps.said.outputs.mode || inputs.mode }}\n          deployment-id: ${{ steps.said.outputs.deployment-id || inputs.deployment-id }}\n          from-environment: ${{ inputs.from-environment }}\n          evidence: ${{ steps.said.outputs.evidence }}\n          max-evidence-age: ${{ inputs.max-evidence-age }}\n          trusted-branches: ${{ inputs.trusted-branches }}\n          freeze: ${{ inputs.freeze }}\n          freeze-zone: ${{ inputs.freeze-zone }}\n          vercel-token: ${{ secrets.VERCEL_TOKEN }}\n          vercel-project: ${{ inputs.vercel-project }}\n          vercel-team: ${{ inputs.vercel-team }}\n          vercel-api-url: ${{ inputs.vercel-api-url }}\n      - name: Pass values to the next jobs\n        id: handover\n        uses: $/actions/handover\n        with:\n          values: |\n            mode: ${{ toJSON(steps.said.outputs.mode || inputs.mode) }}\n            request-id: ${{ toJSON(steps.said.outputs.request-id) }}\n            deployment-id: ${{ toJSON(steps.choose.outputs.deployment-id) }}\n            deployment-url: ${{ toJSON(steps.choose.outputs.deployment-url) }}\n            commit-sha: ${{ toJSON(steps.choose.outputs.commit-sha) }}\n            evidence: ${{ toJSON(steps.choose.outputs.evidence) }}\n            plan-digest: ${{ toJSON(steps.choose.outputs.plan-digest) }}\n            folder-digest: ${{ toJSON(steps.choose.outputs.folder-digest) }}\n\n  ask:\n    name: Ask\n    needs: choose\n    # By the same inputs as in `choose`, not by an output: GitHub may have dropped that.\n    if: inputs.four-eyes && inputs.request == '' && github.event_name != 'issue_comment'\n    runs-on: ${{ inputs.runs-on }}\n    timeout-minutes: 10\n    environment:\n      name: ${{ inputs.environment }}\n      deployment: false\n    permissions:\n      deployments: write # the ledger\n    outputs:\n      request-id: ${{ steps.ask.outputs.request-id }}\n    env:\n      NOTIFY: ${{ secrets.NOTIFY_TARGETS != '' }}\n    steps:\n      - name: Receive values from choose\n        id: given\n        uses: $/actions/handover\n        with:\n          handover: ${{ needs.choose.outputs.handover }}\n          from: choose\n      - name: Request approval\n        id: ask\n        uses: $/actions/approval\n        with:\n          command: request\n          environment: ${{ inputs.environment }}\n          service: ${{ inputs.service }}\n          mode: ${{ steps.given.outputs.mode }}\n          deployment-id: ${{ steps.given.outputs.deployment-id }}\n          commit-sha: ${{ steps.given.outputs.commit-sha }}\n          evidence: ${{ steps.given.outputs.evidence }}\n          expires: ${{ inputs.request-expires }}\n      - name: Notify (waiting for approval)\n        if: env.NOTIFY == 'true'\n        uses: $/actions/notify\n        with:\n          targets: ${{ secrets.NOTIFY_TARGETS }}\n          slack-api-url: ${{ inputs.slack-api-url }}\n          key: ${{ inputs.environment }}/${{ inputs.service }}/${{ steps.ask.outputs.request-id }}\n          environment: ${{ inputs.environment }}\n          service: ${{ inputs.service }}\n          state: waiting\n          commit-sha: ${{ steps.given.outputs.commit-sha }}\n          summary: >-\n            ${{ steps.ask.outputs.requested-by }} asks another person for an approval, until\n            ${{ steps.ask.outputs.expires-at }} - /approve-release ${{ steps.ask.outputs.request-id }}, or\n            /deny-release ${{ steps.ask.outputs.request-id }} and why\n\n  approve:\n    name: Approve\n    needs: choose\n    if: inputs.request != '' || github.event_name == 'issue_comment'\n    runs-on: ${{ inputs.runs-on }}\n    timeout-minutes: 10\n    permissions:\n      actions: read # who created the request, and who started this run\n      contents: read # whether the requesting workflow is of a trusted branch\n      deployments: write # the ledger\n    steps:\n      - name: Receive values from choose\n        id: given\n        uses: $/actions/handover\n        with:\n          handover: ${{ needs.choose.outputs.handover }}\n          from: choose\n      - name: Approve\n        uses: $/actions/approval\n        with:\n          command: approve\n          environment: ${{ inputs.environment }}\n          service: ${{ inputs.service }}\n          request: ${{ steps.given.outputs.request-id }}\n          trusted-branches: ${{ inputs.trusted-branches }}\n\n  deny:\n    name: Deny\n    if: inputs.answer == 'deny'\n    runs-on: ${{ inputs.runs-on }}\n    timeout-minutes: 10\n    environment:\n      name: ${{ inputs.environment }}\n      deployment: false\n    permissions:\n      actions: read # who started this run\n      deployments: write # the ledger\n    env:\n      NOTIFY: ${{ secrets.NOTIFY_TARGETS != '' }}\n    steps:\n      - name: Deny\n        id: deny\n        uses: $/actions/approval\n        with:\n          command: deny\n          environment: ${{ inputs.environment }}\n          service: ${{ inputs.service }}\n          request: ${{ inputs.request }}\n          denial-reason: ${{ inputs.denial-reason }}\n      - name: Notify (denied)\n        if: env.NOTIFY == 'true'\n        uses: $/actions/notify\n        with:\n          targets: ${{ secrets.NOTIFY_TARGETS }}\n          slack-api-url: ${{ inputs.slack-api-url }}\n          key: ${{ inputs.environment }}/${{ inputs.service }}/${{ steps.deny.outputs.request-id }}\n          environment: ${{ inputs.environment }}\n          service: ${{ inputs.service }}\n          state: failed\n          commit-sha: ${{ steps.deny.outputs.commit-sha }}\n          failure: >-\n            ${{ steps.deny.outputs.denied-by }} denied the request of ${{ steps.deny.outputs.requested-by }}:\n            ${{ steps.deny.outputs.denial-reason || 'no reason was given' }}. Nothing was changed.\n\n  release:\n    name: Release\n    needs: [choose, approve]\n    # With two-person approval, only the run in which another person approved continues.\n    if: >-\n      !cancelled() && needs.choose.result == 'success' &&\n      (needs.approve.result == 'success' || (needs.approve.result == 'skipped' && !inputs.four-eyes))\n    uses: $/.github/workflows/release.yml\n    permissions:\n      actions: read # whether the run of an older record is dead, and what protects the environments\n      contents: read # checkout\n      deployments: write # the ledger\n      pull-requests: read # what changes, by its pull requests\n    with:\n      # A dropped output must not turn a promotion into a build: anything that is not a handover is refused.\n      chosen: ${{ needs.choose.outputs.handover || 'missing' }}\n      environment: ${{ inputs.environment }}\n      service: ${{ inputs.service }}\n      approval-environment: ${{ inputs.approval-environment }}\n      allow-unprotected: ${{ inputs.allow-unprotected }}\n      trusted-branches: ${{ inputs.trusted-branches }}\n      max-evidence-age: ${{ inputs.max-evidence-age }}\n      freeze: ${{ inputs.freeze }}\n      freeze-zone: ${{ inputs.freeze-zone }}\n      vercel-project: ${{ inputs.vercel-project }}\n      vercel-team: ${{ inputs.vercel-team }}\n      production-url: ${{ inputs.production-url }}\n      directory: ${{ inputs.directory }}\n      build-command: ${{ inputs.build-command }}\n      build-with-vercel: ${{ inputs.build-with-vercel }}\n      node-version: ${{ inputs.node-version }}\n      cache: ${{ inputs.cache }}\n      registry-url: ${{ inputs.registry-url }}\n      registry-scope: ${{ inputs.registry-scope }}\n      build-env: ${{ inputs.build-env }}\n      submodules: ${{ inputs.submodules }}\n      lfs: ${{ inputs.lfs }}\n      order: ${{ inputs.order }}\n      migrations-directory: ${{ inputs.migrations-directory }}\n      down-directory: ${{ inputs.down-directory }}\n      live-path: ${{ inputs.live-path }}\n      identity-path: ${{ inputs.identity-path }}\n      health-paths: ${{ inputs.health-paths }}\n      contract: ${{ inputs.contract }}\n      backend-url: ${{ inputs.backend-url }}\n      contract-check: ${{ inputs.contract-check }}\n      contract-examples: ${{ inputs.contract-examples }}\n      contract-coverage: ${{ inputs.contract-coverage }}\n      contract-accept: ${{ inputs.contract-accept }}\n      requires: ${{ inputs.requires }}\n      backend-health-url: ${{ inputs.backend-health-url }}\n      backend-contact: ${{ inputs.backend-contact }}\n      audit: ${{ inputs.audit }}\n      audit-paths: ${{ inputs.audit-paths }}\n      audit-checks: ${{ inputs.audit-checks }}\n      audit-accept: ${{ inputs.audit-accept }}\n      availability-source: ${{ inputs.availability-source }}\n      availability-objective: ${{ inputs.availability-objective }}\n      budget-window: ${{ inputs.budget-window }}\n      error-budget: ${{ inputs.error-budget }}\n      error-budget-override: ${{ inputs.error-budget-override }}\n      platform-audit: ${{ inputs.platform-audit }}\n      platform-policy: ${{ inputs.platform-policy }}\n      platform-accept: ${{ inputs.platform-accept }}\n      platform-deadline: ${{ inputs.platform-deadline }}\n      supabase-project: ${{ inputs.supabase-project }}\n      test-command: ${{ inputs.test-command }}\n      test-config: ${{ inputs.test-config }}\n      test-report: ${{ inputs.test-report }}\n      test-format: ${{ inputs.test-format }}\n      test-timeout: ${{ inputs.test-timeout }}\n      test-install: ${{ inputs.test-install }}\n      test-when: ${{ inputs.test-when }}\n      smoke-command: ${{ inputs.smoke-command }}\n      gate-interval: ${{ inputs.gate-interval }}\n      strategy: ${{ inputs.strategy }}\n      stages: ${{ inputs.stages }}\n      stage-time: ${{ inputs.stage-time }}\n      max-latency-ratio: ${{ inputs.max-latency-ratio }}\n      server-gate: ${{ inputs.server-gate }}\n      bake-time: ${{ inputs.bake-time }}\n      bake-interval: ${{ inputs.bake-interval }}\n      metrics: ${{ inputs.metrics }}\n      on-failure: ${{ inputs.on-failure }}\n      on-data-loss: ${{ inputs.on-data-loss }}\n      archive-limit: ${{ inputs.archive-limit }}\n      archive-lock-limit: ${{ inputs.archive-lock-limit }}\n      archive-keep: ${{ inputs.archive-keep }}\n      lock-timeout: ${{ inputs.lock-timeout }}\n      lock-retry-for: ${{ inputs.lock-retry-for }}\n      statement-timeout: ${{ inputs.statement-timeout }}\n      drain-time: ${{ inputs.drain-time }}\n      undo-deadline: ${{ inputs.undo-deadline }}\n      skip-git-deployment-check: ${{ inputs.skip-git-deployment-check }}\n      runs-on: ${{ inputs.runs-on }}\n      vercel-api-url: ${{ inputs.vercel-api-url }}\n      supabase-api-url: ${{ inputs.supabase-api-url }}\n      slack-api-url: ${{ inputs.slack-api-url }}\n    secrets:\n      VERCEL_TOKEN: ${{ secrets.VERCEL_TOKEN }}\n      DATABASE_URL: ${{ secrets.DATABASE_URL }}\n      PROTECTION_BYPASS: ${{ secrets.PROTECTION_BYPASS }}\n      BACKEND_IDENTITIES: ${{ secrets.BACKEND_IDENTITIES }}\n      BACKEND_PROTECTION_BYPASS: ${{ secrets.BACKEND_PROTECTION_BYPASS }}\n      BACKEND_LEDGER_TOKEN: ${{ secrets.BACKEND_LEDGER_TOKEN }}\n      SUPABASE_TOKEN: ${{ secrets.SUPABASE_TOKEN }}\n      NOTIFY_TARGETS: ${{ secrets.NOTIFY_TARGETS }}\n      METRICS_SECRETS: ${{ secrets.METRICS_SECRETS }}\n      NPM_TOKEN: ${{ secrets.NPM_TOKEN }}\n      BUILD_ENV: ${{ secrets.BUILD_ENV }}\n      CHECKOUT_TOKEN: ${{ secrets.CHECKOUT_TOKEN }}\n",
    "quality": "# Runs the quality gates of a change, reports their findings in the pull request's comment, and ends in one required check.\n#\n#   gates     runs the change's own code, with a read-only token\n#   comment   writes the result into the pull request; never runs any code of the change\n#   verdict   always runs: the check to require. A gate that was skipped or cancelled does not pass\n#\n# For pull requests from forks and from Dependabot the comment is written by preview-comment.yml, since their own token\n# cannot write.\nname: Lockstep quality\non:\n  workflow_call:\n    inputs:\n      gates:\n        description: YAML list of gates, as in actions/quality-gate; empty for the file of `config`, or what is detected.\n        type: string\n        default: \"\"\n      config:\n        description: File with the gates, relative to the repository's root.\n        type: string\n        default: .lockstep/quality.yml\n      on-unknown:\n        description: \"What a gate with an inconclusive result does: fail or warn.\"\n        type: string\n        default: fail\n      install-command:\n        description: Command that installs what the gates need. Empty means none.\n        type: string\n        default: npm ci\n      node-version:\n        description: Node.js version for the gates.\n        type: string\n        default: \"24\"\n      cache:\n        description: \"Package manager whose packages are cached between runs: npm, pnpm or yarn. Empty means no cache.\"\n        type: string\n        default: \"\"\n      registry-url:\n        description: \"Registry of private packages, such as https://npm.pkg.github.com; NPM_TOKEN is its token.\"\n        type: string\n        default: \"\"\n      registry-scope:\n        description: \"Scope whose packages come from registry-url, such as @acme. Empty means all packages.\"\n        type: string\n        default: \"\"\n      build-env:\n        description: Variables of the install command that are not secret, `NAME=value`, one per line; for a value of several lines, `NAME<<END`, the lines, and `END`.\n        type: string\n        default: \"\"\n      submodules:\n        description: \"Which submodules to check out: false, true or recursive.\"\n        type: string\n        default: \"false\"\n      lfs:\n        description: Whether to check out Git LFS files.\n        type: boolean\n        default: false\n      tenant-audit:\n        description: \"Whether tenant-audit tries, on a server that it starts from the migrations, to reach rows of another tenant, and adds a section to the comment: off, report, worse (what the change made worse than its base fails), or require (everything that it finds fails).\"\n        type: string\n        default: \"off\"\n      tenant-intent:\n        description: File that describes the tenants, as the input `intent-path` of the action `tenant-audit`.\n        type: string\n        default: .lockstep/tenants.yml\n      tenant-accept:\n        description: Failures to accept, as the input `accept` of the action `tenant-audit`.\n        type: string\n        default: \"\"\n      access-review:\n        description: \"Whether who may do what in the database is compared with the committed document, and a change shown in the comment: off, report, or require (a change that is not in the document fails).\"\n        type: string\n        default: \"off\"\n      access-review-path:\n        description: The committed document, as the input `review-path` of the action `tenant-audit`.\n        type: string\n        default: .lockstep/access-review.md\n      migrations-directory:\n        description: Directory of the migrations, from which the database of tenant-audit and access-review is built.\n        type: string\n        default: supabase/migrations\n      runs-on:\n        description: Label of the runner.\n        type: string\n        default: ubuntu-24.04\n    # Named as GitHub stores secrets. Only the install command gets them: the gates run the change's own code.\n    secrets:\n      NPM_TOKEN:\n        description: Token for private packages; the install command gets it as NODE_AUTH_TOKEN and NPM_TOKEN.\n        required: false\n      BUILD_ENV:\n        description: Secret variables of the install command, in the format of build-env.\n        required: false\n      CHECKOUT_TOKEN:\n        description: Token that can read the submodules, if they are private repositories.\n        required: false\n    outputs:\n      verdict:\n        description: \"pass, fail or unknown: the verdict of the required gates together, or that of an audit or a review that failed the job.\"\n        value: ${{ jobs.gates.outputs.verdict }}\n      failed-gates:\n        description: JSON list of the names of the gates that block.\n        value: ${{ jobs.gates.outputs.failed-gates }}\npermissions: {}\njobs:\n  gates:\n    name: Gates\n    runs-on: ${{ inputs.runs-on }}\n    timeout-minutes: 45\n    permissions:\n      contents: read # checkout\n    outputs:\n      handover: ${{ steps.handover.outputs.handover }}\n      # For the caller alone: a line of a secret may drop each of them.\n      verdict: ${{ steps.tenants.outcome == 'failure' && (steps.tenants.outputs.verdict || 'fail') || steps.access.outcome == 'failure' && (steps.access.outputs.verdict || 'fail') || steps.gates.outputs.verdict }}\n      failed-gates: ${{ steps.gates.outputs.failed-gates }}\n    steps:\n      # On that event the base is checked out: its gates would pass and prove nothing about the change.\n      - name: Refuse events without the change's code\n        if: github.event_name == 'pull_request_target'\n        run: |\n          echo \"::error title=Lockstep quality::on pull_request_target the base is checked out, not the change, so nothing of the change would be checked. Call quality.yml on pull_request.\"\n          exit 1\n      - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2\n        with:\n          fetch-depth: 0 # the base shows which lines are of this change\n          submodules: ${{ inputs.submodules }}\n          lfs: ${{ inputs.lfs }}\n          token: ${{ secrets.CHECKOUT_TOKEN || github.token }}\n          persist-credentials: false\n      - name: Set up the package manager\n        if: inputs.cache == 'pnpm' || inputs.cache == 'yarn'\n        run: corepack enable # setup-node asks it where its packages are\n      - uses: actions/setup-node@6044e13b5dc448c55e2357c09f80417699197238 # v6.2.0\n        with:\n          node-version: ${{ inputs.node-version }}\n          cache: ${{ inputs.cache }}\n          cache-dependency-path: ${{ inputs.cache == 'npm' && '**/package-lock.json' || inputs.cache == 'pnpm' && '**/pnpm-lock.yaml' || inputs.cache == 'yarn' && '**/yarn.lock' || '' }}\n          registry-url: ${{ inputs.registry-url }}\n          scope: ${{ inputs.registry-scope }}\n      - name: Install\n        if: inputs.install-command != ''\n        env:\n          INSTALL_COMMAND: ${{ inputs.install-command }}\n          BUILD_VARIABLES: ${{ inputs.build-env }}\n          BUILD_ENV: ${{ secrets.BUILD_ENV }}\n          NODE_AUTH_TOKEN: ${{ secrets.NPM_TOKEN }}\n          NPM_TOKEN: ${{ secrets.NPM_TOKEN }}\n        shell: bash\n        run: |\n          # Exports what one text says: NAME=value, or NAME<<END, lines and END, as GITHUB_ENV is written. Masks secret values.\n          give() {\n            local from=$1 mask=$3 line name end value number=0 ended bare seen=' '\n            local blank='^[[:space:]]*(#|$)' one='^[[:blank:]]*([A-Za-z_][A-Za-z0-9_]*)(=|<<)(.*)$'\n            while IFS= read -r line || [ -n \"$line\" ]; do\n              number=$((number + 1)) line=${line%$'\\r'}\n              if [[ $line =~ $blank ]]; then continue; fi\n              if ! [[ $line =~ $one ]]; then\n                echo \"::error title=$from::line $number is neither NAME=value nor NAME<<END with its lines and END\" && return 1\n              fi\n              name=${BASH_REMATCH[1]} value=${BASH_REMATCH[3]}\n              if [[ $seen == *\" $name \"* ]]; then\n                echo \"::error title=$from::line $number gives a variable that an earlier line gave\" && return 1\n              fi\n              seen+=\"$name \"\n              value=${value#\"${value%%[![:space:]]*}\"} value=${value%\"${value##*[![:space:]]}\"}\n              if [ \"${BASH_REMATCH[2]}\" = '<<' ]; then\n                end=$value value='' ended=\n                while [ -n \"$end\" ] && { IFS= read -r line || [ -n \"$line\" ]; }; do\n                  number=$((number + 1)) line=${line%$'\\r'}\n                  bare=${line#\"${line%%[![:space:]]*}\"} bare=${bare%\"${bare##*[![:space:]]}\"}\n                  if [ \"$bare\" = \"$end\" ]; then ended=1 && break; fi\n                  value+=$line$'\\n'\n                done\n                if [ -z \"$ended\" ]; then\n                  echo \"::error title=$from::a value of several lines has no line that ends it\" && return 1\n                fi\n                value=${value%$'\\n'}\n              fi\n              export \"$name=$value\"\n              [ -z \"$mask\" ] || while IFS= read -r line; do\n                [ ${#line} -lt 4 ] || echo \"::add-mask::${line//%/%25}\"\n              done <<< \"$value\"\n            done <<< \"$2\"\n          }\n          give build-env \"$BUILD_VARIABLES\" ''\n          give BUILD_ENV \"$BUILD_ENV\" mask\n          unset BUILD_VARIABLES BUILD_ENV\n          bash -euo pipefail -c \"$INSTALL_COMMAND\"\n      - name: Run the gates\n        id: gates\n        uses: $/actions/quality-gate\n        with:\n          gates: ${{ inputs.gates }}\n          config: ${{ inputs.config }}\n          on-unknown: ${{ inputs.on-unknown }}\n      # What the change made worse is shown apart from what was so before.\n      - name: Check out the base\n        id: base\n        if: \"!cancelled() && steps.gates.outcome != 'skipped' && inputs.tenant-audit != 'off' && github.event_name == 'pull_request'\"\n        env:\n          BASE: ${{ github.event.pull_request.base.sha }}\n        run: |\n          if git worktree add --detach .lockstep-base \"$BASE\"; then echo \"there=true\" >> \"$GITHUB_OUTPUT\"; fi\n      - name: Audit the tenants of the base\n        id: tenants-before\n        if: \"!cancelled() && steps.base.outputs.there == 'true'\"\n        # Without a result of the base everything counts as new.\n        continue-on-error: true\n        uses: $/actions/tenant-audit\n        with:\n          intent-path: ${{ inputs.tenant-intent }}\n          directory: .lockstep-base/${{ inputs.migrations-directory }}\n          report-only: true\n      - name: Audit the tenants\n        id: tenants\n        if: \"!cancelled() && steps.gates.outcome != 'skipped' && inputs.tenant-audit != 'off'\"\n        uses: $/actions/tenant-audit\n        with:\n          intent-path: ${{ inputs.tenant-intent }}\n          directory: ${{ inputs.migrations-directory }}\n          compare-with: ${{ steps.tenants-before.outputs.report-path }}\n          accept: ${{ inputs.tenant-accept }}\n          blocks: ${{ inputs.tenant-audit == 'worse' && steps.tenants-before.outputs.report-path != '' && 'worse' || 'all' }}\n          report-only: ${{ inputs.tenant-audit == 'report' }}\n      - name: Review who may do what\n        id: access\n        if: \"!cancelled() && steps.gates.outcome != 'skipped' && inputs.access-review != 'off'\"\n        uses: $/actions/tenant-audit\n        with:\n          command: review\n          review-path: ${{ inputs.access-review-path }}\n          directory: ${{ inputs.migrations-directory }}\n          report-only: ${{ inputs.access-review == 'report' }}\n      - name: Pass values to the comment\n        id: handover\n        if: always()\n        uses: $/actions/handover\n        with:\n          values: |\n            gates-verdict: ${{ toJSON(steps.gates.outputs.verdict) }}\n            tenants-verdict: ${{ toJSON(steps.tenants.outputs.verdict) }}\n            tenants-result: ${{ toJSON(steps.tenants.outputs.result) }}\n            tenants-section: ${{ toJSON(steps.tenants.outputs.section) }}\n            access-verdict: ${{ toJSON(steps.access.outputs.verdict) }}\n            access-result: ${{ toJSON(steps.access.outputs.result) }}\n            access-section: ${{ toJSON(steps.access.outputs.section) }}\n      - name: Upload the reports\n        if: \"!cancelled() && steps.gates.outputs.report-directory != ''\"\n        uses: actions/upload-artifact@b7c566a772e6b6bfb58ed0dc250532a479d7789f # v6.0.0\n        with:\n          name: lockstep-quality\n          path: ${{ steps.gates.outputs.report-directory }}\n          retention-days: 35\n          # A re-run replaces what the attempt before it uploaded under the same name.\n          overwrite: true\n      - name: Upload the audit of the tenants\n        if: \"!cancelled() && steps.tenants.outputs.report-directory != ''\"\n        uses: actions/upload-artifact@b7c566a772e6b6bfb58ed0dc250532a479d7789f # v6.0.0\n        with:\n          name: lockstep-tenant-audit\n          path: ${{ steps.tenants.outputs.report-directory }}\n          # A re-run replaces what the attempt before it uploaded under the same name.\n          overwrite: true\n      - name: Write the comment section\n        if: \"!cancelled() && steps.gates.outputs.rows-path != ''\"\n        uses: $/actions/preview-comment\n        with:\n          section: quality\n          title: Quality\n          verdict: ${{ steps.gates.outputs.verdict }}\n          rows-path: ${{ steps.gates.outputs.rows-path }}\n          body-path: ${{ steps.gates.outputs.comment-path }}\n          write-to: ${{ runner.temp }}/lockstep-comment\n      - name: Write the section of the tenants\n        if: \"!cancelled() && steps.gates.outputs.rows-path != '' && steps.tenants.outputs.summary-path != ''\"\n        uses: $/actions/preview-comment\n        with:\n          section: tenants\n          title: Tenants\n          verdict: ${{ steps.tenants.outputs.verdict }}\n          result: ${{ steps.tenants.outputs.result }}\n          body-path: ${{ steps.tenants.outputs.summary-path }}\n          write-to: ${{ runner.temp }}/lockstep-comment\n      - name: Write the section of the access review\n        if: \"!cancelled() && steps.gates.outputs.rows-path != '' && steps.access.outputs.summary-path != ''\"\n        uses: $/actions/preview-comment\n        with:\n          section: access\n          title: Access review\n          verdict: ${{ steps.access.outputs.verdict }}\n          result: ${{ steps.access.outputs.result }}\n          body-path: ${{ steps.access.outputs.summary-path }}\n          write-to: ${{ runner.temp }}/lockstep-comment\n      - name: Upload the section\n        if: \"!cancelled() && steps.gates.outputs.rows-path != ''\"\n        uses: actions/upload-artifact@b7c566a772e6b6bfb58ed0dc250532a479d7789f # v6.0.0\n        with:\n          name: lockstep-comment-quality\n          path: ${{ runner.temp }}/lockstep-comment\n          retention-days: 14\n          # A re-run replaces what the attempt before it uploaded under the same name.\n          overwrite: true\n\n  comment:\n    name: Comment\n    needs: gates\n    if: >-\n      !cancelled() && needs.gates.result != 'skipped' && github.event_name == 'pull_request' &&\n      github.event.pull_request.head.repo.full_name == github.repository &&\n      github.event.pull_request.user.login != 'dependabot[bot]'\n    runs-on: ${{ inputs.runs-on }}\n    timeout-minutes: 5\n    permissions:\n      pull-requests: write # the comment\n    steps:\n      # By a pattern, which may match nothing: gates that did not run left no report.\n      - uses: actions/download-artifact@37930b1c2abaa49bbe596cd826c3c89aef350131 # v7.0.0\n        with:\n          pattern: lockstep-quality\n          merge-multiple: true\n          path: quality\n      - name: Check for a report\n        id: report\n        run: if [ -f quality/comment-rows.json ]; then echo \"there=true\" >> \"$GITHUB_OUTPUT\"; fi\n      - name: Receive values from gates\n        id: given\n        if: steps.report.outputs.there == 'true'\n        uses: $/actions/handover\n        with:\n          handover: ${{ needs.gates.outputs.handover }}\n          from: gates\n      - name: Comment\n        if: steps.report.outputs.there == 'true'\n        uses: $/actions/preview-comment\n        with:\n          section: quality\n          title: Quality\n          verdict: ${{ steps.given.outputs.gates-verdict }}\n          rows-path: quality/comment-rows.json\n          body-path: quality/comment.md\n      - name: Write the sections of the database\n        if: steps.report.outputs.there == 'true' && (inputs.tenant-audit != 'off' || inputs.access-review != 'off')\n        env:\n          TENANTS: ${{ steps.given.outputs.tenants-section }}\n          ACCESS: ${{ steps.given.outputs.access-section }}\n        run: |\n          printf '%s' \"$TENANTS\" > tenants.md\n          printf '%s' \"$ACCESS\" > access.md\n      - name: Comment on the tenants\n        if: steps.report.outputs.there == 'true' && inputs.tenant-audit != 'off'\n        uses: $/actions/preview-comment\n        with:\n          section: tenants\n          title: Tenants\n          verdict: ${{ steps.given.outputs.tenants-verdict || 'unknown' }}\n          result: ${{ steps.given.outputs.tenants-result || 'The tenants were not audited. See the run for details.' }}\n          body-path: tenants.md\n      - name: Comment on the access review\n        if: steps.report.outputs.there == 'true' && inputs.access-review != 'off'\n        uses: $/actions/preview-comment\n        with:\n          section: access\n          title: Access review\n          verdict: ${{ steps.given.outputs.access-verdict || 'unknown' }}\n          result: ${{ steps.given.outputs.access-result || 'The rights were not read. See the run for details.' }}\n          body-path: access.md\n\n  verdict:\n    name: Verdict\n    needs: gates\n    if: always()\n    runs-on: ${{ inputs.runs-on }}\n    timeout-minutes: 5\n    permissions: {}\n    steps:\n      - uses: $/actions/gate-verdict\n        with:\n          needs: ${{ toJSON(needs) }}\n          jobs: gates\n",
    "recover": "# Checks a release whose run has ended: reports a dead or held one at once, and rolls it back if that is wanted.\n#\n# Call it from your own repository on `workflow_run` (types: completed) of the release, and on a schedule, so that a release\n# that no one ended is reported again, with its age and to further people; it checks nothing out.\nname: Lockstep recover\non:\n  workflow_call:\n    inputs:\n      environment:\n        description: Environment of the release; also the GitHub environment whose secrets are used.\n        type: string\n        default: production\n      service:\n        description: Name of the service, where several are released separately to one environment.\n        type: string\n        default: web\n      undo:\n        description: \"What is rolled back automatically: nothing, dead (its run died, or its outcome is unknown) or all (held ones too).\"\n        type: string\n        default: nothing\n      vercel-project:\n        description: Vercel project, by id or name.\n        type: string\n        required: true\n      vercel-team:\n        description: Vercel team, by id or slug; empty for a personal project.\n        type: string\n        default: \"\"\n      health-path:\n        description: Health route that names the build; none to check no host.\n        type: string\n        default: /api/health\n      on-data-loss:\n        description: \"What to do when a down migration would delete user data: keep (skip it), fail, archive (copy the data into the schema lockstep_archive first) or allow (delete it).\"\n        type: string\n        default: keep\n      archive-limit:\n        description: \"`on-data-loss: archive`: how much one migration may archive, one limit per line: `N rows`, `N MB`. More is refused, and nothing is changed.\"\n        type: string\n        default: |-\n          1000000 rows\n          100 MB\n      archive-lock-limit:\n        description: \"`on-data-loss: archive`: how long the tables of one migration may be locked while it archives and runs. Longer is refused, and nothing is changed.\"\n        type: string\n        default: 5s\n      archive-keep:\n        description: \"How long archived data is kept. What is older is reported by the next release, and deleted by archives.yml.\"\n        type: string\n        default: 30d\n      drain-time:\n        description: Delay between the traffic switch and the schema rollback.\n        type: string\n        default: 30s\n      runs-on:\n        description: Label of the runner.\n        type: string\n        default: ubuntu-24.04\n      vercel-api-url:\n        description: Base URL of Vercel's API.\n        type: string\n        default: https://api.vercel.com\n      slack-api-url:\n        description: Base URL of Slack's Web API.\n        type: string\n        default: https://slack.com/api\n    secrets:\n      VERCEL_TOKEN:\n        description: Vercel token with access to the project; a token that is scoped to the project is enough.\n        required: true\n      DATABASE_URL:\n        description: Connection string of the database, in session mode (port 5432). Without it the schema is kept.\n        required: false\n      PROTECTION_BYPASS:\n        description: Vercel's Protection Bypass for Automation secret, if the project is protected.\n        required: false\n      NOTIFY_TARGETS:\n        description: YAML of the targets of actions/notify, including their tokens. Without it no notification is sent.\n        required: false\n    outputs:\n      found:\n        description: \"What is unfinished: nothing, committed, dead, held, unresolved or swap.\"\n        value: ${{ jobs.recover.outputs.found }}\n      verdict:\n        description: pass if nothing is unfinished any more.\n        value: ${{ jobs.recover.outputs.verdict }}\npermissions: {}\njobs:\n  recover:\n    name: Recover\n    runs-on: ${{ inputs.runs-on }}\n    timeout-minutes: 30\n    environment:\n      name: ${{ inputs.environment }}\n      deployment: false\n    # The concurrency group of releases: none begins while this one is resolved.\n    concurrency:\n      group: lockstep-${{ inputs.environment }}-${{ inputs.service }}\n      queue: max\n    permissions:\n      actions: read # whether the run of the release has ended\n      deployments: write # the ledger\n    outputs:\n      found: ${{ steps.look.outputs.found }}\n      verdict: ${{ steps.finish.outputs.verdict || steps.look.outputs.found == 'nothing' && 'pass' || 'unknown' }}\n    env:\n      NOTIFY: ${{ secrets.NOTIFY_TARGETS != '' }}\n    steps:\n      - name: Find unfinished releases\n        id: look\n        uses: $/actions/rollback\n        with:\n          to: finish\n          dry-run: true\n          environment: ${{ inputs.environment }}\n          service: ${{ inputs.service }}\n          vercel-token: ${{ secrets.VERCEL_TOKEN }}\n          vercel-project: ${{ inputs.vercel-project }}\n          vercel-team: ${{ inputs.vercel-team }}\n          vercel-api-url: ${{ inputs.vercel-api-url }}\n          database-url: ${{ secrets.DATABASE_URL }}\n          on-data-loss: ${{ inputs.on-data-loss }}\n          archive-limit: ${{ inputs.archive-limit }}\n          archive-lock-limit: ${{ inputs.archive-lock-limit }}\n          archive-keep: ${{ inputs.archive-keep }}\n          drain-time: ${{ inputs.drain-time }}\n      - name: Notify (unfinished release)\n        if: >-\n          !cancelled() && env.NOTIFY == 'true' && steps.look.outputs.found != 'nothing' &&\n          steps.look.outputs.found != 'committed' && steps.look.outputs.found != ''\n        uses: $/actions/notify\n        with:\n          targets: ${{ secrets.NOTIFY_TARGETS }}\n          slack-api-url: ${{ inputs.slack-api-url }}\n          key: ${{ inputs.environment }}/${{ inputs.service }}/${{ steps.look.outputs.release-id }}\n          environment: ${{ inputs.environment }}\n          service: ${{ inputs.service }}\n          state: ${{ steps.look.outputs.found == 'held' && 'held' || 'unknown' }}\n          # Each run says for how long it waits, and calls the targets that are due by then (`escalate-after`).\n          waiting-since: ${{ steps.look.outputs.since }}\n          commit-sha: ${{ steps.look.outputs.commit }}\n          commit-before: ${{ steps.look.outputs.commit-before }}\n          rolling-stage: ${{ steps.look.outputs.rolling-stage }}\n          failure: >-\n            The release ${{ steps.look.outputs.release-id }} is ${{ steps.look.outputs.found }}. Roll it back with the\n            rollback action, \"to: finish\"${{ steps.look.outputs.found == 'held' && ', or keep it with \"release\", \"command: commit\"' || '' }}.\n      - name: Resolve release\n        id: finish\n        if: >-\n          steps.look.outputs.found == 'committed' || inputs.undo == 'all' && steps.look.outputs.found != 'nothing' ||\n          inputs.undo == 'dead' && steps.look.outputs.found != 'nothing' && steps.look.outputs.found != 'held'\n        uses: $/actions/rollback\n        with:\n          to: finish\n          environment: ${{ inputs.environment }}\n          service: ${{ inputs.service }}\n          vercel-token: ${{ secrets.VERCEL_TOKEN }}\n          vercel-project: ${{ inputs.vercel-project }}\n          vercel-team: ${{ inputs.vercel-team }}\n          vercel-api-url: ${{ inputs.vercel-api-url }}\n          database-url: ${{ secrets.DATABASE_URL }}\n          identity-path: ${{ inputs.health-path }}\n          protection-bypass: ${{ secrets.PROTECTION_BYPASS }}\n          on-data-loss: ${{ inputs.on-data-loss }}\n          archive-limit: ${{ inputs.archive-limit }}\n          archive-lock-limit: ${{ inputs.archive-lock-limit }}\n          archive-keep: ${{ inputs.archive-keep }}\n          drain-time: ${{ inputs.drain-time }}\n      - name: Notify (outcome)\n        if: \"!cancelled() && env.NOTIFY == 'true' && steps.finish.outputs.state != ''\"\n        uses: $/actions/notify\n        with:\n          targets: ${{ secrets.NOTIFY_TARGETS }}\n          slack-api-url: ${{ inputs.slack-api-url }}\n          key: ${{ inputs.environment }}/${{ inputs.service }}/${{ steps.look.outputs.release-id }}\n          environment: ${{ inputs.environment }}\n          service: ${{ inputs.service }}\n          state: ${{ steps.finish.outputs.state }}\n          commit-sha: ${{ steps.finish.outputs.commit }}\n          commit-before: ${{ steps.finish.outputs.to-commit || steps.finish.outputs.commit-before }}\n          traffic-restored: ${{ steps.finish.outputs.traffic-moved == 'true' }}\n          rolling-stage: ${{ steps.finish.outputs.rolling-stage }}\n      - name: Fail while held\n        if: steps.look.outputs.found != 'nothing' && steps.finish.outputs.verdict != 'pass'\n        env:\n          FOUND: ${{ steps.look.outputs.found }}\n          RELEASE: ${{ steps.look.outputs.release-id }}\n        run: |\n          echo \"::error title=Lockstep recover::release $RELEASE is $FOUND and waits for a person: roll it back with the rollback action, to: finish\"\n          exit 1\n",
    "release": "# Releases code and schema to one environment together, behind a health gate, and rolls both back when it fails.\n#\n#   prepare   changes nothing for users: build, deploy without traffic, plan the migrations, probe the deployment\n#   test      with test-command: the team's own tests ask the candidate, on a runner that has no other secrets\n#   approve   with an approval environment: people see exactly what will happen, and no lock is held\n#   release   everything from begin to commit in one job, because the post steps of a job undo it\n#   stage     instead of approve and release, if a person promotes later (promote.yml): records the staged deployment\n#\n# Call it from your own repository; see the README for a caller in twenty lines.\nname: Lockstep release\non:\n  workflow_call:\n    inputs:\n      environment:\n        description: Environment to release to; also the GitHub environment whose secrets the release job uses.\n        type: string\n        default: production\n      service:\n        description: Name of the service, where several are released separately to one environment.\n        type: string\n        default: web\n      approval-environment:\n        description: GitHub environment with required reviewers to wait for; empty for no approval.\n        type: string\n        default: \"\"\n      allow-unprotected:\n        description: Set to true to confirm that anyone who can start this workflow may release without an approval. Releases then do not warn about it.\n        type: boolean\n        default: false\n      trusted-branches:\n        description: With a request, the branches whose workflows may have created it, one per line. Empty means the repository's default branch.\n        type: string\n        default: \"\"\n      stage-only:\n        description: Whether to stop once the deployment is ready without traffic, to be promoted by promote.yml.\n        type: boolean\n        default: false\n      staged-aliases:\n        description: With stage-only, aliases that are assigned to the staged deployment, one per line, such as staging.example.com; never production's domains. The staged deployment uses production's database, without the pending migrations.\n        type: string\n        default: \"\"\n      commit-sha:\n        description: Commit to release. Empty means the commit of the run.\n        type: string\n        default: \"\"\n      deployment-id:\n        description: Staged deployment to release. Empty means that one is built.\n        type: string\n        default: \"\"\n      deployment-url:\n        description: URL of the staged deployment.\n        type: string\n        default: \"\"\n      expect-plan:\n        description: The plan-digest that was approved. Any other plan is refused, except the part of it that is still pending.\n        type: string\n        default: \"\"\n      expect-folder:\n        description: The folder-digest that was approved. Any other migration folder is refused.\n        type: string\n        default: \"\"\n      request:\n        description: Approved request for this release (two-person approval, promote.yml). The release is refused if the request was not approved or was already used.\n        type: string\n        default: \"\"\n      chosen:\n        description: The candidate that promote.yml chose, packed by actions/handover. It replaces commit-sha, deployment-id, deployment-url, expect-plan, expect-folder and request. Any other text fails the run before anything is built.\n        type: string\n        default: \"\"\n      max-evidence-age:\n        description: Maximum age of the evidence from the job Prepare when the release begins; an approval may take that long.\n        type: string\n        default: 7d\n      freeze:\n        description: \"Periods in which nothing is released, one per line: `2026-12-20..2027-01-04 year's end`, `Fri 16:00..Mon 08:00`.\"\n        type: string\n        default: \"\"\n      freeze-zone:\n        description: Time zone of `freeze`, such as Europe/Berlin.\n        type: string\n        default: UTC\n      vercel-project:\n        description: Vercel project, by id or name.\n        type: string\n        required: true\n      vercel-team:\n        description: Vercel team, by id or slug; empty for a personal project.\n        type: string\n        default: \"\"\n      production-url:\n        description: Production URL of the app; the bake probes it.\n        type: string\n        required: true\n      directory:\n        description: Directory of the app.\n        type: string\n        default: .\n      build-command:\n        description: Command that writes .vercel/output in `directory`; empty to let Vercel build.\n        type: string\n        default: \"\"\n      build-with-vercel:\n        description: Whether the build command, and every process that it starts, gets VERCEL_TOKEN, VERCEL_ORG_ID and VERCEL_PROJECT_ID, which `vercel pull` and `vercel build` need. Then give vercel-team and vercel-project as ids.\n        type: boolean\n        default: false\n      node-version:\n        description: Node.js version for the build command.\n        type: string\n        default: \"24\"\n      cache:\n        description: \"Package manager whose packages are cached between runs: npm, pnpm or yarn. Empty means no cache.\"\n        type: string\n        default: \"\"\n      registry-url:\n        description: \"Registry of private packages, such as https://npm.pkg.github.com; NPM_TOKEN is its token.\"\n        type: string\n        default: \"\"\n      registry-scope:\n        description: \"Scope whose packages come from registry-url, such as @acme. Empty means all packages.\"\n        type: string\n        default: \"\"\n      build-env:\n        description: Variables of the build command that are not secret, `NAME=value`, one per line; for a value of several lines, `NAME<<END`, the lines, and `END`.\n        type: string\n        default: \"\"\n      submodules:\n        description: \"Which submodules to check out: false, true or recursive.\"\n        type: string\n        default: \"false\"\n      lfs:\n        description: Whether to check out Git LFS files.\n        type: boolean\n        default: false\n      order:\n        description: build-first, or migrate-first if the build itself reads the new schema.\n        type: string\n        default: build-first\n      migrations-directory:\n        description: Directory of the migrations; none for a service without migrations of its own.\n        type: string\n        default: supabase/migrations\n      down-directory:\n        description: Directory of the down migrations (`supabase` layout).\n        type: string\n        default: supabase/rollbacks\n      live-path:\n        description: Path of the liveness route, which answers without the new schema.\n        type: string\n        default: /api/health/live\n      identity-path:\n        description: Path whose JSON names the build (metadata.deployment_id or git_commit); only that name is checked.\n        type: string\n        default: /api/health\n      health-paths:\n        description: Paths of the health routes, one per line.\n        type: string\n        default: /api/health\n      contract:\n        description: \"File with the contract of the backend (OpenAPI or Markdown), or `postgrest`: the live backend must keep it before anything is built or changed. Empty means that no backend is asked.\"\n        type: string\n        default: \"\"\n      backend-url:\n        description: Address of the live backend that `contract` is about.\n        type: string\n        default: \"\"\n      contract-check:\n        description: \"Whether a backend that does not keep the contract ends the release (require) or is only reported (report).\"\n        type: string\n        default: require\n      contract-examples:\n        description: Values to ask the backend with, as the input `examples` of the action `contract-check`.\n        type: string\n        default: \"\"\n      contract-coverage:\n        description: Share of the operations with a safe method that must really be judged, from 0 to 1.\n        type: string\n        default: \"1\"\n      contract-accept:\n        description: Failures to accept, as the input `accept` of the action `contract-check`.\n        type: string\n        default: \"\"\n      requires:\n        description: \"Versions that must be live before this release may be, such as those of the backend, as the input `requires` of the action `contract-check`. What is not live yet ends the release, by its name, before anything is built, and again before it begins.\"\n        type: string\n        default: \"\"\n      backend-health-url:\n        description: Health route of the backend, whose JSON names the versions that `requires` is about.\n        type: string\n        default: \"\"\n      backend-contact:\n        description: Whom to call when the backend does not answer.\n        type: string\n        default: \"\"\n      audit:\n        description: \"Whether edge-audit looks at the candidate before the swap: off, report (what it finds does not stop the release), or require (only a candidate that passes is released). A candidate that is built before the migrations is audited before anything is changed.\"\n        type: string\n        default: \"off\"\n      audit-paths:\n        description: Pages that the audit looks at, one path per line; they have to answer without the new schema, unless `order` is migrate-first.\n        type: string\n        default: /\n      audit-checks:\n        description: Checks of the audit, one id per line; `*` matches anything, a line that begins with `!` leaves a check out. DNS is that of production, not of a candidate.\n        type: string\n        default: \"!dns-*\"\n      audit-accept:\n        description: Failures to accept, as the input `accept` of the action `edge-audit`.\n        type: string\n        default: \"\"\n      availability-source:\n        description: \"Monitor that observes the app all the time, as the input `availability-source` of the action `evidence`: YAML, or the path of a YAML file in the repository. Its secrets are in METRICS_SECRETS.\"\n        type: string\n        default: \"\"\n      availability-objective:\n        description: Share of the time in which the app has to be available. The rest is the error budget.\n        type: string\n        default: 99.9 %\n      budget-window:\n        description: Time for which the error budget is.\n        type: string\n        default: 30d\n      error-budget:\n        description: \"Whether a release needs error budget that is left: off, report (what it finds does not stop the release), or require (a budget that is spent, or that was not measured, ends the release before anything is built, and again before it begins).\"\n        type: string\n        default: \"off\"\n      error-budget-override:\n        description: \"Lets one commit through although error-budget says no: the commit, at least 7 characters of it, and the reason, such as `3f9a2c1 it ends the outage`. The ledger keeps the reason.\"\n        type: string\n        default: \"\"\n      platform-audit:\n        description: \"Whether platform-audit checks what this release needs of Vercel and Supabase (the lines of the policy that are marked for releases) before anything is changed: auto (where the policy file is there), require (the file has to be there), report (what it finds does not stop the release), or off. A service that does not answer stops no release.\"\n        type: string\n        default: auto\n      platform-policy:\n        description: File that says what production must look like, as the input `platform-policy` of the action `platform-audit`.\n        type: string\n        default: .lockstep/platform.yml\n      platform-accept:\n        description: Failures to accept, as the input `accept` of the action `platform-audit`.\n        type: string\n        default: \"\"\n      platform-deadline:\n        description: How long platform-audit may take; each service gets a third of it.\n        type: string\n        default: 3m\n      supabase-project:\n        description: \"For platform-audit: reference of the Supabase project, the 20 letters of https://REF.supabase.co.\"\n        type: string\n        default: \"\"\n      test-command:\n        description: \"Command that tests the candidate before it gets traffic, such as `npx playwright test`. It gets BASE_URL, DEPLOYMENT_ID and VERCEL_AUTOMATION_BYPASS_SECRET, and no other secret. Empty means no tests.\"\n        type: string\n        default: \"\"\n      test-config:\n        description: \"Instead of test-command, a file with several such tests as gates (journeys, load), with the fields of the action `quality-gate`.\"\n        type: string\n        default: \"\"\n      test-report:\n        description: \"Report that test-command writes, relative to `directory`; $LOCKSTEP_REPORTS is the folder whose files are kept. Without a report the exit code decides.\"\n        type: string\n        default: \"\"\n      test-format:\n        description: Format of test-report, such as junit, ctrf, playwright or k6. A report of no tests is inconclusive, and the release ends.\n        type: string\n        default: \"\"\n      test-timeout:\n        description: How long test-command may take; then it is stopped with all that it started, and the release ends.\n        type: string\n        default: 10m\n      test-install:\n        description: Command that installs what the tests need, such as `npm ci`. It gets NPM_TOKEN; the tests do not.\n        type: string\n        default: \"\"\n      test-when:\n        description: \"prepared: in a job of its own, before anything is changed. migrated: in the job of the release, once the schema is expanded; rows that the tests write are then data that an undo keeps the schema for, and they stay.\"\n        type: string\n        default: prepared\n      smoke-command:\n        description: Short command that asks production after the swap, with BASE_URL and DEPLOYMENT_ID; if it does not pass within two minutes, the release is rolled back. Empty means none.\n        type: string\n        default: \"\"\n      gate-interval:\n        description: Time between two probes of the candidate before the swap.\n        type: string\n        default: 1s\n      strategy:\n        description: \"How users get the candidate: promote (all at once) or rolling (by the stages of a rolling release on Vercel, each of which is approved only after its own health gate passed).\"\n        type: string\n        default: promote\n      stages:\n        description: \"With strategy rolling, its stages below 100 %, one per line, as `PERCENT TIME`: `10% 5m`. Empty means those that the project is configured with.\"\n        type: string\n        default: \"\"\n      stage-time:\n        description: With strategy rolling, how long a stage without a time of its own is watched before the next one is approved.\n        type: string\n        default: 5m\n      max-latency-ratio:\n        description: With strategy rolling, how many times slower than the current deployment the candidate may be.\n        type: string\n        default: \"1.5\"\n      server-gate:\n        description: \"With strategy rolling, what Vercel's own gate on 5xx errors does when it trips: rollback, pause, or keep what the project has configured.\"\n        type: string\n        default: rollback\n      bake-time:\n        description: How long the live app is watched after the swap before the release is committed.\n        type: string\n        default: 2m\n      bake-interval:\n        description: Time between two probes of the live app during the bake.\n        type: string\n        default: 5s\n      metrics:\n        description: \"Metrics of real traffic and of the database that are read during the bake, as the input `metrics` of the action `health-gate`: YAML, or the path of a YAML file in the repository. Empty means probes alone.\"\n        type: string\n        default: \"\"\n      on-failure:\n        description: \"What happens to the schema when the release fails: auto, undo or keep.\"\n        type: string\n        default: auto\n      on-data-loss:\n        description: \"What the undo does when a down migration would delete what users wrote since: keep (that migration stays), fail, archive (copy the data into the schema lockstep_archive first) or allow (delete it).\"\n        type: string\n        default: keep\n      archive-limit:\n        description: \"`on-data-loss: archive`: how much one migration may archive, one limit per line: `N rows`, `N MB`. More is refused, and nothing is changed.\"\n        type: string\n        default: |-\n          1000000 rows\n          100 MB\n      archive-lock-limit:\n        description: \"`on-data-loss: archive`: how long the tables of one migration may be locked while it archives and runs. Longer is refused, and nothing is changed.\"\n        type: string\n        default: 5s\n      archive-keep:\n        description: \"How long archived data is kept. What is older is reported by the next release, and deleted by archives.yml.\"\n        type: string\n        default: 30d\n      lock-timeout:\n        description: How long a migration may wait for a lock. The app's queries queue behind it for at most this long.\n        type: string\n        default: 200ms\n      lock-retry-for:\n        description: How long a migration that could not acquire its locks is retried.\n        type: string\n        default: 60s\n      statement-timeout:\n        description: How long one statement of a migration may take.\n        type: string\n        default: 15m\n      drain-time:\n        description: How long requests to the candidate may still be running after the traffic was restored, before its schema is rolled back.\n        type: string\n        default: 30s\n      undo-deadline:\n        description: Time for all undo steps together, at most 4m. GitHub ends a cancelled job after 4 minutes and 45 seconds, and reporting the outcome must fit in too.\n        type: string\n        default: 4m\n      skip-git-deployment-check:\n        description: Set to true to confirm that Git pushes do not deploy to production on Vercel, or that this is intended. Needed where the project is connected to Git, because Vercel's API does not show git.deploymentEnabled of vercel.json.\n        type: boolean\n        default: false\n      runs-on:\n        description: Label of the runner.\n        type: string\n        default: ubuntu-24.04\n      vercel-api-url:\n        description: Base URL of Vercel's API.\n        type: string\n        default: https://api.vercel.com\n      supabase-api-url:\n        description: Base URL of Supabase's Management API.\n        type: string\n        default: https://api.supabase.com\n      slack-api-url:\n        description: Base URL of Slack's Web API.\n        type: string\n        default: https://slack.com/api\n    # Named as GitHub stores secrets: a stored name has no hyphens, and a secret of the job's environment replaces the one\n    # that was passed only if the names are equal.\n    secrets:\n      VERCEL_TOKEN:\n        description: Vercel token with access to the project; a token that is scoped to the project is enough.\n        required: true\n      DATABASE_URL:\n        description: Connection string of the database, in session mode (port 5432).\n        required: true\n      PROTECTION_BYPASS:\n        description: Vercel's Protection Bypass for Automation secret, if the project is protected.\n        required: false\n      BACKEND_IDENTITIES:\n        description: \"For `contract`: YAML of who asks the backend, as the input `as` of the action `contract-check`, including tokens of test users.\"\n        required: false\n      BACKEND_PROTECTION_BYPASS:\n        description: Vercel's Protection Bypass for Automation secret of the backend, if it is a protected deployment.\n        required: false\n      BACKEND_LEDGER_TOKEN:\n        description: \"For ledgers that `requires` names: GitHub token with `deployments: read`, `actions: read` and `contents: read` in the repositories of those services.\"\n        required: false\n      SUPABASE_TOKEN:\n        description: \"For platform-audit: Supabase token that is scoped to the project and to reading.\"\n        required: false\n      NOTIFY_TARGETS:\n        description: YAML of the targets of actions/notify, including their tokens. Without it no notification is sent.\n        required: false\n      METRICS_SECRETS:\n        description: Secrets that `metrics` and `availability-source` name as `$NAME`, `NAME=value`, one per line.\n        required: false\n      NPM_TOKEN:\n        description: Token for private packages; the build command gets it as NODE_AUTH_TOKEN and NPM_TOKEN.\n        required: false\n      BUILD_ENV:\n        description: Secret variables of the build command, in the format of build-env.\n        required: false\n      CHECKOUT_TOKEN:\n        description: Token that can read the submodules, if they are private repositories.\n        required: false\n    outputs:\n      verdict:\n        description: pass if the release is live; otherwise fail or unknown.\n        value: ${{ jobs.release.outputs.verdict }}\n      release-id:\n        description: Id of the release in the ledger, in the database, and for a rollback.\n        value: ${{ jobs.release.outputs.release-id }}\n      deployment-id:\n        description: The Vercel deployment that was released, or that is staged.\n        value: ${{ jobs.release.outputs.deployment-id || jobs.prepare.outputs.deployment-id }}\n      waiting:\n        description: \"Contract migrations that wait for contract.yml, in one line: how many, since when, which release deferred them first, and their names. Empty if none waits.\"\n        value: ${{ jobs.release.outputs.waiting }}\n      rollback-order:\n        description: \"With requires: in which order this release and what it requires are rolled back.\"\n        value: ${{ jobs.prepare.outputs.rollback-order }}\npermissions: {}\njobs:\n  prepare:\n    name: Prepare\n    runs-on: ${{ inputs.runs-on }}\n    timeout-minutes: 45\n    environment:\n      name: ${{ inputs.environment }}\n      deployment: false\n    permissions:\n      actions: read # what protects the environments\n      contents: read # checkout\n      deployments: read # the ledger, for the plan\n      pull-requests: read # what changes, by its pull requests\n    outputs:\n      handover: ${{ steps.handover.outputs.handover }}\n      deployment-id: ${{ steps.handover.outputs.deployment-id }} # for the caller alone: a line of a secret may drop it\n      rollback-order: ${{ steps.backend.outputs.rollback-order }} # for the caller alone\n    env:\n      NOTIFY: ${{ secrets.NOTIFY_TARGETS != '' }}\n    steps:\n      - name: Receive the chosen candidate\n        id: chosen\n        if: inputs.chosen != ''\n        uses: $/actions/handover\n        with:\n          handover: ${{ inputs.chosen }}\n          from: choose\n      - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2\n        with:\n          ref: ${{ steps.chosen.outputs.commit-sha || inputs.commit-sha || github.sha }}\n          submodules: ${{ inputs.submodules }}\n          lfs: ${{ inputs.lfs }}\n          token: ${{ secrets.CHECKOUT_TOKEN || github.token }}\n          persist-credentials: false\n      - name: Find the commit\n        id: commit\n        run: echo \"sha=$(git rev-parse HEAD)\" >> \"$GITHUB_OUTPUT\"\n      - name: Release notes\n        id: notes\n        # For people; no release depends on it or waits for it.\n        continue-on-error: true\n        timeout-minutes: 2\n        uses: $/actions/release-notes\n        with:\n          environment: ${{ inputs.environment }}\n          service: ${{ inputs.service }}\n          to: ${{ steps.commit.outputs.sha }}\n          # Of several apps in one repository, this one and the schema.\n          paths: |\n            ${{ inputs.directory != '.' && inputs.directory || '' }}\n            ${{ inputs.directory != '.' && inputs.migrations-directory || '' }}\n          migrations-directory: ${{ inputs.migrations-directory }}\n          down-directory: ${{ inputs.down-directory }}\n      # Before the build, not after it.\n      - name: Check the inputs of the tests\n        if: inputs.test-command != '' || inputs.test-config != '' || inputs.test-when != 'prepared'\n        env:\n          COMMAND: ${{ inputs.test-command }}\n          CONFIG: ${{ inputs.test-config }}\n          WHEN: ${{ inputs.test-when }}\n          BUILT: ${{ inputs.order == 'build-first' || (steps.chosen.outputs.deployment-id || inputs.deployment-id) != '' }}\n        run: |\n          wrong() { echo \"::error title=Tests of the candidate::$1\" && failed=1; }\n          [ -z \"$COMMAND\" ] || [ -z \"$CONFIG\" ] || wrong 'test-command and test-config are both set: set one of them.'\n          [ -z \"$CONFIG\" ] || [ -f \"$CONFIG\" ] || wrong \"test-config is $CONFIG, and the commit has no such file.\"\n          case $WHEN in\n            migrated) ;;\n            prepared) [ \"$BUILT\" = true ] || wrong 'With order migrate-first the candidate does not exist before the schema is expanded: set test-when to migrated.' ;;\n            *) wrong \"test-when is $WHEN: set prepared or migrated.\" ;;\n          esac\n          [ -z \"$failed\" ]\n      - name: Check the inputs of the swap\n        if: inputs.strategy != 'promote'\n        env:\n          STRATEGY: ${{ inputs.strategy }}\n          STAGES: ${{ inputs.stages }}\n        run: |\n          wrong() { echo \"::error title=Swap::$1\" && failed=1; }\n          [ \"$STRATEGY\" = rolling ] || wrong \"strategy is $STRATEGY: set promote or rolling.\"\n          while IFS= read -r line; do\n            [[ $line =~ ^[[:space:]]*([0-9]{1,2}[[:blank:]]*%([[:blank:]]+[0-9.]+(ms|s|m|h))?)?[[:space:]]*$ ]] ||\n              wrong \"stages has a line that is not PERCENT TIME, such as 10% 5m: $line\"\n          done <<< \"$STAGES\"\n          [ -z \"$failed\" ]\n      # Wrong inputs of late steps fail here, before anything is built: after the swap they would cost an undo.\n      - name: Check the inputs of the bake\n        uses: $/actions/health-gate\n        with:\n          dry-run: true\n          url: ${{ inputs.production-url }}\n          phase: post\n          paths: ${{ inputs.health-paths }}\n          interval: ${{ inputs.bake-interval }}\n          bake-time: ${{ inputs.bake-time }}\n          metrics: ${{ inputs.metrics }}\n          metrics-secrets: ${{ secrets.METRICS_SECRETS }}\n          database-url: ${{ inputs.metrics != '' && secrets.DATABASE_URL || '' }}\n          vercel-token: ${{ inputs.metrics != '' && secrets.VERCEL_TOKEN || '' }}\n          vercel-project: ${{ inputs.vercel-project }}\n          vercel-team: ${{ inputs.vercel-team }}\n          vercel-api-url: ${{ inputs.vercel-api-url }}\n      - name: Check the inputs of the release\n        uses: $/actions/release\n        with:\n          command: check\n          environment: ${{ inputs.environment }}\n          service: ${{ inputs.service }}\n          max-evidence-age: ${{ inputs.max-evidence-age }}\n          freeze: ${{ inputs.freeze }}\n          freeze-zone: ${{ inputs.freeze-zone }}\n          undo-deadline: ${{ inputs.undo-deadline }}\n      - name: Check the notification targets\n        if: env.NOTIFY == 'true'\n        uses: $/actions/notify\n        with:\n          dry-run: true\n          targets: ${{ secrets.NOTIFY_TARGETS }}\n          environment: ${{ inputs.environment }}\n          service: ${{ inputs.service }}\n          state: released\n          slack-api-url: ${{ inputs.slack-api-url }}\n      # A variable that is missing, or a function that is older than the commit, would break the release: it ends here.\n      - name: Look for the platform policy\n        id: policy\n        if: inputs.platform-audit != 'off'\n        env:\n          POLICY: ${{ inputs.platform-policy }}\n          MODE: ${{ inputs.platform-audit }}\n        run: |\n          if [ \"$MODE\" != auto ] || [ -f \"$POLICY\" ]; then\n            echo \"there=true\" >> \"$GITHUB_OUTPUT\"\n          else\n            echo \"There is no $POLICY, so nothing is checked that this release needs of Vercel and Supabase. lockstep platform init writes one.\"\n          fi\n      - name: Check the platform\n        if: steps.policy.outputs.there == 'true'\n        uses: $/actions/platform-audit\n        with:\n          lines: release-settings\n          platform-policy: ${{ inputs.platform-policy }}\n          vercel-project: ${{ inputs.vercel-project }}\n          vercel-team: ${{ inputs.vercel-team }}\n          vercel-token: ${{ secrets.VERCEL_TOKEN }}\n          vercel-api-url: ${{ inputs.vercel-api-url }}\n          supabase-project: ${{ inputs.supabase-project }}\n          supabase-token: ${{ secrets.SUPABASE_TOKEN }}\n          supabase-api-url: ${{ inputs.supabase-api-url }}\n          commit: ${{ steps.commit.outputs.sha }}\n          accept: ${{ inputs.platform-accept }}\n          on-unknown: warn # an outage of an API stops no release\n          report-only: ${{ inputs.platform-audit == 'report' }}\n          deadline: ${{ inputs.platform-deadline }}\n      # Users have had enough errors already: only what ends them is worth a risk.\n      - name: Check the error budget\n        if: inputs.error-budget != 'off' && !inputs.stage-only\n        uses: $/actions/evidence\n        with:\n          command: error-budget\n          subject: ${{ inputs.environment }}/${{ inputs.service }}\n          commit-sha: ${{ steps.commit.outputs.sha }}\n          availability-source: ${{ inputs.availability-source }}\n          availability-objective: ${{ inputs.availability-objective }}\n          budget-window: ${{ inputs.budget-window }}\n          metrics-secrets: ${{ secrets.METRICS_SECRETS }}\n          override: ${{ inputs.error-budget-override }}\n          report-only: ${{ inputs.error-budget == 'report' }}\n      # A frontend that was built against a backend that is not there would be live and broken.\n      - name: Check the backend\n        id: backend\n        if: inputs.contract != '' || inputs.requires != ''\n        uses: $/actions/contract-check\n        with:\n          contract: ${{ inputs.contract }}\n          base-url: ${{ inputs.backend-url }}\n          as: ${{ secrets.BACKEND_IDENTITIES }}\n          examples: ${{ inputs.contract-examples }}\n          coverage-minimum: ${{ inputs.contract-coverage }}\n          requires: ${{ inputs.requires }}\n          health-url: ${{ inputs.backend-health-url }}\n          ledger-token: ${{ secrets.BACKEND_LEDGER_TOKEN }}\n          contact: ${{ inputs.backend-contact }}\n          accept: ${{ inputs.contract-accept }}\n          report-only: ${{ inputs.contract-check == 'report' }}\n          protection-bypass: ${{ secrets.BACKEND_PROTECTION_BYPASS }}\n      - name: Keep the report on the backend\n        if: always() && steps.backend.outputs.report-directory != ''\n        uses: actions/upload-artifact@b7c566a772e6b6bfb58ed0dc250532a479d7789f # v6.0.0\n        with:\n          name: lockstep-contract-check\n          path: ${{ steps.backend.outputs.report-directory }}\n          # A re-run replaces what the attempt before it uploaded under the same name.\n          overwrite: true\n      - name: Plan the migrations\n        id: plan\n        uses: $/actions/migrate\n        with:\n          command: plan\n          phase: expand\n          database-url: ${{ secrets.DATABASE_URL }}\n          directory: ${{ inputs.migrations-directory }}\n          down-directory: ${{ inputs.down-directory }}\n          expect-plan: ${{ steps.chosen.outputs.plan-digest || inputs.expect-plan }}\n          expect-folder: ${{ steps.chosen.outputs.folder-digest || inputs.expect-folder }}\n          lock-timeout: ${{ inputs.lock-timeout }}\n          lock-retry-for: ${{ inputs.lock-retry-for }}\n          statement-timeout: ${{ inputs.statement-timeout }}\n          on-failure: ${{ inputs.on-failure }}\n          drain-time: ${{ inputs.drain-time }}\n      - name: Set up the package manager\n        if: inputs.order == 'build-first' && (steps.chosen.outputs.deployment-id || inputs.deployment-id) == '' && inputs.build-command != '' && (inputs.cache == 'pnpm' || inputs.cache == 'yarn')\n        run: corepack enable # setup-node asks it where its packages are\n      - if: inputs.order == 'build-first' && (steps.chosen.outputs.deployment-id || inputs.deployment-id) == '' && inputs.build-command != ''\n        uses: actions/setup-node@6044e13b5dc448c55e2357c09f80417699197238 # v6.2.0\n        with:\n          node-version: ${{ inputs.node-version }}\n          cache: ${{ inputs.cache }}\n          cache-dependency-path: ${{ inputs.cache == 'npm' && '**/package-lock.json' || inputs.cache == 'pnpm' && '**/pnpm-lock.yaml' || inputs.cache == 'yarn' && '**/yarn.lock' || '' }}\n          registry-url: ${{ inputs.registry-url }}\n          scope: ${{ inputs.registry-scope }}\n      - name: Build\n        if: inputs.order == 'build-first' && (steps.chosen.outputs.deployment-id || inputs.deployment-id) == '' && inputs.build-command != ''\n        working-directory: ${{ inputs.directory }}\n        env:\n          BUILD_COMMAND: ${{ inputs.build-command }}\n          BUILD_VARIABLES: ${{ inputs.build-env }}\n          BUILD_ENV: ${{ secrets.BUILD_ENV }}\n          NODE_AUTH_TOKEN: ${{ secrets.NPM_TOKEN }}\n          NPM_TOKEN: ${{ secrets.NPM_TOKEN }}\n          VERCEL_TOKEN: ${{ inputs.build-with-vercel && secrets.VERCEL_TOKEN || '' }}\n          VERCEL_ORG_ID: ${{ inputs.build-with-vercel && inputs.vercel-team || '' }}\n          VERCEL_PROJECT_ID: ${{ inputs.build-with-vercel && inputs.vercel-project || '' }}\n        shell: bash\n        run: |\n          # An empty variable is not an absent one.\n          for name in VERCEL_TOKEN VERCEL_ORG_ID VERCEL_PROJECT_ID; do [ -n \"${!name}\" ] || unset \"$name\"; done\n          # Exports what one text says: NAME=value, or NAME<<END, lines and END, as GITHUB_ENV is written. Masks secret values.\n          give() {\n            local from=$1 mask=$3 line name end value number=0 ended bare seen=' '\n            local blank='^[[:space:]]*(#|$)' one='^[[:blank:]]*([A-Za-z_][A-Za-z0-9_]*)(=|<<)(.*)$'\n            while IFS= read -r line || [ -n \"$line\" ]; do\n              number=$((number + 1)) line=${line%$'\\r'}\n              if [[ $line =~ $blank ]]; then continue; fi\n              if ! [[ $line =~ $one ]]; then\n                echo \"::error title=$from::line $number is neither NAME=value nor NAME<<END with its lines and END\" && return 1\n              fi\n              name=${BASH_REMATCH[1]} value=${BASH_REMATCH[3]}\n              if [[ $seen == *\" $name \"* ]]; then\n                echo \"::error title=$from::line $number gives a variable that an earlier line gave\" && return 1\n              fi\n              seen+=\"$name \"\n              value=${value#\"${value%%[![:space:]]*}\"} value=${value%\"${value##*[![:space:]]}\"}\n              if [ \"${BASH_REMATCH[2]}\" = '<<' ]; then\n                end=$value value='' ended=\n                while [ -n \"$end\" ] && { IFS= read -r line || [ -n \"$line\" ]; }; do\n                  number=$((number + 1)) line=${line%$'\\r'}\n                  bare=${line#\"${line%%[![:space:]]*}\"} bare=${bare%\"${bare##*[![:space:]]}\"}\n                  if [ \"$bare\" = \"$end\" ]; then ended=1 && break; fi\n                  value+=$line$'\\n'\n                done\n                if [ -z \"$ended\" ]; then\n                  echo \"::error title=$from::a value of several lines has no line that ends it\" && return 1\n                fi\n                value=${value%$'\\n'}\n              fi\n              export \"$name=$value\"\n              [ -z \"$mask\" ] || while IFS= read -r line; do\n                [ ${#line} -lt 4 ] || echo \"::add-mask::${line//%/%25}\"\n              done <<< \"$value\"\n            done <<< \"$2\"\n          }\n          give build-env \"$BUILD_VARIABLES\" ''\n          give BUILD_ENV \"$BUILD_ENV\" mask\n          unset BUILD_VARIABLES BUILD_ENV\n          if bash -euo pipefail -c \"$BUILD_COMMAND\" 2>&1 | tee \"$RUNNER_TEMP/build.log\"; then exit 0; fi\n          # PostgreSQL's words and codes for a column or a table that is not there.\n          if grep -qiE '42703|42P01|(column|relation) \"?[[:alnum:]_.]+\"? does not exist' \"$RUNNER_TEMP/build.log\"; then\n            echo \"::error title=Build::It reads schema that is not there yet. Release with order: migrate-first, which applies the expand migrations before it builds.\"\n          fi\n          exit 1\n      - name: Deploy without traffic\n        id: deploy\n        if: inputs.order == 'build-first' && (steps.chosen.outputs.deployment-id || inputs.deployment-id) == ''\n        uses: $/actions/vercel-deploy\n        with:\n          commit-sha: ${{ steps.commit.outputs.sha }}\n          vercel-token: ${{ secrets.VERCEL_TOKEN }}\n          vercel-project: ${{ inputs.vercel-project }}\n          vercel-team: ${{ inputs.vercel-team }}\n          vercel-api-url: ${{ inputs.vercel-api-url }}\n          directory: ${{ inputs.directory }}\n          target: production\n      - name: Health check (candidate)\n        id: live\n        if: inputs.order == 'build-first' || (steps.chosen.outputs.deployment-id || inputs.deployment-id) != ''\n        uses: $/actions/health-gate\n        with:\n          url: ${{ steps.chosen.outputs.deployment-url || inputs.deployment-url || steps.deploy.outputs.deployment-url }}\n          phase: pre\n          paths: |\n            ${{ inputs.live-path }}\n            ${{ inputs.identity-path }} identity\n          expect-deployment: ${{ steps.chosen.outputs.deployment-id || inputs.deployment-id || steps.deploy.outputs.deployment-id }}\n          interval: ${{ inputs.gate-interval }}\n          protection-bypass: ${{ secrets.PROTECTION_BYPASS }}\n          plan-digest: ${{ steps.plan.outputs.plan-digest }}\n          folder-digest: ${{ steps.plan.outputs.folder-digest }}\n      - name: Audit the candidate\n        if: inputs.audit != 'off' && (inputs.order == 'build-first' || (steps.chosen.outputs.deployment-id || inputs.deployment-id) != '')\n        uses: $/actions/edge-audit\n        with:\n          url: ${{ steps.chosen.outputs.deployment-url || inputs.deployment-url || steps.deploy.outputs.deployment-url }}\n          site-kind: candidate\n          expect-deployment: ${{ steps.chosen.outputs.deployment-id || inputs.deployment-id || steps.deploy.outputs.deployment-id }}\n          identity-path: ${{ inputs.identity-path }}\n          paths: ${{ inputs.audit-paths }}\n          checks: ${{ inputs.audit-checks }}\n          accept: ${{ inputs.audit-accept }}\n          report-only: ${{ inputs.audit == 'report' }}\n          protection-bypass: ${{ secrets.PROTECTION_BYPASS }}\n      - name: Check what the build talks to\n        if: steps.policy.outputs.there == 'true' && (inputs.order == 'build-first' || (steps.chosen.outputs.deployment-id || inputs.deployment-id) != '')\n        uses: $/actions/platform-audit\n        with:\n          lines: release-build\n          platform-policy: ${{ inputs.platform-policy }}\n          bundle-directory: ${{ inputs.build-command != '' && (steps.chosen.outputs.deployment-id || inputs.deployment-id) == '' && format('{0}/.vercel/output/static', inputs.directory) || '' }}\n          url: ${{ steps.chosen.outputs.deployment-url || inputs.deployment-url || steps.deploy.outputs.deployment-url }} # where it was not built here\n          protection-bypass: ${{ secrets.PROTECTION_BYPASS }}\n          accept: ${{ inputs.platform-accept }}\n          on-unknown: warn # an outage of an API stops no release\n          report-only: ${{ inputs.platform-audit == 'report' }}\n          deadline: ${{ inputs.platform-deadline }}\n      - name: Report approval policy\n        if: ${{ !inputs.stage-only }}\n        uses: $/actions/approval\n        with:\n          command: protection\n          environment: ${{ inputs.environment }}\n          approval-environment: ${{ inputs.approval-environment }}\n          request: ${{ steps.chosen.outputs.request-id || inputs.request }}\n          allow-unprotected: ${{ inputs.allow-unprotected }}\n      - name: Pass values to the next jobs\n        id: handover\n        uses: $/actions/handover\n        with:\n          values: |\n            commit-sha: ${{ toJSON(steps.commit.outputs.sha) }}\n            changes: ${{ toJSON(steps.notes.outputs.changes) }}\n            rollback-order: ${{ toJSON(steps.backend.outputs.rollback-order) }}\n            inspector-url: ${{ toJSON(steps.deploy.outputs.inspector-url) }}\n            deployment-id: ${{ toJSON(steps.chosen.outputs.deployment-id || inputs.deployment-id || steps.deploy.outputs.deployment-id) }}\n            deployment-url: ${{ toJSON(steps.chosen.outputs.deployment-url || inputs.deployment-url || steps.deploy.outputs.deployment-url) }}\n            plan-digest: ${{ toJSON(steps.plan.outputs.plan-digest) }}\n            expect-folder: ${{ toJSON(steps.chosen.outputs.folder-digest || inputs.expect-folder) }}\n            request: ${{ toJSON(steps.chosen.outputs.request-id || inputs.request) }}\n            platform: ${{ toJSON(steps.policy.outputs.there) }}\n            evidence: ${{ toJSON(steps.live.outputs.evidence) }}\n\n  test:\n    name: Test\n    needs: prepare\n    if: (inputs.test-command != '' || inputs.test-config != '') && inputs.test-when == 'prepared'\n    runs-on: ${{ inputs.runs-on }}\n    timeout-minutes: 60\n    environment:\n      name: ${{ inputs.environment }}\n      deployment: false\n    permissions:\n      contents: read # checkout\n    steps:\n      - name: Receive values from prepare\n        id: given\n        uses: $/actions/handover\n        with:\n          handover: ${{ needs.prepare.outputs.handover }}\n          from: prepare\n      - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2\n        with:\n          ref: ${{ steps.given.outputs.commit-sha }}\n          submodules: ${{ inputs.submodules }}\n          lfs: ${{ inputs.lfs }}\n          token: ${{ secrets.CHECKOUT_TOKEN || github.token }}\n          persist-credentials: false\n      - name: Set up the package manager\n        if: (inputs.cache == 'pnpm' || inputs.cache == 'yarn')\n        run: corepack enable # setup-node asks it where its packages are\n      - uses: actions/setup-node@6044e13b5dc448c55e2357c09f80417699197238 # v6.2.0\n        with:\n          node-version: ${{ inputs.node-version }}\n          cache: ${{ inputs.cache }}\n          cache-dependency-path: ${{ inputs.cache == 'npm' && '**/package-lock.json' || inputs.cache == 'pnpm' && '**/pnpm-lock.yaml' || inputs.cache == 'yarn' && '**/yarn.lock' || '' }}\n          registry-url: ${{ inputs.registry-url }}\n          scope: ${{ inputs.registry-scope }}\n      - name: Install the tests\n        if: inputs.test-install != ''\n        working-directory: ${{ inputs.directory }}\n        env:\n          TEST_INSTALL: ${{ inputs.test-install }}\n          NODE_AUTH_TOKEN: ${{ secrets.NPM_TOKEN }}\n          NPM_TOKEN: ${{ secrets.NPM_TOKEN }}\n        shell: bash\n        run: bash -euo pipefail -c \"$TEST_INSTALL\"\n      - name: Run the tests\n        id: tests\n        uses: $/actions/quality-gate\n        env:\n          BASE_URL: ${{ steps.given.outputs.deployment-url }}\n          DEPLOYMENT_ID: ${{ steps.given.outputs.deployment-id }}\n          VERCEL_AUTOMATION_BYPASS_SECRET: ${{ secrets.PROTECTION_BYPASS }}\n        with:\n          # JSON is YAML. Without a command the file of test-config has the gates.\n          gates: >-\n            ${{ inputs.test-command != '' && format('- {{ name: tests, run: {0}, directory: {1}, timeout: {2}{3}{4} }}',\n            toJSON(inputs.test-command), toJSON(inputs.directory), toJSON(inputs.test-timeout),\n            inputs.test-report != '' && format(', report: {0}', toJSON(inputs.test-report)) || '',\n            inputs.test-format != '' && format(', format: {0}', toJSON(inputs.test-format)) || '') || '' }}\n          config: ${{ inputs.test-config }}\n      - name: Upload the reports of the tests\n        if: \"!cancelled() && steps.tests.outputs.report-directory != ''\"\n        uses: actions/upload-artifact@b7c566a772e6b6bfb58ed0dc250532a479d7789f # v6.0.0\n        with:\n          name: lockstep-candidate-tests\n          path: ${{ steps.tests.outputs.report-directory }}\n          retention-days: 35\n          # A re-run replaces what the attempt before it uploaded under the same name.\n          overwrite: true\n\n  stage:\n    name: Stage\n    needs: [prepare, test]\n    # Tests that were not asked for are skipped; ones that failed are not a success.\n    if: >-\n      !cancelled() && inputs.stage-only && needs.prepare.result == 'success' &&\n      (needs.test.result == 'success' || (needs.test.result == 'skipped' && ((inputs.test-command == '' && inputs.test-config == '') || inputs.test-when == 'migrated')))\n    runs-on: ${{ inputs.runs-on }}\n    timeout-minutes: 10\n    environment:\n      name: ${{ inputs.environment }}\n      deployment: false\n    permissions:\n      deployments: write # the ledger\n    steps:\n      - name: Receive values from prepare\n        id: given\n        uses: $/actions/handover\n        with:\n          handover: ${{ needs.prepare.outputs.handover }}\n          from: prepare\n      - name: Assign the staging aliases\n        if: inputs.staged-aliases != ''\n        uses: $/actions/alias-swap\n        with:\n          vercel-token: ${{ secrets.VERCEL_TOKEN }}\n          vercel-project: ${{ inputs.vercel-project }}\n          vercel-team: ${{ inputs.vercel-team }}\n          vercel-api-url: ${{ inputs.vercel-api-url }}\n          deployment-id: ${{ steps.given.outputs.deployment-id }}\n          strategy: alias\n          aliases: ${{ inputs.staged-aliases }}\n          evidence: ${{ steps.given.outputs.evidence }}\n          identity-path: ${{ inputs.identity-path }}\n          protection-bypass: ${{ secrets.PROTECTION_BYPASS }}\n      - name: Record staged deployment\n        uses: $/actions/promotion\n        with:\n          command: stage\n          environment: ${{ inputs.environment }}\n          service: ${{ inputs.service }}\n          commit-sha: ${{ steps.given.outputs.commit-sha }}\n          evidence: ${{ steps.given.outputs.evidence }}\n\n  approve:\n    name: Approve\n    needs: [prepare, test]\n    if: >-\n      !cancelled() && inputs.approval-environment != '' && !inputs.stage-only && needs.prepare.result == 'success' &&\n      (needs.test.result == 'success' || (needs.test.result == 'skipped' && ((inputs.test-command == '' && inputs.test-config == '') || inputs.test-when == 'migrated')))\n    runs-on: ${{ inputs.runs-on }}\n    timeout-minutes: 5\n    environment:\n      name: ${{ inputs.approval-environment }}\n      deployment: false\n    permissions: {}\n    steps:\n      - name: Receive values from prepare\n        id: given\n        uses: $/actions/handover\n        with:\n          handover: ${{ needs.prepare.outputs.handover }}\n          from: prepare\n      - name: Record the approval\n        env:\n          EVIDENCE: ${{ steps.given.outputs.evidence }}\n          PLAN: ${{ steps.given.outputs.plan-digest }}\n          COMMIT: ${{ steps.given.outputs.commit-sha }}\n          ORDER: ${{ steps.given.outputs.rollback-order }}\n        run: |\n          {\n            echo \"### Approved\"\n            echo \"Commit \\`$COMMIT\\`, migration plan \\`$PLAN\\`.\"\n            [ -z \"$ORDER\" ] || echo \"Order of rollbacks: $ORDER.\"\n            echo '```json'\n            echo \"$EVIDENCE\"\n            echo '```'\n          } >> \"$GITHUB_STEP_SUMMARY\"\n\n  release:\n    name: Release\n    needs: [prepare, test, approve]\n    # An approval that was not required is skipped; one that was refused is not a success. The same holds for tests.\n    if: >-\n      !cancelled() && !inputs.stage-only && needs.prepare.result == 'success' &&\n      (needs.test.result == 'success' || (needs.test.result == 'skipped' && ((inputs.test-command == '' && inputs.test-config == '') || inputs.test-when == 'migrated'))) &&\n      (needs.approve.result == 'success' || (needs.approve.result == 'skipped' && inputs.approval-environment == ''))\n    runs-on: ${{ inputs.runs-on }}\n    timeout-minutes: ${{ inputs.strategy == 'rolling' && 350 || 60 }}\n    environment:\n      name: ${{ inputs.environment }}\n      deployment: false\n    concurrency:\n      group: lockstep-${{ inputs.environment }}-${{ inputs.service }}\n      queue: max\n    permissions:\n      actions: read # whether the run of an older record is dead\n      contents: read # checkout\n      deployments: write # the ledger\n    outputs:\n      verdict: ${{ steps.commit.outputs.verdict || ((steps.swap.outputs.verdict == 'unknown' || steps.bake.outputs.verdict == 'unknown') && 'unknown' || 'fail') }}\n      release-id: ${{ steps.begin.outputs.release-id }}\n      deployment-id: ${{ steps.given.outputs.deployment-id || steps.deploy.outputs.deployment-id }}\n      waiting: ${{ steps.expand.outputs.waiting }} # for the caller alone: a line of a secret may drop it\n    env:\n      NOTIFY: ${{ secrets.NOTIFY_TARGETS != '' }}\n    steps:\n      - name: Receive values from prepare\n        id: given\n        uses: $/actions/handover\n        with:\n          handover: ${{ needs.prepare.outputs.handover }}\n          from: prepare\n      - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2\n        with:\n          ref: ${{ steps.given.outputs.commit-sha }}\n          submodules: ${{ inputs.submodules }}\n          lfs: ${{ inputs.lfs }}\n          token: ${{ secrets.CHECKOUT_TOKEN || github.token }}\n          persist-credentials: false\n      - name: Check the database\n        id: database\n        uses: $/actions/migrate\n        with:\n          command: status\n          database-url: ${{ secrets.DATABASE_URL }}\n          directory: ${{ inputs.migrations-directory }}\n          down-directory: ${{ inputs.down-directory }}\n      # An approval may have taken days: the backend may have been rolled back meanwhile.\n      - name: Check that what it requires is still live\n        if: inputs.requires != ''\n        uses: $/actions/contract-check\n        with:\n          requires: ${{ inputs.requires }}\n          health-url: ${{ inputs.backend-health-url }}\n          ledger-token: ${{ secrets.BACKEND_LEDGER_TOKEN }}\n          contact: ${{ inputs.backend-contact }}\n          accept: ${{ inputs.contract-accept }}\n          report-only: ${{ inputs.contract-check == 'report' }}\n      # It may have been spent while the release waited for its approval.\n      - name: Check the error budget\n        id: budget\n        if: inputs.error-budget != 'off'\n        uses: $/actions/evidence\n        with:\n          command: error-budget\n          subject: ${{ inputs.environment }}/${{ inputs.service }}\n          commit-sha: ${{ steps.given.outputs.commit-sha }}\n          availability-source: ${{ inputs.availability-source }}\n          availability-objective: ${{ inputs.availability-objective }}\n          budget-window: ${{ inputs.budget-window }}\n          metrics-secrets: ${{ secrets.METRICS_SECRETS }}\n          override: ${{ inputs.error-budget-override }}\n          report-only: ${{ inputs.error-budget == 'report' }}\n      - name: Begin\n        id: begin\n        uses: $/actions/release\n        with:\n          command: begin\n          environment: ${{ inputs.environment }}\n          service: ${{ inputs.service }}\n          commit-sha: ${{ steps.given.outputs.commit-sha }}\n          evidence: ${{ steps.given.outputs.evidence }}\n          database-version: ${{ steps.database.outputs.from-version }}\n          max-evidence-age: ${{ inputs.max-evidence-age }}\n          freeze: ${{ inputs.freeze }}\n          freeze-zone: ${{ inputs.freeze-zone }}\n          request: ${{ steps.given.outputs.request }}\n          trusted-branches: ${{ inputs.trusted-branches }}\n          approval-environment: ${{ inputs.approval-environment }}\n          overrides: ${{ steps.budget.outputs.overridden }}\n          undo-deadline: ${{ inputs.undo-deadline }}\n          vercel-token: ${{ secrets.VERCEL_TOKEN }}\n          vercel-project: ${{ inputs.vercel-project }}\n          vercel-team: ${{ inputs.vercel-team }}\n          vercel-api-url: ${{ inputs.vercel-api-url }}\n      - name: Notify (not started)\n        if: failure() && env.NOTIFY == 'true'\n        uses: $/actions/notify\n        with:\n          targets: ${{ secrets.NOTIFY_TARGETS }}\n          state: failed\n          environment: ${{ inputs.environment }}\n          service: ${{ inputs.service }}\n          failure: >-\n            ${{ inputs.service }} was not released: ${{ steps.begin.outputs.reason || steps.given.outputs.verdict != 'pass' && steps.given.outputs.reason || steps.budget.outcome == 'failure' && steps.budget.outputs.result || 'the job stopped before it began' }}.\n            Nothing was changed.\n          slack-api-url: ${{ inputs.slack-api-url }}\n      # If a re-run finds that its release is finished, it only says so.\n      - name: Notify (started)\n        if: env.NOTIFY == 'true' && steps.begin.outputs.begun == 'true'\n        uses: $/actions/notify\n        with:\n          targets: ${{ secrets.NOTIFY_TARGETS }}\n          state: started\n          changes: ${{ steps.given.outputs.changes }}\n          approved-by: ${{ steps.begin.outputs.approved-by }}\n          links: |\n            App ${{ inputs.production-url }}\n            ${{ steps.given.outputs.inspector-url && format('Build {0}', steps.given.outputs.inspector-url) || '' }}\n          slack-api-url: ${{ inputs.slack-api-url }}\n      - name: Expand the schema\n        id: expand\n        if: steps.begin.outputs.begun == 'true'\n        uses: $/actions/migrate\n        with:\n          command: up\n          phase: expand\n          database-url: ${{ secrets.DATABASE_URL }}\n          directory: ${{ inputs.migrations-directory }}\n          down-directory: ${{ inputs.down-directory }}\n          expect-plan: ${{ steps.given.outputs.plan-digest }}\n          expect-folder: ${{ steps.given.outputs.expect-folder }}\n          release-id: ${{ steps.begin.outputs.release-id }}\n          lock-timeout: ${{ inputs.lock-timeout }}\n          lock-retry-for: ${{ inputs.lock-retry-for }}\n          statement-timeout: ${{ inputs.statement-timeout }}\n          on-failure: ${{ inputs.on-failure }}\n          on-data-loss: ${{ inputs.on-data-loss }}\n          archive-limit: ${{ inputs.archive-limit }}\n          archive-lock-limit: ${{ inputs.archive-lock-limit }}\n          archive-keep: ${{ inputs.archive-keep }}\n          drain-time: ${{ inputs.drain-time }}\n      - name: Set up the package manager\n        if: steps.begin.outputs.begun == 'true' && inputs.order == 'migrate-first' && steps.given.outputs.deployment-id == '' && inputs.build-command != '' && (inputs.cache == 'pnpm' || inputs.cache == 'yarn')\n        run: corepack enable # setup-node asks it where its packages are\n      - if: steps.begin.outputs.begun == 'true' && inputs.order == 'migrate-first' && steps.given.outputs.deployment-id == '' && inputs.build-command != ''\n        uses: actions/setup-node@6044e13b5dc448c55e2357c09f80417699197238 # v6.2.0\n        with:\n          node-version: ${{ inputs.node-version }}\n          cache: ${{ inputs.cache }}\n          cache-dependency-path: ${{ inputs.cache == 'npm' && '**/package-lock.json' || inputs.cache == 'pnpm' && '**/pnpm-lock.yaml' || inputs.cache == 'yarn' && '**/yarn.lock' || '' }}\n          registry-url: ${{ inputs.registry-url }}\n          scope: ${{ inputs.registry-scope }}\n      - name: Build\n        if: steps.begin.outputs.begun == 'true' && inputs.order == 'migrate-first' && steps.given.outputs.deployment-id == '' && inputs.build-command != ''\n        working-directory: ${{ inputs.directory }}\n        env:\n          BUILD_COMMAND: ${{ inputs.build-command }}\n          BUILD_VARIABLES: ${{ inputs.build-env }}\n          BUILD_ENV: ${{ secrets.BUILD_ENV }}\n          NODE_AUTH_TOKEN: ${{ secrets.NPM_TOKEN }}\n          NPM_TOKEN: ${{ secrets.NPM_TOKEN }}\n          VERCEL_TOKEN: ${{ inputs.build-with-vercel && secrets.VERCEL_TOKEN || '' }}\n          VERCEL_ORG_ID: ${{ inputs.build-with-vercel && inputs.vercel-team || '' }}\n          VERCEL_PROJECT_ID: ${{ inputs.build-with-vercel && inputs.vercel-project || '' }}\n        shell: bash\n        run: |\n          for name in VERCEL_TOKEN VERCEL_ORG_ID VERCEL_PROJECT_ID; do [ -n \"${!name}\" ] || unset \"$name\"; done\n          # Exports what one text says: NAME=value, or NAME<<END, lines and END, as GITHUB_ENV is written. Masks secret values.\n          give() {\n            local from=$1 mask=$3 line name end value number=0 ended bare seen=' '\n            local blank='^[[:space:]]*(#|$)' one='^[[:blank:]]*([A-Za-z_][A-Za-z0-9_]*)(=|<<)(.*)$'\n            while IFS= read -r line || [ -n \"$line\" ]; do\n              number=$((number + 1)) line=${line%$'\\r'}\n              if [[ $line =~ $blank ]]; then continue; fi\n              if ! [[ $line =~ $one ]]; then\n                echo \"::error title=$from::line $number is neither NAME=value nor NAME<<END with its lines and END\" && return 1\n              fi\n              name=${BASH_REMATCH[1]} value=${BASH_REMATCH[3]}\n              if [[ $seen == *\" $name \"* ]]; then\n                echo \"::error title=$from::line $number gives a variable that an earlier line gave\" && return 1\n              fi\n              seen+=\"$name \"\n              value=${value#\"${value%%[![:space:]]*}\"} value=${value%\"${value##*[![:space:]]}\"}\n              if [ \"${BASH_REMATCH[2]}\" = '<<' ]; then\n                end=$value value='' ended=\n                while [ -n \"$end\" ] && { IFS= read -r line || [ -n \"$line\" ]; }; do\n                  number=$((number + 1)) line=${line%$'\\r'}\n                  bare=${line#\"${line%%[![:space:]]*}\"} bare=${bare%\"${bare##*[![:space:]]}\"}\n                  if [ \"$bare\" = \"$end\" ]; then ended=1 && break; fi\n                  value+=$line$'\\n'\n                done\n                if [ -z \"$ended\" ]; then\n                  echo \"::error title=$from::a value of several lines has no line that ends it\" && return 1\n                fi\n                value=${value%$'\\n'}\n              fi\n              export \"$name=$value\"\n              [ -z \"$mask\" ] || while IFS= read -r line; do\n                [ ${#line} -lt 4 ] || echo \"::add-mask::${line//%/%25}\"\n              done <<< \"$value\"\n            done <<< \"$2\"\n          }\n          give build-env \"$BUILD_VARIABLES\" ''\n          give BUILD_ENV \"$BUILD_ENV\" mask\n          unset BUILD_VARIABLES BUILD_ENV\n          bash -euo pipefail -c \"$BUILD_COMMAND\"\n      - name: Deploy without traffic\n        id: deploy\n        if: steps.begin.outputs.begun == 'true' && inputs.order == 'migrate-first' && steps.given.outputs.deployment-id == ''\n        uses: $/actions/vercel-deploy\n        with:\n          commit-sha: ${{ steps.given.outputs.commit-sha }}\n          vercel-token: ${{ secrets.VERCEL_TOKEN }}\n          vercel-project: ${{ inputs.vercel-project }}\n          vercel-team: ${{ inputs.vercel-team }}\n          vercel-api-url: ${{ inputs.vercel-api-url }}\n          directory: ${{ inputs.directory }}\n          target: production\n      - name: Health gate (before the swap)\n        id: pre\n        if: steps.begin.outputs.begun == 'true'\n        uses: $/actions/health-gate\n        with:\n          url: ${{ steps.given.outputs.deployment-url || steps.deploy.outputs.deployment-url }}\n          phase: pre\n          paths: ${{ inputs.health-paths }}\n          expect-deployment: ${{ steps.given.outputs.deployment-id || steps.deploy.outputs.deployment-id }}\n          interval: ${{ inputs.gate-interval }}\n          protection-bypass: ${{ secrets.PROTECTION_BYPASS }}\n          plan-digest: ${{ steps.given.outputs.plan-digest }}\n      - name: Set up the package manager\n        if: steps.begin.outputs.begun == 'true' && (inputs.test-command != '' || inputs.test-config != '') && inputs.test-when == 'migrated' && (inputs.cache == 'pnpm' || inputs.cache == 'yarn')\n        run: corepack enable # setup-node asks it where its packages are\n      - if: steps.begin.outputs.begun == 'true' && (inputs.test-command != '' || inputs.test-config != '') && inputs.test-when == 'migrated'\n        uses: actions/setup-node@6044e13b5dc448c55e2357c09f80417699197238 # v6.2.0\n        with:\n          node-version: ${{ inputs.node-version }}\n          cache: ${{ inputs.cache }}\n          cache-dependency-path: ${{ inputs.cache == 'npm' && '**/package-lock.json' || inputs.cache == 'pnpm' && '**/pnpm-lock.yaml' || inputs.cache == 'yarn' && '**/yarn.lock' || '' }}\n          registry-url: ${{ inputs.registry-url }}\n          scope: ${{ inputs.registry-scope }}\n      - name: Install the tests\n        if: steps.begin.outputs.begun == 'true' && (inputs.test-command != '' || inputs.test-config != '') && inputs.test-when == 'migrated' && inputs.test-install != ''\n        working-directory: ${{ inputs.directory }}\n        env:\n          TEST_INSTALL: ${{ inputs.test-install }}\n          NODE_AUTH_TOKEN: ${{ secrets.NPM_TOKEN }}\n          NPM_TOKEN: ${{ secrets.NPM_TOKEN }}\n        shell: bash\n        run: bash -euo pipefail -c \"$TEST_INSTALL\"\n      - name: Run the tests\n        id: tests\n        if: steps.begin.outputs.begun == 'true' && (inputs.test-command != '' || inputs.test-config != '') && inputs.test-when == 'migrated'\n        uses: $/actions/quality-gate\n        env:\n          BASE_URL: ${{ steps.given.outputs.deployment-url || steps.deploy.outputs.deployment-url }}\n          DEPLOYMENT_ID: ${{ steps.given.outputs.deployment-id || steps.deploy.outputs.deployment-id }}\n          VERCEL_AUTOMATION_BYPASS_SECRET: ${{ secrets.PROTECTION_BYPASS }}\n        with:\n          # JSON is YAML. Without a command the file of test-config has the gates.\n          gates: >-\n            ${{ inputs.test-command != '' && format('- {{ name: tests, run: {0}, directory: {1}, timeout: {2}{3}{4} }}',\n            toJSON(inputs.test-command), toJSON(inputs.directory), toJSON(inputs.test-timeout),\n            inputs.test-report != '' && format(', report: {0}', toJSON(inputs.test-report)) || '',\n            inputs.test-format != '' && format(', format: {0}', toJSON(inputs.test-format)) || '') || '' }}\n          config: ${{ inputs.test-config }}\n      - name: Upload the reports of the tests\n        if: \"!cancelled() && steps.tests.outputs.report-directory != ''\"\n        uses: actions/upload-artifact@b7c566a772e6b6bfb58ed0dc250532a479d7789f # v6.0.0\n        with:\n          name: lockstep-candidate-tests\n          path: ${{ steps.tests.outputs.report-directory }}\n          retention-days: 35\n          # A re-run replaces what the attempt before it uploaded under the same name.\n          overwrite: true\n      # What was built before the migrations was audited in the job before.\n      - name: Audit the candidate\n        if: inputs.audit != 'off' && steps.begin.outputs.begun == 'true' && inputs.order == 'migrate-first' && steps.given.outputs.deployment-id == ''\n        uses: $/actions/edge-audit\n        with:\n          url: ${{ steps.deploy.outputs.deployment-url }}\n          site-kind: candidate\n          expect-deployment: ${{ steps.deploy.outputs.deployment-id }}\n          identity-path: ${{ inputs.identity-path }}\n          paths: ${{ inputs.audit-paths }}\n          checks: ${{ inputs.audit-checks }}\n          accept: ${{ inputs.audit-accept }}\n          report-only: ${{ inputs.audit == 'report' }}\n          protection-bypass: ${{ secrets.PROTECTION_BYPASS }}\n      - name: Check what the build talks to\n        if: steps.given.outputs.platform == 'true' && steps.begin.outputs.begun == 'true' && inputs.order == 'migrate-first' && steps.given.outputs.deployment-id == ''\n        uses: $/actions/platform-audit\n        with:\n          lines: release-build\n          platform-policy: ${{ inputs.platform-policy }}\n          bundle-directory: ${{ inputs.build-command != '' && format('{0}/.vercel/output/static', inputs.directory) || '' }}\n          url: ${{ steps.deploy.outputs.deployment-url }} # where it was not built here\n          protection-bypass: ${{ secrets.PROTECTION_BYPASS }}\n          accept: ${{ inputs.platform-accept }}\n          on-unknown: warn # an outage of an API stops no release\n          report-only: ${{ inputs.platform-audit == 'report' }}\n          deadline: ${{ inputs.platform-deadline }}\n      - name: Swap\n        id: swap\n        if: steps.begin.outputs.begun == 'true'\n        uses: $/actions/alias-swap\n        with:\n          vercel-token: ${{ secrets.VERCEL_TOKEN }}\n          vercel-project: ${{ inputs.vercel-project }}\n          vercel-team: ${{ inputs.vercel-team }}\n          vercel-api-url: ${{ inputs.vercel-api-url }}\n          deployment-id: ${{ steps.given.outputs.deployment-id || steps.deploy.outputs.deployment-id }}\n          expect-current: ${{ steps.begin.outputs.previous-deployment-id }}\n          evidence: ${{ steps.pre.outputs.evidence }}\n          identity-path: ${{ inputs.identity-path }}\n          max-evidence-age: 1h\n          skip-git-deployment-check: ${{ inputs.skip-git-deployment-check }}\n          protection-bypass: ${{ secrets.PROTECTION_BYPASS }}\n          strategy: ${{ inputs.strategy }}\n          stages: ${{ inputs.stages }}\n          stage-time: ${{ inputs.stage-time }}\n          max-latency-ratio: ${{ inputs.max-latency-ratio }}\n          server-gate: ${{ inputs.server-gate }}\n          production-url: ${{ inputs.strategy == 'rolling' && inputs.production-url || '' }}\n          paths: ${{ inputs.strategy == 'rolling' && inputs.health-paths || '/api/health' }}\n          interval: ${{ inputs.strategy == 'rolling' && inputs.bake-interval || '5s' }}\n          metrics: ${{ inputs.strategy == 'rolling' && inputs.metrics || '' }}\n          metrics-secrets: ${{ inputs.strategy == 'rolling' && secrets.METRICS_SECRETS || '' }}\n          database-url: ${{ inputs.strategy == 'rolling' && inputs.metrics != '' && secrets.DATABASE_URL || '' }}\n      - name: Smoke test\n        id: smoke\n        if: steps.begin.outputs.begun == 'true' && inputs.smoke-command != ''\n        uses: $/actions/quality-gate\n        env:\n          BASE_URL: ${{ inputs.production-url }}\n          DEPLOYMENT_ID: ${{ steps.given.outputs.deployment-id || steps.deploy.outputs.deployment-id }}\n          VERCEL_AUTOMATION_BYPASS_SECRET: ${{ secrets.PROTECTION_BYPASS }}\n        with:\n          gates: \"${{ format('- {{ name: smoke, run: {0}, directory: {1}, timeout: 2m }}', toJSON(inputs.smoke-command), toJSON(inputs.directory)) }}\"\n      - name: Bake\n        id: bake\n        if: steps.begin.outputs.begun == 'true'\n        uses: $/actions/health-gate\n        with:\n          url: ${{ inputs.production-url }}\n          phase: post\n          paths: ${{ inputs.health-paths }}\n          expect-deployment: ${{ steps.given.outputs.deployment-id || steps.deploy.outputs.deployment-id }}\n          interval: ${{ inputs.bake-interval }}\n          bake-time: ${{ inputs.bake-time }}\n          protection-bypass: ${{ secrets.PROTECTION_BYPASS }}\n          baseline-deployment: ${{ steps.begin.outputs.previous-deployment-id }}\n          metrics: ${{ inputs.metrics }}\n          metrics-secrets: ${{ secrets.METRICS_SECRETS }}\n          database-url: ${{ inputs.metrics != '' && secrets.DATABASE_URL || '' }}\n          vercel-token: ${{ inputs.metrics != '' && secrets.VERCEL_TOKEN || '' }}\n          vercel-project: ${{ inputs.vercel-project }}\n          vercel-team: ${{ inputs.vercel-team }}\n          vercel-api-url: ${{ inputs.vercel-api-url }}\n      - name: Commit\n        id: commit\n        uses: $/actions/release\n        with:\n          command: commit\n          environment: ${{ inputs.environment }}\n          service: ${{ inputs.service }}\n      - name: Notify (released)\n        if: env.NOTIFY == 'true' && steps.begin.outputs.begun == 'true'\n        uses: $/actions/notify\n        with:\n          targets: ${{ secrets.NOTIFY_TARGETS }}\n          state: released\n          summary: ${{ steps.bake.outputs.metrics-line && format('Metrics in the bake - {0}. {1}', steps.bake.outputs.metrics-line, steps.expand.outputs.waiting) || steps.expand.outputs.waiting }}\n          slack-api-url: ${{ inputs.slack-api-url }}\n",
    "rollback": "# Rolls back to an earlier release: traffic first, then, after a delay, the schema. Started by people, in an emergency too.\n#\n#   plan       finds the release to roll back to, and shows what would change; changes nothing\n#   rollback   cancels a running release, waits until it has unwound, reads the state again and rolls back\n#\n# It is not in the concurrency group of releases, so it waits neither for an approval nor for a bake; the ledger keeps the\n# two apart. Started twice, it rolls back to one and the same release.\nname: Lockstep rollback\non:\n  workflow_call:\n    inputs:\n      environment:\n        description: The environment whose release is rolled back.\n        type: string\n        default: production\n      service:\n        description: Name of the service, where several are released separately to one environment.\n        type: string\n        default: web\n      to:\n        description: previous (the release that was live before the newest one), finish (resolve a release that is dead, held or unresolved), or the id of an earlier release or deployment.\n        type: string\n        default: previous\n      dry-run:\n        description: Plan only; show what would be done and change nothing.\n        type: boolean\n        default: false\n      cancel-running-release:\n        description: Whether to cancel a running release. With false, the rollback is refused while one is running.\n        type: boolean\n        default: true\n      secrets-environment:\n        description: GitHub environment whose secrets are used, if it is not `environment`. Name one without required reviewers; otherwise a rollback in an emergency waits for them.\n        type: string\n        default: \"\"\n      vercel-project:\n        description: Vercel project, by id or name.\n        type: string\n        required: true\n      vercel-team:\n        description: Vercel team, by id or slug; empty for a personal project.\n        type: string\n        default: \"\"\n      directory:\n        description: Directory of the app; limits the release notes to this directory and the schema.\n        type: string\n        default: .\n      migrations-directory:\n        description: Directory of the migrations.\n        type: string\n        default: supabase/migrations\n      down-directory:\n        description: Directory of the down migrations (`supabase` layout).\n        type: string\n        default: supabase/rollbacks\n      on-data-loss:\n        description: \"What to do when a down migration would delete user data: keep (skip it), fail, archive (copy the data into the schema lockstep_archive first) or allow (delete it).\"\n        type: string\n        default: keep\n      confirm-contract:\n        description: Confirms a rollback past contract migrations, whose deleted data is restored from the archive first. The plan shows how old that is and which two words to type here (the release and a digest of the plan); empty otherwise.\n        type: string\n        default: \"\"\n      archive-triggers:\n        description: \"Whether triggers of the tables fire for rows that are restored from the archive: on or off.\"\n        type: string\n        default: \"on\"\n      archive-limit:\n        description: \"`on-data-loss: archive`: how much one migration may archive, one limit per line: `N rows`, `N MB`. More is refused, and nothing is changed.\"\n        type: string\n        default: |-\n          1000000 rows\n          100 MB\n      archive-lock-limit:\n        description: \"`on-data-loss: archive`: how long the tables of one migration may be locked while it archives and runs. Longer is refused, and nothing is changed.\"\n        type: string\n        default: 5s\n      archive-keep:\n        description: \"How long archived data is kept. What is older is reported by the next release, and deleted by archives.yml.\"\n        type: string\n        default: 30d\n      drain-time:\n        description: Delay between the traffic switch and the schema rollback.\n        type: string\n        default: 30s\n      identity-path:\n        description: Health route that names the build, checked on every host; none to check no host, and then the schema is kept.\n        type: string\n        default: /api/health\n      runs-on:\n        description: Label of the runner.\n        type: string\n        default: ubuntu-24.04\n      vercel-api-url:\n        description: Base URL of Vercel's API.\n        type: string\n        default: https://api.vercel.com\n      slack-api-url:\n        description: Base URL of Slack's Web API.\n        type: string\n        default: https://slack.com/api\n    # Named as GitHub stores secrets: a stored name has no hyphens, and a secret of the job's environment replaces the one\n    # that was passed only if the names are equal.\n    secrets:\n      VERCEL_TOKEN:\n        description: Vercel token with access to the project; a token that is scoped to the project is enough.\n        required: true\n      DATABASE_URL:\n        description: Connection string of the database, in session mode (port 5432). Without it the schema is kept.\n        required: false\n      PROTECTION_BYPASS:\n        description: Vercel's Protection Bypass for Automation secret, if the project is protected.\n        required: false\n      NOTIFY_TARGETS:\n        description: YAML of the targets of actions/notify, including their tokens. Without it no notification is sent.\n        required: false\n    outputs:\n      verdict:\n        description: pass if users get the older release.\n        value: ${{ jobs.rollback.outputs.verdict }}\n      rolled-back-to:\n        description: The deployment that users get now; empty if that is not certain.\n        value: ${{ jobs.rollback.outputs.rolled-back-to }}\npermissions: {}\njobs:\n  plan:\n    name: Plan\n    runs-on: ${{ inputs.runs-on }}\n    timeout-minutes: 10\n    environment:\n      name: ${{ inputs.secrets-environment || inputs.environment }}\n      deployment: false\n    permissions:\n      actions: read # whether the run of a release has ended\n      deployments: read # the ledger\n    outputs:\n      handover: ${{ steps.handover.outputs.handover }}\n    steps:\n      - name: Plan rollback\n        id: plan\n        uses: $/actions/rollback\n        with:\n          to: ${{ inputs.to }}\n          dry-run: true\n          cancel-running-release: ${{ inputs.cancel-running-release }}\n          environment: ${{ inputs.environment }}\n          service: ${{ inputs.service }}\n          vercel-token: ${{ secrets.VERCEL_TOKEN }}\n          vercel-project: ${{ inputs.vercel-project }}\n          vercel-team: ${{ inputs.vercel-team }}\n          vercel-api-url: ${{ inputs.vercel-api-url }}\n          database-url: ${{ secrets.DATABASE_URL }}\n          on-data-loss: ${{ inputs.on-data-loss }}\n          confirm-contract: ${{ inputs.confirm-contract }}\n          archive-triggers: ${{ inputs.archive-triggers }}\n          archive-limit: ${{ inputs.archive-limit }}\n          archive-lock-limit: ${{ inputs.archive-lock-limit }}\n          archive-keep: ${{ inputs.archive-keep }}\n          drain-time: ${{ inputs.drain-time }}\n      - name: Pass values to the next job\n        id: handover\n        uses: $/actions/handover\n        with:\n          values: |\n            target: ${{ toJSON(steps.plan.outputs.target || inputs.to) }}\n            newest: ${{ toJSON(steps.plan.outputs.release-id) }}\n            attempt: ${{ toJSON(github.run_attempt) }}\n\n  rollback:\n    name: Roll back\n    needs: plan\n    if: ${{ !inputs.dry-run }}\n    runs-on: ${{ inputs.runs-on }}\n    timeout-minutes: 45\n    environment:\n      name: ${{ inputs.secrets-environment || inputs.environment }}\n      deployment: false\n    concurrency:\n      # Rollbacks among themselves; never the group of the release.\n      group: lockstep-rollback-${{ inputs.environment }}-${{ inputs.service }}\n      queue: max\n    permissions:\n      actions: write # cancels the run of a running release\n      contents: read # release notes: the commits that are rolled back\n      deployments: write # the ledger\n      pull-requests: read # release notes: their pull requests\n    outputs:\n      verdict: ${{ steps.back.outputs.verdict }}\n      rolled-back-to: ${{ steps.back.outputs.rolled-back-to }}\n    env:\n      NOTIFY: ${{ secrets.NOTIFY_TARGETS != '' }}\n    steps:\n      - name: Receive values from plan\n        id: given\n        uses: $/actions/handover\n        with:\n          handover: ${{ needs.plan.outputs.handover }}\n          from: plan\n      - name: Roll back\n        id: back\n        uses: $/actions/rollback\n        with:\n          to: ${{ steps.given.outputs.target }}\n          # If this job alone is re-run, the plan may be from long ago.\n          expect-newest: ${{ steps.given.outputs.attempt != github.run_attempt && (steps.given.outputs.newest || 'none') || '' }}\n          cancel-running-release: ${{ inputs.cancel-running-release }}\n          environment: ${{ inputs.environment }}\n          service: ${{ inputs.service }}\n          vercel-token: ${{ secrets.VERCEL_TOKEN }}\n          vercel-project: ${{ inputs.vercel-project }}\n          vercel-team: ${{ inputs.vercel-team }}\n          vercel-api-url: ${{ inputs.vercel-api-url }}\n          database-url: ${{ secrets.DATABASE_URL }}\n          on-data-loss: ${{ inputs.on-data-loss }}\n          confirm-contract: ${{ inputs.confirm-contract }}\n          archive-triggers: ${{ inputs.archive-triggers }}\n          archive-limit: ${{ inputs.archive-limit }}\n          archive-lock-limit: ${{ inputs.archive-lock-limit }}\n          archive-keep: ${{ inputs.archive-keep }}\n          drain-time: ${{ inputs.drain-time }}\n          identity-path: ${{ inputs.identity-path }}\n          protection-bypass: ${{ secrets.PROTECTION_BYPASS }}\n      - name: Release notes\n        id: notes\n        if: >-\n          !cancelled() && steps.back.outputs.changed == 'true' &&\n          steps.back.outputs.from-commit != '' && steps.back.outputs.to-commit != ''\n        # For people; the rollback does not depend on it.\n        continue-on-error: true\n        timeout-minutes: 2\n        uses: $/actions/release-notes\n        with:\n          environment: ${{ inputs.environment }}\n          service: ${{ inputs.service }}\n          from: ${{ steps.back.outputs.from-commit }}\n          to: ${{ steps.back.outputs.to-commit }}\n          # Of several apps in one repository, this one and the schema.\n          paths: |\n            ${{ inputs.directory != '.' && inputs.directory || '' }}\n            ${{ inputs.directory != '.' && inputs.migrations-directory || '' }}\n          migrations-directory: ${{ inputs.migrations-directory }}\n          down-directory: ${{ inputs.down-directory }}\n      - name: Notify\n        # Under the key of the release that the ledger has recorded.\n        if: \"!cancelled() && env.NOTIFY == 'true' && steps.back.outputs.state != ''\"\n        uses: $/actions/notify\n        with:\n          targets: ${{ secrets.NOTIFY_TARGETS }}\n          slack-api-url: ${{ inputs.slack-api-url }}\n          key: ${{ inputs.environment }}/${{ inputs.service }}/${{ steps.back.outputs.release-id }}\n          environment: ${{ inputs.environment }}\n          service: ${{ inputs.service }}\n          state: ${{ steps.back.outputs.state }}\n          commit-sha: ${{ steps.back.outputs.from-commit }}\n          commit-before: ${{ steps.back.outputs.to-commit }}\n          traffic-restored: ${{ steps.back.outputs.traffic-moved == 'true' }}\n          rolling-stage: ${{ steps.back.outputs.rolling-stage }}\n          changes: ${{ steps.notes.outputs.changes }}\n          summary: >-\n            ${{ steps.back.outputs.changed != 'true' && format('{0} asked for a rollback; nothing had to be changed', github.actor) ||\n            steps.back.outputs.rolled-back-to != '' && format('{0} rolled back to {1}{2}{3}', github.actor, steps.back.outputs.rolled-back-to,\n            steps.back.outputs.restored-rows > 0 && format('; rows restored from the archive: {0}', steps.back.outputs.restored-rows) || '',\n            steps.back.outputs.archived-rows > 0 && format('; archived rows: {0}, kept for {1}', steps.back.outputs.archived-rows, inputs.archive-keep) || '') ||\n            format('{0} asked for a rollback to {1}; it is not certain what users get', github.actor, steps.given.outputs.target) }}\n      - name: Notify (not finished)\n        # Without a key: the rollback did not begin, so the message of the release stays as it is.\n        if: failure() && env.NOTIFY == 'true' && steps.back.outputs.state == ''\n        uses: $/actions/notify\n        with:\n          targets: ${{ secrets.NOTIFY_TARGETS }}\n          slack-api-url: ${{ inputs.slack-api-url }}\n          state: failed\n          environment: ${{ inputs.environment }}\n          service: ${{ inputs.service }}\n          failure: >-\n            ${{ inputs.service }} was not rolled back to ${{ steps.given.outputs.target }}:\n            ${{ steps.back.outputs.reason || 'the step did not finish' }}.\n",
    "scan": "# Looks once a week for what no commit brings in: advisories about dependencies, secrets in the history, a missing\n# configuration of updates. Makes an SBOM of what is on the default branch and keeps it.\n#\n# What it finds is in one issue: the first run that finds something opens it, the next ones add to it, and the first one that\n# finds nothing closes it. A tool that did not answer is no clean scan: that is in the issue too.\nname: Lockstep scan\non:\n  workflow_call:\n    inputs:\n      audit-command:\n        description: Command of the package manager that asks its registry about advisories and prints JSON. Empty means none.\n        type: string\n        default: npm audit --json\n      audit-format:\n        description: \"What audit-command prints: npm-audit, pnpm-audit, yarn-audit (Yarn 1), yarn-npm-audit (Yarn 2 to 4) or bun-audit.\"\n        type: string\n        default: npm-audit\n      osv-command:\n        description: Command that looks up the lockfiles at OSV and prints JSON. Empty means none.\n        type: string\n        default: osv-scanner scan source --recursive --format json .\n      history-command:\n        description: Command that looks for secrets in every commit and writes SARIF to $LOCKSTEP_REPORTS/history.sarif. Empty means none.\n        type: string\n        default: gitleaks git --no-banner --redact --report-format sarif --report-path \"$LOCKSTEP_REPORTS/history.sarif\"\n      sbom-command:\n        description: Command that prints the SBOM as CycloneDX or SPDX JSON. Empty means none.\n        type: string\n        default: npm sbom --package-lock-only --sbom-format cyclonedx\n      sbom-retention-days:\n        description: For how many days the SBOM is kept as an artifact, within what the repository allows.\n        type: number\n        default: 90\n      updates:\n        description: Whether a repository without Dependabot and without Renovate does not pass.\n        type: boolean\n        default: true\n      gates:\n        description: Further gates, as a YAML list in the format of actions/quality-gate.\n        type: string\n        default: \"\"\n      fail-on:\n        description: \"Severity from which on an advisory counts: low, moderate, high or critical.\"\n        type: string\n        default: high\n      go-tools:\n        description: Programs to install with Go, `package@version`, one per line. Go checks them against its public checksum database. Empty if the runner has them.\n        type: string\n        default: |\n          github.com/google/osv-scanner/v2/cmd/osv-scanner@v2.2.4\n          github.com/zricethezav/gitleaks/v8@v8.30.1\n      setup-command:\n        description: Command that is run before, such as `corepack enable` for pnpm and Yarn.\n        type: string\n        default: \"\"\n      node-version:\n        description: Node.js version for the commands.\n        type: string\n        default: \"24\"\n      issue:\n        description: Whether a run that does not pass opens an issue, and the next one that passes closes it.\n        type: boolean\n        default: true\n      runs-on:\n        description: Label of the runner.\n        type: string\n        default: ubuntu-24.04\n      slack-api-url:\n        description: Base URL of Slack's Web API.\n        type: string\n        default: https://slack.com/api\n    secrets:\n      NOTIFY_TARGETS:\n        description: YAML of further targets of actions/notify, including their tokens. People's channels get failures only.\n        required: false\n    outputs:\n      verdict:\n        description: pass if every scan ran to its end and found nothing that counts; otherwise fail or unknown.\n        value: ${{ jobs.scan.outputs.verdict }}\n      failed-gates:\n        description: JSON list of the scans that did not pass.\n        value: ${{ jobs.scan.outputs.failed-gates }}\npermissions: {}\njobs:\n  scan:\n    name: Scan\n    runs-on: ${{ inputs.runs-on }}\n    timeout-minutes: 60\n    concurrency:\n      group: lockstep-scan-${{ github.ref }}\n      queue: max\n    permissions:\n      contents: read # checkout\n      issues: write # the issue of a run that does not pass\n    outputs:\n      verdict: ${{ steps.gates.outputs.verdict || 'unknown' }}\n      failed-gates: ${{ steps.gates.outputs.failed-gates }}\n    env:\n      NOTIFY: ${{ secrets.NOTIFY_TARGETS != '' }}\n    steps:\n      - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2\n        with:\n          fetch-depth: 0 # secrets are looked for in every commit\n          persist-credentials: false\n      - uses: actions/setup-node@6044e13b5dc448c55e2357c09f80417699197238 # v6.2.0\n        with:\n          node-version: ${{ inputs.node-version }}\n      - name: Install the scanners\n        if: inputs.go-tools != ''\n        env:\n          GO_TOOLS: ${{ inputs.go-tools }}\n        shell: bash\n        run: |\n          while read -r tool; do\n            [ -z \"$tool\" ] || go install \"$tool\"\n          done <<< \"$GO_TOOLS\"\n          echo \"$(go env GOPATH)/bin\" >> \"$GITHUB_PATH\"\n      - name: Set up\n        if: inputs.setup-command != ''\n        env:\n          SETUP_COMMAND: ${{ inputs.setup-command }}\n        shell: bash\n        run: bash -euo pipefail -c \"$SETUP_COMMAND\"\n      # A history that is cut off, or that git refuses to read, has no secrets for a scanner that does not notice.\n      - name: Scan\n        id: gates\n        uses: $/actions/quality-gate\n        with:\n          gates: |\n            ${{ inputs.audit-command && format('- {{ name: audit, run: {0}, report: stdout, format: {1}, fail-on: {2}, retry: 2 }}', toJSON(inputs.audit-command), inputs.audit-format, inputs.fail-on) || '' }}\n            ${{ inputs.osv-command && format('- {{ name: osv, run: {0}, report: stdout, format: osv, fail-on: {1}, retry: 1 }}', toJSON(inputs.osv-command), inputs.fail-on) || '' }}\n            ${{ inputs.history-command && format('- {{ name: history, run: {0}, report: $LOCKSTEP_REPORTS/history.sarif, format: sarif, fail-on: warning, timeout: 30m }}', toJSON(format('test \"$(git rev-parse --is-shallow-repository)\" = false; {0}', inputs.history-command))) || '' }}\n            ${{ inputs.sbom-command && format('- {{ name: sbom, run: {0} }}', toJSON(format('{0} > \"$LOCKSTEP_REPORTS/sbom.json\"; jq -e \"[.components, .packages] | map(arrays | length) | add > 0\" \"$LOCKSTEP_REPORTS/sbom.json\"', inputs.sbom-command))) || '' }}\n            - name: secrets\n              uses: secrets\n            - name: updates\n              policy: ${{ inputs.updates && 'required' || 'advisory' }}\n              run: |\n                for file in .github/dependabot.y*ml renovate.json* .github/renovate.json* .renovaterc*; do\n                  if [ -s \"$file\" ]; then echo \"$file\"; exit 0; fi\n                done\n                jq -e .renovate package.json || { echo \"neither Dependabot nor Renovate is configured\"; exit 1; }\n            ${{ inputs.gates }}\n      - name: List what was found\n        id: found\n        if: always() && steps.gates.outputs.report-path != ''\n        env:\n          REPORT: ${{ steps.gates.outputs.report-path }}\n        shell: bash\n        run: |\n          end=$(cat /proc/sys/kernel/random/uuid)\n          list='.gates[] | select(.required and .verdict != \"pass\") | \"\\(.name): \\(.message)\", (.findings[:20][] | \"  \\(.message)\") | gsub(\"\\\\s+$\"; \"\") | gsub(\"\\n\"; \" \")'\n          { echo \"lines<<$end\"; jq -r \"$list\" \"$REPORT\"; echo \"$end\"; } >> \"$GITHUB_OUTPUT\"\n      - name: Keep the SBOM\n        if: always() && inputs.sbom-command != '' && steps.gates.outputs.report-directory != ''\n        uses: actions/upload-artifact@b7c566a772e6b6bfb58ed0dc250532a479d7789f # v6.0.0\n        with:\n          name: lockstep-sbom\n          path: ${{ steps.gates.outputs.report-directory }}/sbom.json\n          retention-days: ${{ inputs.sbom-retention-days }}\n          overwrite: true\n      - name: Keep the reports\n        if: always() && steps.gates.outputs.report-directory != ''\n        uses: actions/upload-artifact@b7c566a772e6b6bfb58ed0dc250532a479d7789f # v6.0.0\n        with:\n          name: lockstep-scan\n          path: ${{ steps.gates.outputs.report-directory }}\n          retention-days: 35\n          overwrite: true\n      - name: Report in the issue\n        if: always() && inputs.issue\n        uses: $/actions/notify\n        with:\n          targets: |\n            - { type: github-issue, label: lockstep-scan }\n          task: scan\n          environment: ${{ github.ref_name }}\n          failure: ${{ steps.found.outputs.lines || steps.gates.outputs.verdict != 'pass' && 'The scan did not run to its end.' || '' }}\n      - name: Notify\n        if: always() && env.NOTIFY == 'true'\n        uses: $/actions/notify\n        with:\n          targets: ${{ secrets.NOTIFY_TARGETS }}\n          slack-api-url: ${{ inputs.slack-api-url }}\n          task: scan\n          environment: ${{ github.ref_name }}\n          failure: ${{ steps.found.outputs.lines || steps.gates.outputs.verdict != 'pass' && 'The scan did not run to its end.' || '' }}\n",
};
const ACTIONS = {
    "alias-swap": { "vercel-token": { "required": true }, "vercel-project": { "required": true }, "deployment-id": { "required": true }, "evidence": {}, "max-evidence-age": {}, "on-failure": { "default": "auto" }, "require-newer-commit": { "default": "true" }, "expect-current": {}, "skip-git-deployment-check": { "default": "false" }, "strategy": { "default": "promote" }, "aliases": {}, "dry-run": { "default": "false" }, "stages": {}, "stage-time": { "default": "5m" }, "server-gate": { "default": "rollback" }, "production-url": {}, "paths": { "default": "/api/health" }, "format": { "default": "auto" }, "conditions": {}, "allow-findings": {}, "interval": { "default": "5s" }, "samples": { "default": "60" }, "max-latency-ratio": { "default": "1.5" }, "metrics": {}, "metrics-secrets": {}, "database-url": {}, "identity-path": { "default": "/api/health" }, "swap-timeout": { "default": "3m" }, "request-timeout": { "default": "10s" }, "vercel-team": {}, "protection-bypass": {}, "trusted-sources": { "default": "false" }, "trusted-audience": {}, "headers": {}, "github-token": { "default": "${{ github.token }}" }, "environment": {}, "service": {}, "ledger-creator": { "default": "github-actions[bot]" }, "vercel-api-url": { "default": "https://api.vercel.com" }, "job-status": { "default": "${{ job.status }}" } },
    "approval": { "command": { "required": true }, "environment": { "required": true }, "service": {}, "request": {}, "evidence": {}, "commit-sha": {}, "deployment-id": {}, "mode": { "default": "same-build" }, "expires": { "default": "24h" }, "denial-reason": {}, "approval-environment": {}, "allow-unprotected": { "default": "false" }, "dry-run": { "default": "false" }, "request-timeout": { "default": "10s" }, "github-token": { "default": "${{ github.token }}" }, "ledger-creator": { "default": "github-actions[bot]" }, "trusted-branches": {} },
    "backup": { "command": { "default": "create" }, "to": { "required": true }, "database-url": {}, "encrypt-to": {}, "decrypt-with": {}, "scratch-database-url": {}, "target-database-url": {}, "confirm-target": {}, "backup": { "default": "latest" }, "tables": {}, "tier": { "default": "auto" }, "exclude-schemas": {}, "exclude-rows": {}, "include-archives": { "default": "false" }, "storage-files": { "default": "auto" }, "files-directory": {}, "release-id": {}, "check-command": {}, "after-restore": {}, "every": { "default": "24h" }, "runs": { "default": "7" }, "max-age": { "default": "30h" }, "max-drill-age": {}, "max-restore-time": {}, "require-tiers": {}, "keep": {}, "locked-for": {}, "provider-max-age": { "default": "30h" }, "min-pitr-window": {}, "policy-file": {}, "dry-run": { "default": "false" }, "accept": {}, "on-unknown": { "default": "fail" }, "report-only": { "default": "false" }, "report-directory": {}, "parallel": { "default": "4" }, "lock-timeout": { "default": "10s" }, "max-duration": { "default": "2h" }, "max-files-duration": { "default": "2h" }, "check-timeout": { "default": "15m" }, "pg-dump-path": {}, "request-timeout": { "default": "10s" }, "s3-region": {}, "s3-endpoint": {}, "s3-access-key-id": {}, "s3-secret-access-key": {}, "storage-s3-endpoint": {}, "storage-s3-region": {}, "storage-s3-access-key-id": {}, "storage-s3-secret-access-key": {}, "supabase-project": {}, "supabase-token": {}, "supabase-api-url": { "default": "https://api.supabase.com" } },
    "contract-check": { "contract": {}, "base-url": {}, "as": {}, "examples": {}, "coverage-minimum": { "default": "1" }, "undocumented": { "default": "warn" }, "live-contract": {}, "routes": {}, "source": {}, "scratch-database-url": {}, "missing-in-schema": { "default": "warn" }, "requires": {}, "health-url": {}, "ledger-token": {}, "webhooks": {}, "webhook-secret": {}, "data-checks": {}, "row-security": {}, "functions": {}, "protected": {}, "skip": {}, "methods": { "default": "safe" }, "disposable": { "default": "false" }, "latency-budget": {}, "contact": {}, "contract-format": { "default": "auto" }, "request-timeout": { "default": "10s" }, "directory": { "default": "supabase/migrations" }, "down-directory": { "default": "supabase/rollbacks" }, "source-schema": { "default": "public" }, "functions-directory": { "default": "supabase/functions" }, "functions-url": {}, "data-timeout": { "default": "10s" }, "dry-run": { "default": "false" }, "accept": {}, "on-unknown": { "default": "fail" }, "report-only": { "default": "false" }, "report-directory": {}, "database-url": {}, "protection-bypass": {}, "functions-key": {}, "supabase-project": {}, "supabase-token": {}, "supabase-api-url": { "default": "https://api.supabase.com" } },
    "database-report": { "database-url": { "required": true }, "snapshot-path": {}, "compare-with": {}, "slow": { "default": "500ms" }, "min-calls": { "default": "50" }, "open": { "default": "5m" }, "deadline": { "default": "1m" }, "accept": {}, "on-unknown": { "default": "fail" }, "report-only": { "default": "false" }, "report-directory": {} },
    "edge-audit": { "url": { "required": true }, "paths": { "default": "/" }, "site-kind": { "default": "production" }, "expect-deployment": {}, "expect-commit": {}, "checks": {}, "hosts": {}, "api-paths": {}, "cors-origins": {}, "csp": { "default": "balanced" }, "min-grade": { "default": "B+" }, "min-tls": { "default": "1.2" }, "min-days-left": { "default": "21" }, "telemetry": {}, "dns-resolvers": { "default": "1.1.1.1\n8.8.8.8" }, "dns-expect": {}, "dns-authority": {}, "dns-max-ttl": { "default": "60m" }, "csrf-paths": {}, "bursts": {}, "other-client": {}, "probe-production": { "default": "false" }, "skip-paths": {}, "http-url": {}, "max-requests": { "default": "300" }, "request-timeout": { "default": "10s" }, "deadline": { "default": "3m" }, "accept": {}, "on-unknown": { "default": "fail" }, "report-only": { "default": "false" }, "report-directory": {}, "dry-run": { "default": "false" }, "identity-path": { "default": "/api/health" }, "protection-bypass": {} },
    "evidence": { "command": { "default": "record" }, "to": { "default": "branch:lockstep-evidence" }, "event": { "default": "" }, "subject": {}, "event-result": { "default": "unknown" }, "event-code": {}, "actor-id": {}, "files": {}, "happened-at": {}, "event-id": {}, "look-back": { "default": "35d" }, "anchor-to": {}, "anchors": {}, "anchor-files": {}, "max-unanchored": { "default": "35d" }, "environment": { "default": "production" }, "service": {}, "status-title": {}, "status-lines": {}, "status-directory": {}, "incidents-report": {}, "controls-report": {}, "controls-file": { "default": ".lockstep/controls.yml" }, "evidence-path": {}, "report-files": {}, "window": { "default": "90d" }, "quality-workflow": { "default": "lockstep-pull-request.yml" }, "availability-source": {}, "availability-objective": { "default": "99.9 %" }, "budget-window": { "default": "30d" }, "override": {}, "commit-sha": {}, "documents-file": { "default": ".lockstep/documents.yml" }, "drill-files": {}, "follow-links": { "default": "true" }, "dry-run": { "default": "false" }, "accept": {}, "on-unknown": { "default": "fail" }, "report-only": { "default": "false" }, "acknowledge-within": { "default": "1h" }, "postmortem-within": { "default": "14d" }, "postmortems": { "default": "docs/postmortems" }, "report-directory": {}, "github-token": { "default": "${{ github.token }}" }, "ledger-creator": { "default": "github-actions[bot]" }, "trusted-branches": {}, "link-timeout": { "default": "15s" }, "s3-region": {}, "s3-endpoint": {}, "s3-access-key-id": {}, "s3-secret-access-key": {}, "metrics-secrets": {}, "request-timeout": { "default": "10s" } },
    "gate-verdict": { "needs": { "required": true }, "policy": {}, "jobs": {} },
    "handover": { "values": {}, "handover": {}, "from": {} },
    "health-gate": { "url": { "required": true }, "phase": { "default": "pre" }, "paths": { "default": "/api/health" }, "format": { "default": "auto" }, "expect-deployment": {}, "expect-commit": {}, "advisory-checks": {}, "critical-checks": {}, "conditions": {}, "degraded": { "default": "warn" }, "on-unknown": {}, "bake-time": {}, "availability-floor": { "default": "99.5" }, "compare-url": {}, "metrics": {}, "require-comparison": { "default": "false" }, "dry-run": { "default": "false" }, "success-threshold": { "default": "3" }, "failure-limit": {}, "error-limit": { "default": "4" }, "interval": { "default": "5s" }, "request-timeout": { "default": "10s" }, "initial-delay": { "default": "0s" }, "deadline": {}, "judge-cold-start": { "default": "false" }, "max-age": { "default": "10s" }, "allow-findings": {}, "identity-header": {}, "samples": { "default": "60" }, "max-latency-ratio": { "default": "1.5" }, "min-latency-delta": { "default": "10ms" }, "max-error-delta": {}, "seed": { "default": "1" }, "baseline-deployment": {}, "baseline-commit": {}, "plan-digest": {}, "folder-digest": {}, "protection-bypass": {}, "trusted-sources": { "default": "false" }, "trusted-audience": {}, "headers": {}, "metrics-secrets": {}, "database-url": {}, "vercel-token": {}, "vercel-project": {}, "vercel-team": {}, "vercel-api-url": { "default": "https://api.vercel.com" }, "host": {} },
    "migrate": { "database-url": {}, "command": { "default": "up" }, "directory": { "default": "supabase/migrations" }, "down-directory": { "default": "supabase/rollbacks" }, "layout": { "default": "auto" }, "phase": { "default": "auto" }, "on-failure": { "default": "auto" }, "on-data-loss": { "default": "auto" }, "archive": { "default": "auto" }, "dry-run": { "default": "false" }, "to": {}, "from": { "default": "none" }, "history-table": {}, "steps": {}, "release-id": {}, "expect-plan": {}, "expect-folder": {}, "fail-on": { "default": "error" }, "exposed-schemas": { "default": "auto" }, "shadow-database-url": {}, "verify-data": { "default": "true" }, "version": {}, "repair": { "default": "accept" }, "because": {}, "archive-id": {}, "archive-triggers": { "default": "on" }, "erase": {}, "archive-limit": { "default": "1000000 rows\n100 MB" }, "archive-lock-limit": { "default": "5s" }, "archive-keep": { "default": "30d" }, "lock-timeout": { "default": "200ms" }, "lock-retry-for": { "default": "60s" }, "migration-lock-timeout": { "default": "60s" }, "statement-timeout": { "default": "15m" }, "drain-time": { "default": "30s" }, "allow-out-of-order": { "default": "false" }, "job-status": { "default": "${{ job.status }}" } },
    "notify": { "targets": { "required": true }, "command": { "default": "report" }, "state": { "default": "auto" }, "task": {}, "summary": {}, "changes": {}, "commit-sha": {}, "commit-before": {}, "traffic-restored": { "default": "false" }, "rolling-stage": {}, "waiting-since": {}, "pull-request": {}, "links": {}, "approved-by": {}, "failure": {}, "key": {}, "acknowledge": { "default": "any" }, "required": { "default": "false" }, "dry-run": { "default": "false" }, "environment": {}, "service": {}, "acknowledge-within": { "default": "10m" }, "timeout": { "default": "30s" }, "accept": {}, "on-unknown": { "default": "fail" }, "report-only": { "default": "false" }, "report-directory": {}, "slack-api-url": { "default": "https://slack.com/api" }, "github-token": { "default": "${{ github.token }}" }, "job-status": { "default": "${{ job.status }}" } },
    "platform-audit": { "platform-policy": { "default": ".lockstep/platform.yml" }, "lines": { "default": "all" }, "vercel-project": {}, "vercel-token": {}, "vercel-team": {}, "supabase-project": {}, "supabase-token": {}, "github-token": { "default": "${{ github.token }}" }, "github-environment": { "default": "production" }, "stripe-key": {}, "sentry-token": {}, "sentry-organization": {}, "sentry-project": {}, "sentry-release": {}, "sentry-drill-secret": {}, "bundle-directory": {}, "url": {}, "snapshot-path": {}, "compare-with": {}, "restore-plan-path": {}, "commit": {}, "request-timeout": { "default": "10s" }, "deadline": { "default": "3m" }, "accept": {}, "on-unknown": { "default": "fail" }, "report-only": { "default": "false" }, "report-directory": {}, "dry-run": { "default": "false" }, "protection-bypass": {}, "vercel-api-url": { "default": "https://api.vercel.com" }, "supabase-api-url": { "default": "https://api.supabase.com" }, "stripe-api-url": { "default": "https://api.stripe.com" }, "sentry-api-url": { "default": "https://sentry.io" } },
    "preview": { "command": { "required": true }, "database-server": {}, "vercel-project": {}, "pull-request": {}, "database-template": {}, "fresh": { "default": "false" }, "database-prefix": {}, "dry-run": { "default": "false" }, "request-timeout": { "default": "10s" }, "vercel-token": {}, "vercel-team": {}, "vercel-api-url": { "default": "https://api.vercel.com" }, "github-token": { "default": "${{ github.token }}" } },
    "preview-comment": { "section": {}, "title": {}, "verdict": {}, "result": {}, "duration": {}, "rows-path": {}, "body": {}, "body-path": {}, "pull-request": {}, "commit-sha": {}, "state": { "default": "auto" }, "required": { "default": "false" }, "dry-run": { "default": "false" }, "write-to": {}, "read-from": {}, "github-token": { "default": "${{ github.token }}" }, "comment-author": { "default": "github-actions[bot]" } },
    "promotion": { "command": { "required": true }, "environment": { "required": true }, "service": {}, "evidence": {}, "commit-sha": {}, "mode": { "default": "same-build" }, "deployment-id": {}, "from-environment": {}, "vercel-project": {}, "vercel-token": {}, "expect-release": {}, "committed-for": {}, "freeze": {}, "freeze-zone": { "default": "UTC" }, "require-newer-commit": { "default": "true" }, "dry-run": { "default": "false" }, "max-evidence-age": {}, "request-timeout": { "default": "10s" }, "vercel-team": {}, "github-token": { "default": "${{ github.token }}" }, "ledger-creator": { "default": "github-actions[bot]" }, "trusted-branches": {}, "vercel-api-url": { "default": "https://api.vercel.com" } },
    "quality-gate": { "gates": {}, "config": { "default": ".lockstep/quality.yml" }, "on-unknown": { "default": "fail" }, "baseline": { "default": ".lockstep/baseline.json" }, "write-baseline": { "default": "false" }, "check-run": { "default": "false" }, "check-name": { "default": "Lockstep quality" }, "dry-run": { "default": "false" }, "concurrency": {}, "base-sha": {}, "github-token": { "default": "${{ github.token }}" } },
    "release": { "command": { "required": true }, "environment": { "required": true }, "service": {}, "evidence": {}, "commit-sha": {}, "vercel-project": {}, "vercel-token": {}, "database-version": {}, "freeze": {}, "freeze-zone": { "default": "UTC" }, "require-newer-commit": { "default": "true" }, "request": {}, "approval-environment": {}, "overrides": {}, "dry-run": { "default": "false" }, "max-evidence-age": {}, "undo-deadline": { "default": "4m" }, "ledger-timeout": { "default": "30s" }, "request-timeout": { "default": "10s" }, "vercel-team": {}, "github-token": { "default": "${{ github.token }}" }, "ledger-creator": { "default": "github-actions[bot]" }, "trusted-branches": {}, "vercel-api-url": { "default": "https://api.vercel.com" }, "job-status": { "default": "${{ job.status }}" } },
    "release-notes": { "environment": {}, "from": {}, "to": {}, "publish": { "default": "none" }, "tag": {}, "title": {}, "prerelease": { "default": "false" }, "paths": {}, "service": {}, "migrations-directory": { "default": "supabase/migrations" }, "down-directory": { "default": "supabase/rollbacks" }, "config": { "default": ".github/release.yml" }, "exclude-labels": { "default": "skip-changelog\nignore-for-release" }, "inverse": { "default": "false" }, "dry-run": { "default": "false" }, "max-length": { "default": "60000" }, "ledger-creator": { "default": "github-actions[bot]" }, "github-token": { "default": "${{ github.token }}" } },
    "restore-point": { "supabase-project": { "required": true }, "supabase-token": { "required": true }, "database-url": { "required": true }, "environment": { "required": true }, "service": {}, "release-id": {}, "commit-sha": {}, "on-unknown": { "default": "fail" }, "dry-run": { "default": "false" }, "ready-within": { "default": "10m" }, "request-timeout": { "default": "10s" }, "github-token": { "default": "${{ github.token }}" }, "ledger-creator": { "default": "github-actions[bot]" }, "supabase-api-url": { "default": "https://api.supabase.com" } },
    "rollback": { "environment": { "required": true }, "vercel-token": { "required": true }, "vercel-project": { "required": true }, "to": { "default": "previous" }, "service": {}, "database-url": {}, "on-data-loss": { "default": "keep" }, "confirm-contract": {}, "archive-triggers": { "default": "on" }, "cancel-running-release": { "default": "false" }, "expect-newest": {}, "dry-run": { "default": "false" }, "archive-limit": { "default": "1000000 rows\n100 MB" }, "archive-lock-limit": { "default": "5s" }, "archive-keep": { "default": "30d" }, "drain-time": { "default": "30s" }, "cancel-timeout": { "default": "8m" }, "swap-timeout": { "default": "3m" }, "lock-timeout": { "default": "200ms" }, "lock-retry-for": { "default": "60s" }, "migration-lock-timeout": { "default": "60s" }, "statement-timeout": { "default": "15m" }, "request-timeout": { "default": "10s" }, "identity-path": { "default": "/api/health" }, "vercel-team": {}, "protection-bypass": {}, "ledger-creator": { "default": "github-actions[bot]" }, "github-token": { "default": "${{ github.token }}" }, "vercel-api-url": { "default": "https://api.vercel.com" } },
    "tenant-audit": { "command": { "default": "audit" }, "intent-path": {}, "tenant-table": {}, "membership": {}, "scratch-database-url": {}, "identities": {}, "public-objects": {}, "audit-tables": {}, "own-rows": {}, "owner-columns": {}, "callable": {}, "channels": {}, "buckets": {}, "fixtures": {}, "schemas": { "default": "public" }, "user-table": { "default": "auth.users" }, "apply-migrations": { "default": "false" }, "platform-grants": { "default": "true" }, "directory": { "default": "supabase/migrations" }, "production-identifiers": {}, "dry-run": { "default": "false" }, "review-path": { "default": ".lockstep/access-review.md" }, "write-review": { "default": "false" }, "compare-with": {}, "blocks": { "default": "all" }, "accept": {}, "on-unknown": { "default": "fail" }, "report-only": { "default": "false" }, "report-directory": {}, "matrix-file": {}, "lock-timeout": { "default": "2s" }, "statement-timeout": { "default": "30s" } },
    "vercel-deploy": { "vercel-token": { "required": true }, "vercel-project": { "required": true }, "target": { "default": "preview" }, "staged": { "default": "true" }, "directory": { "default": "." }, "prebuilt": { "default": "auto" }, "env": {}, "commit-sha": {}, "meta": {}, "github-deployment": { "default": "true" }, "dry-run": { "default": "false" }, "upload-archive": { "default": "auto" }, "build-timeout": { "default": "15m" }, "request-timeout": { "default": "30s" }, "vercel-team": {}, "environment": {}, "github-token": { "default": "${{ github.token }}" }, "vercel-api-url": { "default": "https://api.vercel.com" }, "job-status": { "default": "${{ job.status }}" } },
};
const DOCUMENTS = {
    "access-review": "---\nkind: access-review\nowner: \"[FILL IN: a person or role that does the review]\"\nreviewed: \"[FILL IN: day of the last review, 2026-11-30]\"\n---\n\n# Access review\n\n## Systems\n\n<!-- Who may: groups or roles and their number, or a link to the list; names are in the system itself. Result: unchanged or\nchanged. -->\n\n| System | Who may | Reviewed by | Reviewed on | Result |\n|---|---|---|---|---|\n| GitHub | [FILL IN: 4 members, 2 owners] | [FILL IN: role] | [FILL IN] | [FILL IN] |\n| Vercel | [FILL IN] | [FILL IN] | [FILL IN] | [FILL IN] |\n| Supabase | [FILL IN] | [FILL IN] | [FILL IN] | [FILL IN] |\n| Database roles | [FILL IN: as in `.lockstep/access-review.md`, which `lockstep access-review` compares] | [FILL IN] | [FILL IN] | [FILL IN] |\n| Backups and their key | [FILL IN] | [FILL IN] | [FILL IN] | [FILL IN] |\n\n## Changes\n\n[FILL IN: which rights were removed or added, and why; \"none\" if nothing changed.]\n",
    "contacts": "---\nkind: contacts\nowner: \"[FILL IN: a person or role that keeps this list true]\"\nreviewed: \"[FILL IN: day of the last review, 2026-11-30]\"\n---\n\n# Contacts and escalation\n\n## Contacts\n\n<!-- At least two people in each role, one row each. A person may have several roles. -->\n\n| Role | Person | Reached by |\n|---|---|---|\n| Incident lead | [FILL IN] | [FILL IN: telephone, or the schedule of your pager] |\n| Incident lead | [FILL IN] | [FILL IN] |\n| Technical lead | [FILL IN] | [FILL IN] |\n| Technical lead | [FILL IN] | [FILL IN] |\n| Data protection | [FILL IN] | [FILL IN] |\n| Data protection | [FILL IN] | [FILL IN] |\n| Communication | [FILL IN] | [FILL IN] |\n| Communication | [FILL IN] | [FILL IN] |\n\n## Escalation\n\n<!-- After: how long after the alert, if no one has acknowledged it. A role is one of the table above. -->\n\n| Step | After | Role |\n|---|---|---|\n| 1 | 0m | Technical lead |\n| 2 | 15m | Incident lead |\n| 3 | 1h | Data protection |\n\n[FILL IN: where this is set up: the pager's escalation policy, targets of notify with `escalate-after`.]\n\n## Outside\n\n| Who | For what | Reached by |\n|---|---|---|\n| Vercel | deployments, domains | [FILL IN: support form, plan and its times] |\n| Supabase | database, backups | [FILL IN: support form, plan and its times] |\n| [FILL IN: supervisory authority] | [FILL IN: breaches of personal data] | [FILL IN: its form] |\n",
    "documents": "# The documents that people keep, and the action `evidence` judges: `command: documents`. A kind that you do without:\n#   dpia: { not-needed: \"no processing is likely a high risk: assessed on 2026-11-30\" }\nversion: 1\ndocuments:\n  incident-response: docs/compliance/incident-response.md\n  # Written by `lockstep backup runbook`.\n  runbook: docs/BACKUP-RUNBOOK.md\n  contacts: docs/compliance/contacts.md\n  dpia: docs/compliance/dpia.md\n  records-of-processing: docs/compliance/records-of-processing.md\n  processors: docs/compliance/processors.md\n  retention: docs/compliance/retention.md\n  pentest:\n    file: docs/compliance/pentest.md\n    fails-from: high # critical, high, medium, low, info or none\n  security-policy: docs/compliance/security-policy.md\n  access-review: docs/compliance/access-review.md\n",
    "dpia": "---\nkind: dpia\nowner: \"[FILL IN: a person or role that keeps this assessment true]\"\nreviewed: \"[FILL IN: day of the last review, 2026-11-30]\"\n---\n\n# Data protection impact assessment\n\n<!-- GDPR article 35 (7). Needed where a processing is likely a high risk to people, as with health data on a large scale. -->\n\n## Processing\n\n[FILL IN: what is done with which data, of whom, with which systems, by whom, and for how long. A picture of the flow helps.]\n\n## Necessity\n\n[FILL IN: the purpose and the legal basis; why less data, fewer people with access, or a shorter time would not do.]\n\n## Risks\n\n<!-- To the people whose data it is, not to you. Add those of your app. Likelihood, Severity and Remaining are low, medium or high; Remaining is\nwith the measure. -->\n\n| Risk | Likelihood | Severity | Measure | Remaining |\n|---|---|---|---|---|\n| someone reads data of another tenant | [FILL IN] | [FILL IN] | [FILL IN] | [FILL IN] |\n| data is lost | [FILL IN] | [FILL IN] | [FILL IN] | [FILL IN] |\n| data is wrong and someone acts on it | [FILL IN] | [FILL IN] | [FILL IN] | [FILL IN] |\n| an employee looks without need | [FILL IN] | [FILL IN] | [FILL IN] | [FILL IN] |\n\n## Measures\n\n[FILL IN: the measures of the table, and where each can be seen: a check, a test, a setting.]\n\n## Consulted\n\n[FILL IN: the advice of the data protection officer, and the views of the people affected, or why they were not asked.]\n",
    "incident-response": "---\nkind: incident-response\nowner: \"[FILL IN: a person or role that keeps this plan true]\"\nreviewed: \"[FILL IN: day of the last review, 2026-11-30]\"\n# How fast someone acknowledges an alert. The drill of notify measures it, and the check compares.\nacknowledge-within: 15m\n---\n\n# Incident response plan\n\n## Scope\n\n[FILL IN: the systems and data that this plan is about, and what is not in it.]\n\nAn incident is anything that makes data wrong, lost or visible to others, or that keeps users from their work.\n\n## Roles\n\nWho has which role is in [contacts](contacts.md).\n\n- **Incident lead**: decides, and keeps everyone informed. Whoever sees the incident first is the lead until another person\n  says \"I lead\".\n- **Technical lead**: finds the cause and restores the service.\n- **Data protection**: decides whether personal data is affected, and who is notified.\n- **Communication**: writes to users, customers and partners.\n\n[FILL IN: what is different in your team, or delete this line.]\n\n## Severity\n\n| Severity | Example | First answer within |\n|---|---|---|\n| 1 | [FILL IN: data of users is visible to others, or lost] | [FILL IN: 15 minutes, at any hour] |\n| 2 | [FILL IN: the service is down or wrong for many] | [FILL IN: 30 minutes, at any hour] |\n| 3 | [FILL IN: a part is down, and there is another way] | [FILL IN: next working day] |\n\n## Detect\n\nAlerts come from the health gate of a release, the monitors, and people. [FILL IN: where alerts arrive, and how users and\nemployees report something.]\n\nA release that fails after users had it, a rollback and a lost run open an issue with the label `lockstep-incident`. Anyone\nopens one by hand. Its first comment by a person is the acknowledgement.\n\n## Contain\n\n1. Roll back if a release may be the cause: it is faster than finding out. [FILL IN: link to your workflow \"Rollback\".]\n2. Revoke what may be known to others: sessions, tokens, keys. [FILL IN: where.]\n3. Keep what shows what happened: logs, the state of the database, the run. Do not delete anything.\n\n## Recover\n\n1. Restore by the runbook if data is lost or wrong. [FILL IN: a link to `docs/BACKUP-RUNBOOK.md`.]\n2. [FILL IN: how you know that everything works again, and who says so.]\n\n## Notify\n\nFrom the moment at which the team knows that personal data is affected:\n\n| Whom | Until when | Who does it |\n|---|---|---|\n| the supervisory authority (GDPR article 33) | 72 hours | [FILL IN: role] |\n| the people affected, if their risk is high (GDPR article 34) | without undue delay | [FILL IN: role] |\n| individuals, with health data of the United States (HIPAA 164.404) | 60 calendar days, sooner if possible | [FILL IN: role, or \"not applicable\"] |\n| the Secretary of HHS (HIPAA 164.408) | with the individuals if 500 or more; otherwise within 60 days after the end of the year | [FILL IN: role, or \"not applicable\"] |\n| customers, by contract | [FILL IN] | [FILL IN: role] |\n\nThe competent authority is [FILL IN: its name, and the address of its form].\n\n## Learn\n\nWithin [FILL IN: 5 working days] the incident lead writes the postmortem; the incident's issue has a draft with the timeline.\nIt is stored in `docs/postmortems`; a check is red while one is overdue.\nEach measure becomes an issue with an owner and a day. The postmortem names causes, not culprits.\n",
    "pentest": "---\nkind: pentest\nowner: \"[FILL IN: a person or role that follows the findings]\"\nreviewed: \"[FILL IN: day of the last review of the findings, 2026-11-30]\"\ntested: \"[FILL IN: last day of the test, 2026-10-12]\"\ntester: \"[FILL IN: who tested; independent of who built it]\"\nscope:\n  - \"[FILL IN: https://app.example]\"\n# The SHA-256 of the report, by sha256sum. The report itself is kept where few can read it; if it is in this repository,\n# report-file: is its path, and the check compares.\nreport: \"[FILL IN: sha256:…]\"\n# The number of rows below \"Findings\".\nfindings: 0\n---\n\n# Penetration test\n\n## Scope\n\n[FILL IN: what was tested and what was not, with which accounts and which knowledge, on which build.]\n\n## Method\n\n[FILL IN: the standard, such as OWASP WSTG or ASVS; the days; tools and manual work.]\n\n## Findings\n\n<!-- Severity: critical, high, medium, low, info. State: open, fixed, accepted. Accepted ones have a day in Until. Say in a\nfew words what it is, but not how it is exploited. -->\n\n| Finding | Severity | State | Until |\n|---|---|---|---|\n| [FILL IN] | [FILL IN] | [FILL IN] | [FILL IN] |\n",
    "processors": "---\nkind: processors\nowner: \"[FILL IN: a person or role that keeps this list true]\"\nreviewed: \"[FILL IN: day of the last review, 2026-11-30]\"\n---\n\n# Processors and their agreements\n\n<!-- GDPR article 28, HIPAA 164.308 (b) and 164.504 (e): everyone who handles the data for you. -->\n\n## Processors\n\n<!-- Agreement: which one, and where it is filed. Ends: a day like 2027-12-31, or \"open-ended\". -->\n\n| Processor | Purpose | Data | Agreement | Ends |\n|---|---|---|---|---|\n| Vercel | [FILL IN: runs the app] | [FILL IN] | [FILL IN: DPA, signed 2026-01-15; BAA] | [FILL IN] |\n| Supabase | [FILL IN: database, files, sign-in] | [FILL IN] | [FILL IN] | [FILL IN] |\n\n## Encryption at rest\n\n<!-- No probe can see it from outside, so a report of someone else says it. Each processor has a row. Ends: until when that\nreport is current, a day like 2027-03-31. -->\n\n| Processor | Attested by | Ends |\n|---|---|---|\n| Vercel | [FILL IN: SOC 2 type 2 report, section, who filed it where] | [FILL IN] |\n| Supabase | [FILL IN] | [FILL IN] |\n",
    "records-of-processing": "---\nkind: records-of-processing\nowner: \"[FILL IN: a person or role that keeps these records true]\"\nreviewed: \"[FILL IN: day of the last review, 2026-11-30]\"\n---\n\n# Records of processing\n\n<!-- GDPR article 30 (1). -->\n\n## Controller\n\n[FILL IN: name and address of the company, of its representative, and of the data protection officer.]\n\n## Processing\n\n| Processing | Purpose | People | Data | Recipients | Transfers | Erased after |\n|---|---|---|---|---|---|---|\n| [FILL IN: accounts] | [FILL IN] | [FILL IN: users] | [FILL IN: mail address, name] | [FILL IN: Supabase] | [FILL IN: none, or the country and its safeguard] | [FILL IN] |\n| [FILL IN: logs] | [FILL IN] | [FILL IN] | [FILL IN] | [FILL IN] | [FILL IN] | [FILL IN] |\n\n## Security\n\n[FILL IN: a short description of the measures, with a link to the security policy.]\n",
    "retention": "---\nkind: retention\nowner: \"[FILL IN: a person or role that keeps this schedule true]\"\nreviewed: \"[FILL IN: day of the last review, 2026-11-30]\"\n---\n\n# Retention schedule\n\n## Schedule\n\n<!-- Deleted by: what really deletes it: a job, a rule of the store, a person with a reminder. -->\n\n| Data | Kept for | Because | Deleted by |\n|---|---|---|---|\n| [FILL IN: accounts] | [FILL IN: 30 days after they are closed] | [FILL IN] | [FILL IN] |\n| [FILL IN: records of the business] | [FILL IN] | [FILL IN: the law that says so] | [FILL IN] |\n| [FILL IN: logs] | [FILL IN] | [FILL IN] | [FILL IN] |\n| Archives of migrations | [FILL IN: archive-keep] | rollbacks can restore them | the workflow \"Archives\" |\n\n## Backups\n\n[FILL IN: how long backups are kept, and so how long deleted data remains in them.]\n\n## Requests for erasure\n\n[FILL IN: who handles a request, where erasures are recorded so that they are repeated after a restore, and the time: one\nmonth (GDPR article 12).]\n",
    "security-policy": "---\nkind: security-policy\nowner: \"[FILL IN: a person or role that keeps this policy true]\"\nreviewed: \"[FILL IN: day of the last review, 2026-11-30]\"\n---\n\n# Security policy\n\n## Scope\n\n[FILL IN: for whom this holds, and for which systems and data.]\n\n## Responsibility\n\n[FILL IN: who is responsible for security (HIPAA 164.308 (a)(2)), who decides about exceptions.]\n\n## Access\n\nEveryone has an account of their own, a second factor, and the rights that the work needs. Production is changed by workflows\nof the repository, not by hand. Rights are reviewed every [FILL IN: 3 months] and removed on the last working day.\n\n[FILL IN: how access is asked for and granted.]\n\n## Devices\n\n[FILL IN: encryption, updates, screen lock, what happens with a lost device.]\n\n## Encryption\n\nData in transit is encrypted with TLS 1.2 or later. Data at rest is encrypted by the processors, who attest it: see\n[processors](processors.md). [FILL IN: keys of your own, and where they are kept.]\n\n## Changes\n\nEvery change is a pull request with a review and green gates. It is released by Lockstep, which rolls back what fails.\n[FILL IN: who may approve a release.]\n\n## Logging\n\n[FILL IN: what is logged, where, for how long, who looks at it. No personal data in logs.]\n\n## Vulnerabilities\n\n[FILL IN: how fast each severity is fixed: critical 7 days, high 30 days; where reports of others arrive (SECURITY.md).]\n\n## Suppliers\n\n[FILL IN: how a new one is chosen, and what it has to show.] The current ones are in [processors](processors.md).\n\n## Training\n\n[FILL IN: what everyone learns, when, and where that is recorded.]\n\n## Exceptions\n\n[FILL IN: who grants one, for how long at most, and where it is recorded.]\n",
};
const CONTROLS = {
    "gdpr": "# General Data Protection Regulation (EU) 2016/679, articles 5, 25, 30 and 32 to 35: what a repository can show of them, and\n# what it cannot. Without a row: what authorities, certifications and codes of conduct have in hand, and exemptions (25(3), 30(4) and\n# (5), 32(3), 34(3) and (4), 35(3) to (6), (8) and (10)). Titles are short names of the paragraphs, and no text of the law:\n# https://eur-lex.europa.eu/eli/reg/2016/679/oj. docs/evidence.md says with what each number was compared.\nversion: 1\ncontrols:\n  - id: gdpr-5-1-a\n    framework: GDPR\n    title: Article 5(1)(a) and (b) Lawful, fair and open, for a purpose\n    evidence:\n      - { document: docs/compliance/records-of-processing.md, max-age: 365d }\n  - id: gdpr-5-1-c\n    framework: GDPR\n    title: Article 5(1)(c) No more data than needed\n    evidence:\n      - { document: docs/compliance/dpia.md, max-age: 365d }\n  - id: gdpr-5-1-d\n    framework: GDPR\n    title: Article 5(1)(d) Data is right\n    not-collected: whether data is right, people and the app know\n  - id: gdpr-5-1-e\n    framework: GDPR\n    title: Article 5(1)(e) Data is kept no longer than needed\n    evidence:\n      - { document: docs/compliance/retention.md, max-age: 365d }\n      - { checks: backup, ids: [retention-*], max-age: 2d }\n  - id: gdpr-5-1-f\n    framework: GDPR\n    title: Article 5(1)(f) Data is secure\n    evidence:\n      - { checks: tenant-audit, ids: [\"*\"], max-age: 35d }\n      - { checks: edge-audit, ids: [tls-*, hsts, csp-present], max-age: 9d }\n  - id: gdpr-5-2\n    framework: GDPR\n    title: Article 5(2) All of this can be shown\n    evidence:\n      - { checks: evidence, ids: [trail-*], max-age: 35d }\n  - id: gdpr-25-1\n    framework: GDPR\n    title: Article 25(1) Protection by design\n    evidence:\n      - { document: docs/compliance/dpia.md, max-age: 365d }\n      - { checks: tenant-audit, ids: [\"*\"], max-age: 35d }\n  - id: gdpr-25-2\n    framework: GDPR\n    title: Article 25(2) Protection by default\n    evidence:\n      - { checks: tenant-audit, ids: [tenant/read], max-age: 35d }\n      - { checks: platform-audit, ids: [supabase.auth-signup-disabled], max-age: 9d }\n  - id: gdpr-30-1\n    framework: GDPR\n    title: Article 30(1) to (3) Records of processing, in writing\n    evidence:\n      - { document: docs/compliance/records-of-processing.md, max-age: 365d }\n  - id: gdpr-32-1-a\n    framework: GDPR\n    title: Article 32(1)(a) Pseudonyms and encryption\n    evidence:\n      - { checks: edge-audit, ids: [tls-versions, tls-trust], max-age: 9d }\n      - { checks: platform-audit, ids: [supabase.tls-enforced], max-age: 9d }\n      - { document: docs/compliance/processors.md, max-age: 365d }\n  - id: gdpr-32-1-b\n    framework: GDPR\n    title: Article 32(1)(b) Confidential, whole, available and resilient\n    evidence:\n      - { checks: tenant-audit, ids: [\"*\"], max-age: 35d }\n      - { checks: edge-audit, ids: [observatory-grade, cookies], max-age: 9d }\n      - { workflow: lockstep-release.yml, max-age: 90d }\n  - id: gdpr-32-1-c\n    framework: GDPR\n    title: Article 32(1)(c) Data is there again in time after an incident\n    evidence:\n      - { checks: backup, ids: [backup-restores, rows-equal, restore-time], max-age: 35d }\n      - { checks: backup, ids: [newest-backup, expected-runs], max-age: 2d }\n  - id: gdpr-32-1-d\n    framework: GDPR\n    title: Article 32(1)(d) These measures are tested regularly\n    evidence:\n      - { document: docs/compliance/pentest.md, max-age: 365d }\n      - { workflow: lockstep-audit.yml, max-age: 9d }\n      - { workflow: lockstep-drill.yml, max-age: 35d }\n  - id: gdpr-32-2\n    framework: GDPR\n    title: Article 32(2) Risks are weighed\n    evidence:\n      - { document: docs/compliance/dpia.md, max-age: 365d }\n  - id: gdpr-32-4\n    framework: GDPR\n    title: Article 32(4) People process data on instructions alone\n    evidence:\n      - { document: docs/compliance/access-review.md, max-age: 92d }\n  - id: gdpr-33-1\n    framework: GDPR\n    title: Article 33(1) to (4) Notice to the authority within 72 hours\n    evidence:\n      - { document: docs/compliance/incident-response.md, max-age: 365d }\n      - { checks: alert-drill, ids: [alert-acknowledged], max-age: 35d }\n  - id: gdpr-33-5\n    framework: GDPR\n    title: Article 33(5) Every breach is recorded\n    evidence:\n      - { checks: evidence, ids: [trail-*], max-age: 35d }\n      - { checks: incidents, ids: [incident/postmortem], max-age: 35d }\n  - id: gdpr-34-1\n    framework: GDPR\n    title: Article 34(1) and (2) Notice to the people concerned\n    evidence:\n      - { document: docs/compliance/incident-response.md, max-age: 365d }\n  - id: gdpr-35-1\n    framework: GDPR\n    title: Article 35(1), (2), (7) and (9) Assessment of the impact on data protection, with those who were asked\n    evidence:\n      - { document: docs/compliance/dpia.md, max-age: 365d }\n  - id: gdpr-35-11\n    framework: GDPR\n    title: Article 35(11) It is reviewed when risks change\n    evidence:\n      - { document: docs/compliance/dpia.md, max-age: 365d }\n",
    "hipaa": "# HIPAA Security Rule, 45 CFR 164.308 to 164.316, as amended in 2013 (78 FR 5694): what a repository can show of it, and what it\n# cannot. Each row is a standard without specifications, or specifications; \"required\" and \"addressable\" are theirs: an addressable\n# one is met, or replaced by what is as good and written down why (164.306(d)). What was proposed in 2025 (90 FR 898) would end that\n# distinction; it was still a proposal in the sources that were read for this map in November 2026. Titles are short names, and no\n# text of the law: https://www.ecfr.gov/current/title-45/part-164/subpart-C. docs/evidence.md says with what each number was compared.\nversion: 1\ncontrols:\n  # 164.308: administrative safeguards\n  - id: hipaa-164.308-a-1-ii-a\n    framework: HIPAA Security Rule\n    title: 164.308(a)(1)(ii)(A) Risk analysis (required)\n    evidence:\n      - { document: docs/compliance/dpia.md, max-age: 365d }\n  - id: hipaa-164.308-a-1-ii-b\n    framework: HIPAA Security Rule\n    title: 164.308(a)(1)(ii)(B) Risk management (required)\n    evidence:\n      - { document: docs/compliance/security-policy.md, max-age: 365d }\n      - { checks: quality-gate, ids: [gate/audit, gate/secrets], max-age: 9d }\n  - id: hipaa-164.308-a-1-ii-c\n    framework: HIPAA Security Rule\n    title: 164.308(a)(1)(ii)(C) Sanction policy (required)\n    not-collected: it is about people and their employer\n  - id: hipaa-164.308-a-1-ii-d\n    framework: HIPAA Security Rule\n    title: 164.308(a)(1)(ii)(D) Review of what was done in the system (required)\n    evidence:\n      - { checks: evidence, ids: [trail-*], max-age: 35d }\n      - { document: docs/compliance/access-review.md, max-age: 92d }\n  - id: hipaa-164.308-a-2\n    framework: HIPAA Security Rule\n    title: 164.308(a)(2) Who is responsible for security (required)\n    evidence:\n      - { document: docs/compliance/contacts.md, max-age: 92d }\n  - id: hipaa-164.308-a-3-ii\n    framework: HIPAA Security Rule\n    title: 164.308(a)(3)(ii)(A) to (C) Authorization, clearance and end of access of the workforce (addressable)\n    evidence:\n      - { document: docs/compliance/access-review.md, max-age: 92d }\n      - { checks: platform-audit, ids: [drift.members], max-age: 9d }\n  - id: hipaa-164.308-a-4-ii-a\n    framework: HIPAA Security Rule\n    title: 164.308(a)(4)(ii)(A) Isolation of a clearinghouse (required)\n    not-collected: it applies to clearinghouses alone\n  - id: hipaa-164.308-a-4-ii\n    framework: HIPAA Security Rule\n    title: 164.308(a)(4)(ii)(B) and (C) How access is authorized, established and changed (addressable)\n    evidence:\n      - { checks: tenant-audit, ids: [\"*\"], max-age: 35d }\n      - { document: docs/compliance/access-review.md, max-age: 92d }\n      - { checks: platform-audit, ids: [drift.members], max-age: 9d }\n  - id: hipaa-164.308-a-5-ii-a\n    framework: HIPAA Security Rule\n    title: 164.308(a)(5)(ii)(A) Security reminders (addressable)\n    not-collected: training of people happens outside of the repository\n  - id: hipaa-164.308-a-5-ii-b\n    framework: HIPAA Security Rule\n    title: 164.308(a)(5)(ii)(B) Protection from malicious software (addressable)\n    evidence:\n      - { checks: quality-gate, ids: [gate/audit, gate/secrets], max-age: 9d }\n  - id: hipaa-164.308-a-5-ii-c\n    framework: HIPAA Security Rule\n    title: 164.308(a)(5)(ii)(C) Watching who signs in (addressable)\n    not-collected: sign-ins are in the logs of Supabase and of the app, which reports of a repository must not hold\n  - id: hipaa-164.308-a-5-ii-d\n    framework: HIPAA Security Rule\n    title: 164.308(a)(5)(ii)(D) Passwords (addressable)\n    evidence:\n      - { checks: platform-audit, ids: [supabase.auth-password-min-length], max-age: 9d }\n  - id: hipaa-164.308-a-6-ii\n    framework: HIPAA Security Rule\n    title: 164.308(a)(6)(ii) Answer to incidents, and reports of them (required)\n    evidence:\n      - { document: docs/compliance/incident-response.md, max-age: 365d }\n      - { checks: alert-drill, ids: [alert-delivered, alert-acknowledged], max-age: 35d }\n      - { checks: incidents, ids: [incident/postmortem], max-age: 35d }\n  - id: hipaa-164.308-a-7-ii-a\n    framework: HIPAA Security Rule\n    title: 164.308(a)(7)(ii)(A) Backup of data (required)\n    evidence:\n      - { checks: backup, ids: [newest-backup, expected-runs], max-age: 2d }\n  - id: hipaa-164.308-a-7-ii-b\n    framework: HIPAA Security Rule\n    title: 164.308(a)(7)(ii)(B) Recovery from a disaster (required)\n    evidence:\n      - { checks: backup, ids: [backup-restores, rows-equal, schema-equal], max-age: 35d }\n      - { checks: backup, ids: [runbook-*], max-age: 35d }\n  - id: hipaa-164.308-a-7-ii-c\n    framework: HIPAA Security Rule\n    title: 164.308(a)(7)(ii)(C) Operation in an emergency (required)\n    evidence:\n      - { document: docs/compliance/incident-response.md, max-age: 365d }\n  - id: hipaa-164.308-a-7-ii-d\n    framework: HIPAA Security Rule\n    title: 164.308(a)(7)(ii)(D) Tests of these plans, and their revision (addressable)\n    evidence:\n      - { checks: backup, ids: [restore-time, rows-equal], max-age: 35d }\n  - id: hipaa-164.308-a-7-ii-e\n    framework: HIPAA Security Rule\n    title: 164.308(a)(7)(ii)(E) Which applications and data matter most (addressable)\n    evidence:\n      - { document: docs/compliance/records-of-processing.md, max-age: 365d }\n  - id: hipaa-164.308-a-8\n    framework: HIPAA Security Rule\n    title: 164.308(a)(8) Evaluation from time to time (required)\n    evidence:\n      - { document: docs/compliance/pentest.md, max-age: 365d }\n      - { workflow: lockstep-audit.yml, max-age: 9d }\n  - id: hipaa-164.308-b-3\n    framework: HIPAA Security Rule\n    title: 164.308(b)(3) Agreements with business associates and subcontractors, in writing (required)\n    evidence:\n      - { document: docs/compliance/processors.md, max-age: 365d }\n  # 164.310: physical safeguards\n  - id: hipaa-164.310-a-2\n    framework: HIPAA Security Rule\n    title: \"164.310(a)(2)(i) to (iv) Access to buildings: emergencies, security plan, visitors, repairs (addressable)\"\n    not-collected: buildings are those of the providers; their own attestations are in docs/compliance/processors.md\n  - id: hipaa-164.310-b\n    framework: HIPAA Security Rule\n    title: 164.310(b) and (c) Use and security of workstations (required)\n    not-collected: a repository does not see workstations\n  - id: hipaa-164.310-d-2\n    framework: HIPAA Security Rule\n    title: 164.310(d)(2)(i) and (ii) Disposal and reuse of media (required)\n    not-collected: media are those of the providers; their own attestations are in docs/compliance/processors.md\n  - id: hipaa-164.310-d-2-iii\n    framework: HIPAA Security Rule\n    title: 164.310(d)(2)(iii) Where devices and media are moved (addressable)\n    not-collected: devices and media are those of the providers; their own attestations are in docs/compliance/processors.md\n  - id: hipaa-164.310-d-2-iv\n    framework: HIPAA Security Rule\n    title: 164.310(d)(2)(iv) A copy of the data before equipment is moved (addressable)\n    evidence:\n      - { checks: backup, ids: [newest-backup], max-age: 2d }\n  # 164.312: technical safeguards\n  - id: hipaa-164.312-a-1\n    framework: HIPAA Security Rule\n    title: 164.312(a)(1) Access for those alone who may (required)\n    evidence:\n      - { checks: tenant-audit, ids: [\"*\"], max-age: 35d }\n  - id: hipaa-164.312-a-2-i\n    framework: HIPAA Security Rule\n    title: 164.312(a)(2)(i) Each user has an identity (required)\n    evidence:\n      - { checks: platform-audit, ids: [supabase.auth-signup-disabled, supabase.members-second-factor], max-age: 9d }\n  - id: hipaa-164.312-a-2-ii\n    framework: HIPAA Security Rule\n    title: 164.312(a)(2)(ii) Access in an emergency (required)\n    evidence:\n      - { document: docs/compliance/incident-response.md, max-age: 365d }\n  - id: hipaa-164.312-a-2-iii\n    framework: HIPAA Security Rule\n    title: 164.312(a)(2)(iii) Sessions end automatically (addressable)\n    evidence:\n      - { checks: platform-audit, ids: [supabase.auth-session-hours], max-age: 9d }\n  - id: hipaa-164.312-a-2-iv\n    framework: HIPAA Security Rule\n    title: 164.312(a)(2)(iv) Encryption where data is stored (addressable)\n    evidence:\n      - { document: docs/compliance/processors.md, max-age: 365d }\n  - id: hipaa-164.312-b\n    framework: HIPAA Security Rule\n    title: 164.312(b) Records of what is done in the system (required)\n    evidence:\n      - { checks: evidence, ids: [trail-*], max-age: 35d }\n      - { checks: tenant-audit, ids: [audit-table/unchangeable], max-age: 35d }\n  - id: hipaa-164.312-c-2\n    framework: HIPAA Security Rule\n    title: 164.312(c)(2) A change or loss of data is noticed (addressable)\n    evidence:\n      - { checks: backup, ids: [rows-equal, sequences-equal], max-age: 35d }\n  - id: hipaa-164.312-d\n    framework: HIPAA Security Rule\n    title: 164.312(d) Who signs in is who it says (required)\n    evidence:\n      - { checks: platform-audit, ids: [supabase.auth-second-factor], max-age: 9d }\n  - id: hipaa-164.312-e-2\n    framework: HIPAA Security Rule\n    title: 164.312(e)(2)(i) and (ii) Data on its way is unchanged, and encrypted (addressable)\n    evidence:\n      - { checks: edge-audit, ids: [tls-*, https-redirect, hsts], max-age: 9d }\n      - { checks: platform-audit, ids: [supabase.tls-enforced], max-age: 9d }\n  # 164.314 and 164.316\n  - id: hipaa-164.314-a-2\n    framework: HIPAA Security Rule\n    title: 164.314(a)(2)(i) to (iii) What agreements with business associates and subcontractors say (required)\n    not-collected: lawyers read agreements; that they are there, and until when, is in docs/compliance/processors.md\n  - id: hipaa-164.314-b-2\n    framework: HIPAA Security Rule\n    title: 164.314(b)(2) Documents of group health plans (required)\n    not-collected: it applies to group health plans alone\n  - id: hipaa-164.316-a\n    framework: HIPAA Security Rule\n    title: 164.316(a) Policies, in writing (required)\n    evidence:\n      - { document: docs/compliance/security-policy.md, max-age: 365d }\n  - id: hipaa-164.316-b-1\n    framework: HIPAA Security Rule\n    title: 164.316(b)(1)(i) and (ii) Policies and what was done by them, in writing (required)\n    evidence:\n      - { document: docs/compliance/security-policy.md, max-age: 365d }\n      - { checks: evidence, ids: [trail-*], max-age: 35d }\n  - id: hipaa-164.316-b-2-i\n    framework: HIPAA Security Rule\n    title: 164.316(b)(2)(i) They are kept for six years (required)\n    evidence:\n      - { document: docs/compliance/retention.md, max-age: 365d }\n  - id: hipaa-164.316-b-2-iii\n    framework: HIPAA Security Rule\n    title: 164.316(b)(2)(ii) and (iii) They can be read by whom they are for, and are reviewed (required)\n    evidence:\n      - { document: docs/compliance/security-policy.md, max-age: 365d }\n      - { document: docs/compliance/incident-response.md, max-age: 365d }\n",
    "readiness": "# What a platform should have before it serves people, with what shows that it has it. Numbers are those of docs/evidence.md.\n# Remove what you do not have, or write `not-collected: WHY` in place of its evidence: an auditor reads the reason.\nversion: 1\ncontrols:\n  # 1: production\n  - id: ready-1.1\n    framework: Production readiness\n    title: The app is live on its own domain, and the domain serves the build that was released\n    evidence:\n      - { checks: platform-audit, ids: [vercel.domains, vercel.domains-configured], max-age: 9d }\n      - { checks: edge-audit, ids: [build-identity], max-age: 9d }\n  - id: ready-1.2\n    framework: Production readiness\n    title: Variables of production are there, secret ones cannot be read, and previews have others\n    evidence:\n      - checks: platform-audit\n        ids:\n          [vercel.env-production, vercel.env-secrets-sensitive, vercel.env-no-public-secrets, vercel.env-preview-apart]\n        max-age: 9d\n  - id: ready-1.3\n    framework: Production readiness\n    title: Everything is sent over TLS, with a certificate that is valid and a version that is not old\n    evidence:\n      - { checks: edge-audit, ids: [tls-*, https-redirect, hsts], max-age: 9d }\n  - id: ready-1.4\n    framework: Production readiness\n    title: Headers protect the pages, and the policy for scripts allows those of the pages alone\n    evidence:\n      - { checks: edge-audit, ids: [observatory-grade, csp-present, csp-scripts, csp-weaknesses, cookies], max-age: 9d }\n  - id: ready-1.4-forms\n    framework: Production readiness\n    title: Forms of other sites are refused\n    not-collected: it takes a request that could change something, so it is probed on previews alone, whose runs are no evidence\n  - id: ready-1.5\n    framework: Production readiness\n    title: The database of production is the one that is meant, and healthy\n    evidence:\n      - { checks: platform-audit, ids: [supabase.healthy, supabase.region], max-age: 9d }\n  - id: ready-1.6\n    framework: Production readiness\n    title: Names lead to the right place, can be moved quickly, and point at nothing that others could take\n    evidence:\n      - { checks: edge-audit, ids: [dns-records, dns-ttl, dns-caa, dns-dangling], max-age: 9d }\n  - id: ready-1.6-failover\n    framework: Production readiness\n    title: Names lead elsewhere when a region fails\n    not-collected: that is in the hands of the provider of DNS, and no region can be made to fail from a repository\n  - id: ready-1.7\n    framework: Production readiness\n    title: Built files are cached for good and come from the network of caches; private pages do not\n    evidence:\n      - { checks: edge-audit, ids: [asset-caching, cdn-hit, private-pages], max-age: 9d }\n  - id: ready-1.8\n    framework: Production readiness\n    title: Text and images are sent small, and no source map is served\n    evidence:\n      - { checks: edge-audit, ids: [compression, image-formats, source-maps], max-age: 9d }\n  # 2: monitoring\n  - id: ready-2.1\n    framework: Production readiness\n    title: Pages send the telemetry that was promised\n    evidence:\n      - { checks: edge-audit, ids: [telemetry], max-age: 9d }\n  - id: ready-2.2\n    framework: Production readiness\n    title: An error of the app arrives where errors are collected, and alerts are set\n    evidence:\n      - { checks: platform-audit, ids: [sentry.drill-event, sentry.alerts], max-age: 9d }\n  - id: ready-2.3\n    framework: Production readiness\n    title: Pages are as fast as they should be, measured in a browser\n    evidence:\n      - { checks: quality-gate, ids: [gate/lighthouse], max-age: 35d }\n  - id: ready-2.4\n    framework: Production readiness\n    title: Slow, new and heavier statements of the database are looked at\n    evidence:\n      - { checks: database-report, ids: [slow-statements, heavier-statements, missing-indexes], max-age: 9d }\n  - id: ready-2.5\n    framework: Production readiness\n    title: The API answers in time, and without errors, under load\n    evidence:\n      - { checks: quality-gate, ids: [gate/load], max-age: 35d }\n  - id: ready-2.6\n    framework: Production readiness\n    title: What users come for works from the first page to the last, before users get a release\n    evidence:\n      - { checks: quality-gate, ids: [gate/journeys], max-age: 35d }\n  - id: ready-2.6-numbers\n    framework: Production readiness\n    title: How many users get to the end is counted\n    not-collected: that is what the analytics of the product are for; a repository does not see users\n  - id: ready-2.7\n    framework: Production readiness\n    title: Alerts reach a person, who acknowledges them in time\n    evidence:\n      - { checks: alert-drill, ids: [alert-delivered, alert-acknowledged], max-age: 35d }\n  - id: ready-2.8\n    framework: Production readiness\n    title: One page shows how the platform is\n    evidence:\n      - { workflow: lockstep-evidence.yml, max-age: 35d }\n  # 3: releases\n  - id: ready-3.1\n    framework: Production readiness\n    title: Nothing gets to the released branch without its checks\n    evidence:\n      - { checks: platform-audit, ids: [github.required-checks, github.pull-requests], max-age: 9d }\n  - id: ready-3.2\n    framework: Production readiness\n    title: Types, tests, known vulnerabilities and secrets are checked before anything is merged\n    evidence:\n      - { checks: quality-gate, ids: [gate/types, gate/tests, gate/audit, gate/secrets], max-age: 35d }\n  - id: ready-3.3\n    framework: Production readiness\n    title: Migrations go up with a release, and down with it where it fails\n    evidence:\n      - { record: release, subject: production/*, max-age: 90d }\n  - id: ready-3.4\n    framework: Production readiness\n    title: Every pull request has a preview, which no one else can open or use\n    evidence:\n      - { checks: platform-audit, ids: [vercel.deployment-protection, vercel.fork-protection], max-age: 9d }\n  - id: ready-3.5\n    framework: Production readiness\n    title: Users move to a release that was found healthy, without an interruption\n    evidence:\n      - { workflow: lockstep-release.yml, max-age: 90d }\n  - id: ready-3.6\n    framework: Production readiness\n    title: A release that is found bad is rolled back automatically\n    evidence:\n      - { record: drill, subject: rollback/*, max-age: 365d }\n  - id: ready-3.7\n    framework: Production readiness\n    title: People let a release happen, and hear how it ended\n    evidence:\n      - { record: approval, subject: production/*, max-age: 90d }\n      - { checks: alert-drill, ids: [alert-delivered], max-age: 35d }\n  - id: ready-3.8\n    framework: Production readiness\n    title: What was tried elsewhere is what gets to production\n    evidence:\n      - { record: release, subject: production/*, max-age: 90d }\n      - { checks: edge-audit, ids: [build-identity], max-age: 9d }\n  # 4: security\n  - id: ready-4.1\n    framework: Production readiness\n    title: People from outside tested the platform, and what they found serious is corrected\n    evidence:\n      - { document: docs/compliance/pentest.md, max-age: 365d }\n  - id: ready-4.2\n    framework: Production readiness\n    title: The documents that the law asks for are there and looked after\n    evidence:\n      - { document: docs/compliance/dpia.md, max-age: 365d }\n      - { document: docs/compliance/records-of-processing.md, max-age: 365d }\n      - { document: docs/compliance/processors.md, max-age: 365d }\n      - { document: docs/compliance/security-policy.md, max-age: 365d }\n  - id: ready-4.3\n    framework: Production readiness\n    title: Too many requests are limited, and a firewall is in front\n    evidence:\n      - { checks: platform-audit, ids: [vercel.firewall, vercel.rate-limits], max-age: 9d }\n  - id: ready-4.3-flood\n    framework: Production readiness\n    title: The platform withstands a flood of requests\n    not-collected: no one may flood a provider to find out; the settings of the firewall are all that can be shown\n  - id: ready-4.4\n    framework: Production readiness\n    title: Data is encrypted on its way, and backups where they are kept\n    evidence:\n      - { checks: edge-audit, ids: [tls-versions, tls-trust], max-age: 9d }\n      - { checks: platform-audit, ids: [supabase.tls-enforced], max-age: 9d }\n      - { checks: backup, ids: [backup-restores], max-age: 35d }\n  - id: ready-4.4-rest\n    framework: Production readiness\n    title: Providers encrypt what they store\n    evidence:\n      - { document: docs/compliance/processors.md, max-age: 365d }\n  - id: ready-4.5\n    framework: Production readiness\n    title: No tenant reaches rows of another one, and people sign in as the policy says\n    evidence:\n      - { checks: tenant-audit, ids: [\"*\"], max-age: 35d }\n      - { checks: platform-audit, ids: [supabase.auth-*, supabase.members-second-factor], max-age: 9d }\n  - id: ready-4.6\n    framework: Production readiness\n    title: People know what to do in an incident, and have tried to reach each other\n    evidence:\n      - { document: docs/compliance/incident-response.md, max-age: 365d }\n      - { checks: alert-drill, ids: [alert-acknowledged], max-age: 35d }\n  - id: ready-4.7\n    framework: Production readiness\n    title: Known vulnerabilities and secrets in the repository are looked for all the time\n    evidence:\n      - { checks: quality-gate, ids: [gate/audit, gate/secrets, gate/updates], max-age: 9d }\n      - { checks: platform-audit, ids: [github.secret-scanning, github.push-protection], max-age: 9d }\n  - id: ready-4.8\n    framework: Production readiness\n    title: What happened is recorded so that a change of it shows\n    evidence:\n      - { checks: evidence, ids: [trail-*], max-age: 35d }\n      - { checks: tenant-audit, ids: [audit-table/unchangeable], max-age: 35d }\n  # 5: backup and recovery\n  - id: ready-5.1\n    framework: Production readiness\n    title: Backups are made as often as they should be, and any point in time can be restored\n    evidence:\n      - { checks: backup, ids: [newest-backup, expected-runs], max-age: 2d }\n      - { checks: platform-audit, ids: [supabase.pitr, supabase.pitr-days], max-age: 9d }\n  - id: ready-5.2\n    framework: Production readiness\n    title: How everything is set is kept, and a change of it shows\n    evidence:\n      - { checks: platform-audit, ids: [drift.*], max-age: 9d }\n  - id: ready-5.3\n    framework: Production readiness\n    title: A runbook says how to restore, with the times that a drill measured\n    evidence:\n      - { checks: backup, ids: [runbook-*], max-age: 35d }\n  - id: ready-5.4\n    framework: Production readiness\n    title: The platform goes on when a region fails\n    not-collected: no region can be made to fail from a repository; a switch to another project can be rehearsed and recorded as a drill\n  - id: ready-5.5\n    framework: Production readiness\n    title: Backups are kept as long as they should be, and no longer\n    evidence:\n      - { checks: backup, ids: [retention-*, lifecycle-*], max-age: 2d }\n      - { document: docs/compliance/retention.md, max-age: 365d }\n  - id: ready-5.6\n    framework: Production readiness\n    title: A backup was restored, and every row, sequence and rule of it is what was backed up\n    evidence:\n      - { checks: backup, ids: [backup-restores, schema-equal, rows-equal, sequences-equal], max-age: 35d }\n  - id: ready-5.7\n    framework: Production readiness\n    title: Everyone knows whom to call, and who comes after them\n    evidence:\n      - { document: docs/compliance/contacts.md, max-age: 92d }\n  - id: ready-5.8\n    framework: Production readiness\n    title: Restoring is practised, and is as fast as promised\n    evidence:\n      - { checks: backup, ids: [restore-time, rows-equal], max-age: 35d }\n  # 6: the backend, and the whole of it\n  - id: ready-6.1\n    framework: Production readiness\n    title: The backend answers before its callers are released\n    evidence:\n      - { checks: contract-check, ids: [backend/reachable], max-age: 9d }\n  - id: ready-6.2\n    framework: Production readiness\n    title: Every operation of its contract was called, and answered as the contract says\n    evidence:\n      - { checks: contract-check, ids: [coverage/operations, operation/*], max-age: 9d }\n  - id: ready-6.3\n    framework: Production readiness\n    title: Row-level security is on in every table that is exposed\n    evidence:\n      - { checks: contract-check, ids: [data/row-security], max-age: 9d }\n  - id: ready-6.4\n    framework: Production readiness\n    title: Functions at the edge are those of the commit, and ask for a token\n    evidence:\n      - {\n          checks: platform-audit,\n          ids: [supabase.functions, supabase.functions-with-jwt, supabase.functions-current],\n          max-age: 9d,\n        }\n  - id: ready-6.5\n    framework: Production readiness\n    title: Messages of the payment provider are believed only where they are signed\n    evidence:\n      - { checks: contract-check, ids: [webhook/*], max-age: 9d }\n  - id: ready-6.6\n    framework: Production readiness\n    title: The backend is watched\n    not-collected: a repository watches nothing between its runs; name what does as availability-source\n  - id: ready-6.7\n    framework: Production readiness\n    title: A release waits for the backend that it needs\n    evidence:\n      - { checks: contract-check, ids: [requires/*], max-age: 90d }\n  - id: ready-6.8\n    framework: Production readiness\n    title: Pages are there within three seconds\n    evidence:\n      - { checks: quality-gate, ids: [gate/lighthouse], max-age: 35d }\n  - id: ready-6.9\n    framework: Production readiness\n    title: The platform is available as promised\n    not-collected: availability is measured by what observes requests; the report shows it where availability-source names one\n  - id: ready-6.10\n    framework: Production readiness\n    title: The platform was tried with as many users as are expected\n    evidence:\n      - { checks: quality-gate, ids: [gate/load], max-age: 35d }\n  - id: ready-6.11\n    framework: Production readiness\n    title: Testers from outside, a drill of the whole, and journeys in production\n    evidence:\n      - { document: docs/compliance/pentest.md, max-age: 365d }\n      - { checks: backup, ids: [backup-restores], max-age: 35d }\n      - { checks: quality-gate, ids: [gate/journeys], max-age: 35d }\n",
    "soc-2": "# SOC 2, the common criteria (CC) of the Trust Services Criteria of 2017 with the points of focus of 2022 (TSP section 100): those of\n# which a repository can show something. CC1.1 to CC1.5, CC2.1 to CC2.3, CC3.1, CC3.3, CC5.1, CC6.4 and CC6.5 are about people, boards,\n# buildings and hardware: nothing is collected for them. Titles are short names of the criteria, and not their text, which the AICPA\n# has: https://www.aicpa-cima.com/resources/download/get-the-2017-trust-services-criteria. docs/evidence.md says with what each\n# number was compared.\nversion: 1\ncontrols:\n  - id: soc2-cc3.2\n    framework: SOC 2\n    title: CC3.2 Risks are found and weighed\n    evidence:\n      - { document: docs/compliance/dpia.md, max-age: 365d }\n      - { checks: quality-gate, ids: [gate/audit], max-age: 9d }\n  - id: soc2-cc3.4\n    framework: SOC 2\n    title: CC3.4 Changes that could affect controls are noticed\n    evidence:\n      - { checks: platform-audit, ids: [drift.*], max-age: 9d }\n  - id: soc2-cc4.1\n    framework: SOC 2\n    title: CC4.1 Controls are evaluated all the time, and separately\n    evidence:\n      - { workflow: lockstep-audit.yml, max-age: 9d }\n      - { document: docs/compliance/pentest.md, max-age: 365d }\n  - id: soc2-cc4.2\n    framework: SOC 2\n    title: CC4.2 What is lacking reaches those who correct it\n    evidence:\n      - { checks: alert-drill, ids: [alert-delivered, alert-acknowledged], max-age: 35d }\n  - id: soc2-cc5.2\n    framework: SOC 2\n    title: CC5.2 Controls over technology\n    evidence:\n      - {\n          checks: platform-audit,\n          ids: [github.required-checks, github.pull-requests, github.force-push-blocked],\n          max-age: 9d,\n        }\n  - id: soc2-cc5.3\n    framework: SOC 2\n    title: CC5.3 Controls are put into policies\n    evidence:\n      - { document: docs/compliance/security-policy.md, max-age: 365d }\n      - { document: docs/compliance/incident-response.md, max-age: 365d }\n  - id: soc2-cc6.1\n    framework: SOC 2\n    title: CC6.1 Access to data is protected\n    evidence:\n      - { checks: tenant-audit, ids: [\"*\"], max-age: 35d }\n      - { checks: platform-audit, ids: [vercel.env-secrets-sensitive, vercel.deployment-protection], max-age: 9d }\n  - id: soc2-cc6.2\n    framework: SOC 2\n    title: CC6.2 Users are registered and authorized before they get access, and lose it afterwards\n    evidence:\n      - { checks: platform-audit, ids: [supabase.auth-signup-disabled], max-age: 9d }\n      - { document: docs/compliance/access-review.md, max-age: 92d }\n      - { checks: platform-audit, ids: [drift.members], max-age: 9d }\n  - id: soc2-cc6.3\n    framework: SOC 2\n    title: CC6.3 Access follows roles, is the least that is needed, and is removed\n    evidence:\n      - { checks: tenant-audit, ids: [\"*\"], max-age: 35d }\n      - { document: docs/compliance/access-review.md, max-age: 92d }\n      - { checks: platform-audit, ids: [drift.members], max-age: 9d }\n  - id: soc2-cc6.6\n    framework: SOC 2\n    title: CC6.6 Threats from outside are kept out\n    evidence:\n      - {\n          checks: platform-audit,\n          ids: [vercel.firewall, supabase.allowed-addresses, supabase.members-second-factor],\n          max-age: 9d,\n        }\n      - { checks: edge-audit, ids: [observatory-grade, exposed-files, directory-listing], max-age: 9d }\n  - id: soc2-cc6.7\n    framework: SOC 2\n    title: CC6.7 Data leaves only as it may, and is protected on its way\n    evidence:\n      - { checks: edge-audit, ids: [tls-*, https-redirect, hsts], max-age: 9d }\n      - { checks: platform-audit, ids: [supabase.tls-enforced], max-age: 9d }\n  - id: soc2-cc6.8\n    framework: SOC 2\n    title: CC6.8 Unwanted software is kept out, and found\n    evidence:\n      - { checks: quality-gate, ids: [gate/audit, gate/secrets], max-age: 9d }\n      - { checks: platform-audit, ids: [github.push-protection], max-age: 9d }\n  - id: soc2-cc7.1\n    framework: SOC 2\n    title: CC7.1 Changed settings and new vulnerabilities are found\n    evidence:\n      - { checks: quality-gate, ids: [gate/audit, gate/updates], max-age: 9d }\n      - { checks: platform-audit, ids: [drift.*], max-age: 9d }\n  - id: soc2-cc7.2\n    framework: SOC 2\n    title: CC7.2 The system is watched for what is unusual\n    evidence:\n      - { checks: database-report, ids: [slow-statements, long-transactions], max-age: 9d }\n      - { workflow: lockstep-audit.yml, max-age: 9d }\n  - id: soc2-cc7.3\n    framework: SOC 2\n    title: CC7.3 Events are weighed, whether they are incidents\n    evidence:\n      - { document: docs/compliance/incident-response.md, max-age: 365d }\n  - id: soc2-cc7.4\n    framework: SOC 2\n    title: CC7.4 Incidents are answered by a plan\n    evidence:\n      - { document: docs/compliance/incident-response.md, max-age: 365d }\n      - { checks: alert-drill, ids: [alert-acknowledged], max-age: 35d }\n  - id: soc2-cc7.5\n    framework: SOC 2\n    title: CC7.5 The system recovers from incidents\n    evidence:\n      - { checks: backup, ids: [backup-restores, rows-equal, restore-time], max-age: 35d }\n      - { checks: backup, ids: [runbook-*], max-age: 35d }\n      - { checks: incidents, ids: [incident/postmortem], max-age: 35d }\n  - id: soc2-cc8.1\n    framework: SOC 2\n    title: CC8.1 Changes are authorized, tested, approved and recorded\n    evidence:\n      - { record: release, subject: production/*, max-age: 90d }\n      - { checks: platform-audit, ids: [github.required-checks, github.approvals], max-age: 9d }\n      - { checks: quality-gate, ids: [gate/types, gate/tests], max-age: 35d }\n  - id: soc2-cc9.1\n    framework: SOC 2\n    title: CC9.1 Interruptions of the business are prepared for\n    evidence:\n      - { checks: backup, ids: [newest-backup, expected-runs], max-age: 2d }\n      - { checks: backup, ids: [backup-restores], max-age: 35d }\n  - id: soc2-cc9.2\n    framework: SOC 2\n    title: CC9.2 Vendors and partners are assessed\n    evidence:\n      - { document: docs/compliance/processors.md, max-age: 365d }\n",
};

;// CONCATENATED MODULE: ./packages/starters/lib/packed.js

const packedSources = {
    templates: new Map(Object.entries(TEMPLATES)),
    workflows: new Map(Object.entries(WORKFLOWS)),
    actions: new Map(Object.entries(ACTIONS)),
    documents: new Map(Object.entries(DOCUMENTS)),
    controls: new Map(Object.entries(CONTROLS)),
};

// EXTERNAL MODULE: ./packages/cli/lib/github-access.js
var github_access = __webpack_require__(495441);
// EXTERNAL MODULE: ./packages/cli/lib/tell-checks.js
var tell_checks = __webpack_require__(106447);
// EXTERNAL MODULE: ./packages/base/lib/secret.js
var secret = __webpack_require__(487083);
// EXTERNAL MODULE: ./packages/base/lib/clock.js
var clock = __webpack_require__(636190);
// EXTERNAL MODULE: ./packages/base/lib/log.js
var log = __webpack_require__(463499);
// EXTERNAL MODULE: ./packages/base/lib/service-api.js
var service_api = __webpack_require__(744302);
// EXTERNAL MODULE: ./packages/github/lib/endpoints.js
var endpoints = __webpack_require__(898178);
;// CONCATENATED MODULE: ./packages/cli/lib/commands/doctor/askers.js



function githubAsker(repository, signal, env = process.env) {
    const github = (0,github_access/* githubOf */.zq)(repository, signal, (0,github_access/* tokenOf */.B9)(env), env);
    return onceSilent(async (name, parameters = {}) => {
        const endpoint = endpoints/* READS */.yT.find((one) => one === name);
        if (endpoint === undefined)
            throw new Error(`no endpoint that Lockstep reads: ${name}`);
        try {
            return { status: 200, body: await github.read(endpoint, parameters) };
        }
        catch (error) {
            if (!(error instanceof errors/* RemoteError */.Hi))
                throw error;
            return { status: error.status ?? 0 };
        }
    });
}
function vercelAsker(apiUrl, signal, env = process.env) {
    const token = new secret/* Secret */.z(env['VERCEL_TOKEN'] ?? '');
    if (token.isEmpty)
        return undefined;
    const access = { token, apiUrl, signal, fetch, clock: clock/* systemClock */.ml, log: log/* silent */.K, requestTimeoutMs: github_access/* WITHIN_MS */.zE };
    return onceSilent(async (path) => {
        try {
            const { status, body } = await (0,service_api/* askService */.x)('Vercel', access, { method: 'GET', url: (0,service_api/* serviceUrl */.R)(apiUrl, path) });
            return { status: status === 200 && body === undefined ? 0 : status, body };
        }
        catch (error) {
            if (!(error instanceof errors/* RemoteError */.Hi))
                throw error;
            return { status: 0 };
        }
    });
}
function onceSilent(ask) {
    let isSilent = false;
    return async (...given) => {
        if (isSilent)
            return { status: 0 };
        const answer = await ask(...given);
        isSilent = answer.status === 0;
        return answer;
    };
}

// EXTERNAL MODULE: ./packages/health/lib/probe.js
var probe = __webpack_require__(7964);
// EXTERNAL MODULE: ./packages/health/lib/judgement.js + 20 modules
var judgement = __webpack_require__(771197);
;// CONCATENATED MODULE: ./packages/cli/lib/commands/doctor/health.js


const WITHIN_MS = 15_000;
const EXPECT = {
    ...{ format: 'auto', identity: { deployment: undefined, commit: undefined }, identityHeader: undefined },
    ...{ conditions: [], criticality: { critical: [], advisory: [] }, maxAgeMs: 60_000, allowed: [] },
};
const UNSEEN = ['protected', 'timeout', 'network', 'platform-error'];
async function healthChecks(url, paths, call) {
    const bypass = new secret/* Secret */.z(process.env['VERCEL_AUTOMATION_BYPASS_SECRET'] ?? '');
    const prober = (0,probe/* openProber */.$)({
        target: { origin: new URL(url.origin), host: undefined },
        credentials: async () => (bypass.isEmpty ? {} : { 'x-vercel-protection-bypass': bypass }),
        proxyEnv: process.env,
    });
    try {
        const ask = async (path) => (0,judgement/* judgeAnswer */._)(await prober.ask(path, WITHIN_MS, call.signal), EXPECT, undefined);
        const checks = [];
        for (const live of paths.live)
            checks.push(routeCheck('health-live', 'The route answers that the app runs', `${url.origin}${live}`, await ask(live)));
        for (const health of paths.health) {
            const [what, answer] = [`${url.origin}${health}`, await ask(health)];
            checks.push(routeCheck('health-route', 'The route answers that the app is healthy', what, answer));
        }
        for (const path of paths.identity)
            checks.push(identityCheck(`${url.origin}${path}`, await ask(path)));
        return checks;
    }
    finally {
        prober.close();
    }
}
function routeCheck(id, title, what, answer) {
    const verdict = answer.class === 'ok' ? 'pass' : UNSEEN.includes(answer.class) ? 'unknown' : 'fail';
    return {
        ...{ id, title, verdict, what, reason: answer.class, measured: answer.because },
        expected: 'an answer in a known format that is not cached',
        remedy: verdict === 'pass' ? '' : (answer.remedy ?? 'write the routes with "lockstep add app health"'),
    };
}
function identityCheck(what, { class: seen, identity }) {
    const build = identity.deployment ?? identity.commit;
    const reason = build === undefined ? 'no-build-named' : 'build-named';
    const verdict = build !== undefined ? 'pass' : UNSEEN.includes(seen) ? 'unknown' : 'fail';
    return {
        ...{ id: 'health-identity', title: 'The health route names the build', verdict, what },
        ...{ reason, measured: build ?? 'no build' },
        expected: 'metadata.deployment_id or metadata.git_commit',
        remedy: verdict === 'pass' ? '' : 'let the route name VERCEL_DEPLOYMENT_ID: lockstep add app health',
    };
}

;// CONCATENATED MODULE: ./packages/cli/lib/commands/doctor/paths.js


const USUAL = {
    live: ['/api/health/live'],
    health: ['/api/health'],
    identity: ['/api/health'],
};
function pathsIn(workflows) {
    const given = [...workflows].flatMap(callsIn);
    const named = (input) => [...new Set(given.flatMap((inputs) => String(inputs[input] ?? '').split('\n')))]
        .map((line) => line.trim())
        .filter((line) => site_path/* SITE_PATH */.G.test(line));
    const or = (found, usual) => (found.length === 0 ? usual : found);
    return {
        live: or(named('live-path'), USUAL.live),
        health: or(named('health-paths'), USUAL.health),
        identity: or(named('identity-path'), USUAL.identity),
    };
}
function callsIn(text) {
    let read;
    try {
        read = (0,dist.parse)(text);
    }
    catch {
        return [];
    }
    return Object.values(read?.jobs ?? {}).flatMap((job) => (job?.uses === undefined ? [] : [job.with ?? {}]));
}

;// CONCATENATED MODULE: ./packages/cli/lib/commands/doctor/examine.js








async function examine(call) {
    const question = await questionOf(call);
    const { folder, repository, url } = question;
    const findings = await checkSettings(folder, repository, {
        sources: packedSources,
        github: githubAsker(repository, call.signal),
        vercel: vercelAsker(question.vercelApi, call.signal),
        server: process.env['GITHUB_SERVER_URL'] || 'https://github.com',
    });
    const health = url === undefined ? [] : await healthChecks(url, pathsOf(call, folder), call);
    return (0,tell_checks/* tellChecks */.z)(call, {
        ...{ subject: repository, tool: 'doctor' },
        checks: [...findings.flatMap(checkOf), ...health],
        notVerified: [...(url === undefined ? [NO_URL] : [])],
    });
}
const NO_URL = {
    ...{ id: 'health-route', what: 'the health routes of the app', because: 'no --url was given' },
    ...{ remedy: 'pass the address of the app with --url', chosen: true },
};
function pathsOf(call, folder) {
    const found = pathsIn(workflowsIn(folder).values());
    const [live, health] = [call.text('live-path'), call.text('health-path')];
    return {
        ...found,
        ...(live === '' ? {} : { live: [live] }),
        ...(health === '' ? {} : { health: [health], identity: [health] }),
    };
}
async function questionOf(call) {
    const folder = call.text('in') || '.';
    const problems = [];
    if (!(0,external_node_fs_.existsSync)(folder) || !(0,external_node_fs_.statSync)(folder).isDirectory())
        throw new errors/* InputError */.dz(`--in: expected the folder of your repository, got "${folder}"`);
    const url = addressOf('url', call, problems);
    const vercelApi = addressOf('vercel-api-url', call, problems);
    for (const name of ['health-path', 'live-path'])
        if (call.text(name) !== '' && !site_path/* SITE_PATH */.G.test(call.text(name)))
            problems.push(`--${name}: expected a path that starts with one /, got "${call.text(name)}"`);
    if (workflowsIn(folder).size === 0)
        problems.push(`${folder}: no workflow of Lockstep is in .github/workflows: write them with "lockstep init"`);
    const repository = await (0,github_access/* repositoryIn */.ce)(folder, call, problems);
    if ((0,github_access/* tokenOf */.B9)().isEmpty)
        problems.push('GITHUB_TOKEN is not set: run it as GITHUB_TOKEN=$(gh auth token) lockstep doctor');
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    return { folder, repository, url, vercelApi: vercelApi ?? new URL('https://api.vercel.com') };
}
function addressOf(name, call, problems) {
    const text = call.text(name);
    if (text === '')
        return undefined;
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url?.protocol === 'https:' || url?.protocol === 'http:')
        return url;
    problems.push(`--${name}: expected an address like https://shop.example, got "${text}"`);
    return undefined;
}
const TITLES = {
    'allowed-actions': 'The actions that the workflows use may be used',
    environment: 'The environment is there, and its reviewers are as the workflows expect',
    permission: 'The job that calls a workflow grants what it needs',
    'platform-policy': 'The policy of the platform can be read',
    'required-check': 'The check is required',
    secret: 'The secret is there',
    variable: 'The variable is there',
    'vercel-git-deployments': 'Vercel does not deploy to production on push',
    'vercel-project': 'The project is there',
    'vercel-rolling-releases': 'The project rolls out in stages where the workflow does, and nowhere else',
    workflow: 'The workflow can be understood',
};
const VERDICTS = { there: 'pass', missing: 'fail', unknown: 'unknown' };
const REASONS = {
    ...{ there: 'as-needed', missing: 'missing', unknown: 'not-seen' },
};
function checkOf({ id, verdict, what, command, link }) {
    return [
        {
            ...{ id, title: TITLES[id] ?? id, verdict: VERDICTS[verdict], reason: REASONS[verdict], what },
            ...{ measured: '', expected: '' },
            remedy: verdict === 'there' ? '' : [command, link].filter((one) => one !== undefined).join(' or '),
        },
    ];
}

// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __webpack_require__(672435);
// EXTERNAL MODULE: ./packages/base/lib/diff-lines.js
var diff_lines = __webpack_require__(909003);
// EXTERNAL MODULE: ./packages/base/lib/checks/render/json-text.js
var json_text = __webpack_require__(883149);
;// CONCATENATED MODULE: ./packages/starters/lib/workspaces.js


function foldersOf(patterns, into) {
    const of = (isLeftOut) => patterns
        .filter((pattern) => pattern.startsWith('!') === isLeftOut)
        .map((pattern) => pattern
        .replace(/^!/, '')
        .replace(/^\.?\//, '')
        .replace(/\/+$/, ''));
    const leftOut = of(true).map(wholePattern);
    return of(false)
        .flatMap((pattern) => walk('', pattern.split('/'), into))
        .filter((folder) => !leftOut.some((pattern) => pattern.test(folder)));
}
function walk(at, [next, ...rest], into) {
    if (next === undefined)
        return at === '' ? [] : [at];
    const below = (name) => (at === '' ? name : `${at}/${name}`);
    if (next === '**') {
        const deeper = foldersIn((0,external_node_path_.join)(into, at)).flatMap((name) => walk(below(name), [next, ...rest], into));
        return [...walk(at, rest, into), ...deeper];
    }
    if (/[*?{]/.test(next)) {
        const pattern = new RegExp(`^${partPattern(next)}$`);
        const names = foldersIn((0,external_node_path_.join)(into, at)).filter((name) => pattern.test(name));
        return names.flatMap((name) => walk(below(name), rest, into));
    }
    return next !== '..' && isFolder((0,external_node_path_.join)(into, below(next))) ? walk(below(next), rest, into) : [];
}
function foldersIn(at) {
    const all = (() => {
        try {
            return (0,external_node_fs_.readdirSync)(at, { withFileTypes: true });
        }
        catch {
            return [];
        }
    })();
    const folders = all.filter((one) => one.isDirectory()).map(({ name }) => name);
    return folders.filter((name) => name !== 'node_modules' && !name.startsWith('.'));
}
function isFolder(path) {
    try {
        return (0,external_node_fs_.statSync)(path).isDirectory();
    }
    catch {
        return false;
    }
}
function wholePattern(pattern) {
    const parts = pattern.split('/');
    const all = parts.map((part, nth) => {
        const isLast = nth === parts.length - 1;
        if (part === '**')
            return isLast ? '.*' : '(?:[^/]+/)*';
        return partPattern(part) + (isLast ? '' : '/');
    });
    return new RegExp(`^${all.join('')}$`);
}
function partPattern(part) {
    return part.replace(/\{([^{}]*)\}|[\\^$.*+?()[\]{}|]/g, (mark, either) => {
        if (either !== undefined)
            return `(?:${either.split(',').map(partPattern).join('|')})`;
        return mark === '*' ? '[^/]*' : mark === '?' ? '[^/]' : `\\${mark}`;
    });
}

;// CONCATENATED MODULE: ./packages/starters/lib/detect.js





function detect(into) {
    const apps = nextApps(into);
    return {
        vercel: vercelLinks(into, apps),
        supabase: (0,external_node_fs_.existsSync)((0,external_node_path_.join)(into, 'supabase')),
        apps,
        packageManager: packageManagerOf(into),
        installed: installedPlace(into),
        deploying: deployingWorkflows(into),
    };
}
const LOCK_FILES = [
    ['pnpm-lock.yaml', 'pnpm'],
    ['bun.lock', 'bun'],
    ['bun.lockb', 'bun'],
    ['yarn.lock', 'yarn'],
    ['package-lock.json', 'npm'],
    ['npm-shrinkwrap.json', 'npm'],
];
function packageManagerOf(into) {
    const found = LOCK_FILES.find(([file]) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(into, file)))?.[1];
    if (found === 'yarn')
        return (0,external_node_fs_.existsSync)((0,external_node_path_.join)(into, '.yarnrc.yml')) ? 'yarn' : 'yarn-classic';
    return found ?? ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(into, 'package.json')) ? 'none' : undefined);
}
function vercelLinks(into, apps) {
    const folders = new Set(['.', ...apps.map(({ directory }) => directory)]);
    const own = [...folders].flatMap((directory) => {
        const record = readJson((0,external_node_path_.join)(into, directory, '.vercel/project.json'));
        const project = textOf(record, 'projectName') || textOf(record, 'projectId');
        return project === '' ? [] : [{ directory, project, team: teamOf(record) }];
    });
    const repository = readJson((0,external_node_path_.join)(into, '.vercel/repo.json'));
    const projects = repository['projects'];
    const several = (Array.isArray(projects) ? projects.filter(isRecord) : []).flatMap((project) => {
        const name = textOf(project, 'name') || textOf(project, 'id');
        const team = teamOf(project) || teamOf(repository);
        return name === '' ? [] : [{ directory: textOf(project, 'directory') || '.', project: name, team }];
    });
    return [...own, ...several];
}
function teamOf(record) {
    const owner = textOf(record, 'orgId');
    return owner.startsWith('team_') ? owner : '';
}
function nextApps(into) {
    const folders = ['.', ...workspaceFolders(into)];
    const apps = folders.filter((folder) => dependsOnNext((0,external_node_path_.join)(into, folder))).map((directory) => detect_named(directory, into));
    return apps.length === 1 ? apps : distinct(apps);
}
function distinct(apps) {
    const taken = new Set(['production']);
    const isOnce = (name) => !taken.has(name) && apps.filter((one) => one.name === name).length === 1;
    return apps.map(({ directory, name }) => {
        const long = serviceName(directory.replaceAll('/', '-')) || name;
        let own = isOnce(name) ? name : long;
        for (let nth = 2; taken.has(own); nth++)
            own = `${long}-${nth}`;
        taken.add(own);
        return { name: own, directory };
    });
}
function detect_named(directory, into) {
    const name = directory === '.' ? textOf(readJson((0,external_node_path_.join)(into, 'package.json')), 'name') : (0,external_node_path_.basename)(directory);
    return { name: serviceName(name) || 'web', directory };
}
function serviceName(name) {
    return name
        .replace(/^@[^/]*\//, '')
        .toLowerCase()
        .replace(/[^a-z0-9-]+/g, '-')
        .replace(/^[^a-z]+|-+$/g, '');
}
function dependsOnNext(folder) {
    const { dependencies, devDependencies } = readJson((0,external_node_path_.join)(folder, 'package.json'));
    return [dependencies, devDependencies].some((all) => isRecord(all) && 'next' in all);
}
function workspaceFolders(into) {
    const { workspaces } = readJson((0,external_node_path_.join)(into, 'package.json'));
    const listed = isRecord(workspaces) ? workspaces['packages'] : workspaces;
    const pnpm = (0,external_node_path_.join)(into, 'pnpm-workspace.yaml');
    const ofPnpm = (0,external_node_fs_.existsSync)(pnpm) ? readYaml(pnpm)['packages'] : undefined;
    const lists = [listed, ofPnpm].map((list) => Array.isArray(list) ? list.filter((one) => typeof one === 'string') : []);
    return [...new Set(lists.flatMap((patterns) => foldersOf(patterns, into)))].sort();
}
const PLACE = ['vercel-project', 'vercel-team', 'production-url'];
function installedPlace(into) {
    const ours = workflowFiles(into).filter((path) => (0,external_node_path_.basename)(path).startsWith('lockstep-'));
    const jobs = ours.flatMap((path) => {
        const all = readYaml((0,external_node_path_.join)(into, path))['jobs'];
        return isRecord(all) ? Object.values(all).filter(isRecord) : [];
    });
    const given = jobs.flatMap((job) => (isRecord(job['with']) ? [job['with']] : []));
    return Object.fromEntries(PLACE.flatMap((name) => {
        const values = [...new Set(given.map((values) => values[name]).filter((value) => value !== undefined))];
        const [only] = values;
        return values.length === 1 && typeof only === 'string' && !only.startsWith('YOUR-') ? [[name, only]] : [];
    }));
}
const DEPLOYS = /\bvercel\b[^\n]*--prod|vercel-action@|supabase\s+(db\s+push|migration\s+up)|prisma\s+migrate\s+deploy/;
function deployingWorkflows(into) {
    return workflowFiles(into)
        .filter((path) => !(0,external_node_path_.basename)(path).startsWith('lockstep-'))
        .filter((path) => DEPLOYS.test((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(into, path), 'utf8')));
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function textOf(record, key) {
    const value = record[key];
    return typeof value === 'string' ? value : '';
}
function readJson(path) {
    try {
        const read = JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'));
        return isRecord(read) ? read : {};
    }
    catch {
        return {};
    }
}
function readYaml(path) {
    try {
        const read = (0,dist.parse)((0,external_node_fs_.readFileSync)(path, 'utf8'));
        return isRecord(read) ? read : {};
    }
    catch {
        return {};
    }
}
function linkOf(found, directory) {
    return found.vercel.find((link) => link.directory === directory);
}

;// CONCATENATED MODULE: ./packages/starters/lib/suggest-options.js


const PULL_REQUEST = /^\.github\/workflows\/lockstep-pull-request[\w-]*\.yml$/;
const AUDIT = /^\.github\/workflows\/lockstep-audit[\w-]*\.yml$/;
function suggestOptions(into, paths, inputs) {
    return [...ofTenants(into, paths, inputs), ...ofPlatform(into, paths, inputs)];
}
function ofTenants(into, paths, inputs) {
    const directory = inputs['migrations-directory'] ?? 'supabase/migrations';
    const isChecked = paths.some((path) => PULL_REQUEST.test(path));
    if (!isChecked || 'tenant-audit' in inputs || !hasPolicies((0,external_node_path_.join)(into, directory)))
        return [];
    const intent = inputs['tenant-intent'] ?? '.lockstep/tenants.yml';
    const missing = (0,external_node_fs_.existsSync)((0,external_node_path_.join)(into, intent)) ? '' : `; describe the tenants in ${intent} first`;
    return [
        `${directory} has policies: "--with tenant-audit=worse" tries on each pull request whether they keep tenants apart${missing} (actions/tenant-audit/README.md)`,
    ];
}
function ofPlatform(into, paths, inputs) {
    if (!paths.some((path) => AUDIT.test(path)) || 'platform-audit' in inputs)
        return [];
    const policy = inputs['platform-policy'] ?? '.lockstep/platform.yml';
    const missing = (0,external_node_fs_.existsSync)((0,external_node_path_.join)(into, policy)) ? '' : `; write ${policy} with "lockstep platform init" first`;
    return [
        `"--with platform-audit=require --with vercel-project=NAME" compares each week how Vercel, Supabase, GitHub, Stripe and Sentry are set with your policy${missing} (docs/platform.md)`,
    ];
}
function hasPolicies(folder) {
    if (!(0,external_node_fs_.existsSync)(folder))
        return false;
    const files = (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true }).filter((one) => one.isFile() && one.name.endsWith('.sql'));
    return files.some(({ name }) => /\bcreate\s+policy\b/i.test((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(folder, name), 'utf8')));
}

;// CONCATENATED MODULE: ./packages/starters/lib/pin-references.js


function pinReferences(text, { repository = HOME, ref, olderServer = false }) {
    const document = (0,dist.parseDocument)(text);
    const [problem] = document.errors;
    if (problem !== undefined)
        throw problem;
    const edits = [];
    (0,dist.visit)(document, {
        Pair(_key, pair, path) {
            if (!(0,dist.isScalar)(pair.key) || !(0,dist.isScalar)(pair.value))
                return;
            const { value } = pair.value;
            if (pair.key.value === 'uses' && typeof value === 'string' && value.startsWith('$/')) {
                const [from, to] = rangeOf(pair.value);
                edits.push({ from, to, text: `${repository}/${value.slice('$/'.length)}@${ref}` });
            }
            if (olderServer && isNews(pair, path))
                edits.push({ ...wholeLine(text, pair), text: '' });
            const isSaid = path.some((node) => (0,dist.isMap)(node) && node.items.includes(pair) && node.has('continue-on-error'));
            if (olderServer && !isSaid && mayFail(pair, path))
                edits.push(lineBelow(text, pair, 'continue-on-error: true'));
        },
    });
    edits.sort((a, b) => b.from - a.from);
    return edits.reduce((done, { from, to, text: now }) => done.slice(0, from) + now + done.slice(to), text);
}
function rangeOf(node) {
    const { range } = node;
    if (range === undefined || range === null)
        throw new Error('what was not read has no place in the text');
    return range;
}
function pin_references_keyOf(pair) {
    return (0,dist.isScalar)(pair.key) ? pair.key.value : undefined;
}
function isNews(pair, path) {
    const around = path.findLast((node) => (0,dist.isPair)(node));
    const above = around === undefined ? undefined : pin_references_keyOf(around);
    const key = pin_references_keyOf(pair);
    return ((above === 'concurrency' && key === 'queue') ||
        (above === 'environment' && key === 'deployment') ||
        (above === 'schedule' && key === 'timezone'));
}
function mayFail(pair, path) {
    const key = pin_references_keyOf(pair);
    if (key === 'uses')
        return /^actions\/(upload|download)-artifact@/.test(String((0,dist.isScalar)(pair.value) ? pair.value.value : ''));
    const job = path.at(-1);
    if (key !== 'runs-on' || !(0,dist.isMap)(job))
        return false;
    const steps = job.get('steps', true);
    return ((0,dist.isSeq)(steps) &&
        steps.items.some((step) => (0,dist.isMap)(step) && String(step.get('uses')).startsWith('actions/download-artifact@')));
}
function lineBelow(text, pair, line) {
    const [start] = rangeOf(pair.key);
    const [, end] = rangeOf(pair.value);
    const column = start - text.lastIndexOf('\n', start) - 1;
    const at = text.indexOf('\n', end) + 1;
    return { from: at, to: at, text: `${' '.repeat(column)}${line}\n` };
}
function wholeLine(text, pair) {
    const [start] = rangeOf(pair.key);
    const [, end] = rangeOf(pair.value);
    const from = text.lastIndexOf('\n', start) + 1;
    if (text.slice(from, start).trim() !== '')
        throw new Error(`"${pin_references_keyOf(pair)}" has no line of its own`);
    return { from, to: text.indexOf('\n', end) + 1 };
}

;// CONCATENATED MODULE: ./packages/starters/lib/plan-files.js






const NAMED_ONLY = [
    ...['lockstep-stage', 'lockstep-promote', 'lockstep-approve'],
    ...['lockstep-backup', 'lockstep-drill', 'lockstep-scan', 'lockstep-backend', 'lockstep-alert-drill'],
    'lockstep-evidence',
];
const PLACEHOLDER = /^YOUR-[A-Z-]+$/;
function usualStarters(sources) {
    return [...sources.templates.keys()].filter((name) => !NAMED_ONLY.includes(name));
}
function planFiles(names, sources, options = {}) {
    const { inputs = {}, branch = 'main', named = '', mirror = HOME } = options;
    const chosen = chosenStarters(names, sources);
    const problems = inputProblems(inputs, chosen, sources);
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    const files = new Map();
    const missing = [];
    for (const name of chosen) {
        const template = (sources.templates.get(name) ?? '').replaceAll('$default-branch', branch);
        const filled = fillIn(template, sources, options);
        const file = `${suffixed(name, '-', named)}.yml`;
        missing.push(...filled.missing.map((what) => `${file}: ${what}`));
        files.set(`.github/workflows/${file}`, finished(filled.text, sources, options).replaceAll(`${HOME}/`, `${mirror}/`));
    }
    return { files, missing };
}
function finished(text, sources, { plain = false, ref = 'v1', olderServer = false }) {
    return pinReferences(plain ? plainSteps(text, sources, { ref }) : text, { ref, olderServer });
}
function chosenStarters(names, { templates, ...sources }) {
    if (names.length === 0)
        return usualStarters({ templates, ...sources });
    const found = names.map((name) => ({ name, starter: starterOf(name, templates) }));
    const strange = found.filter(({ starter }) => starter === undefined);
    if (strange.length === 0)
        return found.flatMap(({ starter }) => starter ?? []);
    const all = [...templates.keys()].map((name) => name.replace('lockstep-', '')).join(', ');
    throw new errors/* InputError */.dz(strange.map(({ name }) => `there is no starter "${name}"; expected one of ${all}`));
}
function starterOf(name, templates) {
    return [name, `lockstep-${name}`].find((one) => templates.has(one));
}
function inputsOf(name, sources) {
    return [...new Set(chosenStarters([name], sources).flatMap((one) => [...declaredBy(one, sources).keys()]))];
}
function declaredBy(starter, sources) {
    const jobs = mapsBelow((0,dist.parseDocument)(sources.templates.get(starter) ?? ''), 'jobs');
    const called = jobs.flatMap(({ value }) => calledBy(textAt(value, 'uses')) ?? []);
    return new Map(called.flatMap((name) => Object.entries(callOf(sources, name).inputs ?? {})));
}
function inputProblems(inputs, chosen, sources) {
    const declared = chosen.map((name) => declaredBy(name, sources));
    return Object.entries(inputs).flatMap(([name, value]) => {
        const found = declared.flatMap((all) => all.get(name) ?? []);
        if (found.length === 0)
            return [`--with: no called workflow has an input ${name}${near(name, declared)}`];
        const wrong = found.find(({ type }) => typed(value, type) === undefined);
        return wrong === undefined ? [] : [`--with ${name}: expected a ${wrong.type}, got "${value}"`];
    });
}
function near(wrong, declared) {
    const words = wrong.split('-').filter((word) => word.length > 2);
    const all = [...new Set(declared.flatMap((one) => [...one.keys()]))];
    const alike = all.filter((one) => one.startsWith(wrong.slice(0, 4)) || one.split('-').some((word) => words.includes(word)));
    return alike.length === 0 ? '' : `; there is ${alike.slice(0, 8).join(', ')}`;
}
function suffixed(name, between, named) {
    return named === '' ? name : `${name}${between}${named}`;
}
function fillIn(text, sources, { inputs = {}, ref = 'v1', named = '' }) {
    const document = (0,dist.parseDocument)(text);
    document.set('name', suffixed(textAt(document, 'name') ?? '', ' ', named));
    followOwnSet(document, named);
    for (const { key, value: job } of mapsBelow(document, 'jobs')) {
        const name = calledBy(textAt(job, 'uses'));
        const declared = name === undefined ? {} : (callOf(sources, name).inputs ?? {});
        for (const [input, value] of Object.entries(inputs))
            if (declared[input] !== undefined)
                document.setIn(['jobs', key.value, 'with', input], typed(value, declared[input].type));
    }
    const missing = [];
    (0,dist.visit)(document, {
        Pair(_key, { key, value }) {
            if (!(0,dist.isScalar)(value) || !(0,dist.isScalar)(key))
                return;
            if (key.value === 'uses')
                value.value = usesOf(String(value.value), ref);
            if (PLACEHOLDER.test(String(value.value)))
                missing.push(`${key.value} is still ${value.value}`);
        },
    });
    return { text: document.toString({ lineWidth: 0, flowCollectionPadding: false }), missing };
}
function followOwnSet(document, named) {
    const followed = mapAt(document, 'on');
    const workflows = (followed && mapAt(followed, 'workflow_run'))?.get('workflows', true);
    for (const one of workflows?.items ?? [])
        if ((0,dist.isScalar)(one))
            one.value = suffixed(String(one.value), ' ', named);
}
function usesOf(uses, ref) {
    return uses.startsWith(`${HOME}/`) ? uses.replace(/@[^@]*$/, `@${ref}`) : uses;
}
function typed(value, type) {
    if (type === 'boolean')
        return value === 'true' ? true : value === 'false' ? false : undefined;
    if (type === 'number')
        return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : undefined;
    return value;
}

;// CONCATENATED MODULE: ./packages/starters/lib/plan-sets.js


const APPROVALS = ['none', 'reviewers', 'two-person'];
const STRATEGIES = ['promote', 'rolling'];
const ONCE = [
    'pull-request',
    'fork-comments',
    'cleanup',
    'backup',
    'drill',
    'scan',
    'backend',
    'alert-drill',
    'evidence',
];
const OF_DATABASE = ['contract', 'archives'];
function planStarters(names, sources, choices) {
    const sets = setsOf(chosenStarters(names, sources), choices);
    const problems = [...nameProblems(choices), ...scopeProblems(choices), ...unknownInputs(sets, sources, choices)];
    const planned = sets.flatMap((set) => {
        try {
            return [planFiles(set.names, sources, { ...choices, named: set.named, inputs: fitting(set, sources) })];
        }
        catch (error) {
            if (!(error instanceof errors/* InputError */.dz))
                throw error;
            problems.push(...error.problems);
            return [];
        }
    });
    const paths = planned.flatMap(({ files }) => [...files.keys()]);
    if (problems.length === 0)
        problems.push(...repeatedNames(paths).map((path) => `${path}: of two apps or environments; give them other names`));
    if (problems.length > 0)
        throw new errors/* InputError */.dz([...new Set(problems)]);
    return {
        files: new Map(planned.flatMap(({ files }) => [...files])),
        missing: planned.flatMap(({ missing }) => missing),
    };
}
function fitting({ names, inputs }, sources) {
    const known = new Set(names.flatMap((name) => inputsOf(name, sources)));
    return Object.fromEntries(Object.entries(inputs).filter(([name]) => known.has(name)));
}
const plan_sets_PLACE = ['vercel-project', 'vercel-team', 'production-url'];
function unknownInputs(sets, sources, { inputs = {}, scoped }) {
    const all = [...new Set(sets.flatMap(({ names }) => names))];
    const known = new Set(all.flatMap((name) => inputsOf(name, sources)));
    const given = Object.assign({}, inputs, ...scoped.values());
    const strange = Object.entries(given).filter(([name]) => !known.has(name) && !plan_sets_PLACE.includes(name));
    if (strange.length === 0)
        return [];
    try {
        planFiles(all, sources, { inputs: Object.fromEntries(strange) });
    }
    catch (error) {
        if (error instanceof errors/* InputError */.dz)
            return error.problems;
        throw error;
    }
    return [];
}
function repeatedNames(names) {
    const small = names.map((name) => name.toLowerCase());
    return names.filter((_name, nth) => small.indexOf(small[nth] ?? '') !== nth);
}
function nameProblems({ apps, environments, scoped }) {
    const appNames = apps.map(({ name }) => name);
    const counted = appNames.filter((name) => appNames.length > 1 || scoped.has(name));
    const known = new Set(environments.map((name) => name.toLowerCase()));
    return [
        ...repeatedNames(appNames).map((name) => `--apps: expected a name for each app, got "${name}" twice`),
        ...repeatedNames(environments).map((name) => `--environments: expected different names, got "${name}" twice`),
        ...counted
            .filter((name) => known.has(name.toLowerCase()))
            .map((name) => `--apps: expected another name than that of an environment, got "${name}"`),
    ];
}
function scopeProblems({ apps, environments, scoped }) {
    const known = [...apps.map(({ name }) => name), ...environments];
    return [...scoped.keys()]
        .filter((name) => !known.includes(name))
        .map((name) => `--with ${name}:…: there is no app and no environment ${name}; there is ${known.join(', ')}`);
}
function setsOf(names, choices) {
    const { apps, environments, inputs = {}, scoped, named = '' } = choices;
    const short = names.map((name) => name.replace('lockstep-', ''));
    const [first] = apps;
    const of = (name) => (name === undefined ? {} : (scoped.get(name) ?? {}));
    const last = environments.at(-1);
    const once = short.filter((name) => ONCE.includes(name));
    const shared = {
        named,
        names: once,
        inputs: { ...installing(choices), ...folderOf(first), ...inputs, ...of(last), ...of(first?.name) },
    };
    const rest = short.filter((name) => !ONCE.includes(name));
    const each = (apps.length === 0 ? [undefined] : apps).flatMap((app) => environments.map((environment) => {
        const ownNames = app === first ? rest : rest.filter((name) => !OF_DATABASE.includes(name));
        const parts = [named, apps.length > 1 ? app?.name : '', environments.length > 1 ? environment : ''];
        return {
            named: parts.filter(Boolean).join('-'),
            names: releasing(ownNames, environment, choices),
            inputs: {
                ...placeOf(app, choices),
                ...inputsFor(environment, choices),
                ...{ ...inputs, ...of(environment), ...of(app?.name) },
            },
        };
    }));
    return [shared, ...each].filter((set) => set.names.length > 0);
}
function releasing(names, environment, choices) {
    const isPromoted = environment !== choices.environments[0] && choices.environments.length > 1;
    const approved = isLast(environment, choices) && choices.approvals === 'two-person';
    const instead = isPromoted ? ['promote'] : approved ? ['stage', 'promote'] : ['release'];
    const more = approved ? ['approve'] : [];
    return names.flatMap((name) => (name === 'release' ? [...instead, ...more] : [name]));
}
function isLast(environment, { environments }) {
    return environments.length === 1 || environment === environments.at(-1);
}
function inputsFor(environment, choices) {
    const before = choices.environments[choices.environments.indexOf(environment) - 1];
    const isFinal = isLast(environment, choices);
    return {
        ...(environment === 'production' ? {} : { environment }),
        ...(before === undefined ? {} : { mode: 'same-commit', 'from-environment': before }),
        ...(isFinal && choices.approvals === 'reviewers' ? { 'approval-environment': `${environment}-approval` } : {}),
        ...(isFinal && choices.approvals === 'two-person' ? { 'four-eyes': 'true' } : {}),
        ...(isFinal && choices.strategy === 'rolling' ? { strategy: 'rolling' } : {}),
    };
}
function placeOf(app, { apps }) {
    if (app === undefined)
        return {};
    const withoutSchema = app === apps[0] ? {} : { 'migrations-directory': 'none', 'down-directory': 'none' };
    return { ...(apps.length > 1 ? { service: app.name } : {}), ...folderOf(app), ...withoutSchema };
}
function folderOf(app) {
    return app === undefined || app.directory === '.' ? {} : { directory: app.directory };
}
function installing({ packageManager }) {
    switch (packageManager) {
        case 'pnpm':
            return { cache: 'pnpm', 'install-command': 'pnpm install --frozen-lockfile' };
        case 'yarn':
            return { cache: 'yarn', 'install-command': 'yarn install --immutable' };
        case 'yarn-classic':
            return { cache: 'yarn', 'install-command': 'yarn install --frozen-lockfile' };
        case 'bun':
            return { 'install-command': 'npx --yes bun install --frozen-lockfile' };
        case 'none':
            return { 'install-command': '' };
        default:
            return {};
    }
}

// EXTERNAL MODULE: ./packages/starters/lib/default-branch.js
var default_branch = __webpack_require__(647018);
// EXTERNAL MODULE: ./packages/cli/lib/git.js
var git = __webpack_require__(851712);
;// CONCATENATED MODULE: ./packages/starters/lib/own-workflows.js
const INSTEAD = { 'lockstep-release': ['lockstep-promote'] };
const ROW = /^( *)- \{ workflow: (lockstep-[a-z-]+)\.yml(, [^}]*)? \}$/gm;
function withOwnWorkflows(controls, workflows, environment) {
    const names = workflows.map((path) => path.replace(/^.*\//, '')).sort();
    return controls.replace(ROW, (_row, space, starter, rest = '') => ownNames(starter, names, environment)
        .map((name) => `${space}- { workflow: ${name}${rest} }`)
        .join('\n'));
}
function ownNames(starter, names, environment) {
    const does = [starter, ...(INSTEAD[starter] ?? [])];
    const ofEnvironment = (of) => names.filter((name) => name === `${of}.yml` || (isSetOf(of, name) && name.endsWith(`-${environment}.yml`)));
    const ofApps = (of) => names.filter((name) => isSetOf(of, name));
    const found = [...does.map(ofEnvironment), ...does.map(ofApps)].find((some) => some.length > 0);
    return found ?? [`${starter}.yml`];
}
function isSetOf(starter, name) {
    return name.startsWith(`${starter}-`) && name.endsWith('.yml');
}

;// CONCATENATED MODULE: ./packages/starters/lib/plan-documents.js


const FRAMEWORKS = ['hipaa', 'gdpr', 'soc-2', 'readiness'];
const DOCUMENTS_FILE = '.lockstep/documents.yml';
const CONTROLS_FILE = '.lockstep/controls.yml';
function planDocuments(sources, { environment, frameworks, has, known, workflows }) {
    const list = sources.documents.get('documents') ?? '';
    const kinds = kindsIn(list);
    const wanted = new Map([
        [DOCUMENTS_FILE, list],
        [CONTROLS_FILE, withOwnWorkflows(controlsText(sources, frameworks, environment), workflows, environment)],
    ]);
    const unlisted = [];
    for (const [kind, usual] of kinds) {
        const template = sources.documents.get(kind);
        if (known?.leftOut.includes(kind) === true)
            continue;
        if (known !== undefined && !known.files.has(kind))
            unlisted.push(`${DOCUMENTS_FILE}: add the line "${kind}: ${usual}"`);
        if (template !== undefined)
            wanted.set(known?.files.get(kind) ?? usual, template);
    }
    const runbook = known?.files.get('runbook') ?? (known?.leftOut.includes('runbook') === true ? undefined : kinds.get('runbook'));
    const files = new Map([...wanted].filter(([path]) => !has(path)));
    return {
        files,
        kept: [...wanted.keys()].filter(has),
        missing: [
            ...[...files].flatMap(([path, text]) => placesIn(path, text)),
            ...(runbook === undefined || has(runbook) ? [] : [`${runbook}: "lockstep backup runbook" writes it`]),
            ...unlisted,
        ],
    };
}
function kindsIn(list) {
    const { documents } = (0,dist.parse)(list);
    return new Map(Object.entries(documents).map(([kind, at]) => [kind, typeof at === 'string' ? at : at.file]));
}
function placesIn(path, text) {
    const places = text.match(/\[FILL IN/g)?.length ?? 0;
    return places === 0 ? [] : [`${path}: ${places} places, each marked with [FILL IN]`];
}
const HEAD = 'version: 1\ncontrols:\n';
function controlsText({ controls }, frameworks, environment) {
    const parts = FRAMEWORKS.filter((name) => frameworks.includes(name)).map((name) => {
        const [about = '', rows = ''] = (controls.get(name) ?? '').split(HEAD);
        return `${about.replace(/^(?=.)/gm, '  ')}${rows}`;
    });
    return `${HEAD}${parts.join('\n')}`.replaceAll('subject: production/*', `subject: ${environment}/*`);
}

// EXTERNAL MODULE: ./packages/cli/lib/paths.js
var paths = __webpack_require__(385464);
;// CONCATENATED MODULE: ./packages/cli/lib/commands/init/choices.js





const choices_USUAL = { environments: ['production'], approvals: 'none', strategy: 'promote' };
const NAME = /^[a-z][a-z0-9-]*$/;
const MANAGERS = ['npm', 'pnpm', 'yarn', 'yarn-classic', 'bun', 'none'];
function readGiven({ text, texts, flag }) {
    const problems = [];
    const must = (isFine, problem) => {
        if (!isFine)
            problems.push(problem);
    };
    const [into, ref, named, mirror] = [text('into') || '.', text('ref'), text('named'), text('mirror')];
    must(choices_isFolder(into), `--into: expected the folder of your repository, got "${into}"`);
    must(/^(v\d+(\.\d+\.\d+)?|[0-9a-f]{40})$/.test(ref), `--ref: expected a tag like v1 or v1.2.3, or a whole commit id, got "${ref}"`);
    must(named === '' || NAME.test(named), `--named: expected a name of small letters, digits and hyphens, got "${named}"`);
    must(/^[\w.-]+\/[\w.-]+$/.test(mirror), `--mirror: expected OWNER/NAME, got "${mirror}"`);
    const url = text('production-url');
    must(url === '' || isAddress(url), `--production-url: expected an address like https://shop.example, got "${url}"`);
    const environments = text('environments') === '' ? undefined : environmentsIn(text('environments'));
    problems.push(...(environments?.problems ?? []).map((problem) => `--environments: ${problem}`));
    const { inputs, scoped, wrong } = choices_inputsIn(texts('with'));
    problems.push(...wrong);
    for (const name of ['vercel-project', 'vercel-team', 'production-url'])
        if (text(name) !== '')
            inputs[name] = text(name);
    const apps = appsIn(text('apps'), into, problems);
    const frameworks = frameworksIn(text('frameworks'), flag('documents'), problems);
    const names = list(text('STARTERS'));
    if (flag('documents') && names.length === 0 && Object.keys(inputs).length + scoped.size > 0)
        problems.push(`--documents: without STARTERS no workflow is written, which ${Object.keys(inputs)[0] ?? '--with'} would be for: name them`);
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    return {
        ...{ names, into, inputs, scoped, environments: environments?.names, ref, named, mirror },
        apps: text('apps') === '' ? undefined : apps,
        approvals: APPROVALS.find((one) => one === text('approvals')),
        strategy: STRATEGIES.find((one) => one === text('strategy')),
        packageManager: MANAGERS.find((one) => one === text('package-manager')),
        ...{ branch: text('branch'), plain: flag('plain-steps'), olderServer: flag('older-server') },
        ...{ documents: flag('documents'), frameworks },
    };
}
function releases({ names }) {
    return names.length === 0 || names.some((name) => /^(lockstep-)?(release|stage|promote)$/.test(name));
}
function environmentsIn(text) {
    const names = list(text);
    const wrong = names.filter((name) => !/^[\w.-]+$/.test(name)).map((name) => `expected names, got "${name}"`);
    const twice = repeatedNames(names).map((name) => `expected different names, got "${name}" twice`);
    return { names, problems: names.length === 0 ? ['expected at least one name'] : [...wrong, ...twice] };
}
function choices_isFolder(path) {
    return (0,external_node_fs_.existsSync)(path) && (0,external_node_fs_.statSync)(path).isDirectory();
}
function isAddress(text) {
    return text.startsWith('${{') || (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol));
}
function list(text) {
    return text
        .split(',')
        .map((one) => one.trim())
        .filter(Boolean);
}
function frameworksIn(text, isWanted, problems) {
    const names = text === '' ? FRAMEWORKS : list(text);
    if (text !== '' && !isWanted)
        problems.push('--frameworks: needs --documents');
    const known = FRAMEWORKS;
    for (const name of names.filter((one) => !known.includes(one)))
        problems.push(`--frameworks: expected ${FRAMEWORKS.join(', ')}, got "${name}"`);
    if (names.length === 0)
        problems.push(`--frameworks: expected at least one of ${FRAMEWORKS.join(', ')}`);
    return names;
}
function appsIn(text, into, problems) {
    const apps = list(text).flatMap((one) => {
        const [, name = '', directory = ''] = /^([^=]*)=(.*)$/.exec(one) ?? [];
        const isFine = NAME.test(name) && directory !== '' && choices_isFolder((0,external_node_path_.join)(into, directory));
        if (!isFine)
            problems.push(`--apps: expected NAME=FOLDER with a folder of the repository, got "${one}"`);
        return isFine ? [{ name, directory: (0,paths/* repositoryFolder */.pe)(directory) }] : [];
    });
    for (const name of repeatedNames(apps.map((app) => app.name)))
        problems.push(`--apps: expected a name for each app, got "${name}" twice`);
    return apps;
}
function choices_inputsIn(pairs) {
    const inputs = {};
    const scoped = new Map();
    const wrong = [];
    for (const pair of pairs) {
        const [, scope, name, value = ''] = /^(?:([\w.-]+):)?([a-z][a-z0-9-]*)=([\s\S]*)$/.exec(pair) ?? [];
        if (name === undefined)
            wrong.push(`--with: expected INPUT=VALUE, got "${pair}"`);
        else if (scope === undefined)
            inputs[name] = value;
        else
            scoped.set(scope, { ...scoped.get(scope), [name]: value });
    }
    return { inputs, scoped, wrong };
}
function proposed(given, found) {
    const root = linkOf(found, '.');
    const linked = root === undefined ? {} : { 'vercel-project': root.project, 'vercel-team': root.team };
    const apps = given.apps ?? [];
    const scoped = new Map(given.scoped);
    for (const app of apps) {
        const link = linkOf(found, app.directory);
        if (link !== undefined)
            scoped.set(app.name, { 'vercel-project': link.project, 'vercel-team': link.team, ...scoped.get(app.name) });
    }
    return {
        ...given,
        inputs: apps.length > 1 ? given.inputs : { ...linked, ...found.installed, ...given.inputs },
        scoped,
    };
}

// EXTERNAL MODULE: ./packages/cli/lib/files.js
var files = __webpack_require__(110354);
;// CONCATENATED MODULE: ./packages/cli/lib/commands/init/documents.js





const NONE = { files: new Map(), kept: [], missing: [] };
async function documentsFor(given, sources, planned) {
    if (!given.documents)
        return NONE;
    const { environments, frameworks, into } = given;
    return planDocuments(sources, {
        ...{
            frameworks,
            environment: (environments ?? choices_USUAL.environments).at(-1) ?? 'production',
            known: await knownIn(into),
            workflows: [...new Set([...workflowFiles(into), ...planned])],
        },
        has: (path) => isThere((0,external_node_path_.join)(into, path)),
    });
}
function isThere(path) {
    try {
        return (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false }) !== undefined;
    }
    catch {
        return false;
    }
}
async function knownIn(into) {
    const path = (0,external_node_path_.join)(into, DOCUMENTS_FILE);
    const text = (0,files/* readIfThere */.qC)(path, 'remove it, and the list to begin with is written');
    if (text === undefined)
        return undefined;
    const { readDocumentList } = await __webpack_require__.e(/* import() */ 9947).then(__webpack_require__.bind(__webpack_require__, 291393));
    const { documents, leftOut } = readDocumentList(text, path);
    return {
        files: new Map(documents.map(({ file, kind }) => [kind, file])),
        leftOut: leftOut.map(({ kind }) => kind),
    };
}
function withDocuments(given) {
    if (!given.documents || !given.names.some((name) => /^(lockstep-)?evidence$/.test(name)))
        return given;
    const judged = { 'documents-file': DOCUMENTS_FILE, 'controls-file': CONTROLS_FILE };
    return { ...given, inputs: { ...judged, ...given.inputs } };
}

;// CONCATENATED MODULE: ./packages/cli/lib/commands/init/questions.js


const questions_PLACE = ['vercel-project', 'vercel-team', 'production-url'];
async function askRest(given, found, asked) {
    const apps = given.apps ?? (await askApps(given, found, asked));
    const isReleased = releases(given);
    const environments = given.environments ?? (isReleased ? await askEnvironments(asked) : undefined);
    const approvals = given.approvals ?? (isReleased ? await askApprovals(asked) : undefined);
    const isOpen = isReleased && given.inputs['strategy'] === undefined;
    const strategy = given.strategy ?? (isOpen ? await askStrategy(asked) : undefined);
    const packageManager = given.packageManager ?? (await askPackageManager(given, found, asked));
    const answered = { ...given, apps, environments, approvals, strategy, packageManager };
    if (apps.length <= 1)
        return { ...answered, inputs: await askPlace(given.inputs, '', asked) };
    const scoped = new Map(given.scoped);
    for (const { name } of apps)
        scoped.set(name, await askPlace({ ...given.inputs, ...scoped.get(name) }, ` of ${name}`, asked));
    return { ...answered, scoped };
}
async function askApps({ into }, { apps }, { person, signal }) {
    const [first] = apps;
    if (apps.length <= 1)
        return first === undefined || first.directory === '.' ? [] : [first];
    const asking = {
        question: 'Apps that are released on their own; the first one brings the migrations',
        usual: apps.map(({ name, directory }) => `${name}=${directory}`).join(','),
        problem: (answer) => {
            const problems = [];
            appsIn(answer, into, problems);
            return problems[0];
        },
    };
    return appsIn(await person.text(asking, signal), into, []);
}
const ENVIRONMENTS = [
    { value: 'one', meaning: 'production: each push is released to it' },
    { value: 'two', meaning: 'staging, then production: people promote from one to the other' },
    { value: 'others', meaning: 'with names of your own' },
];
async function askEnvironments({ person, signal }) {
    const asking = { question: 'Environments', choices: ENVIRONMENTS, usual: 'one' };
    const chosen = await person.choose(asking, signal);
    if (chosen === 'one')
        return choices_USUAL.environments;
    if (chosen === 'two')
        return ['staging', 'production'];
    const named = {
        question: 'Names of the environments in their order, with commas between them',
        usual: 'staging,production',
        problem: (answer) => environmentsIn(answer).problems[0],
    };
    return environmentsIn(await person.text(named, signal)).names;
}
const WHO = {
    none: 'each release goes on without an approval',
    reviewers: 'reviewers of an environment at GitHub approve it',
    'two-person': 'one person asks for the release, another one approves it',
};
async function askApprovals({ person, signal }) {
    const choices = APPROVALS.map((value) => ({ value, meaning: WHO[value] }));
    return await person.choose({ question: 'Who lets a release happen', choices, usual: choices_USUAL.approvals }, signal);
}
const HOW = {
    promote: 'all of them at once',
    rolling: 'by stages, with rolling releases of the Vercel project',
};
async function askStrategy({ person, signal }) {
    const choices = STRATEGIES.map((value) => ({ value, meaning: HOW[value] }));
    return await person.choose({ question: 'How users get a release', choices, usual: choices_USUAL.strategy }, signal);
}
const questions_MANAGERS = [
    { value: 'none', meaning: 'the gates install no packages' },
    { value: 'npm', meaning: 'npm ci' },
    { value: 'pnpm', meaning: 'pnpm install --frozen-lockfile' },
    { value: 'yarn', meaning: 'yarn install --immutable' },
    { value: 'yarn-classic', meaning: 'yarn install --frozen-lockfile, with Yarn 1' },
    { value: 'bun', meaning: 'bun install --frozen-lockfile' },
];
async function askPackageManager({ names }, { packageManager }, { person, signal }) {
    const installs = names.length === 0 || names.some((name) => /^(lockstep-)?pull-request$/.test(name));
    if (packageManager !== 'none' || !installs)
        return undefined;
    const question = 'No lock file is there. What installs packages for the gates';
    return await person.choose({ question, choices: questions_MANAGERS, usual: packageManager }, signal);
}
async function askPlace(inputs, of, { person, signal }) {
    const place = { ...inputs };
    const questions = {
        'vercel-project': `Vercel project${of}`,
        'vercel-team': `Vercel team${of}, empty for a personal account`,
        'production-url': `Address of the app${of}`,
    };
    for (const name of questions_PLACE) {
        const asking = { question: questions[name], usual: inputs[name] ?? '', problem: PROBLEMS[name] };
        place[name] = await person.text(asking, signal);
    }
    return place;
}
const PROBLEMS = {
    'vercel-project': (answer) => (answer === '' ? 'expected the name of a project' : undefined),
    'vercel-team': () => undefined,
    'production-url': (answer) => URL.canParse(answer) && /^https?:$/.test(new URL(answer).protocol)
        ? undefined
        : 'expected an address like https://shop.example',
};

;// CONCATENATED MODULE: ./packages/cli/lib/commands/init/run.js







async function runInit(call, sources = packedSources) {
    const options = withDocuments(readGiven(call));
    const branch = options.branch || (await branchOf(options.into, call));
    const found = detect(options.into);
    const person = call.json || call.flag('yes') || call.flag('dry-run') ? undefined : await call.terminal.person?.();
    const known = proposed({ ...options, apps: options.apps ?? onlyApp(found) }, found);
    const hasWorkflows = !isDocumentsAlone(options);
    const given = person === undefined || !hasWorkflows
        ? known
        : await askRest({ ...known, apps: options.apps }, found, { person, signal: call.signal });
    const workflows = hasWorkflows ? workflowsFor(given, sources, { branch, found }) : NO_FILES;
    const documents = await documentsFor(given, sources, workflows.files.keys());
    const changes = changesOf(given.into, new Map([...workflows.files, ...documents.files]));
    const missing = [...workflows.missing, ...documents.missing];
    const notes = hasWorkflows
        ? [...notesOf(given, found), ...suggestOptions(given.into, [...workflows.files.keys()], given.inputs)]
        : ['"lockstep init evidence --documents" also writes the workflow that judges them each month'];
    if (!call.json)
        call.terminal.write(changesText(changes, documents.kept, call.flag('dry-run')));
    const isWritten = await write(given, changes, call);
    report(call, {
        ...{ branch, written: isWritten ? changes : [], planned: changes, missing, notes },
        ...{ kept: documents.kept, hasWorkflows },
    });
    return 'pass';
}
const NO_FILES = { files: new Map(), missing: [] };
function isDocumentsAlone({ documents, names }) {
    return documents && names.length === 0;
}
function workflowsFor(given, sources, { branch, found }) {
    return planStarters(given.names, sources, {
        ...given,
        ...{ branch, apps: given.apps ?? [], approvals: given.approvals ?? choices_USUAL.approvals },
        environments: given.environments ?? choices_USUAL.environments,
        strategy: given.strategy ?? choices_USUAL.strategy,
        packageManager: given.packageManager ?? found.packageManager,
    });
}
function onlyApp({ apps }) {
    const [only] = apps;
    return apps.length === 1 && only !== undefined && only.directory !== '.' ? [only] : undefined;
}
async function branchOf(into, call) {
    let top;
    try {
        top = (await (0,git/* readGit */.lX)(['-C', into, 'rev-parse', '--show-toplevel'], call)).replace(/\r?\n$/, '');
    }
    catch (cause) {
        if (!(cause instanceof errors/* InputError */.dz))
            throw cause;
        throw new errors/* InputError */.dz(`${into}: ${cause.message}; run "git init" first, or name the branch with --branch`, {
            cause,
        });
    }
    if (external_node_fs_.realpathSync.native(top) !== external_node_fs_.realpathSync.native(into))
        throw new errors/* InputError */.dz(`${into}: not the top of its git repository, where GitHub reads workflows: pass --into ${top}`);
    return await (0,default_branch/* defaultBranch */.O)((...args) => trimmed((0,git/* askGit */.gG)(['-C', into, ...args], call)));
}
async function trimmed(answer) {
    return (await answer)?.trim() || undefined;
}
async function write(given, changes, call) {
    if (call.flag('dry-run') || changes.length === 0)
        return false;
    const person = call.json || call.flag('yes') ? undefined : await call.terminal.person?.();
    if ((await person?.confirm(`Write ${(0,lists/* count */.U9)(changes.length, 'file')}?`, call.signal)) === false)
        return false;
    writeChanges(given.into, changes, call.flag('force'));
    return true;
}
function changesText(changes, kept, isDryRun) {
    const yours = kept.map((path) => `kept     ${path}: it is there already, and yours`);
    if (changes.length === 0)
        return [...yours, 'everything is there already', ''].join('\n');
    const lines = changes.flatMap(({ path, text, before }) => {
        if (before !== undefined)
            return [`changed  ${path}`, ...(0,diff_lines/* diffLines */.P)(before, text)];
        const shown = isDryRun
            ? text
                .trimEnd()
                .split('\n')
                .map((line) => `+${line}`)
            : [];
        return [`new      ${path}`, ...shown];
    });
    return `${[...yours, ...lines].join('\n')}\n`;
}
function notesOf(given, found) {
    const { apps, inputs, strategy } = given;
    const isReleased = releases(given);
    const [first] = apps ?? [];
    const isRolling = strategy === 'rolling' || inputs['strategy'] === 'rolling';
    return [
        ...found.deploying.map((path) => `${path} deploys or migrates on its own: remove it, or each push does both (docs/migrating.md)`),
        ...(isReleased && !found.supabase
            ? [
                'there is no folder supabase: migrations are read from supabase/migrations, or from --with migrations-directory=FOLDER',
            ]
            : []),
        ...(isReleased && isRolling
            ? [
                'strategy: rolling needs rolling releases switched on in the Vercel project, with stages that wait for approval (docs/rolling-releases.md)',
            ]
            : []),
        ...((apps?.length ?? 0) === 0 && found.apps.length > 1
            ? [
                `there are several Next.js apps: --apps ${shellWord(found.apps.map(({ name, directory }) => `${name}=${directory}`).join(','))} releases each on its own`,
            ]
            : []),
        ...((apps?.length ?? 0) > 1 && first !== undefined ? [`pull requests show a preview of ${first.name} alone`] : []),
    ];
}
function shellWord(text) {
    return /^[\w@%+=:,./-]+$/.test(text) ? text : `"${text.replace(/["$`\\]/g, '\\$&')}"`;
}
function report(call, { branch, hasWorkflows, kept, planned, written, missing, notes }) {
    const { terminal } = call;
    if (call.json) {
        const files = planned.map(({ path, before }) => ({ path, change: before === undefined ? 'new' : 'changed' }));
        terminal.write((0,json_text/* jsonText */.s)({ branch, files, kept, written: written.length > 0, missing, notes }));
        return;
    }
    const released = hasWorkflows ? `; the workflows release the branch ${branch}` : '';
    if (written.length > 0)
        terminal.write(`wrote ${(0,lists/* count */.U9)(written.length, 'file')}${released}\n`);
    for (const what of missing)
        terminal.tell(`to fill in: ${what}\n`);
    for (const what of notes)
        terminal.tell(`note: ${what}\n`);
    const next = hasWorkflows
        ? 'doctor shows which settings are missing'
        : 'evidence documents shows what is to be filled in';
    if (written.length > 0)
        terminal.tell(`next: lockstep ${next}\n`);
    else if (planned.length > 0)
        terminal.tell('nothing was written\n');
}

;// CONCATENATED MODULE: ./packages/cli/lib/commands/setup.js





/***/ }),

/***/ 851712:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gG: () => (/* binding */ askGit),
/* harmony export */   lN: () => (/* binding */ noCommit),
/* harmony export */   lX: () => (/* binding */ readGit),
/* harmony export */   vj: () => (/* binding */ commitNamed)
/* harmony export */ });
let node_child_process__WEBPACK_IMPORTED_MODULE_0___kept;
const node_child_process__WEBPACK_IMPORTED_MODULE_0__ = () => (node_child_process__WEBPACK_IMPORTED_MODULE_0___kept ??= __webpack_require__(237763));
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(565658);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(203906);



const WITHIN_MS = 20_000;
const MOST_BYTES = 64 * 1024 * 1024;
async function readGit(args, { signal }, answers = []) {
    return await run(args, { signal, env: await environmentOf(signal) }, answers);
}
async function askGit(args, call) {
    return await answered(readGit(args, call));
}
async function commitNamed(name, call) {
    if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(name))
        return name;
    if (name.startsWith('-'))
        return undefined;
    return (await askGit(['rev-parse', '--verify', '--quiet', `${name}^{commit}`], call))?.trim() || undefined;
}
function noCommit(name) {
    return `--commit: git knows no commit "${name}" here; give its whole id, or a name that git has for it`;
}
function run(args, { env, signal }, answers = []) {
    return new Promise((resolve, reject) => {
        const options = { encoding: 'utf8', maxBuffer: MOST_BYTES, timeout: WITHIN_MS, signal, env };
        const line = ['--literal-pathspecs', '-c', 'core.quotePath=false', ...args];
        (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__().execFile)('git', line, options, (error, out, complaint) => {
            if (error === null || answers.some((code) => code === error.code))
                resolve(out);
            else if (signal.aborted)
                reject(signal.reason);
            else if (error.code === 'ENOENT')
                reject(new _lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz('git is not installed, or not on the PATH', { cause: error }));
            else
                reject(new _lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(`git: ${lineOfCause(complaint) || (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .describe */ .q0)(error)}`, { cause: error }));
        });
    });
}
function lineOfCause(complaint) {
    const lines = complaint.trim().split(/\r?\n/);
    return lines.find((line) => line.startsWith('fatal: ')) ?? lines.at(-1);
}
async function answered(asked) {
    try {
        return await asked;
    }
    catch (error) {
        if (error instanceof _lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz)
            return undefined;
        throw error;
    }
}
async function environmentOf(signal) {
    const { GIT_DIR: given, GIT_WORK_TREE: top, ...env } = process.env;
    if (given === undefined || top !== undefined)
        return process.env;
    const ask = async (what) => (await answered(run(['rev-parse', what], { signal, env })))?.replace(/\r?\n$/, '');
    const own = await ask('--absolute-git-dir');
    if (own === undefined || realOf(own) !== realOf(given))
        return process.env;
    const found = await ask('--show-toplevel');
    return found === undefined ? process.env : { ...process.env, GIT_WORK_TREE: found };
}
function realOf(path) {
    try {
        return node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync.native(path);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 495441:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B9: () => (/* binding */ tokenOf),
/* harmony export */   E$: () => (/* binding */ repositoryIfAny),
/* harmony export */   Mh: () => (/* binding */ patientGithubOf),
/* harmony export */   Wf: () => (/* binding */ githubAddress),
/* harmony export */   ce: () => (/* binding */ repositoryIn),
/* harmony export */   cg: () => (/* binding */ webAddressOf),
/* harmony export */   zD: () => (/* binding */ githubWithArtifacts),
/* harmony export */   zE: () => (/* binding */ WITHIN_MS),
/* harmony export */   zq: () => (/* binding */ githubOf)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(487083);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1027241);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(203906);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(636190);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(463499);
/* harmony import */ var _lockstep_github__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(598035);
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(851712);



const WITHIN_MS = 15_000;
function tokenOf(env = process.env) {
    return new _lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .Secret */ .z(env['GITHUB_TOKEN'] || env['GH_TOKEN'] || '');
}
function githubOf(repository, signal, token, env = process.env) {
    const retry = { ..._lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .defaultRetry */ .iU, budgetMs: WITHIN_MS };
    return (0,_lockstep_github__WEBPACK_IMPORTED_MODULE_3__/* .createGitHubClient */ .L)({ ...optionsOf(repository, signal, token, env), ...QUICK, retry });
}
function patientGithubOf(repository, signal, token) {
    return (0,_lockstep_github__WEBPACK_IMPORTED_MODULE_3__/* .createGitHubClient */ .L)({ ...optionsOf(repository, signal, token, process.env), ...QUICK });
}
function githubWithArtifacts(repository, signal, token) {
    return (0,_lockstep_github__WEBPACK_IMPORTED_MODULE_3__/* .createGitHubClient */ .L)(optionsOf(repository, signal, token, process.env));
}
const QUICK = { requestTimeoutMs: WITHIN_MS, redirects: 'refused' };
function githubAddress(env = process.env) {
    const apiUrl = env['GITHUB_API_URL'] || 'https://api.github.com';
    if (!URL.canParse(apiUrl))
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz('GITHUB_API_URL: expected an address');
    return apiUrl.replace(/\/$/, '');
}
function optionsOf(repository, signal, token, env) {
    const [owner = '', repo = ''] = repository.split('/');
    return {
        ...{ token, apiUrl: githubAddress(env), repository: { owner, repo } },
        ...{ clock: _lockstep_base__WEBPACK_IMPORTED_MODULE_5__/* .systemClock */ .ml, log: _lockstep_base__WEBPACK_IMPORTED_MODULE_6__/* .silent */ .K, signal },
    };
}
function webAddressOf(repository, env = process.env) {
    const { host, origin, pathname } = new URL(githubAddress(env));
    const named = pathname === '/api/v3' ? origin : host.startsWith('api.') ? `https://${host.slice(4)}` : '';
    return `${env['GITHUB_SERVER_URL'] || named || 'https://github.com'}/${repository}`;
}
async function repositoryIn(folder, call, problems) {
    return checked(given(call) || (await ofGit(folder, call)), problems);
}
async function repositoryIfAny(call, problems) {
    const repository = given(call) || (await ofGit('.', call));
    return repository === '' ? undefined : checked(repository, problems);
}
const given = (call) => call.text('repository') || process.env['GITHUB_REPOSITORY'] || '';
function checked(repository, problems) {
    if (/^[\w.-]+\/[\w.-]+$/.test(repository))
        return repository;
    problems.push(repository === ''
        ? '--repository: expected OWNER/NAME, as git knows no remote "origin" on GitHub'
        : `--repository: expected OWNER/NAME, got "${repository}"`);
    return '';
}
async function ofGit(folder, call) {
    const { repositoryOf } = await __webpack_require__.e(/* import() */ 5261).then(__webpack_require__.bind(__webpack_require__, 287253));
    return (await repositoryOf(async (...args) => (await (0,_git_js__WEBPACK_IMPORTED_MODULE_0__/* .askGit */ .gG)(['-C', folder, ...args], call))?.trim())) ?? '';
}


/***/ }),

/***/ 385464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SH: () => (/* binding */ repositoryPath),
/* harmony export */   Vd: () => (/* binding */ isProgram),
/* harmony export */   pe: () => (/* binding */ repositoryFolder),
/* harmony export */   sq: () => (/* binding */ withSlashes)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(989278);

function withSlashes(path, { sep } = node_path__WEBPACK_IMPORTED_MODULE_0__) {
    return path.split(sep).join('/');
}
function repositoryFolder(path, system = node_path__WEBPACK_IMPORTED_MODULE_0__) {
    return withSlashes(system.normalize(path), system).replace(/\/$/, '');
}
function repositoryPath(path, system = node_path__WEBPACK_IMPORTED_MODULE_0__) {
    const inside = withSlashes(system.normalize(path), system);
    return system.isAbsolute(path) || inside === '..' || inside.startsWith('../') ? undefined : inside;
}
function isProgram(name, { endings, isThere, path }, { delimiter, join } = node_path__WEBPACK_IMPORTED_MODULE_0__) {
    const folders = path.split(delimiter).filter((folder) => folder !== '');
    return folders.some((folder) => endings.some((ending) => isThere(join(folder, `${name}${ending}`))));
}


/***/ }),

/***/ 598035:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ createGitHubClient)
/* harmony export */ });
/* unused harmony export repositoryProblem */
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1027241);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(203906);
/* harmony import */ var _endpoints_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(898178);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(564604);



const MOST_PAGES = 100;
const beyond = new Set(_endpoints_js__WEBPACK_IMPORTED_MODULE_0__/* .BEYOND_REPOSITORY */ .d$);
function repositoryProblem({ owner, repo }) {
    if (owner !== '' && repo !== '')
        return undefined;
    const given = [owner, repo].filter((part) => part !== '').join('/');
    return `GITHUB_REPOSITORY: expected OWNER/NAME, ${given === '' ? 'and it is not set' : `got "${given}"`}; a runner sets it, elsewhere set it to the repository on GitHub`;
}
function createGitHubClient(options) {
    const { clock, log, signal, repository, random } = options;
    const policy = options.retry ?? _lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .defaultRetry */ .iU;
    const tools = {
        clock,
        signal,
        ...(random === undefined ? {} : { random }),
        onRetry: (error, attempt, delayMs) => log.debug(`${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .describeTry */ .z3)(error)}: try ${attempt} failed, again in ${Math.round(delayMs)} ms`),
    };
    let transport;
    const send = async (endpoint, parameters) => {
        const problem = beyond.has(endpoint) ? undefined : repositoryProblem(repository);
        if (problem !== undefined)
            throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(problem);
        transport ??= Promise.all(/* import() */[__webpack_require__.e(5517), __webpack_require__.e(6410)]).then(__webpack_require__.bind(__webpack_require__, 291810)).then(({ openTransport }) => openTransport(options));
        return await (await transport)(endpoint, parameters);
    };
    return {
        clock,
        log,
        signal,
        repository,
        async read(endpoint, parameters) {
            const answer = await (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L5)(() => send(endpoint, parameters), policy, tools);
            return answer.data;
        },
        async *pages(endpoint, parameters) {
            for (let page = 1; page <= MOST_PAGES; page++) {
                const answer = await (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L5)(() => send(endpoint, { ...parameters, per_page: 100, page }), policy, tools);
                yield answer.data;
                if (!/rel="next"/.test(String(answer.headers['link'] ?? '')))
                    return;
            }
            throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .RemoteError */ .Hi(`GitHub: ${endpoint}: more than ${MOST_PAGES} pages`, {
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
                    if (!(error instanceof _lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .RemoteError */ .Hi) || (0,_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .nothingDone */ .mh)(error))
                        throw error;
                    return { kind: 'lost', error };
                }
            };
            try {
                return await (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L5)(once, policy, tools);
            }
            catch (error) {
                if (!(error instanceof _lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .RemoteError */ .Hi))
                    throw error;
                return { kind: 'refused', error };
            }
        },
    };
}


/***/ }),

/***/ 898178:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y6: () => (/* binding */ CHANGES),
/* harmony export */   d$: () => (/* binding */ BEYOND_REPOSITORY),
/* harmony export */   yT: () => (/* binding */ READS)
/* harmony export */ });
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O2: () => (/* binding */ notJson),
/* harmony export */   Of: () => (/* binding */ refusalOf),
/* harmony export */   mh: () => (/* binding */ nothingDone),
/* harmony export */   qE: () => (/* binding */ noAnswer)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(203906);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1027241);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(896818);

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


/***/ }),

/***/ 647018:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ defaultBranch),
/* harmony export */   _: () => (/* binding */ repositoryOf)
/* harmony export */ });
async function defaultBranch(git) {
    const remote = await git('symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD');
    if (remote !== undefined)
        return remote.replace(/^origin\//, '');
    const branches = ((await git('for-each-ref', '--format=%(refname:short)', 'refs/heads')) ?? '')
        .split('\n')
        .filter(Boolean);
    const [only] = branches;
    if (branches.length === 1 && only !== undefined)
        return only;
    return (['main', 'master'].find((name) => branches.includes(name)) ?? (await git('branch', '--show-current')) ?? 'main');
}
async function repositoryOf(git) {
    const url = (await git('remote', 'get-url', 'origin')) ?? '';
    return /^(?:https?:\/\/(?:[^@/]+@)?|ssh:\/\/(?:[^@/]+@)?|[^@/]+@)[^/:]+(?::\d+)?[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(url)?.[1];
}


/***/ })

};
