export const id = 229;
export const ids = [229];
export const modules = {

/***/ 770850:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s3Target: () => (/* binding */ s3Target)
});

// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
;// CONCATENATED MODULE: ./packages/base/lib/looks.js
function delayAt(delays, turn) {
    return delays[Math.min(turn, delays.length - 1)] ?? delays[0];
}
async function pause({ clock, signal }, delays, turn, untilMs) {
    const delay = delayAt(delays, turn);
    if (clock.now() + delay > untilMs)
        return false;
    await clock.sleep(delay, signal);
    return true;
}
async function lookAfter({ clock, signal }, waits, look) {
    for (const ms of waits) {
        await clock.sleep(ms, signal);
        const found = await look();
        if (found !== undefined)
            return found;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./packages/base/lib/at-most-once.js

async function sendOnce(change, persistence, waiter) {
    for (let turn = 1;; turn++) {
        const answer = await change.send();
        if (answer.kind === 'accepted')
            return answer.data;
        if (answer.kind === 'refused')
            throw answer.error;
        persistence.onLost?.(answer.error);
        const found = await lookAfter(waiter, persistence.lookAfterMs, () => change.look());
        if (found !== undefined)
            return found;
        if (turn >= persistence.sends)
            throw answer.error;
    }
}

// EXTERNAL MODULE: external "node:crypto"
let external_node_crypto__kept;
const external_node_crypto_ = () => (external_node_crypto__kept ??= __webpack_require__(823569));
;// CONCATENATED MODULE: ./packages/backup/lib/targets/s3/digests.js

function digestOf(bytes) {
    return {
        bytes: bytes.length,
        sha256: (0,external_node_crypto_().createHash)('sha256').update(bytes).digest(),
        md5: (0,external_node_crypto_().createHash)('md5').update(bytes).digest(),
    };
}
function expectedWhole({ bytes, md5, sha256 }) {
    return { bytes, sha256: sha256.toString('base64'), etag: md5.toString('hex') };
}
function expectedInParts(parts) {
    const all = (name) => (0,external_node_crypto_().createHash)(name)
        .update(Buffer.concat(parts.map((part) => part[name])))
        .digest();
    return {
        bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0),
        sha256: `${all('sha256').toString('base64')}-${parts.length}`,
        etag: `${all('md5').toString('hex')}-${parts.length}`,
    };
}
function proofOf(expected, headers) {
    if (Number(headers.get('content-length')) !== expected.bytes)
        return 'other';
    const sha256 = headers.get('x-amz-checksum-sha256');
    if (sha256 !== null && isOfSameKind(sha256, expected.sha256))
        return sha256 === expected.sha256 ? 'sha256' : 'other';
    const etag = headers.get('etag')?.replace(/^W\//, '').replaceAll('"', '') ?? '';
    if (etag === expected.etag)
        return 'etag';
    const encryption = headers.get('x-amz-server-side-encryption') ?? '';
    const isDigest = /^[0-9a-f]{32}(?:-\d+)?$/.test(etag) && !encryption.startsWith('aws:');
    return isDigest ? 'other' : 'size';
}
function isOfSameKind(a, b) {
    return a.includes('-') === b.includes('-');
}

// EXTERNAL MODULE: ./packages/backup/lib/targets/s3/failure.js
var failure = __webpack_require__(833700);
// EXTERNAL MODULE: ./packages/backup/lib/targets/s3/request.js
var s3_request = __webpack_require__(868024);
// EXTERNAL MODULE: ./packages/backup/lib/targets/s3/xml.js
var s3_xml = __webpack_require__(382138);
;// CONCATENATED MODULE: ./packages/backup/lib/targets/s3/change.js





const LOOK_AFTER_MS = [500, 2_000, 5_000];
const SENDS = 4;
const LONGEST_REST_MS = 60_000;
async function change(store, request, expected, signal) {
    const { clock, log } = store.tools;
    const key = request.key ?? '';
    const look = async () => {
        const head = await headOf(store, key, signal);
        return head !== undefined && isProven(proofOf(expected, head.headers)) ? head : undefined;
    };
    const found = await sendOnce({
        send: () => sentOf(store, request, signal),
        look,
    }, { sends: SENDS, lookAfterMs: LOOK_AFTER_MS, onLost: (error) => log.debug(`${error.message}: looking for it`) }, { clock, signal: signal ?? new AbortController().signal });
    const head = found === 'sent' ? await headOf(store, key, signal) : found;
    const proof = head === undefined ? 'other' : proofOf(expected, head.headers);
    if (head !== undefined && isProven(proof))
        return head;
    throw notProven(key, proof);
}
function notProven(key, proof) {
    const what = proof === 'size' ? 'the store gives no checksum of it' : 'what is stored is not what was sent';
    return new errors/* RemoteError */.Hi(`${failure.S3}: ${key}: ${what}`, {
        service: failure.S3,
        retryable: false,
        ...(proof === 'size'
            ? { hint: 'a backup needs a store that keeps SHA-256 checksums, or ETags that are MD5 digests' }
            : {}),
    });
}
function isProven(proof) {
    return proof === 'sha256' || proof === 'etag';
}
function saysDone({ method }, { headers, status, text }) {
    if (status >= 300)
        return false;
    return method === 'PUT' ? headers.has('etag') : (0,s3_xml/* parseXml */.NO)(text)?.name === 'CompleteMultipartUploadResult';
}
async function sentOf(store, request, signal) {
    let error;
    try {
        const answer = await store.once(request, signal);
        if (saysDone(request, answer))
            return { kind: 'accepted', data: 'sent' };
        const isError = answer.status >= 300 || (0,s3_xml/* parseXml */.NO)(answer.text)?.name === 'Error';
        error = isError ? store.failure(request, answer) : (0,failure/* unreadable */.O$)((0,s3_request/* nameOf */.V)(request), answer.headers);
        const mayBeThere = answer.status < 300 || error.retryable || error.code === 'NoSuchUpload';
        if (!mayBeThere)
            return { kind: 'refused', error };
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* RemoteError */.Hi))
            throw thrown;
        error = thrown;
    }
    if (error.retryAfterMs !== undefined)
        await store.tools.clock.sleep(Math.min(error.retryAfterMs, LONGEST_REST_MS), signal);
    return { kind: 'lost', error };
}
async function headOf(store, key, signal) {
    const request = { method: 'HEAD', key, headers: { 'x-amz-checksum-mode': 'ENABLED' } };
    return store.retried(signal, async () => {
        const answer = await store.once(request, signal);
        if (answer.status === 404)
            return undefined;
        if (answer.status !== 200)
            throw store.failure(request, answer);
        if (!answer.headers.has('etag'))
            throw (0,failure/* unreadable */.O$)((0,s3_request/* nameOf */.V)(request), answer.headers);
        return answer;
    });
}

// EXTERNAL MODULE: ./packages/backup/lib/targets/s3/download.js
var download = __webpack_require__(60405);
;// CONCATENATED MODULE: ./packages/backup/lib/targets/s3/put-if-absent.js





const put_if_absent_LOOK_AFTER_MS = [500, 2_000, 5_000];
const put_if_absent_SENDS = 4;
async function putIfAbsent(store, object, signal) {
    const { clock, log } = store.tools;
    const request = requestOf(object);
    let isLost = false;
    const look = () => isOurs(store, object, signal);
    const answer = await sendOnce({
        send: async () => {
            const sent = await sendIfAbsent(store, request, signal);
            if (sent.kind !== 'accepted' || sent.data === 'stored' || !isLost)
                return sent;
            return { kind: 'accepted', data: (await look()) ?? 'exists' };
        },
        look,
    }, {
        sends: put_if_absent_SENDS,
        lookAfterMs: put_if_absent_LOOK_AFTER_MS,
        onLost: (error) => {
            isLost = true;
            log.debug(`${error.message}: looking for it`);
        },
    }, { clock, signal: signal ?? new AbortController().signal });
    if (answer === 'stored' && (await look()) !== 'stored')
        throw new errors/* RemoteError */.Hi(`${failure.S3}: ${object.key}: what is stored is not what was sent`, {
            service: failure.S3,
            retryable: false,
        });
    return answer;
}
async function assertRefusesSecond(store, object, signal) {
    const request = requestOf(object);
    await store.retried(signal, async () => {
        const { status, ...answer } = await store.once(request, signal);
        if (status === 412)
            return;
        if (status >= 300)
            throw store.failure(request, { status, ...answer });
        if (!answer.headers.has('etag'))
            throw (0,failure/* unreadable */.O$)((0,s3_request/* nameOf */.V)(request), answer.headers);
        throw new errors/* RemoteError */.Hi(`${failure.S3}: ${(0,s3_request/* nameOf */.V)(request)}: the store wrote over what was there, though asked not to`, {
            service: failure.S3,
            retryable: false,
            hint: 'two backups could take each other’s place: use a store that has conditional writes (If-None-Match)',
        });
    });
}
function requestOf({ bytes, contentType, key }) {
    return {
        method: 'PUT',
        key,
        headers: {
            'if-none-match': '*',
            'x-amz-checksum-sha256': digestOf(bytes).sha256.toString('base64'),
            ...(contentType === undefined ? {} : { 'content-type': contentType }),
        },
        body: bytes,
    };
}
async function sendIfAbsent(store, request, signal) {
    try {
        const answer = await store.once(request, signal);
        if (answer.status < 300 && answer.headers.has('etag'))
            return { kind: 'accepted', data: 'stored' };
        if (answer.status < 300)
            return { kind: 'lost', error: (0,failure/* unreadable */.O$)((0,s3_request/* nameOf */.V)(request), answer.headers) };
        if (answer.status === 412)
            return { kind: 'accepted', data: 'exists' };
        const error = store.failure(request, answer);
        return { kind: error.retryable ? 'lost' : 'refused', error };
    }
    catch (error) {
        if (error instanceof errors/* RemoteError */.Hi)
            return { kind: 'lost', error };
        throw error;
    }
}
async function isOurs(store, { bytes, key }, signal) {
    try {
        const stream = await (0,download/* openObject */.M)(store, key, { from: 0, etag: null }, signal);
        if (Number(stream.headers.get('content-length') ?? bytes.length) !== bytes.length) {
            stream.end();
            return 'exists';
        }
        const chunks = [];
        for await (const chunk of (0,download/* wholeObject */.v)(store, key, stream, signal))
            chunks.push(chunk);
        return Buffer.concat(chunks).equals(bytes) ? 'stored' : 'exists';
    }
    catch (error) {
        if (error instanceof errors/* RemoteError */.Hi && error.status === 404)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./packages/backup/lib/targets/s3/settings.js



const ABSENT = ['ObjectLockConfigurationNotFoundError', 'NoSuchLifecycleConfiguration'];
const UNKNOWN_THERE = [405, 501];
async function readProtection(store, signal) {
    const [lock, versioning, lifecycle] = await Promise.all(['object-lock', 'versioning', 'lifecycle'].map((name) => readSetting(store, name, signal)));
    if (lock === 'not-there' || versioning === 'not-there')
        return undefined;
    return {
        defaultLock: lockOf(lock),
        keepsVersions: versioning !== undefined && (0,s3_xml/* textAt */.$6)(versioning, 'Status') === 'Enabled',
        expiry: lifecycle === undefined || lifecycle === 'not-there' ? [] : expiryOf(lifecycle, store.place.prefix),
    };
}
async function readSetting(store, name, signal) {
    const request = { method: 'GET', query: { [name]: '' } };
    return store.retried(signal, async () => {
        const answer = await store.once(request, signal);
        if (answer.status < 300) {
            const xml = (0,s3_xml/* parseXml */.NO)(answer.text);
            if (xml === undefined)
                throw (0,failure/* unreadable */.O$)((0,s3_request/* nameOf */.V)(request), answer.headers);
            return xml;
        }
        if (UNKNOWN_THERE.includes(answer.status))
            return 'not-there';
        const error = store.failure(request, answer);
        if (ABSENT.includes(error.code ?? ''))
            return undefined;
        throw error;
    });
}
function lockOf(xml) {
    if (xml === undefined || (0,s3_xml/* textAt */.$6)(xml, 'ObjectLockEnabled') !== 'Enabled')
        return undefined;
    const [retention] = (0,s3_xml/* allAt */.Nc)(xml, 'Rule', 'DefaultRetention');
    const mode = retention && (0,s3_xml/* textAt */.$6)(retention, 'Mode')?.toLowerCase();
    if (retention === undefined || (mode !== 'compliance' && mode !== 'governance'))
        return undefined;
    const days = Number((0,s3_xml/* textAt */.$6)(retention, 'Days') ?? 0) || 365 * Number((0,s3_xml/* textAt */.$6)(retention, 'Years') ?? 0);
    return days > 0 ? { mode, days } : undefined;
}
function expiryOf(xml, ownPrefix) {
    const own = ownPrefix === '' ? '' : `${ownPrefix}/`;
    return (0,s3_xml/* allAt */.Nc)(xml, 'Rule').flatMap((rule) => {
        const days = Number((0,s3_xml/* textAt */.$6)(rule, 'Expiration', 'Days') ?? Number.NaN);
        const date = Date.parse((0,s3_xml/* textAt */.$6)(rule, 'Expiration', 'Date') ?? '');
        if ((0,s3_xml/* textAt */.$6)(rule, 'Status') !== 'Enabled' || (Number.isNaN(days) && Number.isNaN(date)))
            return [];
        if ((0,s3_xml/* allAt */.Nc)(rule, 'Filter', 'Tag').length + (0,s3_xml/* allAt */.Nc)(rule, 'Filter', 'And', 'Tag').length > 0)
            return [];
        const scope = (0,s3_xml/* textAt */.$6)(rule, 'Filter', 'And', 'Prefix') ?? (0,s3_xml/* textAt */.$6)(rule, 'Filter', 'Prefix') ?? (0,s3_xml/* textAt */.$6)(rule, 'Prefix') ?? '';
        const after = Number.isNaN(days) ? 0 : days;
        if (scope.startsWith(own))
            return [{ prefix: scope.slice(own.length), days: after }];
        return own.startsWith(scope) ? [{ prefix: '', days: after }] : [];
    });
}

// EXTERNAL MODULE: ./packages/backup/lib/targets/s3/store.js + 2 modules
var store = __webpack_require__(521738);
;// CONCATENATED MODULE: ./packages/backup/lib/targets/s3/stored.js


function storedObject(key, headers) {
    const bytes = Number(headers.get('content-length') ?? Number.NaN);
    const modifiedMs = Date.parse(headers.get('last-modified') ?? '');
    if (Number.isNaN(bytes) || Number.isNaN(modifiedMs))
        throw (0,failure/* unreadable */.O$)(`HEAD ${key}`, headers);
    const lockedUntilMs = Date.parse(headers.get('x-amz-object-lock-retain-until-date') ?? '');
    return {
        key,
        bytes,
        modifiedMs,
        ...(Number.isNaN(lockedUntilMs) ? {} : { lockedUntilMs }),
        ...(headers.get('x-amz-object-lock-legal-hold') === 'ON' ? { legalHold: true } : {}),
    };
}
function readPage(text, own) {
    const xml = (0,s3_xml/* parseXml */.NO)(text);
    if (xml?.name !== 'ListBucketResult')
        return undefined;
    const objects = (0,s3_xml/* allAt */.Nc)(xml, 'Contents').map((one) => {
        const key = (0,s3_xml/* textAt */.$6)(one, 'Key') ?? '';
        return {
            key: key.startsWith(own) ? key.slice(own.length) : '',
            bytes: Number((0,s3_xml/* textAt */.$6)(one, 'Size') ?? Number.NaN),
            modifiedMs: Date.parse((0,s3_xml/* textAt */.$6)(one, 'LastModified') ?? ''),
        };
    });
    const isSound = objects.every(({ bytes, key, modifiedMs }) => key !== '' && !Number.isNaN(bytes + modifiedMs));
    const isTruncated = (0,s3_xml/* textAt */.$6)(xml, 'IsTruncated') === 'true';
    const next = isTruncated ? (0,s3_xml/* textAt */.$6)(xml, 'NextContinuationToken') : undefined;
    return isSound && isTruncated === (next !== undefined) ? { objects, next } : undefined;
}

// EXTERNAL MODULE: ./packages/base/lib/deadline.js
var deadline = __webpack_require__(106301);
// EXTERNAL MODULE: ./packages/base/lib/clock.js
var clock = __webpack_require__(636190);
;// CONCATENATED MODULE: ./packages/backup/lib/targets/s3/parts.js

class Buffers {
    #size;
    #free = [];
    constructor(size) {
        this.#size = size;
    }
    take() {
        return this.#free.pop() ?? Buffer.allocUnsafeSlow(this.#size);
    }
    give(buffer) {
        this.#free.push(buffer);
    }
}
async function* piecesOf(body, buffers, signal) {
    let buffer = buffers.take();
    let filled = 0;
    for await (const chunk of interruptible(body, signal)) {
        for (let rest = chunk; rest.length > 0;) {
            if (filled === buffer.length) {
                yield { buffer, bytes: buffer, isLast: false };
                buffer = buffers.take();
                filled = 0;
            }
            const part = rest.subarray(0, buffer.length - filled);
            buffer.set(part, filled);
            filled += part.length;
            rest = rest.subarray(part.length);
        }
    }
    yield { buffer, bytes: buffer.subarray(0, filled), isLast: true };
}
async function* interruptible(body, signal) {
    const source = body[Symbol.asyncIterator]();
    let refuse = () => undefined;
    const onAbort = () => refuse((0,clock/* cancellation */.WN)(signal));
    signal?.addEventListener('abort', onAbort, { once: true });
    try {
        for (;;) {
            const next = await new Promise((resolve, reject) => {
                refuse = reject;
                if (signal?.aborted)
                    onAbort();
                else
                    source.next().then(resolve, reject);
            });
            if (signal?.aborted)
                throw (0,clock/* cancellation */.WN)(signal);
            if (next.done === true)
                return;
            yield next.value;
        }
    }
    finally {
        signal?.removeEventListener('abort', onAbort);
        const ended = Promise.resolve(source.return?.()).catch(() => undefined);
        if (signal?.aborted !== true)
            await ended;
    }
}

;// CONCATENATED MODULE: ./packages/backup/lib/targets/s3/upload.js







const MOST_PARTS = 10_000;
const GIVE_UP_MS = 10_000;
async function upload(store, key, body, options) {
    const buffers = new Buffers(options.partBytes);
    const pieces = piecesOf(body, buffers, options.signal)[Symbol.asyncIterator]();
    try {
        const first = await pieces.next();
        if (first.done === true)
            throw new Error('a stream has a piece at least');
        if (first.value.isLast)
            return await putWhole(store, key, first.value.bytes, options);
        return await putParts(store, key, { first: first.value, rest: pieces, buffers }, options);
    }
    finally {
        await pieces.return?.();
    }
}
async function putWhole(store, key, bytes, options) {
    const digest = digestOf(bytes);
    const request = {
        method: 'PUT',
        key,
        headers: { ...contentType(options), 'x-amz-checksum-sha256': digest.sha256.toString('base64') },
        body: bytes,
    };
    return change(store, request, expectedWhole(digest), options.signal);
}
async function putParts(store, key, source, options) {
    const uploadId = await begin(store, key, options);
    try {
        const parts = await sendParts(store, { key, uploadId }, source, options);
        const request = {
            method: 'POST',
            key,
            query: { uploadId },
            headers: { 'content-type': 'application/xml' },
            body: Buffer.from(listOf(parts, store.keepsChecksums)),
        };
        return await change(store, request, expectedInParts(parts.map(({ digest }) => digest)), options.signal);
    }
    catch (error) {
        await abandon(store, key, uploadId);
        throw error;
    }
}
async function begin(store, key, options) {
    const request = {
        method: 'POST',
        key,
        query: { uploads: '' },
        headers: { ...contentType(options), 'x-amz-checksum-algorithm': 'SHA256' },
    };
    return store.retried(options.signal, async () => {
        const answer = await store.once(request, options.signal);
        if (answer.status !== 200)
            throw store.failure(request, answer);
        const xml = (0,s3_xml/* parseXml */.NO)(answer.text);
        const id = xml && (0,s3_xml/* textAt */.$6)(xml, 'UploadId');
        if (id === undefined || id === '')
            throw (0,failure/* unreadable */.O$)(`POST ${key}`, answer.headers);
        return id;
    });
}
async function sendParts(store, { key, uploadId }, { buffers, first, rest }, { inFlight, signal }) {
    const stop = new AbortController();
    const either = signal === undefined ? stop.signal : AbortSignal.any([stop.signal, signal]);
    const sent = [];
    const flying = new Set();
    async function send(number, { buffer, bytes }) {
        const digest = digestOf(bytes);
        const request = {
            method: 'PUT',
            key,
            query: { partNumber: String(number), uploadId },
            headers: { 'x-amz-checksum-sha256': digest.sha256.toString('base64') },
            body: bytes,
        };
        const etag = await store.retried(either, async () => {
            const answer = await store.once(request, either);
            if (answer.status >= 300)
                throw store.failure(request, answer);
            const found = answer.headers.get('etag');
            if (found === null)
                throw (0,failure/* unreadable */.O$)((0,s3_request/* nameOf */.V)(request), answer.headers);
            return found;
        });
        buffers.give(buffer);
        return { number, etag, digest };
    }
    try {
        for (let piece = first; piece !== undefined;) {
            if (sent.length === MOST_PARTS)
                throw tooLong(key);
            if (flying.size >= inFlight)
                await Promise.race(flying);
            const going = send(sent.length + 1, piece);
            sent.push(going);
            flying.add(going);
            going.then(() => flying.delete(going), () => undefined);
            const next = await rest.next();
            piece = next.done === true ? undefined : next.value;
        }
        return await Promise.all(sent);
    }
    catch (error) {
        stop.abort(error);
        await Promise.allSettled(sent);
        throw error;
    }
}
async function abandon(store, key, uploadId) {
    const request = { method: 'DELETE', key, query: { uploadId } };
    const { clock, log } = store.tools;
    try {
        const answer = await (0,deadline/* withDeadline */.N)(`DELETE ${key}`, GIVE_UP_MS, (signal) => store.once(request, signal), { clock });
        if (answer.status >= 300 && answer.status !== 404)
            throw store.failure(request, answer);
    }
    catch (error) {
        log.warning(`the unfinished upload of ${key} could not be ended (${error instanceof Error ? error.message : error}); a lifecycle rule AbortIncompleteMultipartUpload deletes what is left of it`);
    }
}
function listOf(parts, withChecksums) {
    const each = parts.map(({ digest, etag, number }) => {
        const sha256 = withChecksums ? `<ChecksumSHA256>${digest.sha256.toString('base64')}</ChecksumSHA256>` : '';
        return `<Part><PartNumber>${number}</PartNumber><ETag>${(0,s3_xml/* xmlText */.xK)(etag)}</ETag>${sha256}</Part>`;
    });
    return `<CompleteMultipartUpload xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${each.join('')}</CompleteMultipartUpload>`;
}
function contentType({ contentType: type }) {
    return type === undefined ? {} : { 'content-type': type };
}
function tooLong(key) {
    return new errors/* RemoteError */.Hi(`${failure.S3}: ${key}: it has more than ${MOST_PARTS} parts, the most that an upload can have`, {
        service: failure.S3,
        retryable: false,
        hint: 'leave the rows of this table out, and store them in another way',
    });
}

;// CONCATENATED MODULE: ./packages/backup/lib/targets/s3/versions.js


const NOT_SHOWN = {
    403: 'no-right',
    405: 'no-versions',
    501: 'no-versions',
};
async function readEverStored(store, prefix, signal) {
    const own = store.fullKey('');
    const found = new Map();
    let [markers, keepsVersions, isWhole] = [{}, false, true];
    while (markers !== undefined) {
        const query = { versions: '', prefix: `${own}${prefix}`, ...markers };
        const page = await versions_readPage(store, { method: 'GET', query }, signal);
        if (typeof page === 'string')
            return page;
        for (const one of page.kept)
            add(found, own, one, false);
        for (const one of page.deleted)
            add(found, own, one, true);
        const hasOwn = [...page.kept, ...page.deleted].map((one) => ((0,s3_xml/* textAt */.$6)(one, 'VersionId') ?? 'null') !== 'null');
        keepsVersions ||= hasOwn.includes(true);
        isWhole &&= !hasOwn.includes(false);
        markers = page.next;
    }
    if (found.size > 0 && !keepsVersions)
        return 'no-versions';
    const kept = [...found.values()].filter(({ firstMs }) => Number.isFinite(firstMs));
    return { keys: kept.map(({ tags, ...one }) => ({ ...one, isSame: tags.size === 1 })), isWhole };
}
function versions_readPage(store, request, signal) {
    return store.retried(signal, async () => {
        const answer = await store.once(request, signal);
        const notShown = NOT_SHOWN[answer.status];
        if (notShown !== undefined)
            return notShown;
        if (answer.status !== 200)
            throw store.failure(request, answer);
        const xml = (0,s3_xml/* parseXml */.NO)(answer.text);
        const page = xml?.name === 'ListVersionsResult' ? pageOf(xml) : undefined;
        const before = request.query;
        const isSame = page?.next?.['key-marker'] === before?.['key-marker'];
        const isStuck = page?.next !== undefined && isSame && page.next['version-id-marker'] === before?.['version-id-marker'];
        if (page === undefined || isStuck)
            throw (0,failure/* unreadable */.O$)('GET bucket (versions)', answer.headers);
        return page;
    });
}
function pageOf(xml) {
    const [kept, deleted] = [(0,s3_xml/* allAt */.Nc)(xml, 'Version'), (0,s3_xml/* allAt */.Nc)(xml, 'DeleteMarker')];
    const isSound = [...kept, ...deleted].every((one) => !Number.isNaN(Date.parse((0,s3_xml/* textAt */.$6)(one, 'LastModified') ?? '')));
    const isTruncated = (0,s3_xml/* textAt */.$6)(xml, 'IsTruncated') === 'true';
    const [key, version] = [(0,s3_xml/* textAt */.$6)(xml, 'NextKeyMarker'), (0,s3_xml/* textAt */.$6)(xml, 'NextVersionIdMarker')];
    if (!isSound || (isTruncated && key === undefined))
        return undefined;
    const next = { 'key-marker': key ?? '', ...(version === undefined ? {} : { 'version-id-marker': version }) };
    return { kept, deleted, next: isTruncated ? next : undefined };
}
function add(found, own, one, isMarker) {
    const whole = (0,s3_xml/* textAt */.$6)(one, 'Key') ?? '';
    if (!whole.startsWith(own) || whole.length === own.length)
        return;
    const key = whole.slice(own.length);
    const known = found.get(key) ?? { key, firstMs: Number.POSITIVE_INFINITY, isDeleted: false, tags: new Set() };
    const atMs = isMarker ? Number.POSITIVE_INFINITY : Date.parse((0,s3_xml/* textAt */.$6)(one, 'LastModified') ?? '');
    const isDeleted = known.isDeleted || (isMarker && (0,s3_xml/* textAt */.$6)(one, 'IsLatest') === 'true');
    const tag = `${(0,s3_xml/* textAt */.$6)(one, 'ETag')} ${(0,s3_xml/* textAt */.$6)(one, 'Size')}`;
    const tags = isMarker ? known.tags : new Set([...known.tags, tag]);
    found.set(key, { key, firstMs: Math.min(known.firstMs, atMs), isDeleted, tags });
}

// EXTERNAL MODULE: ./packages/backup/lib/targets/target.js
var target = __webpack_require__(121859);
;// CONCATENATED MODULE: ./packages/backup/lib/targets/s3.js











const PART_BYTES = 8 * 1024 * 1024;
function s3Target(place, options) {
    return new S3Target(place, options);
}
class S3Target {
    name;
    #store;
    #partBytes;
    #inFlight;
    #obeysConditions = false;
    constructor(place, options) {
        const { bucket, prefix } = place;
        this.name = `s3://${bucket}${prefix === '' ? '' : `/${prefix}`}`;
        this.#store = new store/* S3Store */.s(place, options);
        this.#partBytes = options.partBytes ?? PART_BYTES;
        this.#inFlight = options.partsInFlight ?? 2;
    }
    async put(key, body, { contentType, signal }) {
        (0,target/* assertKey */.sM)(key);
        const limits = { partBytes: this.#partBytes, inFlight: this.#inFlight };
        const head = await upload(this.#store, key, body, { contentType, signal, ...limits });
        return storedObject(key, head.headers);
    }
    async putIfAbsent(key, body, { contentType, signal }) {
        (0,target/* assertKey */.sM)(key);
        const object = { key, bytes: body, contentType };
        const answer = await putIfAbsent(this.#store, object, signal);
        if (answer === 'stored' && !this.#obeysConditions) {
            await assertRefusesSecond(this.#store, object, signal);
            this.#obeysConditions = true;
        }
        return answer;
    }
    async get(key, { signal }) {
        (0,target/* assertKey */.sM)(key);
        try {
            const stream = await (0,download/* openObject */.M)(this.#store, key, { from: 0, etag: null }, signal);
            return (0,download/* wholeObject */.v)(this.#store, key, stream, signal);
        }
        catch (error) {
            throw error instanceof errors/* RemoteError */.Hi && error.code === 'NoSuchKey' ? new target/* MissingObject */._m(key) : error;
        }
    }
    async *list(prefix, { signal }) {
        const own = this.#store.fullKey('');
        let token;
        do {
            const more = token === undefined ? {} : { 'continuation-token': token };
            const query = { 'list-type': '2', prefix: `${own}${prefix}`, ...more };
            const page = await this.#page({ method: 'GET', query }, token, signal);
            yield* page.objects;
            token = page.next;
        } while (token !== undefined);
    }
    #page(request, token, signal) {
        const store = this.#store;
        return store.retried(signal, async () => {
            const answer = await store.once(request, signal);
            if (answer.status !== 200)
                throw store.failure(request, answer);
            const page = readPage(answer.text, store.fullKey(''));
            if (page === undefined || (page.next !== undefined && page.next === token))
                throw (0,failure/* unreadable */.O$)('GET bucket (list)', answer.headers);
            return page;
        });
    }
    async head(key, { signal }) {
        (0,target/* assertKey */.sM)(key);
        const head = await headOf(this.#store, key, signal);
        return head === undefined ? undefined : storedObject(key, head.headers);
    }
    everStored(prefix, { signal }) {
        return readEverStored(this.#store, prefix, signal);
    }
    protection({ signal }) {
        return readProtection(this.#store, signal);
    }
}


/***/ })

};
