export const id = 589;
export const ids = [589];
export const modules = {

/***/ 60405:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ openObject),
/* harmony export */   v: () => (/* binding */ wholeObject)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(203906);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(833700);


const MOST_CUTS = 5;
const FIRST_REST_MS = 250;
function openObject(store, key, at, signal) {
    const { etag, from } = at;
    const range = from === 0 ? {} : { range: `bytes=${from}-`, ...(etag === null ? {} : { 'if-match': etag }) };
    return store.retried(signal, async () => {
        const stream = await store.stream({ method: 'GET', key, headers: range }, signal);
        if (!stream.headers.has('etag')) {
            stream.end();
            throw (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .unreadable */ .O$)(`GET ${key}`, stream.headers);
        }
        if (from === 0 || stream.headers.get('content-range')?.startsWith(`bytes ${from}-`) === true)
            return stream;
        stream.end();
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .RemoteError */ .Hi(`${_failure_js__WEBPACK_IMPORTED_MODULE_0__.S3}: GET ${key}: the store does not give the rest of an object`, {
            service: _failure_js__WEBPACK_IMPORTED_MODULE_0__.S3,
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
            throw (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .noAnswer */ .qE)(`GET ${key}`, new Error(`it ended after ${got} of ${whole} bytes`));
        }
        catch (error) {
            if (!(error instanceof _lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .RemoteError */ .Hi) || !error.retryable || ++cuts > MOST_CUTS)
                throw error;
            store.tools.log.debug(`${error.message}: going on after ${got} bytes`);
            await store.tools.clock.sleep(FIRST_REST_MS * 2 ** cuts, signal);
        }
        stream = await openObject(store, key, { from: got, etag }, signal);
    }
}


/***/ }),

/***/ 833700:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O$: () => (/* binding */ unreadable),
/* harmony export */   S3: () => (/* binding */ S3),
/* harmony export */   g5: () => (/* binding */ failureOf),
/* harmony export */   qE: () => (/* binding */ noAnswer)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1027241);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(203906);
/* harmony import */ var _xml_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(382138);


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
    const answer = (0,_xml_js__WEBPACK_IMPORTED_MODULE_0__/* .parseXml */ .NO)(text);
    const code = answer?.name === 'Error' ? (0,_xml_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(answer, 'Code') : undefined;
    const words = (answer && (0,_xml_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(answer, 'Message')) ?? wordsFor(status);
    const requestId = headers.get('x-amz-request-id') ?? (answer && (0,_xml_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(answer, 'RequestId')) ?? headers.get('cf-ray');
    const retryAfterMs = (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .parseRetryAfter */ .mu)(headers.get('retry-after'), nowMs);
    const region = headers.get('x-amz-bucket-region') ?? (answer && (0,_xml_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(answer, 'Region'));
    const hint = region === null || region === undefined ? (HINTS[code ?? ''] ?? hintFor(status)) : `set s3-region: ${region}`;
    const passes = status === 408 || status === 429 || (status >= 500 && status !== 501);
    return new _lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .RemoteError */ .Hi(`${S3}: ${what}: ${words}`, {
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
    return new _lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .RemoteError */ .Hi(`${S3}: ${what}: no answer`, { service: S3, retryable: true, cause });
}
function unreadable(what, headers) {
    const requestId = headers.get('x-amz-request-id');
    return new _lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .RemoteError */ .Hi(`${S3}: ${what}: the answer cannot be read`, {
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


/***/ }),

/***/ 868024:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ withoutChecksums),
/* harmony export */   V: () => (/* binding */ nameOf)
/* harmony export */ });
let node_crypto__WEBPACK_IMPORTED_MODULE_0___kept;
const node_crypto__WEBPACK_IMPORTED_MODULE_0__ = () => (node_crypto__WEBPACK_IMPORTED_MODULE_0___kept ??= __webpack_require__(823569));

const CHECKSUM = 'x-amz-checksum-';
function withoutChecksums(request) {
    const all = Object.entries(request.headers ?? {});
    const kept = all.filter(([name]) => !name.startsWith(CHECKSUM));
    if (kept.length === all.length)
        return request;
    const md5 = request.body === undefined ? {} : { 'content-md5': (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__().createHash)('md5').update(request.body).digest('base64') };
    return { ...request, headers: { ...Object.fromEntries(kept), ...md5 } };
}
function nameOf({ key, method, query = {} }) {
    const names = Object.keys(query);
    return `${method} ${key ?? 'bucket'}${names.length === 0 ? '' : ` (${names.join(', ')})`}`;
}


/***/ }),

/***/ 521738:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ S3Store)
});

// EXTERNAL MODULE: external "node:crypto"
let external_node_crypto__kept;
const external_node_crypto_ = () => (external_node_crypto__kept ??= __webpack_require__(823569));
// EXTERNAL MODULE: ./packages/base/lib/deadline.js
var deadline = __webpack_require__(106301);
// EXTERNAL MODULE: ./packages/base/lib/clock.js
var lib_clock = __webpack_require__(636190);
// EXTERNAL MODULE: ./packages/base/lib/retry.js
var retry = __webpack_require__(1027241);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
;// CONCATENATED MODULE: ./node_modules/.pnpm/aws4fetch@1.0.20/node_modules/aws4fetch/dist/aws4fetch.esm.mjs
let external_node_http__kept,external_node_https__kept;const encoder=new TextEncoder,HOST_SERVICES={appstream2:"appstream",cloudhsmv2:"cloudhsm",email:"ses",marketplace:"aws-marketplace",mobile:"AWSMobileHubService",pinpoint:"mobiletargeting",queue:"sqs","git-codecommit":"codecommit","mturk-requester-sandbox":"mturk-requester","personalize-runtime":"personalize"},UNSIGNABLE_HEADERS=new Set(["authorization","content-type","content-length","user-agent","presigned-expires","expect","x-amzn-trace-id","range","connection"]);class AwsClient{constructor({accessKeyId:e,secretAccessKey:t,sessionToken:s,service:i,region:r,cache:a,retries:n,initRetryMs:h}){if(null==e)throw TypeError("accessKeyId is a required option");if(null==t)throw TypeError("secretAccessKey is a required option");this.accessKeyId=e,this.secretAccessKey=t,this.sessionToken=s,this.service=i,this.region=r,this.cache=a||new Map,this.retries=null!=n?n:10,this.initRetryMs=h||50}async sign(e,t){if(e instanceof Request){let{method:s,url:i,headers:r,body:a}=e;null==(t=Object.assign({method:s,url:i,headers:r},t)).body&&r.has("Content-Type")&&(t.body=null!=a&&r.has("X-Amz-Content-Sha256")?a:await e.clone().arrayBuffer()),e=i}let s=new AwsV4Signer(Object.assign({url:e.toString()},t,this,t&&t.aws)),i=Object.assign({},t,await s.sign());delete i.aws;try{return new Request(i.url.toString(),i)}catch(e){if(e instanceof TypeError)return new Request(i.url.toString(),Object.assign({duplex:"half"},i));throw e}}async fetch(e,t){for(let s=0;s<=this.retries;s++){let i=fetch(await this.sign(e,t));if(s===this.retries)return i;let r=await i;if(r.status<500&&429!==r.status)return r;await new Promise(e=>setTimeout(e,Math.random()*this.initRetryMs*Math.pow(2,s)))}throw Error("An unknown error occurred, ensure retries is not negative")}}class AwsV4Signer{constructor({method:e,url:t,headers:s,body:i,accessKeyId:r,secretAccessKey:a,sessionToken:n,service:h,region:o,cache:c,datetime:d,signQuery:l,appendSessionToken:u,allHeaders:g,singleEncode:p}){let m,y;if(null==t)throw TypeError("url is a required option");if(null==r)throw TypeError("accessKeyId is a required option");if(null==a)throw TypeError("secretAccessKey is a required option");this.method=e||(i?"POST":"GET"),this.url=new URL(t),this.headers=new Headers(s||{}),this.body=i,this.accessKeyId=r,this.secretAccessKey=a,this.sessionToken=n,h&&o||([m,y]=guessServiceRegion(this.url,this.headers)),this.service=h||m||"",this.region=o||y||"us-east-1",this.cache=c||new Map,this.datetime=d||new Date().toISOString().replace(/[:-]|\.\d{3}/g,""),this.signQuery=l,this.appendSessionToken=u||"iotdevicegateway"===this.service,this.headers.delete("Host"),"s3"!==this.service||this.signQuery||this.headers.has("X-Amz-Content-Sha256")||this.headers.set("X-Amz-Content-Sha256","UNSIGNED-PAYLOAD");let S=this.signQuery?this.url.searchParams:this.headers;if(S.set("X-Amz-Date",this.datetime),this.sessionToken&&!this.appendSessionToken&&S.set("X-Amz-Security-Token",this.sessionToken),this.signableHeaders=["host",...this.headers.keys()].filter(e=>g||!UNSIGNABLE_HEADERS.has(e)).sort(),this.signedHeaders=this.signableHeaders.join(";"),this.canonicalHeaders=this.signableHeaders.map(e=>e+":"+("host"===e?this.url.host:(this.headers.get(e)||"").replace(/\s+/g," "))).join("\n"),this.credentialString=[this.datetime.slice(0,8),this.region,this.service,"aws4_request"].join("/"),this.signQuery&&("s3"!==this.service||S.has("X-Amz-Expires")||S.set("X-Amz-Expires","86400"),S.set("X-Amz-Algorithm","AWS4-HMAC-SHA256"),S.set("X-Amz-Credential",this.accessKeyId+"/"+this.credentialString),S.set("X-Amz-SignedHeaders",this.signedHeaders)),"s3"===this.service)try{this.encodedPath=decodeURIComponent(this.url.pathname.replace(/\+/g," "))}catch(e){this.encodedPath=this.url.pathname}else this.encodedPath=this.url.pathname.replace(/\/+/g,"/");p||(this.encodedPath=encodeURIComponent(this.encodedPath).replace(/%2F/g,"/")),this.encodedPath=encodeRfc3986(this.encodedPath);let w=new Set;this.encodedSearch=[...this.url.searchParams].filter(([e])=>{if(!e)return!1;if("s3"===this.service){if(w.has(e))return!1;w.add(e)}return!0}).map(e=>e.map(e=>encodeRfc3986(encodeURIComponent(e)))).sort(([e,t],[s,i])=>e<s?-1:e>s?1:t<i?-1:+(t>i)).map(e=>e.join("=")).join("&")}async sign(){return this.signQuery?(this.url.searchParams.set("X-Amz-Signature",await this.signature()),this.sessionToken&&this.appendSessionToken&&this.url.searchParams.set("X-Amz-Security-Token",this.sessionToken)):this.headers.set("Authorization",await this.authHeader()),{method:this.method,url:this.url,headers:this.headers,body:this.body}}async authHeader(){return["AWS4-HMAC-SHA256 Credential="+this.accessKeyId+"/"+this.credentialString,"SignedHeaders="+this.signedHeaders,"Signature="+await this.signature()].join(", ")}async signature(){let e=this.datetime.slice(0,8),t=[this.secretAccessKey,e,this.region,this.service].join(),s=this.cache.get(t);if(!s){let i=await hmac("AWS4"+this.secretAccessKey,e),r=await hmac(i,this.region),a=await hmac(r,this.service);s=await hmac(a,"aws4_request"),this.cache.set(t,s)}return buf2hex(await hmac(s,await this.stringToSign()))}async stringToSign(){return["AWS4-HMAC-SHA256",this.datetime,this.credentialString,buf2hex(await hash(await this.canonicalString()))].join("\n")}async canonicalString(){return[this.method.toUpperCase(),this.encodedPath,this.encodedSearch,this.canonicalHeaders+"\n",this.signedHeaders,await this.hexBodyHash()].join("\n")}async hexBodyHash(){let e=this.headers.get("X-Amz-Content-Sha256")||("s3"===this.service&&this.signQuery?"UNSIGNED-PAYLOAD":null);if(null==e){if(this.body&&"string"!=typeof this.body&&!("byteLength"in this.body))throw Error("body must be a string, ArrayBuffer or ArrayBufferView, unless you include the X-Amz-Content-Sha256 header");e=buf2hex(await hash(this.body||""))}return e}}async function hmac(e,t){let s=await crypto.subtle.importKey("raw","string"==typeof e?encoder.encode(e):e,{name:"HMAC",hash:{name:"SHA-256"}},!1,["sign"]);return crypto.subtle.sign("HMAC",s,encoder.encode(t))}async function hash(e){return crypto.subtle.digest("SHA-256","string"==typeof e?encoder.encode(e):e)}const HEX_CHARS=["0","1","2","3","4","5","6","7","8","9","a","b","c","d","e","f"];function buf2hex(e){let t=new Uint8Array(e),s="";for(let e=0;e<t.length;e++){let i=t[e];s+=HEX_CHARS[i>>>4&15],s+=HEX_CHARS[15&i]}return s}function encodeRfc3986(e){return e.replace(/[!'()*]/g,e=>"%"+e.charCodeAt(0).toString(16).toUpperCase())}function guessServiceRegion(e,t){let{hostname:s,pathname:i}=e;if(s.endsWith(".on.aws")){let e=s.match(/^[^.]{1,63}\.lambda-url\.([^.]{1,63})\.on\.aws$/);return null!=e?["lambda",e[1]||""]:["",""]}if(s.endsWith(".r2.cloudflarestorage.com"))return["s3","auto"];if(s.endsWith(".backblazeb2.com")){let e=s.match(/^(?:[^.]{1,63}\.)?s3\.([^.]{1,63})\.backblazeb2\.com$/);return null!=e?["s3",e[1]||""]:["",""]}let r=s.replace("dualstack.","").match(/([^.]{1,63})\.(?:([^.]{0,63})\.)?amazonaws\.com(?:\.cn)?$/),a=r&&r[1]||"",n=r&&r[2];if("us-gov"===n)n="us-gov-west-1";else if("s3"===n||"s3-accelerate"===n)n="us-east-1",a="s3";else if("iot"===a)a=s.startsWith("iot.")?"execute-api":s.startsWith("data.jobs.iot.")?"iot-jobs-data":"/mqtt"===i?"iotdevicegateway":"iotdata";else if("autoscaling"===a){let e=(t.get("X-Amz-Target")||"").split(".")[0];"AnyScaleFrontendService"===e?a="application-autoscaling":"AnyScaleScalingPlannerFrontendService"===e&&(a="autoscaling-plans")}else null==n&&a.startsWith("s3-")?(n=a.slice(3).replace(/^fips-|^external-1/,""),a="s3"):a.endsWith("-fips")?a=a.slice(0,-5):n&&/-\d$/.test(a)&&!/-\d$/.test(n)&&([a,n]=[n,a]);return[HOST_SERVICES[a]||a,n||""]}var failure=__webpack_require__(833700),s3_request=__webpack_require__(868024);const external_node_http_=()=>external_node_http__kept??=__webpack_require__(447779),external_node_https_=()=>external_node_https__kept??=__webpack_require__(300501);

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
        const plain = (0,s3_request/* withoutChecksums */.H)(request);
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
        const what = (0,s3_request/* nameOf */.V)(request);
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
            throw (0,failure/* noAnswer */.qE)(what, cause);
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
        return (0,failure/* failureOf */.g5)((0,s3_request/* nameOf */.V)(request), answer, this.tools.clock.now());
    }
    async stream(request, signal) {
        const what = (0,s3_request/* nameOf */.V)(request);
        const { clock } = this.tools;
        const own = new AbortController();
        const end = () => own.abort();
        const within = (work) => (0,deadline/* withDeadline */.N)(what, this.timeoutMs, work, { clock, signal });
        const failed = (cause) => {
            end();
            if (cause instanceof errors/* RemoteError */.Hi)
                return cause;
            return signal?.aborted === true ? (0,lib_clock/* cancellation */.WN)(signal) : (0,failure/* noAnswer */.qE)(what, cause);
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


/***/ }),

/***/ 382138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ textAt),
/* harmony export */   NO: () => (/* binding */ parseXml),
/* harmony export */   Nc: () => (/* binding */ allAt),
/* harmony export */   xK: () => (/* binding */ xmlText)
/* harmony export */ });
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


/***/ })

};
