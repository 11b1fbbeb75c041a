export const id = 7574;
export const ids = [7574];
export const modules = {

/***/ 735351:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Pu: () => (/* binding */ directHostHint),
  Bq: () => (/* binding */ readDatabaseUrl),
  _c: () => (/* binding */ sessionUrl)
});

// UNUSED EXPORTS: isLocal

// EXTERNAL MODULE: external "node:net"
let external_node_net__kept;
const external_node_net_ = () => (external_node_net__kept ??= __webpack_require__(440606));
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
;// CONCATENATED MODULE: ./packages/postgres/lib/connection/url-parameters.js
const READ = ['host', 'port', 'user', 'password', 'dbname', 'sslmode', 'sslrootcert', 'options', 'pgbouncer'];
const SCHEMAS = ['search_path', 'schema', 'currentSchema'];
const WITHOUT_EFFECT = new Set([
    ...['application_name', 'fallback_application_name', 'connect_timeout', 'gssencmode', 'sslsni', 'sslcompression'],
    ...['keepalives', 'keepalives_idle', 'keepalives_interval', 'keepalives_count', 'tcp_user_timeout'],
    ...['channel_binding', 'uselibpqcompat'],
    ...['connection_limit', 'pool_timeout', 'socket_timeout', 'statement_cache_size', 'pool_max_conns'],
    ...['prepareThreshold', 'supa', 'workaround'],
]);
const HARMLESS = {
    client_encoding: ['utf8', 'utf-8', 'unicode', 'auto'],
    target_session_attrs: ['any', 'read-write', 'primary'],
    load_balance_hosts: ['disable'],
    sslnegotiation: ['postgres'],
    ssl_min_protocol_version: ['tlsv1.2'],
};
const WHY = {
    sslcert: 'client certificates are not supported; use a password',
    sslkey: 'client certificates are not supported; use a password',
    sslpassword: 'client certificates are not supported; use a password',
    ssl: 'write sslmode=verify-full, or sslmode=require',
    sslaccept: 'write sslmode=verify-full, or sslmode=require',
};
function readParameters(query) {
    const problems = [];
    const names = [...new Set(query.keys())];
    for (const name of names) {
        if (query.getAll(name).length > 1)
            problems.push(`database-url: ${name} is given twice; give it once`);
        else if (!isKnown(name, query.get(name) ?? ''))
            problems.push(`database-url: ${refusalOf(name)}`);
    }
    const paths = SCHEMAS.filter((name) => query.has(name));
    if (paths.length > 1)
        problems.push(`database-url: ${paths.join(' and ')} mean the same; give one of them`);
    const [path] = paths;
    const value = path === undefined ? '' : (query.get(path) ?? '').trim();
    if (path !== undefined && value === '')
        problems.push(`database-url: ${path} is empty; name a schema, or remove it`);
    const own = query.get('options') ?? '';
    const searchPath = path === 'schema' ? `"${value.replaceAll('"', '""')}"` : value;
    const options = searchPath === '' ? own : `${own} -c search_path=${escaped(searchPath)}`.trim();
    return { options, problems };
}
function isTorn({ hash, pathname, search, searchParams }) {
    if (`${pathname}${hash}`.includes('@'))
        return true;
    return search.includes('@') && [...searchParams.keys()].some((name) => !isName(name));
}
function isName(name) {
    const isFollowed = READ.includes(name) || WITHOUT_EFFECT.has(name) || SCHEMAS.some((each) => each === name);
    return isFollowed || HARMLESS[name] !== undefined;
}
function isKnown(name, value) {
    const harmless = HARMLESS[name];
    return harmless === undefined ? isName(name) : harmless.includes(value.toLowerCase());
}
function refusalOf(name) {
    const shown = name.slice(0, 40).replace(/[^\w.-]/g, '?');
    if (name.startsWith('x-'))
        return `${shown} is a setting of golang-migrate, which is not supported; remove it`;
    if (HARMLESS[name] !== undefined)
        return `${shown}: expected ${HARMLESS[name].join(', ')}`;
    const todo = WHY[name] ?? `remove it, or, for a setting of the server, write options=-c%20${shown}%3DVALUE`;
    return `the parameter ${shown} is not supported: ${todo}`;
}
function escaped(value) {
    return value.replace(/[\\\s]/g, '\\$&');
}

;// CONCATENATED MODULE: ./packages/postgres/lib/connection/database-url.js



const SUPABASE_HOST = /(^|\.)(supabase\.(co|com|red|in))$/i;
const DIRECT_HOST = /^db\.([a-z0-9]{20})\.supabase\.(co|red|in)$/i;
function readDatabaseUrl(text) {
    const url = parse(text);
    const query = url.searchParams;
    const host = decodeURIComponent(query.get('host') ?? url.hostname).replace(/^\[|\]$/g, '');
    const user = (query.get('user') ?? decodeURIComponent(url.username)) || 'postgres';
    const asked = readParameters(query);
    const target = {
        host,
        port: Number(query.get('port') ?? (url.port || '5432')),
        database: (query.get('dbname') ?? decodeURIComponent(url.pathname.slice(1))) || user,
        user,
        password: query.get('password') ?? decodeURIComponent(url.password),
        tls: readTls(host, query),
        options: asked.options,
    };
    const problems = [...poolerProblems(target, query), ...tlsProblems(target, query), ...asked.problems];
    if (host === '')
        problems.push('database-url: no host in it');
    if (host.includes(','))
        problems.push('database-url: several hosts; name the one that takes writes');
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    return target;
}
function parse(text) {
    const hint = 'expected postgresql://USER:PASSWORD@HOST:5432/DATABASE, with special characters percent-encoded';
    if (!/^postgres(ql)?:\/\//i.test(text.trim()))
        throw new errors/* InputError */.dz(`database-url: not a PostgreSQL URL; ${hint}`);
    let url;
    try {
        url = new URL(text.trim());
        for (const part of [url.username, url.password, url.pathname])
            decodeURIComponent(part);
    }
    catch {
        throw new errors/* InputError */.dz(`database-url: cannot be read; ${hint}`);
    }
    if (isTorn(url))
        throw new errors/* InputError */.dz(`database-url: cannot be read; ${hint}`);
    return url;
}
function isLocal(host) {
    if (host.startsWith('/'))
        return true;
    const family = (0,external_node_net_().isIP)(host);
    if (family === 4)
        return host.startsWith('127.');
    if (family === 6)
        return host === '::1';
    return !host.includes('.') || host.endsWith('.localhost');
}
function readTls(host, query) {
    const mode = query.get('sslmode') ?? (isLocal(host) ? 'disable' : 'verify-full');
    const roots = query.get('sslrootcert') ?? undefined;
    const supabase = SUPABASE_HOST.test(host);
    if (['disable', 'allow', 'prefer'].includes(mode))
        return { mode: 'off' };
    if (mode === 'verify-ca')
        return { mode: 'ca', roots, supabase };
    if (mode === 'require' || mode === 'no-verify') {
        const knowsRoots = mode === 'require' && (roots !== undefined || supabase);
        return { mode: knowsRoots ? 'ca' : 'none', roots, supabase };
    }
    return { mode: 'full', roots: roots === 'system' ? undefined : roots, supabase };
}
function tlsProblems({ host }, query) {
    const mode = query.get('sslmode');
    const known = ['disable', 'allow', 'prefer', 'require', 'no-verify', 'verify-ca', 'verify-full'];
    if (mode !== null && !known.includes(mode))
        return [`database-url: sslmode=${mode}: expected ${known.join(', ')}`];
    if (isLocal(host) || mode === null || !['disable', 'allow', 'prefer'].includes(mode))
        return [];
    return [`database-url: sslmode=${mode} would send the password over the network in the clear; use verify-full`];
}
function poolerProblems(target, query) {
    const asked = query.get('pgbouncer') === 'true';
    if (target.port !== 6543 && !asked)
        return [];
    const why = asked ? 'pgbouncer=true' : 'port 6543';
    return [
        `database-url: ${why} is a pooler in transaction mode, on which locks and settings do not hold; use ${sessionUrl(target)}`,
    ];
}
function sessionUrl(target) {
    const [user, database] = [target.user, target.database].map(encodeURIComponent);
    return `postgresql://${user}:[YOUR-PASSWORD]@${target.host}:5432/${database}`;
}
function directHostHint(host) {
    const project = DIRECT_HOST.exec(host)?.[1];
    if (project === undefined)
        return undefined;
    return (`${host} has only an IPv6 address and this machine has no IPv6 (nor have GitHub's runners); use the session ` +
        `pooler: postgresql://postgres.${project}:[YOUR-PASSWORD]@aws-0-[REGION].pooler.supabase.com:5432/postgres ` +
        '(dashboard: Connect, Session pooler), or the IPv4 add-on');
}


/***/ }),

/***/ 63455:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ explainFailedLogin)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(203906);
/* harmony import */ var _database_url_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(735351);
/* harmony import */ var _sql_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(182089);



function explainFailedLogin(target, error) {
    if (error instanceof _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz)
        return error;
    const code = error instanceof _sql_error_js__WEBPACK_IMPORTED_MODULE_1__/* .SqlError */ .L8 ? error.server.code : (error.code ?? '');
    const where = `${target.host}:${target.port}`;
    const say = (message, hint, retryable = false) => new _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .Hi(`database ${where}: ${message}`, {
        service: 'PostgreSQL',
        ...(code === '' ? {} : { code }),
        retryable,
        ...(hint === undefined ? {} : { hint }),
        cause: error,
    });
    if (code === '28P01' || code === '28000')
        return say('the login was refused', 'check user and password in database-url');
    if (code === '3D000')
        return say('no such database', 'check the path of database-url');
    if (code === '53300')
        return say('no connection is free', 'end some, or try again later', true);
    if (/^(UNABLE_TO|SELF_SIGNED|DEPTH_ZERO|CERT_)|ERR_TLS/.test(code)) {
        const todo = 'name its authority with ?sslrootcert=FILE in database-url';
        return say(`its certificate was not accepted (${code})`, todo);
    }
    if (/does not support SSL/.test((0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(error)))
        return say('the server speaks no TLS', 'it must, for any host that is not local');
    const direct = (0,_database_url_js__WEBPACK_IMPORTED_MODULE_2__/* .directHostHint */ .Pu)(target.host);
    if (direct !== undefined &&
        /^(ENETUNREACH|EHOSTUNREACH|ENOTFOUND|ETIMEDOUT|EADDRNOTAVAIL|EAI_AGAIN)/.test(reason(error))) {
        return new _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(`database-url: ${direct}`, { cause: error });
    }
    return error instanceof _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .Hi && !(error instanceof _sql_error_js__WEBPACK_IMPORTED_MODULE_1__/* .SqlError */ .L8) && !(error instanceof _sql_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ConnectionLost */ .pz)
        ? error
        : say('cannot be reached', UNREACHED.find(([form]) => form.test(reason(error)))?.[1] ?? USUAL_HINT, true);
}
const UNREACHED = [
    [/^ECONNREFUSED/, 'start it, or correct host and port in database-url'],
    [/^(ENOTFOUND|EAI_AGAIN)/, 'correct the host in database-url'],
];
const USUAL_HINT = 'check host and port in database-url, and whether a firewall is in between';
function reason(error) {
    if (error instanceof AggregateError)
        return reason(error.errors[0]);
    return error.code ?? (/timeout expired/.test((0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(error)) ? 'ETIMEDOUT' : '');
}


/***/ }),

/***/ 356042:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ clientConfig),
  f: () => (/* binding */ openSession)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(565658);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
// EXTERNAL MODULE: ./packages/base/lib/clock.js
var clock = __webpack_require__(636190);
// EXTERNAL MODULE: ./packages/base/lib/duration.js
var duration = __webpack_require__(984731);
// EXTERNAL MODULE: ./packages/postgres/lib/quote.js
var quote = __webpack_require__(247753);
// EXTERNAL MODULE: ./packages/postgres/lib/connection/explain.js
var explain = __webpack_require__(63455);
// EXTERNAL MODULE: ./packages/postgres/lib/connection/sql-error.js
var sql_error = __webpack_require__(182089);
;// CONCATENATED MODULE: ./packages/postgres/lib/connection/message.js

class Message {
    #options;
    #resolve;
    #reject;
    #tags = [];
    #rows = [];
    #hadItsTurn = false;
    #over = false;
    #unreadable;
    callback = () => undefined;
    constructor(options, resolve, reject) {
        this.#options = options;
        this.#resolve = resolve;
        this.#reject = reject;
    }
    submit() {
        this.#hadItsTurn = true;
        this.#options.onTurn();
    }
    handleRowDescription() {
        this.#rows = [];
    }
    handleDataRow(message) {
        if (this.#options.keepRows)
            this.#rows.push(message.fields);
    }
    handleCommandComplete(message) {
        this.#tags.push(message.text);
    }
    handleEmptyQuery() { }
    handlePortalSuspended() { }
    handleCopyData(message, connection) {
        this.#options.onCopyRow?.(message.chunk, connection.stream);
    }
    handleCopyInResponse(connection) {
        const wire = connection;
        if (this.#options.copyData === undefined)
            wire.sendCopyFail('no rows follow this COPY in the file');
        else
            void this.#feed(wire, this.#options.copyData);
    }
    async #feed(wire, data) {
        try {
            for await (const chunk of data) {
                if (this.#over)
                    return;
                wire.sendCopyFromChunk(chunk);
                if (wire.stream.writableNeedDrain)
                    await drained(wire.stream);
            }
            if (!this.#over)
                wire.endCopyFrom();
        }
        catch (error) {
            this.#unreadable = error;
            wire.sendCopyFail('the rows could not be read');
        }
    }
    handleError(error) {
        this.#over = true;
        const isAnswer = error.severity !== undefined && error.code !== undefined;
        this.#reject(this.#unreadable ?? (isAnswer ? new sql_error/* SqlError */.L8(fields(error)) : error), this.#tags, this.#hadItsTurn);
    }
    handleReadyForQuery() {
        this.#over = true;
        this.#resolve({ tags: this.#tags, rows: this.#rows });
    }
}
function fields(error) {
    return {
        code: error.code ?? '',
        message: error.message,
        position: error.position === undefined ? undefined : Number(error.position),
        detail: error.detail ?? '',
        hint: error.hint ?? '',
        where: error.where ?? '',
        constraint: error.constraint ?? '',
        table: error.table ?? '',
        column: error.column ?? '',
    };
}
function drained(stream) {
    return new Promise((resolve) => {
        const over = () => {
            stream.off('drain', over).off('close', over);
            resolve();
        };
        stream.once('drain', over).once('close', over);
    });
}

;// CONCATENATED MODULE: ./packages/postgres/lib/connection/supabase-ca.js
const supabaseRoots = [
    `-----BEGIN CERTIFICATE-----
MIIDxDCCAqygAwIBAgIUbLxMod62P2ktCiAkxnKJwtE9VPYwDQYJKoZIhvcNAQEL
BQAwazELMAkGA1UEBhMCVVMxEDAOBgNVBAgMB0RlbHdhcmUxEzARBgNVBAcMCk5l
dyBDYXN0bGUxFTATBgNVBAoMDFN1cGFiYXNlIEluYzEeMBwGA1UEAwwVU3VwYWJh
c2UgUm9vdCAyMDIxIENBMB4XDTIxMDQyODEwNTY1M1oXDTMxMDQyNjEwNTY1M1ow
azELMAkGA1UEBhMCVVMxEDAOBgNVBAgMB0RlbHdhcmUxEzARBgNVBAcMCk5ldyBD
YXN0bGUxFTATBgNVBAoMDFN1cGFiYXNlIEluYzEeMBwGA1UEAwwVU3VwYWJhc2Ug
Um9vdCAyMDIxIENBMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAqQXW
QyHOB+qR2GJobCq/CBmQ40G0oDmCC3mzVnn8sv4XNeWtE5XcEL0uVih7Jo4Dkx1Q
DmGHBH1zDfgs2qXiLb6xpw/CKQPypZW1JssOTMIfQppNQ87K75Ya0p25Y3ePS2t2
GtvHxNjUV6kjOZjEn2yWEcBdpOVCUYBVFBNMB4YBHkNRDa/+S4uywAoaTWnCJLUi
cvTlHmMw6xSQQn1UfRQHk50DMCEJ7Cy1RxrZJrkXXRP3LqQL2ijJ6F4yMfh+Gyb4
O4XajoVj/+R4GwywKYrrS8PrSNtwxr5StlQO8zIQUSMiq26wM8mgELFlS/32Uclt
NaQ1xBRizkzpZct9DwIDAQABo2AwXjALBgNVHQ8EBAMCAQYwHQYDVR0OBBYEFKjX
uXY32CztkhImng4yJNUtaUYsMB8GA1UdIwQYMBaAFKjXuXY32CztkhImng4yJNUt
aUYsMA8GA1UdEwEB/wQFMAMBAf8wDQYJKoZIhvcNAQELBQADggEBAB8spzNn+4VU
tVxbdMaX+39Z50sc7uATmus16jmmHjhIHz+l/9GlJ5KqAMOx26mPZgfzG7oneL2b
VW+WgYUkTT3XEPFWnTp2RJwQao8/tYPXWEJDc0WVQHrpmnWOFKU/d3MqBgBm5y+6
jB81TU/RG2rVerPDWP+1MMcNNy0491CTL5XQZ7JfDJJ9CCmXSdtTl4uUQnSuv/Qx
Cea13BX2ZgJc7Au30vihLhub52De4P/4gonKsNHYdbWjg7OWKwNv/zitGDVDB9Y2
CMTyZKG3XEu5Ghl1LEnI3QmEKsqaCLv12BnVjbkSeZsMnevJPs1Ye6TjjJwdik5P
o/bKiIz+Fq8=
-----END CERTIFICATE-----
`,
    `-----BEGIN CERTIFICATE-----
MIIDxzCCAq+gAwIBAgIUeX+gpfmsRW9asFkRvjyXjHxbfgcwDQYJKoZIhvcNAQEL
BQAwazELMAkGA1UEBhMCVVMxEDAOBgNVBAgMB0RlbHdhcmUxEzARBgNVBAcMCk5l
dyBDYXN0bGUxFTATBgNVBAoMDFN1cGFiYXNlIEluYzEeMBwGA1UEAwwVU3VwYWJh
c2UgUm9vdCAyMDIxIENBMB4XDTI1MDkwMzA4MDEyNVoXDTM1MDkwMTA4MDEyNVow
azELMAkGA1UEBhMCVVMxEDAOBgNVBAgMB0RlbHdhcmUxEzARBgNVBAcMCk5ldyBD
YXN0bGUxFTATBgNVBAoMDFN1cGFiYXNlIEluYzEeMBwGA1UEAwwVU3VwYWJhc2Ug
Um9vdCAyMDIxIENBMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA5Ve7
i9UAmc7luUilELPtqzEk8nGHxg7nY0aCStr625M7+K4OPO6RUllTsHh47k1jWyzm
LXLlyYwCsYCjQp+3vn06H+F/HRUxBt6CK2B7bNng230exTunk0xFvfkX6YgHR7B3
1B7L25Rq3PhuRFPV4hnGYRam2XBZC4UNPqoAgrhV0HOYzXXAVoTr2yaBTMnB331Z
RwOmINh7eqTCk/JRZbb6vfZOhZRAVAe9AoRLoG8aKwmeoLGwlu0UuFx6z3E+6bmA
fSNa8Lx02GEoCdPLw9IRKUFq/SgBpQUKm44H1fDwTjH2CMM0N4p0mL/6wXnNeHvt
C40MmKZ0RcVmHE5wBwIDAQABo2MwYTAdBgNVHQ4EFgQUjvEE541toZcwtXQlZlcB
YOBRTnowHwYDVR0jBBgwFoAUjvEE541toZcwtXQlZlcBYOBRTnowDwYDVR0TAQH/
BAUwAwEB/zAOBgNVHQ8BAf8EBAMCAYYwDQYJKoZIhvcNAQELBQADggEBACD5IcGP
XKvS9qg0CgEQPFqYavt5c7P+0xxFgiZe+xoG8fUw58yNeK2APtgGPRpxEOGfAlNx
z9HDt4gcyHEE00B3qAVDm49pqNxioFWzNqU2LGfM/HL1QmN6urR7hCOkVCJddvOc
FhFX4nZDuRfaBboDvS5HlK3Pzxddp9hvrJi2bemr8HLqYc3HzmVckgPGSLML6t+h
4LRCXSlQsDgQ1LZ4KHsl4cq7K51N6FOXQBLB5q4lMKhs0VUhCT8Pdsj12+84laCV
c22q6p2mdT9SaernCSRnWazXWisgpjv3H7Ex4S1DCYjJIwn3PUToGFv1r8YRN2/S
O19yVSxxCIf64Sg=
-----END CERTIFICATE-----
`,
];

;// CONCATENATED MODULE: ./packages/postgres/lib/connection/session.js







const CONNECT_WITHIN_MS = 20_000;
const CLOSE_WITHIN_MS = 2_000;
const KEEP_ALIVE_MS = 10_000;
const OLDEST = 130_000;
async function openSession(target, options) {
    if (options.signal?.aborted)
        throw new errors/* CancelledError */.cc('cancelled before connecting to the database');
    const { default: pg } = await __webpack_require__.e(/* import() */ 4945).then(__webpack_require__.bind(__webpack_require__, 971287));
    const withinMs = options.withinMs ?? CONNECT_WITHIN_MS;
    const client = new pg.Client(await clientConfig(target, options.applicationName, withinMs));
    const session = new PgSession(client, options.log);
    let isLate = false;
    const timer = setTimeout(() => {
        isLate = true;
        session.abandon();
    }, withinMs);
    const cancel = () => session.abandon();
    options.signal?.addEventListener('abort', cancel, { once: true });
    try {
        await client.connect();
        await session.greet();
    }
    catch (error) {
        await session.close();
        if (options.signal?.aborted)
            throw (0,clock/* cancellation */.WN)(options.signal);
        const cause = isLate ? new Error(`no answer within ${(0,duration/* formatDuration */.a)(withinMs)}`, { cause: error }) : error;
        throw (0,explain/* explainFailedLogin */.A)(target, cause);
    }
    finally {
        clearTimeout(timer);
        options.signal?.removeEventListener('abort', cancel);
    }
    return session;
}
async function clientConfig(target, applicationName, withinMs) {
    return {
        host: target.host,
        port: target.port,
        database: target.database,
        user: target.user,
        password: target.password,
        ...(target.options === '' ? {} : { options: target.options }),
        application_name: applicationName,
        connectionTimeoutMillis: withinMs,
        keepAlive: true,
        keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
        ssl: await tlsOptions(target),
    };
}
async function tlsOptions({ tls, host }) {
    if (tls.mode === 'off')
        return false;
    if (tls.mode === 'none')
        return { rejectUnauthorized: false };
    const own = tls.roots === undefined ? undefined : readRoots(tls.roots);
    const ca = own ?? (tls.supabase ? [...(await systemRoots()), ...supabaseRoots] : undefined);
    return {
        host,
        rejectUnauthorized: true,
        ...(ca === undefined ? {} : { ca: [...ca] }),
        ...(tls.mode === 'ca' ? { checkServerIdentity: () => undefined } : {}),
    };
}
async function systemRoots() {
    const { rootCertificates } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 346835, 19));
    return rootCertificates;
}
function readRoots(path) {
    try {
        return [(0,external_node_fs_.readFileSync)(path, 'utf8')];
    }
    catch (cause) {
        throw new errors/* InputError */.dz(`database-url: sslrootcert ${path} cannot be read`, { cause });
    }
}
class PgSession {
    #client;
    #about = '';
    #waiting = [];
    #handedOver = false;
    pid = 0;
    version = 0;
    noticesClientLoss = false;
    lost = false;
    constructor(client, log) {
        this.#client = client;
        client.on('error', () => {
            this.lost = true;
        });
        client.on('end', () => {
            this.lost = true;
        });
        client.on('notice', (notice) => {
            if (notice.code === '25P01')
                return;
            const text = notice.message ?? '';
            if (notice.severity === 'WARNING')
                log.info(`${this.#about}the server warns: ${text}`);
            else
                log.debug(`${this.#about}${notice.severity ?? 'NOTICE'}: ${text}`);
        });
    }
    async greet() {
        const [row] = await this.rows(`select pg_backend_pid(), current_setting('server_version_num'), pg_is_in_recovery(),
              current_setting('transaction_read_only'), current_setting('standard_conforming_strings'), session_user`);
        this.pid = Number(row?.[0]);
        this.version = Number(row?.[1]);
        if (row?.[2] === 't')
            throw new errors/* InputError */.dz('database-url: this server is a read replica; name the primary');
        if (row?.[3] === 'on')
            throw readOnly();
        if (row?.[4] === 'off')
            throw otherStrings(row[5] ?? '');
        if (this.version < OLDEST) {
            throw new errors/* InputError */.dz(`database-url: PostgreSQL ${Math.floor(this.version / 10_000)} is too old; 13 is the oldest`);
        }
        this.noticesClientLoss = (await this.send("set client_connection_check_interval = '2s'")).ok;
    }
    get announcedPid() {
        return this.#client.processID;
    }
    send(sql, options = {}) {
        const [sent] = this.sendAll([{ sql, options }]);
        return sent;
    }
    sendAll(messages) {
        const wire = this.#client.connection;
        if (!this.lost) {
            wire.stream.cork();
            for (const { sql } of messages)
                wire.query(sql);
            wire.stream.uncork();
        }
        const results = messages.map(({ options }) => this.#enqueue(options));
        this.#pump();
        return results;
    }
    #enqueue(options) {
        return new Promise((resolve, reject) => {
            const fail = (error, tags, hadItsTurn) => {
                if (!hadItsTurn)
                    this.#handOn();
                if (error instanceof sql_error/* SqlError */.L8 && !(0,sql_error/* endsConnection */.B5)(error.server.code))
                    resolve({ ok: false, error, tags });
                else if (error instanceof sql_error/* SqlError */.L8 || this.lost || isSocketError(error)) {
                    this.lost = true;
                    resolve({ ok: false, error: new sql_error/* ConnectionLost */.pz(error), tags });
                }
                else
                    reject(error);
            };
            const done = (reply) => resolve({ ok: true, reply, status: this.status() });
            const onTurn = () => {
                this.#about = options.about === undefined ? '' : `${options.about}: `;
                this.#handOn();
            };
            this.#waiting.push(new Message({ ...options, onTurn }, done, fail));
        });
    }
    #pump() {
        if (this.#handedOver)
            return;
        const next = this.#waiting.shift();
        if (next === undefined)
            return;
        this.#handedOver = true;
        this.#client.query(next);
    }
    #handOn() {
        this.#handedOver = false;
        this.#pump();
    }
    async rows(sql) {
        const result = await this.send(sql, { keepRows: true });
        if (!result.ok)
            throw result.error;
        return result.reply.rows;
    }
    status() {
        return this.#client.getTransactionStatus();
    }
    abandon() {
        this.lost = true;
        this.#client.connection.stream.destroy();
    }
    async close() {
        const timer = setTimeout(() => this.abandon(), CLOSE_WITHIN_MS);
        await this.#client.end().catch(() => undefined);
        clearTimeout(timer);
    }
}
function readOnly() {
    return new errors/* RemoteError */.Hi('the database is read-only', {
        service: 'PostgreSQL',
        code: '25006',
        retryable: false,
        hint: 'its disk may be full (Supabase switches to read-only then), or default_transaction_read_only is set for this role',
    });
}
function otherStrings(role) {
    return new errors/* InputError */.dz('database-url: a backslash escapes in the strings of this role or database (standard_conforming_strings is off), so ' +
        `files would mean something else here; run "alter role ${(0,quote/* identifier */.Cv)(role)} set standard_conforming_strings = on" ` +
        'and, in files that need it, "set standard_conforming_strings = off"');
}
function isSocketError(error) {
    if (!(error instanceof Error))
        return false;
    const code = error.code ?? '';
    return /^(E[A-Z]+|ERR_)/.test(code) || /connection (terminated|error|closed)|not queryable/i.test(error.message);
}


/***/ }),

/***/ 182089:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B5: () => (/* binding */ endsConnection),
/* harmony export */   L8: () => (/* binding */ SqlError),
/* harmony export */   pz: () => (/* binding */ ConnectionLost)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(203906);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(896818);

class SqlError extends _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .Hi {
    server;
    constructor(server) {
        super(safeMessage(server), {
            service: 'PostgreSQL',
            code: server.code,
            retryable: /^(40|55P03|53)/.test(server.code),
            ...(safeHint(server) === undefined ? {} : { hint: safeHint(server) ?? '' }),
        });
        this.server = server;
    }
}
class ConnectionLost extends _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .Hi {
    constructor(cause) {
        const words = cause instanceof Error ? cause.message : String(cause);
        super(`the connection to the database was lost: ${words}`, { service: 'PostgreSQL', retryable: true, cause });
    }
}
function endsConnection(code) {
    return /^(08|57P0[1-5]|25P03|25P04)/.test(code);
}
function safeMessage(server) {
    return server.code.startsWith('22') ? server.message.replace(/"[^"]*"(?=$|[^\w])/g, '"…"') : server.message;
}
function safeHint(server) {
    const detail = /^(2B|42|55|57|0A)/.test(server.code) ? server.detail : '';
    const text = (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .T)([detail, server.hint].filter((part) => part !== '').join(' '), '; ');
    return text === '' ? undefined : text;
}


/***/ }),

/***/ 247753:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cv: () => (/* binding */ identifier),
/* harmony export */   TS: () => (/* binding */ textArray),
/* harmony export */   eu: () => (/* binding */ literal),
/* harmony export */   lq: () => (/* binding */ optional)
/* harmony export */ });
function literal(text) {
    const quoted = text.replaceAll("'", "''");
    return quoted.includes('\\') ? `E'${quoted.replaceAll('\\', '\\\\')}'` : `'${quoted}'`;
}
function optional(text) {
    return text === undefined || text === '' ? 'null' : literal(text);
}
function identifier(name) {
    return `"${name.replaceAll('"', '""')}"`;
}
function textArray(texts) {
    return `array[${texts.map(literal).join(',')}]::text[]`;
}


/***/ })

};
