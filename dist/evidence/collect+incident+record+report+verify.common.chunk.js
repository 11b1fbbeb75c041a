export const id = 692;
export const ids = [692];
export const modules = {

/***/ 963934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ inServerTime)
});

// EXTERNAL MODULE: ./packages/base/lib/duration.js
var duration = __webpack_require__(984731);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
;// CONCATENATED MODULE: ./packages/github/lib/server-time.js

const ACCURACY_MS = 5_000;
function serverTime(local, apiUrl, ask = fetch) {
    const { host } = new URL(apiUrl);
    let ahead;
    return {
        clock: { now: () => local.now() + (ahead ?? 0), sleep: (ms, signal) => local.sleep(ms, signal) },
        aheadMs: () => ahead,
        fetch: async (input, init) => {
            const askedMs = local.now();
            const answer = await ask(input, init);
            const saidMs = Date.parse(answer.headers.get('date') ?? '');
            const isOwn = hostOf(answer) === host && answer.headers.get('age') === null;
            if (ahead === undefined && isOwn && !Number.isNaN(saidMs)) {
                const found = saidMs + 500 - (askedMs + local.now()) / 2;
                ahead = Math.abs(found) > ACCURACY_MS + (local.now() - askedMs) / 2 ? Math.round(found) : 0;
            }
            return answer;
        },
    };
}
function hostOf({ url }) {
    return URL.canParse(url) ? new URL(url).host : '';
}
async function learnTime(github, time) {
    if (time.aheadMs() !== undefined)
        return undefined;
    try {
        await github.read('repos.get', {});
    }
    catch (error) {
        if (!(error instanceof errors/* RemoteError */.Hi))
            throw error;
        return time.aheadMs() === undefined ? (0,errors/* describe */.q0)(error) : undefined;
    }
    return time.aheadMs() === undefined ? 'its answers have no Date' : undefined;
}

// EXTERNAL MODULE: ./packages/github/lib/client.js
var client = __webpack_require__(598035);
;// CONCATENATED MODULE: ./packages/action-kit/lib/evidence/server-time.js


const ONCE = { attempts: 1, firstDelayMs: 0, maxDelayMs: 0, budgetMs: 0 };
async function clockOfGitHub(tools) {
    const { apiUrl, clock, log } = tools;
    const time = serverTime(clock, apiUrl);
    const unknown = await learnTime((0,client/* createGitHubClient */.L)({ ...tools, fetch: time.fetch, retry: ONCE }), time);
    if (unknown !== undefined)
        log.debug(`GitHub's time is not known: ${unknown}`);
    const ahead = time.aheadMs() ?? 0;
    if (ahead !== 0)
        log.warning(`the clock of this machine is ${(0,duration/* formatDuration */.a)(Math.abs(ahead))} ${ahead > 0 ? 'behind' : 'ahead of'} GitHub's, whose time is used here; set it, for example with an NTP service`);
    return time.clock;
}

;// CONCATENATED MODULE: ./actions/evidence/lib/in-server-time.js

async function inServerTime(values, shell) {
    const { apiUrl, repository } = shell.env;
    const { clock, log, signal } = shell;
    const asked = { token: values['github-token'], requestTimeoutMs: values['request-timeout'] };
    return { ...shell, clock: await clockOfGitHub({ ...asked, apiUrl, repository, clock, log, signal }) };
}


/***/ }),

/***/ 235222:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ trailOf)
});

// EXTERNAL MODULE: ./packages/action-kit/lib/github.js
var github = __webpack_require__(635046);
// EXTERNAL MODULE: external "node:stream"
let external_node_stream__kept;
const external_node_stream_ = () => (external_node_stream__kept ??= __webpack_require__(560640));
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
// EXTERNAL MODULE: external "node:crypto"
let external_node_crypto__kept;
const external_node_crypto_ = () => (external_node_crypto__kept ??= __webpack_require__(823569));
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(565658);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(377109);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(989278);
// EXTERNAL MODULE: ./packages/base/lib/clock.js
var clock = __webpack_require__(636190);
// EXTERNAL MODULE: ./packages/backup/lib/targets/target.js
var target = __webpack_require__(121859);
;// CONCATENATED MODULE: ./packages/backup/lib/targets/directory.js






const UNFINISHED = /\.unfinished-[0-9a-f]+$/;
async function directoryTarget(folder) {
    const top = (0,external_node_path_.resolve)(folder);
    for (let at = top; !(await isUsable(folder, at, top)); at = (0,external_node_path_.dirname)(at))
        ;
    return new DirectoryTarget(folder);
}
async function isUsable(folder, at, top) {
    try {
        if (!(await (0,promises_.stat)(at)).isDirectory())
            throw new errors/* InputError */.dz(`to: ${folder} cannot be a folder: ${at} is a file`);
        await (0,promises_.access)(at, at === top ? external_node_fs_.constants.R_OK | external_node_fs_.constants.X_OK : external_node_fs_.constants.W_OK);
        return true;
    }
    catch (cause) {
        if (cause instanceof errors/* InputError */.dz)
            throw cause;
        if (isAbsent(cause) && (0,external_node_path_.dirname)(at) !== at)
            return false;
        const may = at === top ? 'read it' : `make it in ${at}`;
        throw new errors/* InputError */.dz(`to: ${folder} cannot be used: this user may not ${may}; name another folder`, { cause });
    }
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
        const path = `${this.#path(key)}.unfinished-${(0,external_node_crypto_().randomBytes)(6).toString('hex')}`;
        const file = await worded(key, async () => {
            await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
            return (0,promises_.open)(path, 'wx', 0o600);
        });
        try {
            for await (const chunk of body) {
                if (signal?.aborted)
                    throw (0,clock/* cancellation */.WN)(signal);
                await worded(key, () => writeAll(file, chunk));
            }
            if (signal?.aborted)
                throw (0,clock/* cancellation */.WN)(signal);
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
var lib_secret = __webpack_require__(487083);
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



async function openPlace(settings, tools) {
    const { clock, env, log, requestTimeoutMs } = tools;
    const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(settings.to)?.[1]?.toLowerCase();
    if (scheme === undefined)
        return directoryTarget(settings.to);
    if (scheme === 's3') {
        const place = readS3Place(settings, env);
        const { s3Target } = await __webpack_require__.e(/* import() */ 915).then(__webpack_require__.bind(__webpack_require__, 770850));
        return s3Target(place, { clock, log, ...(requestTimeoutMs === undefined ? {} : { requestTimeoutMs }) });
    }
    throw new errors/* InputError */.dz(`to: ${scheme}:// is no place for backups; expected s3://BUCKET/PREFIX, or a folder`);
}

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

// EXTERNAL MODULE: ./packages/evidence/lib/trail/record.js + 1 modules
var record = __webpack_require__(651974);
;// CONCATENATED MODULE: ./packages/github/lib/branch-log/layout.js

const LINES_A_FILE = 1_000;
const FILE = /^lines-(\d{9})\.jsonl$/;
function fileOf(line) {
    return `lines-${String(firstOfFile(line)).padStart(9, '0')}.jsonl`;
}
function firstOfFile(line) {
    return line - ((line - 1) % LINES_A_FILE);
}
function firstLineIn(file) {
    const first = Number(FILE.exec(file)?.[1] ?? 0);
    return first > 0 && first === firstOfFile(first) ? first : undefined;
}
function linesIn(bytes) {
    const lines = [];
    for (let from = 0; from < bytes.length;) {
        const end = bytes.indexOf(10, from);
        const to = end < 0 ? bytes.length : end + 1;
        lines.push(bytes.subarray(from, to));
        from = to;
    }
    return lines;
}
function blobShaOf(bytes) {
    return (0,external_node_crypto_().createHash)('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

;// CONCATENATED MODULE: ./packages/github/lib/branch-log/read.js


const NONE = { commit: undefined, files: [], lines: new Map(), others: [] };
function branchReader(github, branch, ownFiles) {
    const blobs = new Map();
    let known = NONE;
    return {
        async state() {
            const commit = await headOf(github, branch);
            if (commit === undefined)
                return NONE;
            if (known.commit !== commit)
                known = await stateAt(commit);
            return known;
        },
    };
    async function stateAt(commit) {
        const { tree, truncated } = await github.read('git.getTree', { tree_sha: commit });
        if (truncated)
            throw new errors/* RemoteError */.Hi(`GitHub: the branch ${branch} has too many files`, { service: 'GitHub', retryable: false });
        const files = tree.map(({ mode, path, sha, type }) => ({ path, mode, type, sha }));
        const lines = new Map();
        const others = [];
        for (const { path, sha, type } of files) {
            const first = type === 'blob' ? firstLineIn(path) : undefined;
            if (first === undefined) {
                if (!ownFiles.includes(path))
                    others.push(path);
                continue;
            }
            for (const [nth, line] of linesIn(await blob(sha)).entries())
                if (nth < LINES_A_FILE)
                    lines.set(first + nth, line);
                else
                    others.push(`${path}:${nth + 1}`);
        }
        return { commit, files, lines, others };
    }
    async function blob(sha) {
        const known = blobs.get(sha);
        if (known !== undefined)
            return known;
        const { content, encoding } = await github.read('git.getBlob', { file_sha: sha });
        const bytes = Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8');
        if (blobShaOf(bytes) !== sha)
            throw new errors/* RemoteError */.Hi(`GitHub: the file ${sha} of the branch ${branch} came with other bytes`, {
                service: 'GitHub',
                retryable: true,
            });
        blobs.set(sha, bytes);
        return bytes;
    }
}
async function headOf(github, branch) {
    const refs = await github.read('git.listMatchingRefs', { ref: `heads/${branch}` });
    return refs.find(({ ref }) => ref === `refs/heads/${branch}`)?.object.sha;
}

;// CONCATENATED MODULE: ./packages/github/lib/branch-log/branch-log.js



const TURNS = 60;
const STILL_TURNS = 8;
const SENDS = 3;
function openBranchLog({ branch, files: own, github }) {
    const { clock, signal } = github;
    const reader = branchReader(github, branch, Object.keys(own));
    return { branch, read: () => reader.state(), append };
    async function append(from, lines) {
        let still = 0;
        let seen;
        for (let turn = 1;; turn++) {
            signal.throwIfAborted();
            const state = await reader.state();
            if (state.lines.has(from))
                return isThere(state, from, lines) ? 'stored' : 'taken';
            still = turn > 1 && state.commit === seen ? still + 1 : 0;
            seen = state.commit;
            if (state.lines.size === 0 && state.others.length > 0)
                throw notOurs(state);
            const why = canFollow(state, from) ? await move(state, from, lines) : hole(from);
            if (why === undefined)
                return 'stored';
            if (turn >= TURNS)
                throw why;
            if (still >= STILL_TURNS)
                throw kept(why);
            await clock.sleep(Math.min(2_000, 100 * 2 ** Math.min(still, 5)) * (0.5 + Math.random()), signal);
        }
    }
    async function move(state, from, lines) {
        const commit = await commitWith(state, from, lines);
        const ref = `heads/${branch}`;
        const answer = state.commit === undefined
            ? await github.change('git.createRef', { ref: `refs/${ref}`, sha: commit })
            : await github.change('git.updateRef', { ref, sha: commit, force: false });
        if (answer.kind === 'accepted')
            return undefined;
        if (answer.kind === 'refused' && answer.error.status !== 409 && answer.error.status !== 422)
            throw answer.error;
        return answer.error;
    }
    async function commitWith(state, from, lines) {
        const changed = { ...(state.commit === undefined ? own : {}), ...filesWith(state, from, lines) };
        const kept = state.files.filter(({ path }) => !Object.hasOwn(changed, path));
        const made = await repeated('git.createTree', {
            tree: [
                ...kept.map(({ mode, path, sha, type }) => ({ path, mode: mode, type: type, sha })),
                ...Object.entries(changed).map(([path, content]) => ({
                    ...{ path, content },
                    ...{ mode: '100644', type: 'blob' },
                })),
            ],
        });
        const wrong = Object.entries(changed).find(([path, content]) => made.tree.find((one) => one.path === path)?.sha !== blobShaOf(Buffer.from(content)));
        if (wrong !== undefined)
            throw new errors/* RemoteError */.Hi(`GitHub: ${wrong[0]} of the branch ${branch} was stored with other bytes`, {
                service: 'GitHub',
                retryable: false,
            });
        const upTo = from + lines.length - 1;
        const commit = await repeated('git.createCommit', {
            message: `${upTo === from ? `Line ${from}` : `Lines ${from} to ${upTo}`}\n\n[skip ci]`,
            tree: made.sha,
            parents: state.commit === undefined ? [] : [state.commit],
        });
        return commit.sha;
    }
    async function repeated(endpoint, parameters) {
        for (let send = 1;; send++) {
            const answer = await github.change(endpoint, parameters);
            if (answer.kind === 'accepted')
                return answer.data;
            if (answer.kind === 'refused' || send >= SENDS)
                throw answer.error;
            await clock.sleep(250 * send, signal);
        }
    }
    function notOurs({ others }) {
        return new errors/* RemoteError */.Hi(`GitHub: the branch ${branch} has other files, such as ${others[0]}, and no line yet`, {
            service: 'GitHub',
            retryable: false,
            hint: 'name a branch of its own, which is created with the first line',
        });
    }
    function kept(why) {
        const { requestId, status } = why;
        return new errors/* RemoteError */.Hi(why.message, {
            service: 'GitHub',
            retryable: why.retryable,
            hint: `where a rule protects the branch ${branch}, let the token of the workflow write to it, or name another branch`,
            cause: why,
            ...(status === undefined ? {} : { status }),
            ...(requestId === undefined ? {} : { requestId }),
        });
    }
    function hole(from) {
        return new errors/* RemoteError */.Hi(`GitHub: the branch ${branch} has no whole line ${from - 1}, so there can be no line ${from}`, {
            service: 'GitHub',
            retryable: false,
        });
    }
}
function canFollow({ lines }, from) {
    return from === 1 || lines.get(from - 1)?.at(-1) === 10;
}
function isThere({ lines }, from, wanted) {
    return wanted.every((line, nth) => lines.get(from + nth)?.equals(line) === true);
}
function filesWith({ lines: there }, from, lines) {
    const files = {};
    const upTo = from + lines.length - 1;
    for (let first = firstOfFile(from); first <= upTo; first += LINES_A_FILE) {
        const parts = [];
        for (let number = first; number < first + LINES_A_FILE && number <= upTo; number++)
            parts.push((number < from ? there.get(number) : lines[number - from]) ?? Buffer.alloc(0));
        files[fileOf(first)] = Buffer.concat(parts).toString('utf8');
    }
    return files;
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/trail.js





async function openTrail({ anchorTo, store, to }, tools) {
    return readTogether({
        trail: () => {
            const branch = BRANCH.exec(to)?.[1];
            return branch === undefined ? openPlace({ ...store, to }, tools) : branchTrail(tools.github(), branch);
        },
        anchors: () => openAnchors({ anchorTo, store, to }, tools),
    });
}
const BRANCH = /^branch:(.*)$/;
const BRANCH_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}(?:\/[A-Za-z0-9][A-Za-z0-9._-]{0,99})*$/;
async function openAnchors({ anchorTo, store, to }, tools) {
    if (anchorTo === '')
        return undefined;
    if (BRANCH.test(anchorTo))
        throw new errors/* InputError */.dz('anchor-to: a branch can be moved back by whoever can write to it; expected s3://BUCKET/PREFIX');
    if (withoutEnd(anchorTo) === withoutEnd(to))
        throw new errors/* InputError */.dz('anchor-to: the trail is there; whoever rewrites one could rewrite both');
    if (`${withoutEnd(anchorTo)}/`.startsWith(`${withoutEnd(to)}/${record/* RECORDS */.ft}`))
        throw new errors/* InputError */.dz('anchor-to: the records of the trail are there, among which nothing else may be; name a place of its own');
    try {
        return await openPlace({ ...store, to: anchorTo }, tools);
    }
    catch (error) {
        if (!(error instanceof errors/* InputError */.dz))
            throw error;
        throw new errors/* InputError */.dz(error.problems.map((problem) => problem.replace(/^to:/, 'anchor-to:')), { cause: error });
    }
}
function withoutEnd(place) {
    return place.trim().replace(/\/+$/, '');
}
function branchTrail(github, branch) {
    if (!BRANCH_NAME.test(branch) || /\.\.|\.lock$|\.$/.test(branch))
        throw new errors/* InputError */.dz(`to: "${branch}" can be no branch; expected a name like lockstep-evidence`);
    const log = openBranchLog({ github, branch, files: FILES });
    let listed;
    const numberAt = (key) => {
        const number = (0,record/* numberOf */.rl)(key);
        if (number === undefined)
            throw new Error(`${key} is no key of a record`);
        return number;
    };
    const put = async (objects) => {
        const [first] = objects;
        if (first === undefined)
            return 'stored';
        const ended = await log.append(numberAt(first.key), objects.map(({ body }) => Buffer.from(body)));
        return ended === 'stored' ? 'stored' : 'exists';
    };
    return {
        name: `the branch ${branch}`,
        putIfAbsent: (key, body) => put([{ key, body }]),
        putAllIfAbsent: put,
        async get(key) {
            const number = numberAt(key);
            const line = listed?.lines.get(number) ?? (await log.read()).lines.get(number);
            if (line === undefined)
                throw new target/* MissingObject */._m(key);
            return external_node_stream_().Readable.from([line]);
        },
        async *list(prefix) {
            listed = await log.read();
            const { lines, others } = listed;
            const keys = [...[...lines.keys()].map(record/* keyOf */.TN).filter((key) => key.startsWith(prefix)), ...others];
            for (const key of keys.sort())
                yield { key, modifiedMs: undefined };
        },
    };
}
const FILES = {
    'README.md': `# Audit trail

The audit trail of this repository, as the Lockstep action \`evidence\` keeps it: each line of the files is a record, and has
the SHA-256 of the line before it. Do not edit, rebase or delete this branch: \`lockstep evidence verify\` shows
what was changed.
`,
    'vercel.json': '{"git":{"deploymentEnabled":false}}\n',
};

;// CONCATENATED MODULE: ./actions/evidence/lib/trail.js


function trailOf(values, shell) {
    const store = {
        region: values['s3-region'],
        endpoint: values['s3-endpoint'],
        accessKeyId: values['s3-access-key-id'],
        secretAccessKey: values['s3-secret-access-key'],
    };
    const { clock, log } = shell;
    return openTrail({ to: values.to, anchorTo: values['anchor-to'], store }, {
        ...{ clock, log, fetch, env: process.env, requestTimeoutMs: values['request-timeout'] },
        github: () => (0,github/* githubClient */.$)(values, shell),
    });
}


/***/ }),

/***/ 635046:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ githubClient)
/* harmony export */ });
/* unused harmony export ledgerClient */
/* harmony import */ var _lockstep_github__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(598035);

function githubClient(values, shell, signal = shell.signal) {
    const { apiUrl, repository } = shell.env;
    const timeout = values['request-timeout'];
    return (0,_lockstep_github__WEBPACK_IMPORTED_MODULE_0__/* .createGitHubClient */ .L)({
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


/***/ }),

/***/ 121859:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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
        transport ??= Promise.all(/* import() */[__webpack_require__.e(517), __webpack_require__.e(410)]).then(__webpack_require__.bind(__webpack_require__, 291810)).then(({ openTransport }) => openTransport(options));
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


/***/ })

};
