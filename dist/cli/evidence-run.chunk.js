export const id = 5248;
export const ids = [5248];
export const modules = {

/***/ 346107:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ foundTrail),
  J: () => (/* binding */ readAnchored)
});

// EXTERNAL MODULE: ./packages/base/lib/checks/make-list.js
var make_list = __webpack_require__(827298);
// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __webpack_require__(672435);
// EXTERNAL MODULE: ./packages/evidence/lib/trail/anchor-place.js
var anchor_place = __webpack_require__(373726);
// EXTERNAL MODULE: ./packages/evidence/lib/trail/verify.js + 2 modules
var verify = __webpack_require__(460622);
// EXTERNAL MODULE: ./packages/evidence/lib/trail/past.js
var trail_past = __webpack_require__(42216);
// EXTERNAL MODULE: ./packages/evidence/lib/trail/checks.js
var checks = __webpack_require__(265716);
// EXTERNAL MODULE: ./packages/evidence/lib/trail/record.js
var trail_record = __webpack_require__(651974);
// EXTERNAL MODULE: ./packages/evidence/lib/trail/read-record.js
var read_record = __webpack_require__(690167);
;// CONCATENATED MODULE: ./packages/evidence/lib/sources/found-records.js


function foundRecords(objects, repository) {
    return objects.flatMap(({ bytes, key }) => {
        const read = (0,read_record/* readRecord */.aE)(bytes);
        if (read.kind !== 'record')
            return [];
        const { record } = read;
        const { attempt, id } = record.run ?? {};
        const run = id === undefined ? {} : { run: `${repository}/actions/runs/${id}/attempts/${attempt}` };
        return [{ file: key, digest: (0,trail_record/* digestOf */.ol)(bytes), record, ...run }];
    });
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/evidence/found-trail.js


async function readAnchored({ anchors: place, trail }, given, { clock, signal }) {
    const kept = place === undefined ? undefined : await (0,anchor_place/* readAnchors */.DB)(place, clock.now(), { signal });
    const objects = await (0,verify/* readTrail */.h)(trail, { signal });
    const past = await (0,trail_past/* readPast */.rj)(trail, { signal });
    const anchors = [...given, ...(kept?.anchors ?? [])];
    return { name: trail.name, objects, anchors, mayHide: kept?.mayHide, past, nowMs: clock.now() };
}
function foundTrail({ name, ...facts }, looks) {
    const report = (0,verify/* judgeTrail */.o)(facts);
    const list = (0,make_list/* makeCheckList */.P)({
        ...{ subject: name, nowMs: facts.nowMs, run: looks.run, tool: { name: 'evidence', version: looks.version } },
        ...(0,checks/* trailChecks */.Y)(facts, report, { name, maxUnanchoredMs: looks.maxUnanchoredMs }),
    });
    const digest = report.head?.digest ?? (0,trail_record/* digestOf */.ol)(Buffer.alloc(0));
    const found = [{ file: name, digest, list }];
    if (report.findings.length > 0)
        return { records: [], lists: found, doubt: `it shows ${(0,lists/* count */.U9)(report.findings.length, 'sign')} of tampering` };
    return { records: foundRecords(facts.objects, looks.repository), lists: found, doubt: undefined };
}


/***/ }),

/***/ 506801:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ openPlace)
});

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
        const { s3Target } = await Promise.all(/* import() */[__webpack_require__.e(9589), __webpack_require__.e(2747)]).then(__webpack_require__.bind(__webpack_require__, 770850));
        return s3Target(place, { clock, log, ...(requestTimeoutMs === undefined ? {} : { requestTimeoutMs }) });
    }
    throw new errors/* InputError */.dz(`to: ${scheme}:// is no place for backups; expected s3://BUCKET/PREFIX, or a folder`);
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

/***/ 904505:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ canonicalJson)
/* harmony export */ });
function canonicalJson(value) {
    return JSON.stringify(value, (_key, member) => {
        if (typeof member !== 'object' || member === null || Array.isArray(member))
            return member;
        return Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
    });
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

/***/ 323512:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ readTogether)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(203906);

async function readTogether(readers) {
    const results = {};
    const problems = [];
    const causes = [];
    for (const [name, read] of Object.entries(readers)) {
        try {
            results[name] = await read();
        }
        catch (error) {
            if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz))
                throw error;
            problems.push(...error.problems);
            causes.push(error);
        }
    }
    if (causes.length === 1)
        throw causes[0];
    if (causes.length > 1)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz([...new Set(problems)]);
    return results;
}


/***/ }),

/***/ 777481:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  oQ: () => (/* binding */ answered),
  nS: () => (/* binding */ availabilityOf),
  eG: () => (/* binding */ clockOfTrail),
  aW: () => (/* binding */ connected),
  cf: () => (/* binding */ durationOf)
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

// EXTERNAL MODULE: ./packages/base/lib/secret.js
var secret = __webpack_require__(487083);
// EXTERNAL MODULE: ./packages/base/lib/clock.js
var clock = __webpack_require__(636190);
// EXTERNAL MODULE: ./packages/base/lib/checks/make-list.js
var make_list = __webpack_require__(827298);
// EXTERNAL MODULE: ./packages/base/lib/checks/judge-checks.js + 1 modules
var judge_checks = __webpack_require__(1018894);
// EXTERNAL MODULE: ./packages/base/lib/checks/render/json.js
var json = __webpack_require__(318647);
// EXTERNAL MODULE: ./packages/base/lib/checks/render/text.js
var render_text = __webpack_require__(112342);
// EXTERNAL MODULE: ./packages/cli/lib/github-access.js
var github_access = __webpack_require__(495441);
// EXTERNAL MODULE: ./packages/cli/lib/log.js
var log = __webpack_require__(984893);
// EXTERNAL MODULE: ./packages/cli/lib/commands/version.js
var version = __webpack_require__(298176);
// EXTERNAL MODULE: ./packages/cli/lib/commands/evidence/words.js
var words = __webpack_require__(684728);
;// CONCATENATED MODULE: ./packages/cli/lib/commands/evidence/given.js






function durationOf(call, option, problems) {
    const ms = (0,duration/* parseDuration */.E)(call.text(option));
    if (ms === undefined)
        problems.push(`--${option}: expected a duration like 14d, got "${call.text(option)}"`);
    return ms ?? 0;
}
function availabilityOf(call, problems) {
    return {
        'availability-source': call.text('availability-source'),
        'availability-objective': call.text('availability-objective'),
        'budget-window': durationOf(call, 'budget-window', problems),
        'metrics-secrets': new secret/* Secret */.z(process.env['METRICS_SECRETS'] ?? ''),
        'request-timeout': github_access/* WITHIN_MS */.zE,
    };
}
async function connected(call) {
    const problems = [];
    const repository = await (0,github_access/* repositoryIn */.ce)('.', call, problems);
    const token = (0,github_access/* tokenOf */.B9)();
    if (token.isEmpty)
        problems.push('GITHUB_TOKEN: required in the environment to read runs, artifacts and the ledger');
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    return { github: (0,github_access/* githubWithArtifacts */.zD)(repository, call.signal, token), clock: await clockAt(repository, call) };
}
async function clockOfTrail(call) {
    const repository = (0,github_access/* tokenOf */.B9)().isEmpty ? '' : await (0,github_access/* repositoryIn */.ce)('.', call, []);
    return repository === '' ? clock/* systemClock */.ml : await clockAt(repository, call);
}
function clockAt(repository, { signal, terminal }) {
    const [owner = '', repo = ''] = repository.split('/');
    const asked = { token: (0,github_access/* tokenOf */.B9)(), apiUrl: (0,github_access/* githubAddress */.Wf)(), repository: { owner, repo }, requestTimeoutMs: github_access/* WITHIN_MS */.zE };
    return clockOfGitHub({ ...asked, clock: clock/* systemClock */.ml, log: (0,log/* logOf */.G)(terminal), signal });
}
function answered(call, facts, tool, { accept = [], endOf } = {}) {
    const list = (0,make_list/* makeCheckList */.P)({
        ...{ ...facts, run: null, tool: { name: tool, version: (0,version/* ownVersion */.X)() }, accept },
        ...{ checks: words/* WORDS */.q.checks(facts.checks), notVerified: words/* WORDS */.q.gaps(facts.notVerified ?? []) },
    });
    const judgement = (0,judge_checks/* judgeChecks */.L)(list, { onUnknown: 'fail', reportOnly: false }, facts.nowMs);
    const { message, reason, verdict } = endOf?.(judgement.message) ?? judgement;
    const blocks = verdict !== 'pass' && judgement.blocks;
    const text = call.json
        ? (0,json/* checksJson */.A)({ ...judgement, verdict, reason, message, blocks })
        : (0,render_text/* checksText */.r)({ ...judgement, verdict, message }, call.terminal.paint);
    call.terminal.write(text.endsWith('\n') ? text : `${text}\n`);
    return verdict;
}


/***/ }),

/***/ 540416:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ givenAnchors),
  e: () => (/* binding */ placesOf)
});

// EXTERNAL MODULE: external "node:stream"
let external_node_stream__kept;
const external_node_stream_ = () => (external_node_stream__kept ??= __webpack_require__(560640));
// EXTERNAL MODULE: ./packages/backup/lib/targets/open-place.js + 2 modules
var open_place = __webpack_require__(506801);
// EXTERNAL MODULE: ./packages/backup/lib/targets/target.js
var target = __webpack_require__(121859);
// EXTERNAL MODULE: ./packages/base/lib/together.js
var together = __webpack_require__(323512);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
// EXTERNAL MODULE: ./packages/evidence/lib/trail/record.js
var record = __webpack_require__(651974);
// EXTERNAL MODULE: external "node:crypto"
let external_node_crypto__kept;
const external_node_crypto_ = () => (external_node_crypto__kept ??= __webpack_require__(823569));
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
    return (0,together/* readTogether */.V)({
        trail: () => {
            const branch = BRANCH.exec(to)?.[1];
            return branch === undefined ? (0,open_place/* openPlace */.Q)({ ...store, to }, tools) : branchTrail(tools.github(), branch);
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
        return await (0,open_place/* openPlace */.Q)({ ...store, to: anchorTo }, tools);
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

// EXTERNAL MODULE: ./packages/base/lib/secret.js
var secret = __webpack_require__(487083);
// EXTERNAL MODULE: ./packages/evidence/lib/trail/anchor.js
var trail_anchor = __webpack_require__(79068);
// EXTERNAL MODULE: ./packages/cli/lib/files.js
var files = __webpack_require__(110354);
// EXTERNAL MODULE: ./packages/cli/lib/github-access.js
var github_access = __webpack_require__(495441);
// EXTERNAL MODULE: ./packages/cli/lib/log.js
var log = __webpack_require__(984893);
;// CONCATENATED MODULE: ./packages/cli/lib/commands/evidence/places.js






function givenAnchors(call) {
    const problems = [];
    const inText = call.texts('anchor').flatMap((line) => {
        const found = (0,trail_anchor/* anchorsIn */.IC)(line, '--anchor');
        if (found.length === 0)
            problems.push(`--anchor: expected lockstep-anchor NUMBER DIGEST, got "${line}"`);
        return found;
    });
    const inFiles = call.texts('anchor-file').flatMap((path) => {
        const bytes = bytesOf('anchor-file', path, problems);
        const found = (0,trail_anchor/* anchorsInFile */.QL)(bytes?.toString('utf8') ?? '', path);
        if (bytes !== undefined && found.length === 0)
            problems.push(`--anchor-file: ${path} has no anchor`);
        return found;
    });
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    return [...inText, ...inFiles];
}
async function placesOf(call, clock) {
    const { signal, terminal } = call;
    const to = call.text('to');
    const problems = [];
    const isBranch = to.startsWith('branch:');
    const repository = isBranch ? await (0,github_access/* repositoryIn */.ce)('.', call, problems) : '';
    if (isBranch && (0,github_access/* tokenOf */.B9)().isEmpty)
        problems.push('GITHUB_TOKEN: required in the environment for a trail on a branch');
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    const store = { region: '', endpoint: '', accessKeyId: '', secretAccessKey: new secret/* Secret */.z('') };
    return openTrail({ to, anchorTo: call.text('anchor-to'), store }, {
        clock,
        log: (0,log/* logOf */.G)(terminal),
        fetch,
        env: process.env,
        github: () => (0,github_access/* patientGithubOf */.Mh)(repository, signal, (0,github_access/* tokenOf */.B9)()),
    });
}
function bytesOf(option, path, problems) {
    try {
        return (0,files/* readBytes */.io)(path, 'name another');
    }
    catch (error) {
        if (!(error instanceof errors/* InputError */.dz))
            throw error;
        problems.push(...error.problems.map((problem) => `--${option}: ${problem}`));
        return undefined;
    }
}


/***/ }),

/***/ 264131:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runEvidence: () => (/* binding */ runEvidence)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(565658);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(989278);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
// EXTERNAL MODULE: ./packages/evidence/lib/trail/read-record.js
var read_record = __webpack_require__(690167);
// EXTERNAL MODULE: ./packages/evidence/lib/trail/record.js
var record = __webpack_require__(651974);
;// CONCATENATED MODULE: ./packages/action-kit/lib/evidence/entry.js




function entryOf(values, { nowMs, run, workspace }) {
    const { event, subject } = values;
    const code = values['event-code'] || event;
    const happenedAt = values['happened-at'] || new Date(nowMs).toISOString();
    const { digests, problems: unread } = digestsOf(values.files, workspace);
    const once = run === null ? happenedAt.replace(/\.\d+Z$/, 'Z') : run.id;
    const entry = {
        id: values['event-id'] || [event, subject, code, once].join('/'),
        event: event,
        subject,
        verdict: values['event-result'],
        reason: code,
        actor: actorOf(values['actor-id']),
        run,
        happenedAt,
        files: digests,
    };
    const problems = [...problemsOfEntry(entry, values), ...unread];
    const toCome = values['happened-at'] !== '' && Date.parse(values['happened-at']) > nowMs;
    if (toCome)
        problems.push(`input "happened-at": ${values['happened-at']} is still to come`);
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    return entry;
}
function actorOf(text) {
    if (text === '')
        return null;
    return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : Number.NaN;
}
const FROM = {
    id: 'event-id',
    verdict: 'event-result',
    reason: 'event-code',
    actor: 'actor-id',
    happenedAt: 'happened-at',
};
function problemsOfEntry(entry, values) {
    const all = (0,read_record/* entryProblems */.VF)(entry).map((problem) => {
        const [, field = '', rest = ''] = /^(\w+): (.*)$/s.exec(problem) ?? [];
        const input = FROM[field] ?? field;
        const isMissing = (input === 'event' || input === 'subject') && values[input] === '';
        const isMade = (input === 'event-id' || input === 'event-code') && values[input] === '';
        return { isMade, problem: `input "${input}": ${isMissing ? 'required, ' : ''}${rest}` };
    });
    const given = all.filter(({ isMade }) => !isMade);
    return (given.length > 0 ? given : all).map(({ problem }) => problem);
}
function digestsOf(paths, workspace) {
    const problems = [];
    const digests = paths.flatMap((path) => {
        try {
            const from = (0,external_node_path_.resolve)(workspace, path);
            const name = nameOf(from, workspace);
            if (!(0,read_record/* isFileName */.oV)(name))
                problems.push(`input "files": ${path} has a name with other than letters, digits and . _ : / + -`);
            return [[name, (0,record/* digestOf */.ol)((0,external_node_fs_.readFileSync)(from))]];
        }
        catch {
            problems.push(`input "files": ${path} cannot be read`);
            return [];
        }
    });
    const names = digests.map(([name]) => name);
    const twice = names.find((name, nth) => names.indexOf(name) !== nth);
    if (twice !== undefined)
        problems.push(`input "files": two of them would be recorded as ${twice}; rename one`);
    return { digests: Object.fromEntries(digests), problems };
}
function nameOf(path, workspace) {
    const within = (0,external_node_path_.relative)(workspace, path);
    return within.startsWith('..') || (0,external_node_path_.resolve)(within) === within ? (0,external_node_path_.basename)(path) : within.split(external_node_path_.sep).join('/');
}

// EXTERNAL MODULE: ./packages/action-kit/lib/evidence/found-trail.js + 1 modules
var found_trail = __webpack_require__(346107);
// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __webpack_require__(672435);
// EXTERNAL MODULE: ./packages/evidence/lib/trail/anchor-place.js
var anchor_place = __webpack_require__(373726);
// EXTERNAL MODULE: ./packages/evidence/lib/trail/store.js
var trail_store = __webpack_require__(453521);
;// CONCATENATED MODULE: ./packages/evidence/lib/trail/find-again.js




const AGAIN_WITHIN_MS = 31 * 86_400_000;
const CLOCKS_MS = 5 * 60_000;
const AT_ONCE = 8;
async function findAgain(store, entries, { known, numbers, tools }) {
    const wanted = new Map(entries.map((entry) => [entry.id, entry]));
    const found = new Map();
    const happened = entries.map(({ happenedAt }) => Date.parse(happenedAt));
    const since = Math.min(tools.clock.now() - AGAIN_WITHIN_MS, ...happened) - CLOCKS_MS;
    const newest = [...numbers].sort((a, b) => b - a);
    let expected = newest[0] ?? 0;
    let isLong = false;
    for await (const { kept, number } of inOrder(store, newest, { known, signal: tools.signal })) {
        if (!isLong && number !== expected)
            throw changed(store, `there is no ${(0,record/* keyOf */.TN)(expected)}`);
        expected = number - 1;
        if (kept === undefined) {
            if (isLong)
                continue;
            throw noRecord(store, number);
        }
        known.set(number, kept);
        const { id, recordedAt } = kept.record;
        const entry = wanted.get(id);
        if (entry !== undefined)
            found.set(id, { number, digest: kept.digest, differs: !isSame(entry, kept.record) });
        if (found.size === wanted.size)
            return found;
        isLong ||= Date.parse(recordedAt) < since;
    }
    if (!isLong && expected > 0)
        throw changed(store, `there is no ${(0,record/* keyOf */.TN)(expected)}`);
    return found;
}
async function* inOrder(store, numbers, { known, signal }) {
    for (let from = 0; from < numbers.length; from += AT_ONCE) {
        signal.throwIfAborted();
        const some = numbers.slice(from, from + AT_ONCE);
        const reads = some.map(async (number) => known.get(number) ?? (await keptIn(store, number, signal)));
        await Promise.allSettled(reads);
        for (const [nth, number] of some.entries())
            yield { number, kept: await reads[nth] };
    }
}
function isSame(entry, record) {
    return ['event', 'subject', 'verdict', 'reason'].every((name) => entry[name] === record[name]);
}
async function readKept(store, number, signal) {
    const kept = await keptIn(store, number, signal);
    if (kept === undefined)
        throw noRecord(store, number);
    return kept;
}
async function keptIn(store, number, signal) {
    const bytes = await (0,trail_store/* readAll */.y)(await store.get((0,record/* keyOf */.TN)(number), { signal }), record/* MOST_RECORD_BYTES */.W7);
    const read = (0,read_record/* readRecord */.aE)(bytes);
    const isRecord = read.kind === 'record' && read.record.number === number;
    return isRecord ? { record: read.record, digest: (0,record/* digestOf */.ol)(bytes) } : undefined;
}
function noRecord(store, number) {
    return changed(store, `${(0,record/* keyOf */.TN)(number)} is no record of the audit trail`);
}
function changed({ name }, what) {
    return new errors/* RemoteError */.Hi(`${name}: ${what}`, {
        service: 'the audit trail',
        retryable: false,
        hint: 'run verify; nothing is appended to a changed trail',
    });
}

;// CONCATENATED MODULE: ./packages/evidence/lib/trail/append.js




const append_CLOCKS_MS = 5 * 60_000;
const MOST_TRIES = 100;
async function appendEntry(store, entry, tools) {
    const [appended] = await appendEntries(store, [entry], tools);
    if (appended === undefined)
        throw new Error('nothing was appended');
    return appended;
}
async function appendEntries(store, entries, tools) {
    assertEntries(entries, tools.clock.now());
    const { known = new Map() } = tools;
    const ended = new Map();
    const isOpen = ({ id }) => !ended.has(id);
    for (let tries = 0; tries < MOST_TRIES && entries.some(isOpen); tries++) {
        tools.signal.throwIfAborted();
        const numbers = await numbersIn(store, tools.signal);
        const last = lastOf(numbers);
        const open = entries.filter(isOpen);
        for (const [id, again] of await findAgain(store, open, { numbers, known, tools }))
            ended.set(id, { ...again, isAgain: true });
        assertClock(store, known.get(last)?.record, tools.clock.now());
        assertRoom(store, last + entries.filter(isOpen).length);
        const links = chainOf(entries.filter(isOpen), { last, previous: known.get(last)?.digest ?? null, tools });
        for (const { head, id } of await putLinks(store, links, tools))
            ended.set(id, { ...head, isAgain: false, differs: false });
    }
    if (!entries.some(isOpen))
        return entries.flatMap(({ id }) => ended.get(id) ?? []);
    throw new errors/* RemoteError */.Hi(`${store.name}: other writers were faster ${MOST_TRIES} times`, {
        service: 'the audit trail',
        retryable: true,
    });
}
function assertEntries(entries, nowMs) {
    const toCome = ({ happenedAt }) => Date.parse(happenedAt) > nowMs + append_CLOCKS_MS ? [`happenedAt: ${happenedAt} is still to come`] : [];
    const problems = entries.flatMap((entry, nth) => [...(0,read_record/* entryProblems */.VF)(entry), ...toCome(entry)].map((problem) => `entry${entries.length === 1 ? '' : ` ${nth + 1}`}: ${problem}`));
    const ids = entries.map(({ id }) => id);
    const twice = ids.filter((id, nth) => ids.indexOf(id) !== nth);
    if (problems.length === 0 && twice.length > 0)
        problems.push(`entries: the id ${twice[0]} is there twice`);
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
}
function assertClock(store, last, nowMs) {
    if (last === undefined || Date.parse(last.recordedAt) <= nowMs + append_CLOCKS_MS)
        return;
    throw new errors/* RemoteError */.Hi(`${store.name}: the last record is of ${last.recordedAt}, and here it is ${new Date(nowMs).toISOString()}`, {
        service: 'the audit trail',
        retryable: false,
        hint: 'set the clock of this machine; where it is right, the machine that wrote the last record was ahead: run it again after that time',
    });
}
function assertRoom(store, upTo) {
    if (upTo > record/* MOST_RECORDS */.zc)
        throw changed(store, `there is a record ${record/* MOST_RECORDS */.zc}, after which there can be none`);
}
function chainOf(entries, { last, previous, tools }) {
    let before = previous;
    return entries.map((entry, nth) => {
        const recordedAt = new Date(tools.clock.now()).toISOString();
        const number = last + nth + 1;
        const body = (0,record/* bytesOf */.$$)({ ...entry, kind: record/* RECORD_KIND */.dJ, number, previous: before, recordedAt });
        before = (0,record/* digestOf */.ol)(body);
        return { id: entry.id, key: (0,record/* keyOf */.TN)(number), body, head: { number, digest: before } };
    });
}
async function putLinks(store, links, { signal }) {
    if (links.length > 1 && store.putAllIfAbsent !== undefined)
        return (await store.putAllIfAbsent(links, { signal })) === 'stored' ? links : [];
    for (const [nth, { body, key }] of links.entries())
        if ((await store.putIfAbsent(key, body, { signal })) === 'exists')
            return links.slice(0, nth);
    return links;
}
async function headOf(store, { signal }) {
    const number = lastOf(await numbersIn(store, signal));
    return number === 0 ? undefined : { number, digest: (await readKept(store, number, signal)).digest };
}
async function numbersIn(store, signal) {
    const numbers = new Set();
    for await (const { key } of store.list(record/* RECORDS */.ft, { signal })) {
        const number = (0,record/* numberOf */.rl)(key);
        if (number !== undefined)
            numbers.add(number);
    }
    return numbers;
}
function lastOf(numbers) {
    let last = 0;
    for (const number of numbers)
        if (number > last)
            last = number;
    return last;
}

// EXTERNAL MODULE: ./packages/evidence/lib/trail/anchor.js
var trail_anchor = __webpack_require__(79068);
;// CONCATENATED MODULE: ./packages/action-kit/lib/evidence/record.js


const AGAINST = { verdict: 'fail', reason: 'anchors-differ' };
const EMPTY = { verdict: 'unknown', reason: 'nothing-happened' };
async function recordEntries({ anchors, trail }, entries, tools) {
    const { signal } = tools;
    const against = anchors === undefined ? undefined : await (0,anchor_place/* anchorAgainst */.$K)(trail, anchors, { signal });
    if (against !== undefined) {
        const message = `${trail.name}: ${against.source} knows another record ${against.number}; nothing was appended. Run verify`;
        return { end: AGAINST, message };
    }
    const appended = await appendEntries(trail, entries, tools);
    const head = await headOf(trail, { signal });
    if (head === undefined)
        return { end: EMPTY, message: `${trail.name}: nothing to record, and no record yet` };
    const kept = anchors === undefined ? undefined : await (0,anchor_place/* keepAnchor */.jR)(anchors, head, { signal });
    const others = entries.filter((_, nth) => appended[nth]?.differs === true).map(({ id }) => id);
    const isUnlocked = kept !== undefined && (kept.lockedUntilMs ?? 0) <= tools.clock.now();
    const end = endOf(appended, isUnlocked, others.length > 0);
    const where = anchors === undefined ? '' : anchorWords(anchors.name, head, { until: kept?.lockedUntilMs, isUnlocked });
    const differs = others.length === 0 ? '' : otherWords(others);
    const message = `${trail.name}: ${wordsOf(entries, appended)}${where}${differs}`;
    return { end, message, appended, head, ...(kept === undefined ? {} : { kept }) };
}
function endOf(appended, isUnlocked, differs) {
    if (differs)
        return { verdict: 'unknown', reason: 'recorded-otherwise' };
    if (isUnlocked)
        return { verdict: 'unknown', reason: 'anchor-not-locked' };
    if (appended.length === 0)
        return EMPTY;
    const isNew = appended.some(({ isAgain }) => !isAgain);
    return { verdict: 'pass', reason: isNew ? 'recorded' : 'already-recorded' };
}
function wordsOf(entries, appended) {
    if (entries.length === 0)
        return 'nothing to record';
    const again = appended.filter(({ isAgain }) => isAgain).length;
    const added = entries.filter((_, nth) => appended[nth]?.isAgain === false);
    return `${namesOf(added)} added${again === 0 ? '' : `, ${(0,lists/* count */.U9)(again, 'record')} there already`}`;
}
function namesOf(entries) {
    return entries.length === 1 ? (entries[0]?.id ?? '') : (0,lists/* count */.U9)(entries.length, 'record');
}
function otherWords(ids) {
    return `; the trail says something else of ${(0,lists/* nameSome */.Kf)(ids, 5)}`;
}
function anchorWords(place, { number }, { isUnlocked, until }) {
    const at = until === undefined ? '' : new Date(until).toISOString();
    const lock = at === '' ? 'which shows no lock' : isUnlocked ? `where its lock ended at ${at}` : `locked until ${at}`;
    return `; the head, record ${number}, is kept in ${place}, ${lock}`;
}
function headFacts(head) {
    return { records: head.number, digest: head.digest, anchor: (0,trail_anchor/* anchorLine */.q7)(head) };
}

// EXTERNAL MODULE: ./packages/base/lib/duration.js
var duration = __webpack_require__(984731);
// EXTERNAL MODULE: ./packages/evidence/lib/trail/verify.js + 2 modules
var verify = __webpack_require__(460622);
// EXTERNAL MODULE: ./packages/evidence/lib/trail/checks.js
var trail_checks = __webpack_require__(265716);
// EXTERNAL MODULE: ./packages/cli/lib/tell-checks.js
var tell_checks = __webpack_require__(106447);
// EXTERNAL MODULE: ./packages/cli/lib/tell-end.js
var tell_end = __webpack_require__(345000);
// EXTERNAL MODULE: ./packages/cli/lib/commands/evidence/given.js + 2 modules
var evidence_given = __webpack_require__(777481);
// EXTERNAL MODULE: ./packages/cli/lib/commands/evidence/places.js + 4 modules
var places = __webpack_require__(540416);
// EXTERNAL MODULE: ./packages/cli/lib/commands/evidence/words.js
var words = __webpack_require__(684728);
;// CONCATENATED MODULE: ./packages/cli/lib/commands/evidence/run.js










const COMMANDS = {
    record: run_record,
    verify: run_verify,
    collect: async (call) => (await Promise.all(/* import() */[__webpack_require__.e(8009), __webpack_require__.e(6745), __webpack_require__.e(2950), __webpack_require__.e(3957), __webpack_require__.e(3894)]).then(__webpack_require__.bind(__webpack_require__, 475205))).collect(call),
    report: async (call) => (await Promise.all(/* import() */[__webpack_require__.e(8009), __webpack_require__.e(2950), __webpack_require__.e(3957), __webpack_require__.e(8788)]).then(__webpack_require__.bind(__webpack_require__, 349468))).report(call),
    documents: async (call) => (await __webpack_require__.e(/* import() */ 7213).then(__webpack_require__.bind(__webpack_require__, 930816))).documents(call),
    status: async (call) => (await Promise.all(/* import() */[__webpack_require__.e(8009), __webpack_require__.e(6745), __webpack_require__.e(2950), __webpack_require__.e(1459)]).then(__webpack_require__.bind(__webpack_require__, 589630))).status(call),
    incident: async (call) => (await __webpack_require__.e(/* import() */ 6068).then(__webpack_require__.bind(__webpack_require__, 710454))).incident(call),
    'error-budget': async (call) => (await Promise.all(/* import() */[__webpack_require__.e(8009), __webpack_require__.e(440)]).then(__webpack_require__.bind(__webpack_require__, 477325))).errorBudget(call),
};
async function runEvidence(call) {
    return await words/* WORDS */.q.wait(() => COMMANDS[call.text('COMMAND')](call));
}
async function run_record(call) {
    const { signal } = call;
    const clock = await (0,evidence_given/* clockOfTrail */.eG)(call);
    const entry = entryFor(call, clock.now());
    const recorded = await recordEntries(await (0,places/* placesOf */.e)(call, clock), [entry], { clock, signal });
    const { appended: [own] = [], end, head, kept, message } = recorded;
    const facts = head === undefined ? undefined : headFacts(head);
    return (0,tell_end/* tellEnd */.H)(call, 'evidence', { ...end, message }, {
        data: { number: own?.number, isAgain: own?.isAgain, differs: own?.differs, ...facts, anchorAt: kept?.key },
        text: facts === undefined ? '' : `record ${own?.number}: ${entry.id}\n${facts.anchor}\n`,
    });
}
function entryFor(call, nowMs) {
    const values = {
        ...{ event: call.text('event'), subject: call.text('subject'), files: call.texts('file') },
        ...{ 'event-code': call.text('code'), 'event-id': call.text('id'), 'happened-at': call.text('happened-at') },
        ...{ 'event-result': call.text('result'), 'actor-id': call.text('actor-id') },
    };
    return entryOf(values, { run: null, nowMs, workspace: process.cwd() });
}
async function run_verify(call) {
    const { signal, terminal } = call;
    const maxUnanchoredMs = (0,duration/* parseDuration */.E)(call.text('max-unanchored'));
    const given = (0,places/* givenAnchors */.i)(call);
    if (maxUnanchoredMs === undefined)
        throw new errors/* InputError */.dz(`--max-unanchored: expected a duration like 35d, got "${call.text('max-unanchored')}"`);
    const clock = await (0,evidence_given/* clockOfTrail */.eG)(call);
    const { name, ...facts } = await (0,found_trail/* readAnchored */.J)(await (0,places/* placesOf */.e)(call, clock), given, { clock, signal });
    const report = (0,verify/* judgeTrail */.o)(facts);
    const { checks, notVerified } = (0,trail_checks/* trailChecks */.Y)(facts, report, { name, maxUnanchoredMs });
    terminal.tell(`${(0,lists/* count */.U9)(facts.objects.length, 'record')}, proven up to record ${report.anchored}\n`);
    const found = { checks: words/* WORDS */.q.checks(checks), notVerified: words/* WORDS */.q.gaps(notVerified) };
    return (0,tell_checks/* tellChecks */.z)(call, { subject: name, tool: 'evidence', nowMs: facts.nowMs, ...found });
}


/***/ }),

/***/ 684728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ WORDS)
/* harmony export */ });
/* harmony import */ var _own_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(986623);

const OPTIONS = [
    ...['to', 'anchor-to', 'anchor', 'max-unanchored', 'event', 'subject', 'actor-id', 'happened-at'],
    ...['controls-file', 'evidence-path', 'ledger-creator'],
    ...['documents-file', 'link-timeout', 'status-title', 'status-directory', 'incidents-report', 'controls-report'],
    ...['availability-source', 'availability-objective', 'budget-window', 'override'],
    ...['acknowledge-within', 'postmortem-within', 'postmortems', 'environment', 'service'],
];
const WORDS = new _own_words_js__WEBPACK_IMPORTED_MODULE_0__/* .OwnWords */ .u({
    ...Object.fromEntries(OPTIONS.map((name) => [name, `--${name}`])),
    ...{ 'event-result': '--result', 'event-code': '--code', 'event-id': '--id', files: '--file' },
    ...{ anchors: '--anchor', 'anchor-files': '--anchor-file' },
    'report-files': '--report-file',
    'drill-files': '--drill-file',
    'status-lines': '--status-line',
    'follow-links': '--skip-links',
    'trusted-branches': '--trusted-branch',
    'github-token': 'GITHUB_TOKEN',
    'metrics-secrets': 'METRICS_SECRETS',
    's3-region': 'AWS_REGION',
    's3-endpoint': 'AWS_ENDPOINT_URL_S3',
    's3-access-key-id': 'AWS_ACCESS_KEY_ID',
    's3-secret-access-key': 'AWS_SECRET_ACCESS_KEY',
});


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

/***/ 984893:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ logOf)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(797442);

function logOf(terminal) {
    const tell = (line) => terminal.tell(`${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .plainLine */ .h)(line)}\n`);
    return {
        info: tell,
        warning: (line) => tell(`warning: ${line}`),
        debug: (line) => (terminal.debug ? tell(line) : undefined),
    };
}


/***/ }),

/***/ 373726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $K: () => (/* binding */ anchorAgainst),
/* harmony export */   DB: () => (/* binding */ readAnchors),
/* harmony export */   jR: () => (/* binding */ keepAnchor)
/* harmony export */ });
/* harmony import */ var _anchor_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79068);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(651974);
/* harmony import */ var _store_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(453521);



const ANCHORS = 'anchors/';
async function anchorAgainst(trail, place, options) {
    const { anchors } = await listAnchors(place, options);
    const newest = anchors.reduce((most, { number }) => Math.max(most, number), 0);
    if (newest === 0)
        return undefined;
    const there = await digestAt(trail, newest, options);
    return anchors.find(({ digest, number }) => number === newest && digest !== there);
}
async function keepAnchor(place, head, options) {
    const key = anchorKey(head);
    await place.putIfAbsent(key, Buffer.from(`${(0,_anchor_js__WEBPACK_IMPORTED_MODULE_0__/* .anchorLine */ .q7)(head)}\n`), options);
    const stored = await place.head(key, options);
    return { key, lockedUntilMs: stored?.lockedUntilMs };
}
async function readAnchors(place, nowMs, options) {
    const { anchors, mayHide, newest } = await listAnchors(place, options);
    const stored = newest === undefined ? undefined : await place.head(newest, options);
    const isLocked = (stored?.lockedUntilMs ?? 0) > nowMs;
    return { anchors: isLocked ? anchors : anchors.map((anchor) => ({ ...anchor, isLoose: true })), mayHide };
}
async function listAnchors(place, options) {
    const anchors = [];
    let newest;
    const { keys, mayHide } = await keysAt(place, options);
    for (const { atMs, isDeleted, key } of keys) {
        const [, number, digest = ''] = /^anchors\/(\d{9})-([0-9a-f]{64})$/.exec(key) ?? [];
        if (number === undefined || Number(number) === 0)
            continue;
        if (!isDeleted && (newest === undefined || key > newest))
            newest = key;
        const name = `${place.name}/${key.slice(0, key.indexOf('-') + 13)}…`;
        anchors.push({
            number: Number(number),
            digest,
            source: isDeleted ? `${name} (deleted since)` : name,
            ...(atMs === undefined ? {} : { atMs }),
        });
    }
    return { anchors, mayHide, newest };
}
async function keysAt(place, options) {
    const ever = await place.everStored?.(ANCHORS, options);
    if (typeof ever === 'object')
        return {
            keys: ever.keys.map(({ firstMs, isDeleted, key }) => ({ key, atMs: firstMs, isDeleted })),
            mayHide: undefined,
        };
    const keys = [];
    for await (const { key, modifiedMs } of place.list(ANCHORS, options))
        keys.push({ key, atMs: modifiedMs, isDeleted: false });
    return { keys, mayHide: ever === 'no-right' ? place.name : undefined };
}
function anchorKey({ digest, number }) {
    return `${ANCHORS}${String(number).padStart(9, '0')}-${digest}`;
}
async function digestAt(trail, number, options) {
    const key = (0,_record_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN)(number);
    let isThere = false;
    for await (const one of trail.list(_record_js__WEBPACK_IMPORTED_MODULE_1__/* .RECORDS */ .ft, options))
        if (one.key === key)
            isThere = true;
    return isThere ? (0,_record_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(await (0,_store_js__WEBPACK_IMPORTED_MODULE_2__/* .readAll */ .y)(await trail.get(key, options), _record_js__WEBPACK_IMPORTED_MODULE_1__/* .MOST_RECORD_BYTES */ .W7)) : undefined;
}


/***/ }),

/***/ 79068:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IC: () => (/* binding */ anchorsIn),
/* harmony export */   QL: () => (/* binding */ anchorsInFile),
/* harmony export */   q7: () => (/* binding */ anchorLine)
/* harmony export */ });
function anchorLine({ digest, number }) {
    return `lockstep-anchor ${number} ${digest}`;
}
function anchorsIn(text, source) {
    return [...text.matchAll(/\blockstep-anchor ([1-9]\d{0,8}) ([0-9a-f]{64})(?![0-9a-f])/g)].map((found) => ({
        number: Number(found[1]),
        digest: found[2] ?? '',
        source,
    }));
}
function anchorsInFile(text, source) {
    return [text, ...statementsIn(text)].flatMap((one) => anchorsIn(one, source));
}
function statementsIn(text) {
    return [...text.matchAll(/"payload"\s*:\s*"([A-Za-z0-9+/=]+)"/g)].map(([, payload = '']) => Buffer.from(payload, 'base64').toString('utf8'));
}


/***/ }),

/***/ 265716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ trailChecks)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(672435);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(984731);
/* harmony import */ var _read_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(690167);


const RULES = {
    'foreign-object': { title: 'Nothing but records is stored among the records' },
    'not-a-record': { title: 'Every record reads as it was written' },
    'wrong-number': { title: 'Every record has the number under which it is stored' },
    missing: { title: 'No record is missing' },
    'chain-broken': { title: 'Every record has the digest of the one before it' },
    'back-dated': { title: 'No record is dated before the one that it follows' },
    'future-dated': { title: 'No record is dated in the future' },
    'stored-later': { title: 'Every record was stored when it was recorded', byTimes: true },
    'post-dated': { title: 'No record is dated after it was there', byAnyTimes: true },
    overwritten: { title: 'No record was stored over', byPast: true },
    deleted: { title: 'No record was deleted', byPast: true },
    'recorded-before': { title: 'Nothing was recorded before it happened' },
    repeated: { title: 'Nothing is recorded twice' },
    'cut-off': { title: 'The trail has every record that an anchor knows', byAnchors: true },
    rewritten: { title: 'Every record is the one that an anchor knows', byAnchors: true },
    'anchors-disagree': { title: 'All anchors know the same records', byAnchors: true },
};
const INVESTIGATE = 'Find out who could write to the trail and when it changed, and compare with a copy. Append nothing until it is known.';
const KEEP_ANCHORS = 'Give anchor-to a bucket with Object Lock, or put the output anchor of record into a message, and give it to verify.';
const LOCK_ANCHORS = 'Switch on Object Lock with a default retention for the bucket of anchor-to, and let the key read it (s3:GetObjectRetention).';
const SHOW_PAST = 'Give the key s3:ListBucketVersions on the bucket of the trail, and switch on versions there.';
const PAST_WORDS = {
    'no-past': 'the store does not show what was there before',
    'no-versions': 'the bucket keeps no versions',
    'not-whole': 'versions were off when the bucket got some of the records, which leave no trace where they are replaced',
    'no-right': 'the key may not list deleted versions',
};
const SHOW_DELETED = 'Give the key s3:ListBucketVersions on this bucket. Without it, an anchor that someone deleted is not seen.';
function trailChecks(facts, report, policy) {
    const { anchors, objects } = facts;
    const checks = [];
    const notVerified = [];
    const hasTimes = objects.some(({ modifiedMs }) => modifiedMs !== undefined);
    const why = whyNoPast(facts);
    const hasDates = anchors.some(({ atMs }) => atMs !== undefined);
    for (const [what, rule] of Object.entries(RULES)) {
        const findings = report.findings.filter((finding) => finding.what === what);
        const base = { id: `trail-${what}`, title: rule.title, expected: rule.title };
        if (findings.length > 0)
            checks.push(...findings.map((finding) => failed(base, finding)));
        else if (rule.byAnchors && anchors.length === 0)
            notVerified.push(left(base.id, policy.name, 'no anchor was found', KEEP_ANCHORS));
        else if (objects.length > 0 && !hasTimes && (rule.byTimes === true || (rule.byAnyTimes === true && !hasDates)))
            notVerified.push({
                ...left(`store-${what}`, policy.name, 'the store says no time that a writer cannot set', ''),
                chosen: true,
            });
        else if (rule.byPast && why !== undefined && objects.length > 0)
            notVerified.push(pastNotShown(what, why, policy.name));
        else if (objects.length > 0)
            checks.push(held(base, policy.name, (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(objects.length, 'record')));
    }
    if (facts.mayHide !== undefined)
        notVerified.push(left('trail-anchors-deleted', facts.mayHide, 'the key may not list deleted versions', SHOW_DELETED));
    checks.push(anchoredCheck(facts, report, policy));
    return { checks, notVerified };
}
function whyNoPast({ past }) {
    if (typeof past !== 'object')
        return past ?? 'no-past';
    return past.isWhole ? undefined : 'not-whole';
}
function pastNotShown(what, why, name) {
    const chosen = why !== 'no-right';
    return {
        ...left(`${chosen ? 'store' : 'trail'}-${what}`, name, PAST_WORDS[why], why === 'no-past' ? '' : SHOW_PAST),
        chosen,
    };
}
function failed(base, { message, what, where }) {
    return { ...base, verdict: 'fail', reason: what, what: where, measured: message, remedy: INVESTIGATE };
}
function held(base, what, measured) {
    return { ...base, verdict: 'pass', reason: 'holds', what, measured, remedy: '' };
}
function left(id, what, because, remedy) {
    return { id, what, because, remedy, chosen: false };
}
function anchoredCheck({ nowMs, objects }, { anchored, head, looselyAnchored }, policy) {
    const id = 'trail-anchored';
    const title = 'An anchor proves all but the newest records';
    const limit = (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a)(policy.maxUnanchoredMs);
    const base = { id, title, what: policy.name, expected: `no record without an anchor is older than ${limit}` };
    if (head === undefined)
        return { ...base, verdict: 'unknown', reason: 'empty', measured: 'no record', remedy: 'Record something first.' };
    const records = objects.flatMap(({ bytes }) => {
        const read = (0,_read_record_js__WEBPACK_IMPORTED_MODULE_2__/* .readRecord */ .aE)(bytes);
        return read.kind === 'record' ? [read.record] : [];
    });
    const [oldest] = records.filter(({ number }) => number > anchored).sort((a, b) => a.number - b.number);
    const measured = `an anchor proves records 1 to ${anchored} of ${head.number}`;
    if (anchored === 0 && looselyAnchored > 0)
        return {
            ...{ ...base, verdict: 'unknown', reason: 'anchor-not-locked', remedy: LOCK_ANCHORS },
            measured: `anchors know records 1 to ${looselyAnchored} of ${head.number}, in a place that shows no lock`,
        };
    if (anchored === 0)
        return {
            ...base,
            verdict: 'unknown',
            reason: 'no-anchor',
            measured: 'no anchor proves a record',
            remedy: KEEP_ANCHORS,
        };
    if (oldest !== undefined && nowMs - Date.parse(oldest.recordedAt) > policy.maxUnanchoredMs)
        return {
            ...base,
            verdict: 'unknown',
            reason: 'anchor-old',
            measured: `${measured}; record ${oldest.number} is of ${oldest.recordedAt}`,
            remedy: KEEP_ANCHORS,
        };
    return { ...base, verdict: 'pass', reason: 'anchored', measured, remedy: '' };
}


/***/ }),

/***/ 42216:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JR: () => (/* binding */ pastFindings),
/* harmony export */   n5: () => (/* binding */ sinceWhen),
/* harmony export */   rj: () => (/* binding */ readPast)
/* harmony export */ });
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(651974);

async function readPast(store, options) {
    return await store.everStored?.(_record_js__WEBPACK_IMPORTED_MODULE_0__/* .RECORDS */ .ft, options);
}
function pastFindings(past, objects) {
    const shown = new Map(objects.map(({ key, modifiedMs }) => [key, modifiedMs]));
    return past.flatMap(({ firstMs, isDeleted, isSame, key }) => {
        if ((0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .numberOf */ .rl)(key) === undefined)
            return [];
        const first = new Date(firstMs).toISOString();
        const found = { where: key, anchor: undefined };
        if (isDeleted)
            return [{ ...found, what: 'deleted', message: `the store got it at ${first}, and it was deleted since` }];
        const modifiedMs = shown.get(key);
        if (isSame)
            return [];
        const again = modifiedMs === undefined ? 'later' : `at ${new Date(modifiedMs).toISOString()}`;
        const message = `the store got it at ${first}, and again ${again}, with versions that differ in size or ETag`;
        return [{ ...found, what: 'overwritten', message }];
    });
}
function sinceWhen(past, objects) {
    const first = new Map(past.filter(({ isSame }) => isSame).map(({ firstMs, key }) => [key, firstMs]));
    return new Map(objects.map(({ key, modifiedMs }) => [
        key,
        modifiedMs === undefined ? undefined : Math.min(modifiedMs, first.get(key) ?? modifiedMs),
    ]));
}


/***/ }),

/***/ 690167:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VF: () => (/* binding */ entryProblems),
/* harmony export */   aE: () => (/* binding */ readRecord),
/* harmony export */   oV: () => (/* binding */ isFileName)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1015169);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(651974);


const CODE = /^[A-Za-z0-9][A-Za-z0-9._:/+-]{0,199}$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const DIGEST = /^[0-9a-f]{64}$/;
const MOST_FILES = 50;
const code = [
    'at most 200 letters, digits and . _ : / + -',
    (value) => typeof value === 'string' && CODE.test(value),
];
const whole = (value, least) => Number.isSafeInteger(value) && value >= least;
const time = ['a time like 2026-11-30T07:20:05.000Z', (value) => typeof value === 'string' && isTime(value)];
const ENTRY = {
    id: code,
    event: [`one of ${_record_js__WEBPACK_IMPORTED_MODULE_0__/* .EVENTS */ .qY.join(', ')}`, (value) => _record_js__WEBPACK_IMPORTED_MODULE_0__/* .EVENTS */ .qY.some((one) => one === value)],
    subject: code,
    verdict: ['pass, fail or unknown', (value) => ['pass', 'fail', 'unknown'].includes(value)],
    reason: ['a code like rolled-back', (value) => typeof value === 'string' && /^[a-z0-9][a-z0-9-]{0,99}$/.test(value)],
    actor: ['the numeric id of a person, or null', (value) => value === null || whole(value, 1)],
    run: ['id and attempt of a run, or null', (value) => value === null || isRun(value)],
    happenedAt: time,
    files: [`at most ${MOST_FILES} names with a SHA-256 in hex`, isFiles],
};
const RECORD = {
    ...ENTRY,
    kind: [_record_js__WEBPACK_IMPORTED_MODULE_0__/* .RECORD_KIND */ .dJ, (value) => value === _record_js__WEBPACK_IMPORTED_MODULE_0__/* .RECORD_KIND */ .dJ],
    number: ['a number from 1', (value) => whole(value, 1)],
    previous: ['the digest of the record before it, or null', (value) => value === null || isDigest(value)],
    recordedAt: time,
};
function isFileName(name) {
    return CODE.test(name);
}
function entryProblems(entry) {
    return problemsOf(entry, ENTRY);
}
function readRecord(bytes) {
    const text = Buffer.from(bytes).toString('utf8');
    let data;
    try {
        data = JSON.parse(text);
    }
    catch {
        return { kind: 'none', problems: ['not JSON'] };
    }
    const problems = problemsOf(data, RECORD);
    if (problems.length > 0)
        return { kind: 'none', problems };
    const record = data;
    return (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .bytesOf */ .$$)(record).equals(bytes)
        ? { kind: 'record', record }
        : { kind: 'none', problems: ['not written as this tool writes it'] };
}
function problemsOf(data, fields) {
    if (!(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .j)(data))
        return ['not a map'];
    const wrong = Object.entries(fields).filter(([name, [, isRight]]) => !isRight(data[name]));
    const more = Object.keys(data).filter((name) => !Object.hasOwn(fields, name));
    return [
        ...wrong.map(([name, [expected]]) => `${name}: expected ${expected}`),
        ...(more.length === 0 ? [] : [`${more.length} more than a record has`]),
    ];
}
function isTime(value) {
    return TIME.test(value) && !Number.isNaN(Date.parse(value)) && new Date(Date.parse(value)).toISOString() === value;
}
function isDigest(value) {
    return typeof value === 'string' && DIGEST.test(value);
}
function isRun(value) {
    return (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .j)(value) && Object.keys(value).length === 2 && whole(value['id'], 1) && whole(value['attempt'], 1);
}
function isFiles(value) {
    if (!(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .j)(value) || Object.keys(value).length > MOST_FILES)
        return false;
    return Object.entries(value).every(([name, digest]) => CODE.test(name) && isDigest(digest));
}


/***/ }),

/***/ 651974:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $$: () => (/* binding */ bytesOf),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   W7: () => (/* binding */ MOST_RECORD_BYTES),
/* harmony export */   dJ: () => (/* binding */ RECORD_KIND),
/* harmony export */   ft: () => (/* binding */ RECORDS),
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   qY: () => (/* binding */ EVENTS),
/* harmony export */   rl: () => (/* binding */ numberOf),
/* harmony export */   zc: () => (/* binding */ MOST_RECORDS)
/* harmony export */ });
let node_crypto__WEBPACK_IMPORTED_MODULE_0___kept;
const node_crypto__WEBPACK_IMPORTED_MODULE_0__ = () => (node_crypto__WEBPACK_IMPORTED_MODULE_0___kept ??= __webpack_require__(823569));
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(904505);


const RECORD_KIND = 'lockstep-record/1';
const EVENTS = [
    'release',
    'approval',
    'rollback',
    'migration',
    'drill',
    'audit',
    'incident',
    'access-change',
];
function bytesOf(record) {
    return Buffer.from(`${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .d)(record)}\n`);
}
const MOST_RECORD_BYTES = 64 * 1024;
function digestOf(bytes) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__().createHash)('sha256').update(bytes).digest('hex');
}
const PREFIX = 'records/';
const DIGITS = 9;
const MOST_RECORDS = 10 ** DIGITS - 1;
function keyOf(number) {
    return `${PREFIX}${String(number).padStart(DIGITS, '0')}.json`;
}
const RECORDS = PREFIX;
function numberOf(key) {
    const found = /^records\/(\d{9})\.json$/.exec(key);
    const number = Number(found?.[1] ?? 0);
    return number > 0 ? number : undefined;
}


/***/ }),

/***/ 453521:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ readAll)
/* harmony export */ });
async function readAll(body, most) {
    const parts = [];
    let bytes = 0;
    for await (const part of body) {
        parts.push(part);
        bytes += part.length;
        if (bytes > most)
            break;
    }
    return Buffer.concat(parts).subarray(0, most + 1);
}


/***/ }),

/***/ 460622:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ judgeTrail),
  h: () => (/* binding */ readTrail)
});

;// CONCATENATED MODULE: ./packages/evidence/lib/trail/dated.js
const STORED_WITHIN_MS = 60 * 60_000;
function datedFindings(anchors, links) {
    const dated = anchors.flatMap(({ atMs, number, source }) => (atMs === undefined ? [] : [{ atMs, number, source }]));
    dated.sort((a, b) => a.number - b.number);
    const before = latestBefore(dated);
    const knowing = earliestKnowing(dated);
    return links.flatMap(({ key, record: { number, recordedAt } }) => {
        const recorded = Date.parse(recordedAt);
        const [late, early] = [before(number), knowing(number)];
        const says = ({ atMs, number: last, source }) => `${source} got record ${last} as the last one at ${new Date(atMs).toISOString()}`;
        if (late !== undefined && late.atMs > recorded + STORED_WITHIN_MS)
            return [
                {
                    what: 'back-dated',
                    where: key,
                    message: `recorded at ${recordedAt}, but ${says(late)}`,
                    anchor: late.source,
                },
            ];
        if (early !== undefined && early.atMs < recorded - STORED_WITHIN_MS)
            return [
                {
                    ...{ what: 'post-dated', where: key, anchor: early.source },
                    message: `recorded at ${recordedAt}, but ${says(early)}`,
                },
            ];
        return [];
    });
}
function latestBefore(dated) {
    let [next, latest] = [0, undefined];
    return (number) => {
        for (let one = dated[next]; one !== undefined && one.number < number; one = dated[++next])
            if (latest === undefined || one.atMs > latest.atMs)
                latest = one;
        return latest;
    };
}
function earliestKnowing(dated) {
    const from = [];
    for (const one of [...dated].reverse()) {
        const known = from.at(-1);
        from.push(known !== undefined && known.atMs <= one.atMs ? known : one);
    }
    from.reverse();
    let next = 0;
    return (number) => {
        for (let one = dated[next]; one !== undefined && one.number < number; one = dated[++next])
            ;
        return from[next];
    };
}

// EXTERNAL MODULE: ./packages/evidence/lib/trail/past.js
var trail_past = __webpack_require__(42216);
// EXTERNAL MODULE: ./packages/evidence/lib/trail/record.js
var record = __webpack_require__(651974);
;// CONCATENATED MODULE: ./packages/evidence/lib/trail/proof.js

const IN_THE_CHAIN = ['not-a-record', 'wrong-number', 'missing', 'chain-broken'];
function withProof(findings, anchors) {
    const sorted = [...anchors].sort((a, b) => a.number - b.number);
    return findings.map((finding) => {
        if (finding.anchor !== undefined || !IN_THE_CHAIN.includes(finding.what))
            return finding;
        const number = (0,record/* numberOf */.rl)(finding.where.split(' ')[0] ?? '');
        const proof = number === undefined ? undefined : sorted.find((anchor) => anchor.number >= number);
        if (proof === undefined)
            return finding;
        const message = `${finding.message}; proven by ${proof.source}, which knows the records up to ${proof.number}`;
        return { ...finding, message, anchor: proof.source };
    });
}

// EXTERNAL MODULE: ./packages/evidence/lib/trail/read-record.js
var read_record = __webpack_require__(690167);
// EXTERNAL MODULE: ./packages/evidence/lib/trail/store.js
var trail_store = __webpack_require__(453521);
;// CONCATENATED MODULE: ./packages/evidence/lib/trail/verify.js






const CLOCKS_MS = 5 * 60_000;
const AT_ONCE = 8;
async function readTrail(store, options) {
    const listed = [];
    for await (const { key, modifiedMs } of store.list(record/* RECORDS */.ft, options))
        listed.push({ key, modifiedMs });
    const objects = [];
    for (let from = 0; from < listed.length; from += AT_ONCE) {
        const reads = listed.slice(from, from + AT_ONCE).map(async (one) => ({
            ...one,
            bytes: (0,record/* numberOf */.rl)(one.key) === undefined
                ? Buffer.alloc(0)
                : await (0,trail_store/* readAll */.y)(await store.get(one.key, options), record/* MOST_RECORD_BYTES */.W7),
        }));
        objects.push(...(await Promise.all(reads)));
    }
    return objects;
}
function judgeTrail({ anchors, nowMs, objects, past }) {
    const findings = [];
    const links = new Map();
    const digests = new Map();
    const everStored = typeof past === 'object' ? past.keys : [];
    const since = (0,trail_past/* sinceWhen */.n5)(everStored, objects);
    for (const { bytes, key } of objects) {
        const number = (0,record/* numberOf */.rl)(key);
        if (number === undefined) {
            findings.push(found('foreign-object', key, 'no record has such a name'));
            continue;
        }
        const digest = (0,record/* digestOf */.ol)(bytes);
        digests.set(number, digest);
        const read = (0,read_record/* readRecord */.aE)(bytes);
        if (read.kind === 'none')
            findings.push(found('not-a-record', key, read.problems.join('; ')));
        else if (read.record.number !== number)
            findings.push(found('wrong-number', key, `it says that it is number ${read.record.number}`));
        else
            links.set(number, { key, record: read.record, digest, modifiedMs: since.get(key) });
    }
    const numbers = [...digests.keys()].sort((a, b) => a - b);
    const last = numbers.at(-1) ?? 0;
    for (const [from, upTo] of gaps(numbers))
        findings.push(found('missing', placeOf(from, upTo), 'not in the store'));
    const seen = new Map();
    for (const number of numbers) {
        const link = links.get(number);
        if (link === undefined)
            continue;
        findings.push(...linkFindings(link, digests.get(number - 1), links.get(number - 1), nowMs));
        const before = seen.get(link.record.id);
        if (before !== undefined)
            findings.push(found('repeated', link.key, `its id is that of record ${before} too`));
        seen.set(link.record.id, before ?? number);
    }
    findings.push(...anchorFindings(anchors, digests, last));
    findings.push(...datedFindings(anchors, [...links.values()].sort((a, b) => a.record.number - b.record.number)));
    findings.push(...(0,trail_past/* pastFindings */.JR)(everStored, objects));
    const held = anchors.filter(({ digest, number }) => digests.get(number) === digest);
    const upTo = (some) => some.reduce((most, { number }) => Math.max(most, number), 0);
    const digest = digests.get(last);
    return {
        findings: withProof(findings, anchors),
        head: digest === undefined ? undefined : { number: last, digest },
        anchored: upTo(held.filter(({ isLoose }) => isLoose !== true)),
        looselyAnchored: upTo(held),
    };
}
function found(what, where, message, anchor) {
    return { what, where, message, anchor };
}
function gaps(numbers) {
    return numbers.flatMap((number, nth) => {
        const before = numbers[nth - 1] ?? 0;
        return number === before + 1 ? [] : [[before + 1, number - 1]];
    });
}
function placeOf(from, upTo) {
    return from === upTo ? (0,record/* keyOf */.TN)(from) : `${(0,record/* keyOf */.TN)(from)} to ${(0,record/* keyOf */.TN)(upTo)}`;
}
function linkFindings({ key, modifiedMs, record }, digestBefore, before, nowMs) {
    const findings = [];
    const recorded = Date.parse(record.recordedAt);
    const isFirst = record.number === 1;
    if (isFirst ? record.previous !== null : digestBefore !== undefined && record.previous !== digestBefore)
        findings.push(found('chain-broken', key, isFirst ? 'the first record follows no other' : 'it follows another record'));
    if (before !== undefined && recorded < Date.parse(before.record.recordedAt) - CLOCKS_MS)
        findings.push(found('back-dated', key, `recorded at ${record.recordedAt}, before the record that it follows`));
    if (recorded > nowMs + CLOCKS_MS)
        findings.push(found('future-dated', key, `recorded at ${record.recordedAt}`));
    if (Date.parse(record.happenedAt) > recorded + CLOCKS_MS)
        findings.push(found('recorded-before', key, `recorded at ${record.recordedAt}, happened at ${record.happenedAt}`));
    if (modifiedMs !== undefined && modifiedMs > recorded + STORED_WITHIN_MS)
        findings.push(found('stored-later', key, `recorded at ${record.recordedAt}, stored at ${new Date(modifiedMs).toISOString()}`));
    if (modifiedMs !== undefined && modifiedMs < recorded - STORED_WITHIN_MS)
        findings.push(found('post-dated', key, `recorded at ${record.recordedAt}, stored at ${new Date(modifiedMs).toISOString()}`));
    return findings;
}
function anchorFindings(anchors, digests, last) {
    const findings = [];
    const first = new Map();
    for (const anchor of anchors) {
        const { digest, number, source } = anchor;
        const other = first.get(number);
        first.set(number, other ?? anchor);
        const there = digests.get(number);
        if (number > last)
            findings.push(found('cut-off', (0,record/* keyOf */.TN)(number), `the trail ends at ${last}, ${source} knows record ${number}, unless it is of another trail`, source));
        else if (there !== undefined && there !== digest)
            findings.push(found('rewritten', (0,record/* keyOf */.TN)(number), `${source} knows another record ${number}, unless it is of another trail`, source));
        if (other !== undefined && other.digest !== digest)
            findings.push(found('anchors-disagree', (0,record/* keyOf */.TN)(number), `${other.source} and ${source} know different ones`, source));
    }
    return findings;
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


/***/ })

};
