export const id = 915;
export const ids = [915];
export const modules = {

/***/ 770850:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s3Target: () => (/* binding */ s3Target)
});

// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
// EXTERNAL MODULE: ./packages/base/lib/at-most-once.js + 1 modules
var at_most_once = __webpack_require__(252541);
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

// EXTERNAL MODULE: ./packages/base/lib/retry.js
var retry = __webpack_require__(1027241);
;// CONCATENATED MODULE: ./packages/backup/lib/targets/s3/xml.js
const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const DEEPEST = 32;
function parseXml(source) {
    const piece = /<\?[^>]*\?>|<(\/?)([A-Za-z_][\w.:-]*)(?:\s[^<>]*?)?(\/?)>|([^<]+)/y;
    const root = { name: '', text: '', children: [] };
    const path = [root];
    while (piece.lastIndex < source.length) {
        const [whole, close, name, empty, text] = piece.exec(source) ?? [];
        const here = path.at(-1);
        if (whole === undefined || here === undefined)
            return undefined;
        if (text !== undefined)
            here.text += text;
        else if (name === undefined)
            continue;
        else if (close === '/') {
            if (here.name !== name || path.length === 1)
                return undefined;
            path.pop();
            path.at(-1)?.children.push(ended(here));
        }
        else if (empty === '/')
            here.children.push({ name, text: '', children: [] });
        else if (path.length > DEEPEST)
            return undefined;
        else
            path.push({ name, text: '', children: [] });
    }
    const [only] = root.children;
    return path.length === 1 && root.children.length === 1 ? only : undefined;
}
function ended({ children, name, text }) {
    return { name, text: children.length === 0 ? decoded(text) : '', children };
}
function decoded(text) {
    return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
        if (name !== undefined)
            return ENTITIES[name] ?? whole;
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    });
}
function allAt(of, ...path) {
    return path.reduce((here, name) => here.flatMap((one) => one.children.filter((child) => child.name === name)), [of]);
}
function textAt(of, ...path) {
    return allAt(of, ...path)[0]?.text;
}
function xmlText(text) {
    return text.replace(/[&<>]/g, (mark) => (mark === '&' ? '&amp;' : mark === '<' ? '&lt;' : '&gt;'));
}

;// CONCATENATED MODULE: ./packages/backup/lib/targets/s3/failure.js


const S3 = 'S3';
const PASSING = [
    ...['InternalError', 'SlowDown', 'ServiceUnavailable', 'RequestTimeout', 'OperationAborted'],
    ...['BadDigest', 'XAmzContentSHA256Mismatch', 'IncompleteBody', 'ConditionalRequestConflict'],
];
const HINTS = {
    AccessDenied: 'the key needs the permission that this call asks for, also in the policy of the bucket',
    InvalidAccessKeyId: 'the access key is not known there: check s3-endpoint and the credentials',
    SignatureDoesNotMatch: 'the secret does not belong to the access key',
    ExpiredToken: 'the temporary credentials have expired: get them closer to this step, or for longer (role-duration-seconds)',
    InvalidToken: 'the session token does not belong to the access key',
    RequestTimeTooSkewed: 'the clock of this machine is more than 15 minutes off',
    NoSuchBucket: 'check the bucket of `to`, and s3-endpoint',
    NotImplemented: 'this store does not have what was asked for',
    EntityTooLarge: 'the store takes no object of this size',
};
function failureOf(what, { headers, status, text }, nowMs) {
    const answer = parseXml(text);
    const code = answer?.name === 'Error' ? textAt(answer, 'Code') : undefined;
    const words = (answer && textAt(answer, 'Message')) ?? wordsFor(status);
    const requestId = headers.get('x-amz-request-id') ?? (answer && textAt(answer, 'RequestId')) ?? headers.get('cf-ray');
    const retryAfterMs = (0,retry/* parseRetryAfter */.mu)(headers.get('retry-after'), nowMs);
    const region = headers.get('x-amz-bucket-region') ?? (answer && textAt(answer, 'Region'));
    const hint = region === null || region === undefined ? (HINTS[code ?? ''] ?? hintFor(status)) : `set s3-region: ${region}`;
    const passes = status === 408 || status === 429 || (status >= 500 && status !== 501);
    return new errors/* RemoteError */.Hi(`${S3}: ${what}: ${words}`, {
        service: S3,
        status,
        retryable: passes || PASSING.includes(code ?? ''),
        ...(code === undefined ? {} : { code }),
        ...(requestId === null || requestId === undefined ? {} : { requestId }),
        ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
        ...(hint === undefined ? {} : { hint }),
    });
}
function noAnswer(what, cause) {
    return new errors/* RemoteError */.Hi(`${S3}: ${what}: no answer`, { service: S3, retryable: true, cause });
}
function unreadable(what, headers) {
    const requestId = headers.get('x-amz-request-id');
    return new errors/* RemoteError */.Hi(`${S3}: ${what}: the answer cannot be read`, {
        service: S3,
        retryable: true,
        hint: 'check s3-endpoint and any proxy in between',
        ...(requestId === null ? {} : { requestId }),
    });
}
function wordsFor(status) {
    if (status === 403)
        return 'access denied';
    if (status === 404)
        return 'not found';
    if (status >= 300 && status < 400)
        return 'a redirect, which is not followed';
    return status >= 500 ? 'the store returned a server error' : 'refused';
}
function hintFor(status) {
    if (status === 403)
        return HINTS['AccessDenied'];
    if (status >= 300 && status < 400)
        return 'check s3-region and s3-endpoint';
    return undefined;
}

;// CONCATENATED MODULE: ./packages/backup/lib/targets/s3/request.js

const CHECKSUM = 'x-amz-checksum-';
function withoutChecksums(request) {
    const all = Object.entries(request.headers ?? {});
    const kept = all.filter(([name]) => !name.startsWith(CHECKSUM));
    if (kept.length === all.length)
        return request;
    const md5 = request.body === undefined ? {} : { 'content-md5': (0,external_node_crypto_().createHash)('md5').update(request.body).digest('base64') };
    return { ...request, headers: { ...Object.fromEntries(kept), ...md5 } };
}
function nameOf({ key, method, query = {} }) {
    const names = Object.keys(query);
    return `${method} ${key ?? 'bucket'}${names.length === 0 ? '' : ` (${names.join(', ')})`}`;
}

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
    const found = await (0,at_most_once/* sendOnce */.E)({
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
    return new errors/* RemoteError */.Hi(`${S3}: ${key}: ${what}`, {
        service: S3,
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
    return method === 'PUT' ? headers.has('etag') : parseXml(text)?.name === 'CompleteMultipartUploadResult';
}
async function sentOf(store, request, signal) {
    let error;
    try {
        const answer = await store.once(request, signal);
        if (saysDone(request, answer))
            return { kind: 'accepted', data: 'sent' };
        const isError = answer.status >= 300 || parseXml(answer.text)?.name === 'Error';
        error = isError ? store.failure(request, answer) : unreadable(nameOf(request), answer.headers);
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
            throw unreadable(nameOf(request), answer.headers);
        return answer;
    });
}

;// CONCATENATED MODULE: ./packages/backup/lib/targets/s3/download.js


const MOST_CUTS = 5;
const FIRST_REST_MS = 250;
function openObject(store, key, at, signal) {
    const { etag, from } = at;
    const range = from === 0 ? {} : { range: `bytes=${from}-`, ...(etag === null ? {} : { 'if-match': etag }) };
    return store.retried(signal, async () => {
        const stream = await store.stream({ method: 'GET', key, headers: range }, signal);
        if (!stream.headers.has('etag')) {
            stream.end();
            throw unreadable(`GET ${key}`, stream.headers);
        }
        if (from === 0 || stream.headers.get('content-range')?.startsWith(`bytes ${from}-`) === true)
            return stream;
        stream.end();
        throw new errors/* RemoteError */.Hi(`${S3}: GET ${key}: the store does not give the rest of an object`, {
            service: S3,
            retryable: false,
        });
    });
}
async function* wholeObject(store, key, first, signal) {
    const etag = first.headers.get('etag');
    const length = first.headers.get('content-length');
    const whole = length === null ? undefined : Number(length);
    let stream = first;
    let got = 0;
    for (let cuts = 0;;) {
        try {
            for await (const chunk of stream.body) {
                got += chunk.length;
                cuts = 0;
                yield chunk;
            }
            if (whole === undefined || got === whole)
                return;
            throw noAnswer(`GET ${key}`, new Error(`it ended after ${got} of ${whole} bytes`));
        }
        catch (error) {
            if (!(error instanceof errors/* RemoteError */.Hi) || !error.retryable || ++cuts > MOST_CUTS)
                throw error;
            store.tools.log.debug(`${error.message}: going on after ${got} bytes`);
            await store.tools.clock.sleep(FIRST_REST_MS * 2 ** cuts, signal);
        }
        stream = await openObject(store, key, { from: got, etag }, signal);
    }
}

;// CONCATENATED MODULE: ./packages/backup/lib/targets/s3/put-if-absent.js





const put_if_absent_LOOK_AFTER_MS = [500, 2_000, 5_000];
const put_if_absent_SENDS = 4;
async function putIfAbsent(store, object, signal) {
    const { clock, log } = store.tools;
    const request = requestOf(object);
    let isLost = false;
    const look = () => isOurs(store, object, signal);
    const answer = await (0,at_most_once/* sendOnce */.E)({
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
        throw new errors/* RemoteError */.Hi(`${S3}: ${object.key}: what is stored is not what was sent`, {
            service: S3,
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
            throw unreadable(nameOf(request), answer.headers);
        throw new errors/* RemoteError */.Hi(`${S3}: ${nameOf(request)}: the store wrote over what was there, though asked not to`, {
            service: S3,
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
            return { kind: 'lost', error: unreadable(nameOf(request), answer.headers) };
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
        const stream = await openObject(store, key, { from: 0, etag: null }, signal);
        if (Number(stream.headers.get('content-length') ?? bytes.length) !== bytes.length) {
            stream.end();
            return 'exists';
        }
        const chunks = [];
        for await (const chunk of wholeObject(store, key, stream, signal))
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
        keepsVersions: versioning !== undefined && textAt(versioning, 'Status') === 'Enabled',
        expiry: lifecycle === undefined || lifecycle === 'not-there' ? [] : expiryOf(lifecycle, store.place.prefix),
    };
}
async function readSetting(store, name, signal) {
    const request = { method: 'GET', query: { [name]: '' } };
    return store.retried(signal, async () => {
        const answer = await store.once(request, signal);
        if (answer.status < 300) {
            const xml = parseXml(answer.text);
            if (xml === undefined)
                throw unreadable(nameOf(request), answer.headers);
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
    if (xml === undefined || textAt(xml, 'ObjectLockEnabled') !== 'Enabled')
        return undefined;
    const [retention] = allAt(xml, 'Rule', 'DefaultRetention');
    const mode = retention && textAt(retention, 'Mode')?.toLowerCase();
    if (retention === undefined || (mode !== 'compliance' && mode !== 'governance'))
        return undefined;
    const days = Number(textAt(retention, 'Days') ?? 0) || 365 * Number(textAt(retention, 'Years') ?? 0);
    return days > 0 ? { mode, days } : undefined;
}
function expiryOf(xml, ownPrefix) {
    const own = ownPrefix === '' ? '' : `${ownPrefix}/`;
    return allAt(xml, 'Rule').flatMap((rule) => {
        const days = Number(textAt(rule, 'Expiration', 'Days') ?? Number.NaN);
        const date = Date.parse(textAt(rule, 'Expiration', 'Date') ?? '');
        if (textAt(rule, 'Status') !== 'Enabled' || (Number.isNaN(days) && Number.isNaN(date)))
            return [];
        if (allAt(rule, 'Filter', 'Tag').length + allAt(rule, 'Filter', 'And', 'Tag').length > 0)
            return [];
        const scope = textAt(rule, 'Filter', 'And', 'Prefix') ?? textAt(rule, 'Filter', 'Prefix') ?? textAt(rule, 'Prefix') ?? '';
        const after = Number.isNaN(days) ? 0 : days;
        if (scope.startsWith(own))
            return [{ prefix: scope.slice(own.length), days: after }];
        return own.startsWith(scope) ? [{ prefix: '', days: after }] : [];
    });
}

// EXTERNAL MODULE: ./packages/base/lib/deadline.js
var deadline = __webpack_require__(106301);
// EXTERNAL MODULE: ./packages/base/lib/clock.js
var lib_clock = __webpack_require__(636190);
;// CONCATENATED MODULE: ./node_modules/.pnpm/aws4fetch@1.0.20/node_modules/aws4fetch/dist/aws4fetch.esm.mjs
let external_node_http__kept,external_node_https__kept;const encoder=new TextEncoder,HOST_SERVICES={appstream2:"appstream",cloudhsmv2:"cloudhsm",email:"ses",marketplace:"aws-marketplace",mobile:"AWSMobileHubService",pinpoint:"mobiletargeting",queue:"sqs","git-codecommit":"codecommit","mturk-requester-sandbox":"mturk-requester","personalize-runtime":"personalize"},UNSIGNABLE_HEADERS=new Set(["authorization","content-type","content-length","user-agent","presigned-expires","expect","x-amzn-trace-id","range","connection"]);class AwsClient{constructor({accessKeyId:e,secretAccessKey:t,sessionToken:s,service:i,region:r,cache:n,retries:a,initRetryMs:h}){if(null==e)throw TypeError("accessKeyId is a required option");if(null==t)throw TypeError("secretAccessKey is a required option");this.accessKeyId=e,this.secretAccessKey=t,this.sessionToken=s,this.service=i,this.region=r,this.cache=n||new Map,this.retries=null!=a?a:10,this.initRetryMs=h||50}async sign(e,t){if(e instanceof Request){let{method:s,url:i,headers:r,body:n}=e;null==(t=Object.assign({method:s,url:i,headers:r},t)).body&&r.has("Content-Type")&&(t.body=null!=n&&r.has("X-Amz-Content-Sha256")?n:await e.clone().arrayBuffer()),e=i}let s=new AwsV4Signer(Object.assign({url:e.toString()},t,this,t&&t.aws)),i=Object.assign({},t,await s.sign());delete i.aws;try{return new Request(i.url.toString(),i)}catch(e){if(e instanceof TypeError)return new Request(i.url.toString(),Object.assign({duplex:"half"},i));throw e}}async fetch(e,t){for(let s=0;s<=this.retries;s++){let i=fetch(await this.sign(e,t));if(s===this.retries)return i;let r=await i;if(r.status<500&&429!==r.status)return r;await new Promise(e=>setTimeout(e,Math.random()*this.initRetryMs*Math.pow(2,s)))}throw Error("An unknown error occurred, ensure retries is not negative")}}class AwsV4Signer{constructor({method:e,url:t,headers:s,body:i,accessKeyId:r,secretAccessKey:n,sessionToken:a,service:h,region:o,cache:c,datetime:d,signQuery:l,appendSessionToken:u,allHeaders:g,singleEncode:p}){let m,y;if(null==t)throw TypeError("url is a required option");if(null==r)throw TypeError("accessKeyId is a required option");if(null==n)throw TypeError("secretAccessKey is a required option");this.method=e||(i?"POST":"GET"),this.url=new URL(t),this.headers=new Headers(s||{}),this.body=i,this.accessKeyId=r,this.secretAccessKey=n,this.sessionToken=a,h&&o||([m,y]=guessServiceRegion(this.url,this.headers)),this.service=h||m||"",this.region=o||y||"us-east-1",this.cache=c||new Map,this.datetime=d||new Date().toISOString().replace(/[:-]|\.\d{3}/g,""),this.signQuery=l,this.appendSessionToken=u||"iotdevicegateway"===this.service,this.headers.delete("Host"),"s3"!==this.service||this.signQuery||this.headers.has("X-Amz-Content-Sha256")||this.headers.set("X-Amz-Content-Sha256","UNSIGNED-PAYLOAD");let S=this.signQuery?this.url.searchParams:this.headers;if(S.set("X-Amz-Date",this.datetime),this.sessionToken&&!this.appendSessionToken&&S.set("X-Amz-Security-Token",this.sessionToken),this.signableHeaders=["host",...this.headers.keys()].filter(e=>g||!UNSIGNABLE_HEADERS.has(e)).sort(),this.signedHeaders=this.signableHeaders.join(";"),this.canonicalHeaders=this.signableHeaders.map(e=>e+":"+("host"===e?this.url.host:(this.headers.get(e)||"").replace(/\s+/g," "))).join("\n"),this.credentialString=[this.datetime.slice(0,8),this.region,this.service,"aws4_request"].join("/"),this.signQuery&&("s3"!==this.service||S.has("X-Amz-Expires")||S.set("X-Amz-Expires","86400"),S.set("X-Amz-Algorithm","AWS4-HMAC-SHA256"),S.set("X-Amz-Credential",this.accessKeyId+"/"+this.credentialString),S.set("X-Amz-SignedHeaders",this.signedHeaders)),"s3"===this.service)try{this.encodedPath=decodeURIComponent(this.url.pathname.replace(/\+/g," "))}catch(e){this.encodedPath=this.url.pathname}else this.encodedPath=this.url.pathname.replace(/\/+/g,"/");p||(this.encodedPath=encodeURIComponent(this.encodedPath).replace(/%2F/g,"/")),this.encodedPath=encodeRfc3986(this.encodedPath);let w=new Set;this.encodedSearch=[...this.url.searchParams].filter(([e])=>{if(!e)return!1;if("s3"===this.service){if(w.has(e))return!1;w.add(e)}return!0}).map(e=>e.map(e=>encodeRfc3986(encodeURIComponent(e)))).sort(([e,t],[s,i])=>e<s?-1:e>s?1:t<i?-1:+(t>i)).map(e=>e.join("=")).join("&")}async sign(){return this.signQuery?(this.url.searchParams.set("X-Amz-Signature",await this.signature()),this.sessionToken&&this.appendSessionToken&&this.url.searchParams.set("X-Amz-Security-Token",this.sessionToken)):this.headers.set("Authorization",await this.authHeader()),{method:this.method,url:this.url,headers:this.headers,body:this.body}}async authHeader(){return["AWS4-HMAC-SHA256 Credential="+this.accessKeyId+"/"+this.credentialString,"SignedHeaders="+this.signedHeaders,"Signature="+await this.signature()].join(", ")}async signature(){let e=this.datetime.slice(0,8),t=[this.secretAccessKey,e,this.region,this.service].join(),s=this.cache.get(t);if(!s){let i=await hmac("AWS4"+this.secretAccessKey,e),r=await hmac(i,this.region),n=await hmac(r,this.service);s=await hmac(n,"aws4_request"),this.cache.set(t,s)}return buf2hex(await hmac(s,await this.stringToSign()))}async stringToSign(){return["AWS4-HMAC-SHA256",this.datetime,this.credentialString,buf2hex(await hash(await this.canonicalString()))].join("\n")}async canonicalString(){return[this.method.toUpperCase(),this.encodedPath,this.encodedSearch,this.canonicalHeaders+"\n",this.signedHeaders,await this.hexBodyHash()].join("\n")}async hexBodyHash(){let e=this.headers.get("X-Amz-Content-Sha256")||("s3"===this.service&&this.signQuery?"UNSIGNED-PAYLOAD":null);if(null==e){if(this.body&&"string"!=typeof this.body&&!("byteLength"in this.body))throw Error("body must be a string, ArrayBuffer or ArrayBufferView, unless you include the X-Amz-Content-Sha256 header");e=buf2hex(await hash(this.body||""))}return e}}async function hmac(e,t){let s=await crypto.subtle.importKey("raw","string"==typeof e?encoder.encode(e):e,{name:"HMAC",hash:{name:"SHA-256"}},!1,["sign"]);return crypto.subtle.sign("HMAC",s,encoder.encode(t))}async function hash(e){return crypto.subtle.digest("SHA-256","string"==typeof e?encoder.encode(e):e)}const HEX_CHARS=["0","1","2","3","4","5","6","7","8","9","a","b","c","d","e","f"];function buf2hex(e){let t=new Uint8Array(e),s="";for(let e=0;e<t.length;e++){let i=t[e];s+=HEX_CHARS[i>>>4&15],s+=HEX_CHARS[15&i]}return s}function encodeRfc3986(e){return e.replace(/[!'()*]/g,e=>"%"+e.charCodeAt(0).toString(16).toUpperCase())}function guessServiceRegion(e,t){let{hostname:s,pathname:i}=e;if(s.endsWith(".on.aws")){let e=s.match(/^[^.]{1,63}\.lambda-url\.([^.]{1,63})\.on\.aws$/);return null!=e?["lambda",e[1]||""]:["",""]}if(s.endsWith(".r2.cloudflarestorage.com"))return["s3","auto"];if(s.endsWith(".backblazeb2.com")){let e=s.match(/^(?:[^.]{1,63}\.)?s3\.([^.]{1,63})\.backblazeb2\.com$/);return null!=e?["s3",e[1]||""]:["",""]}let r=s.replace("dualstack.","").match(/([^.]{1,63})\.(?:([^.]{0,63})\.)?amazonaws\.com(?:\.cn)?$/),n=r&&r[1]||"",a=r&&r[2];if("us-gov"===a)a="us-gov-west-1";else if("s3"===a||"s3-accelerate"===a)a="us-east-1",n="s3";else if("iot"===n)n=s.startsWith("iot.")?"execute-api":s.startsWith("data.jobs.iot.")?"iot-jobs-data":"/mqtt"===i?"iotdevicegateway":"iotdata";else if("autoscaling"===n){let e=(t.get("X-Amz-Target")||"").split(".")[0];"AnyScaleFrontendService"===e?n="application-autoscaling":"AnyScaleScalingPlannerFrontendService"===e&&(n="autoscaling-plans")}else null==a&&n.startsWith("s3-")?(a=n.slice(3).replace(/^fips-|^external-1/,""),n="s3"):n.endsWith("-fips")?n=n.slice(0,-5):a&&/-\d$/.test(n)&&!/-\d$/.test(a)&&([n,a]=[a,n]);return[HOST_SERVICES[n]||n,a||""]}const external_node_http_=()=>external_node_http__kept??=__webpack_require__(447779),external_node_https_=()=>external_node_https__kept??=__webpack_require__(300501);

;// CONCATENATED MODULE: ./packages/backup/lib/targets/s3/transport.js


const nodeTransport = ({ body, headers, method, signal, url }) => new Promise((resolve, reject) => {
    const length = body === undefined && method !== 'POST' ? {} : { 'content-length': String(body?.length ?? 0) };
    const send = url.protocol === 'http:' ? external_node_http_().request : external_node_https_().request;
    const request = send(url, { method, headers: { ...headers, ...length }, signal });
    request.once('error', reject);
    request.once('response', (response) => resolve(answerOf(response)));
    request.end(body);
});
function answerOf(response) {
    response.on('error', () => undefined);
    const headers = new Headers();
    for (const [name, value] of Object.entries(response.headers))
        if (value !== undefined)
            headers.set(name, Array.isArray(value) ? value.join(', ') : value);
    return { status: response.statusCode ?? 0, headers, body: response };
}

;// CONCATENATED MODULE: ./packages/backup/lib/targets/s3/store.js






const TIMEOUT_MS = 30_000;
const SLOWEST_BYTES_PER_MS = 125;
const POLICY = { attempts: 6, firstDelayMs: 500, maxDelayMs: 15_000, budgetMs: 600_000 };
const NOTHING = new Uint8Array();
class S3Store {
    place;
    tools;
    timeoutMs;
    #transport;
    #keepsChecksums = true;
    #keys = new Map();
    constructor(place, tools) {
        this.place = place;
        this.tools = tools;
        this.timeoutMs = tools.requestTimeoutMs ?? TIMEOUT_MS;
        this.#transport = tools.transport ?? nodeTransport;
    }
    fullKey(key) {
        return this.place.prefix === '' ? key : `${this.place.prefix}/${key}`;
    }
    get keepsChecksums() {
        return this.#keepsChecksums;
    }
    async once(request, signal) {
        const plain = withoutChecksums(request);
        if (plain === request)
            return this.#exchange(request, signal);
        if (!this.#keepsChecksums)
            return this.#exchange(plain, signal);
        const answer = await this.#exchange(request, signal);
        const isRefused = answer.status === 400 || answer.status === 501;
        if (!isRefused || this.failure(request, answer).retryable)
            return answer;
        const second = await this.#exchange(plain, signal);
        const isTaken = second.status < 300 || second.status === 404 || second.status === 412;
        if (isTaken)
            this.#keepsChecksums = false;
        return isTaken ? second : answer;
    }
    async #exchange(request, signal) {
        const what = nameOf(request);
        const { clock } = this.tools;
        const ms = this.timeoutMs + (request.body?.length ?? 0) / SLOWEST_BYTES_PER_MS;
        try {
            return await (0,deadline/* withDeadline */.N)(what, ms, async (inner) => {
                const { body, headers, status } = await this.#send(request, inner);
                return { status, headers, text: await textIn(body) };
            }, { clock, signal });
        }
        catch (cause) {
            if (signal?.aborted)
                throw (0,lib_clock/* cancellation */.WN)(signal);
            throw noAnswer(what, cause);
        }
    }
    retried(signal, work) {
        const { clock, log, random } = this.tools;
        return (0,retry/* retry */.L5)(work, this.tools.retry ?? POLICY, {
            clock,
            ...(signal === undefined ? {} : { signal }),
            ...(random === undefined ? {} : { random }),
            onRetry: (error, attempt, delayMs) => log.debug(`${error instanceof Error ? error.message : error}: try ${attempt} again in ${Math.round(delayMs)} ms`),
        });
    }
    failure(request, answer) {
        return failureOf(nameOf(request), answer, this.tools.clock.now());
    }
    async stream(request, signal) {
        const what = nameOf(request);
        const { clock } = this.tools;
        const own = new AbortController();
        const end = () => own.abort();
        const within = (work) => (0,deadline/* withDeadline */.N)(what, this.timeoutMs, work, { clock, signal });
        const failed = (cause) => {
            end();
            if (cause instanceof errors/* RemoteError */.Hi)
                return cause;
            return signal?.aborted === true ? (0,lib_clock/* cancellation */.WN)(signal) : noAnswer(what, cause);
        };
        try {
            const answer = await within(() => this.#send(request, own.signal));
            const { headers, status } = answer;
            if (status >= 300) {
                const text = await within(() => textIn(answer.body));
                throw this.failure(request, { status, headers, text });
            }
            const chunks = answer.body[Symbol.asyncIterator]();
            async function* body() {
                try {
                    for (;;) {
                        const next = await within(() => chunks.next()).catch((cause) => {
                            throw failed(cause);
                        });
                        if (next.done === true)
                            return;
                        yield next.value;
                    }
                }
                finally {
                    end();
                }
            }
            return { headers, body: body(), end };
        }
        catch (cause) {
            throw failed(cause);
        }
    }
    async #send({ body, headers, key, method, query = {} }, signal) {
        const { accessKeyId, secretAccessKey, sessionToken } = this.place.credentials;
        const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
        const path = key === undefined ? '' : this.fullKey(key);
        const signed = await new AwsV4Signer({
            method,
            url: `${this.place.address}/${path}${pairs.length === 0 ? '' : `?${pairs.join('&')}`}`,
            headers: {
                ...headers,
                'x-amz-content-sha256': (0,external_node_crypto_().createHash)('sha256')
                    .update(body ?? NOTHING)
                    .digest('hex'),
            },
            accessKeyId,
            secretAccessKey: secretAccessKey.reveal(),
            ...(sessionToken === undefined ? {} : { sessionToken: sessionToken.reveal() }),
            service: 's3',
            region: this.place.region,
            cache: this.#keys,
        }).sign();
        return this.#transport({ method, url: signed.url, headers: Object.fromEntries(signed.headers), body, signal });
    }
}
async function textIn(body) {
    const chunks = [];
    for await (const chunk of body)
        chunks.push(chunk);
    return Buffer.concat(chunks).toString('utf8');
}

;// CONCATENATED MODULE: ./packages/backup/lib/targets/s3/stored.js


function storedObject(key, headers) {
    const bytes = Number(headers.get('content-length') ?? Number.NaN);
    const modifiedMs = Date.parse(headers.get('last-modified') ?? '');
    if (Number.isNaN(bytes) || Number.isNaN(modifiedMs))
        throw unreadable(`HEAD ${key}`, headers);
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
    const xml = parseXml(text);
    if (xml?.name !== 'ListBucketResult')
        return undefined;
    const objects = allAt(xml, 'Contents').map((one) => {
        const key = textAt(one, 'Key') ?? '';
        return {
            key: key.startsWith(own) ? key.slice(own.length) : '',
            bytes: Number(textAt(one, 'Size') ?? Number.NaN),
            modifiedMs: Date.parse(textAt(one, 'LastModified') ?? ''),
        };
    });
    const isSound = objects.every(({ bytes, key, modifiedMs }) => key !== '' && !Number.isNaN(bytes + modifiedMs));
    const isTruncated = textAt(xml, 'IsTruncated') === 'true';
    const next = isTruncated ? textAt(xml, 'NextContinuationToken') : undefined;
    return isSound && isTruncated === (next !== undefined) ? { objects, next } : undefined;
}

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
    const onAbort = () => refuse((0,lib_clock/* cancellation */.WN)(signal));
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
                throw (0,lib_clock/* cancellation */.WN)(signal);
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
        const xml = parseXml(answer.text);
        const id = xml && textAt(xml, 'UploadId');
        if (id === undefined || id === '')
            throw unreadable(`POST ${key}`, answer.headers);
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
                throw unreadable(nameOf(request), answer.headers);
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
        return `<Part><PartNumber>${number}</PartNumber><ETag>${xmlText(etag)}</ETag>${sha256}</Part>`;
    });
    return `<CompleteMultipartUpload xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${each.join('')}</CompleteMultipartUpload>`;
}
function contentType({ contentType: type }) {
    return type === undefined ? {} : { 'content-type': type };
}
function tooLong(key) {
    return new errors/* RemoteError */.Hi(`${S3}: ${key}: it has more than ${MOST_PARTS} parts, the most that an upload can have`, {
        service: S3,
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
        const hasOwn = [...page.kept, ...page.deleted].map((one) => (textAt(one, 'VersionId') ?? 'null') !== 'null');
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
        const xml = parseXml(answer.text);
        const page = xml?.name === 'ListVersionsResult' ? pageOf(xml) : undefined;
        const before = request.query;
        const isSame = page?.next?.['key-marker'] === before?.['key-marker'];
        const isStuck = page?.next !== undefined && isSame && page.next['version-id-marker'] === before?.['version-id-marker'];
        if (page === undefined || isStuck)
            throw unreadable('GET bucket (versions)', answer.headers);
        return page;
    });
}
function pageOf(xml) {
    const [kept, deleted] = [allAt(xml, 'Version'), allAt(xml, 'DeleteMarker')];
    const isSound = [...kept, ...deleted].every((one) => !Number.isNaN(Date.parse(textAt(one, 'LastModified') ?? '')));
    const isTruncated = textAt(xml, 'IsTruncated') === 'true';
    const [key, version] = [textAt(xml, 'NextKeyMarker'), textAt(xml, 'NextVersionIdMarker')];
    if (!isSound || (isTruncated && key === undefined))
        return undefined;
    const next = { 'key-marker': key ?? '', ...(version === undefined ? {} : { 'version-id-marker': version }) };
    return { kept, deleted, next: isTruncated ? next : undefined };
}
function add(found, own, one, isMarker) {
    const whole = textAt(one, 'Key') ?? '';
    if (!whole.startsWith(own) || whole.length === own.length)
        return;
    const key = whole.slice(own.length);
    const known = found.get(key) ?? { key, firstMs: Number.POSITIVE_INFINITY, isDeleted: false, tags: new Set() };
    const atMs = isMarker ? Number.POSITIVE_INFINITY : Date.parse(textAt(one, 'LastModified') ?? '');
    const isDeleted = known.isDeleted || (isMarker && textAt(one, 'IsLatest') === 'true');
    const tag = `${textAt(one, 'ETag')} ${textAt(one, 'Size')}`;
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
        this.#store = new S3Store(place, options);
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
            const stream = await openObject(this.#store, key, { from: 0, etag: null }, signal);
            return wholeObject(this.#store, key, stream, signal);
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
                throw unreadable('GET bucket (list)', answer.headers);
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


/***/ }),

/***/ 252541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ sendOnce)
});

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


/***/ }),

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


/***/ })

};
