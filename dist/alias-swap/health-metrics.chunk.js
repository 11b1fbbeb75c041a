export const id = 737;
export const ids = [737];
export const modules = {

/***/ 118049:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  databaseOpener: () => (/* reexport */ databaseOpener),
  judgeReading: () => (/* reexport */ judge_reading/* judgeReading */.gx),
  reachOf: () => (/* reexport */ reachOf),
  readMetrics: () => (/* reexport */ readMetrics),
  reportOnMetric: () => (/* reexport */ reportOnMetric),
  runMetrics: () => (/* reexport */ runMetrics),
  settle: () => (/* reexport */ settle),
  takeReading: () => (/* reexport */ takeReading),
  testCounts: () => (/* reexport */ counts_test/* testCounts */.Js),
  unnamedBuilds: () => (/* reexport */ unnamedBuilds),
  unread: () => (/* reexport */ unread),
  usualOf: () => (/* reexport */ usual_rate/* usualOf */.sB)
});

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

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(565658);
// EXTERNAL MODULE: ./packages/base/lib/clock.js
var lib_clock = __webpack_require__(636190);
// EXTERNAL MODULE: ./packages/base/lib/duration.js
var duration = __webpack_require__(984731);
;// CONCATENATED MODULE: ./packages/postgres/lib/quote.js
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

// EXTERNAL MODULE: ./packages/base/lib/lines.js
var lines = __webpack_require__(896818);
;// CONCATENATED MODULE: ./packages/postgres/lib/connection/sql-error.js

class SqlError extends errors/* RemoteError */.Hi {
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
class ConnectionLost extends errors/* RemoteError */.Hi {
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
    const text = (0,lines/* oneLine */.T)([detail, server.hint].filter((part) => part !== '').join(' '), '; ');
    return text === '' ? undefined : text;
}

;// CONCATENATED MODULE: ./packages/postgres/lib/connection/explain.js



function explainFailedLogin(target, error) {
    if (error instanceof errors/* InputError */.dz)
        return error;
    const code = error instanceof SqlError ? error.server.code : (error.code ?? '');
    const where = `${target.host}:${target.port}`;
    const say = (message, hint, retryable = false) => new errors/* RemoteError */.Hi(`database ${where}: ${message}`, {
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
    if (/does not support SSL/.test((0,errors/* describe */.q0)(error)))
        return say('the server speaks no TLS', 'it must, for any host that is not local');
    const direct = directHostHint(target.host);
    if (direct !== undefined &&
        /^(ENETUNREACH|EHOSTUNREACH|ENOTFOUND|ETIMEDOUT|EADDRNOTAVAIL|EAI_AGAIN)/.test(reason(error))) {
        return new errors/* InputError */.dz(`database-url: ${direct}`, { cause: error });
    }
    return error instanceof errors/* RemoteError */.Hi && !(error instanceof SqlError) && !(error instanceof ConnectionLost)
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
    return error.code ?? (/timeout expired/.test((0,errors/* describe */.q0)(error)) ? 'ETIMEDOUT' : '');
}

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
        this.#reject(this.#unreadable ?? (isAnswer ? new SqlError(fields(error)) : error), this.#tags, this.#hadItsTurn);
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
    const { default: pg } = await __webpack_require__.e(/* import() */ 945).then(__webpack_require__.bind(__webpack_require__, 971287));
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
            throw (0,lib_clock/* cancellation */.WN)(options.signal);
        const cause = isLate ? new Error(`no answer within ${(0,duration/* formatDuration */.a)(withinMs)}`, { cause: error }) : error;
        throw explainFailedLogin(target, cause);
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
                if (error instanceof SqlError && !endsConnection(error.server.code))
                    resolve({ ok: false, error, tags });
                else if (error instanceof SqlError || this.lost || isSocketError(error)) {
                    this.lost = true;
                    resolve({ ok: false, error: new ConnectionLost(error), tags });
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
        `files would mean something else here; run "alter role ${identifier(role)} set standard_conforming_strings = on" ` +
        'and, in files that need it, "set standard_conforming_strings = off"');
}
function isSocketError(error) {
    if (!(error instanceof Error))
        return false;
    const code = error.code ?? '';
    return /^(E[A-Z]+|ERR_)/.test(code) || /connection (terminated|error|closed)|not queryable/i.test(error.message);
}

;// CONCATENATED MODULE: ./packages/health/lib/database/open.js

const STATEMENT_MS = 10_000;
function databaseOpener(databaseUrl, log) {
    const target = readDatabaseUrl(databaseUrl.reveal());
    return async (signal) => {
        const session = await openSession(target, { log, signal, applicationName: 'lockstep metrics' });
        await session.rows(`select set_config('statement_timeout', '${STATEMENT_MS}', false), set_config('lock_timeout', '1s', false),
              set_config('default_transaction_read_only', 'on', false)`);
        return session;
    };
}

// EXTERNAL MODULE: ./packages/health/lib/metrics/counts-test.js
var counts_test = __webpack_require__(1015763);
// EXTERNAL MODULE: ./packages/health/lib/metrics/judge-reading.js
var judge_reading = __webpack_require__(987762);
;// CONCATENATED MODULE: ./packages/health/lib/metrics/providers/promql-reach.js

const OPAQUE = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|#[^\n]*/g;
const RANGE = /\[\s*([^\]:]*?)\s*(:[^\]]*)?\]/g;
const OFFSET = /\boffset\s+(-?)((?:\d+(?:ms|[dhmswy]))+)/gi;
function reachOf(query) {
    const bare = query.replace(OPAQUE, '""');
    let range = 0;
    let subqueries = 0;
    let windowed = false;
    for (const [, length = '', step] of bare.matchAll(RANGE)) {
        const own = /\{\{\s*window\s*\}\}/.test(length);
        const ms = own ? 0 : (promDuration(length) ?? 0);
        if (step === undefined)
            range = Math.max(range, ms);
        else {
            subqueries += ms;
            windowed ||= own;
        }
    }
    const offsets = [...bare.matchAll(OFFSET)].map(([, minus, text = '']) => minus === '-' ? 0 : (promDuration(text) ?? 0));
    const ms = range + subqueries + Math.max(0, ...offsets);
    return { ms, exceedsWindow: windowed && ms > 0 };
}
function promDuration(text) {
    if (!/^(?:\d+(?:ms|[dhmswy]))+$/.test(text))
        return undefined;
    let total = 0;
    for (const [, number = '', unit = ''] of text.matchAll(/(\d+)(ms|[dhmswy])/g)) {
        const days = { w: 7, y: 365 }[unit];
        total += (0,duration/* parseDuration */.E)(days === undefined ? `${number}${unit}` : `${Number(number) * days}d`) ?? 0;
    }
    return total;
}

;// CONCATENATED MODULE: ./packages/base/lib/yaml-reason.js
function yamlReason(reason) {
    const words = reason.replace(/\s*[:"'<!*&%].*$/s, '').trim();
    return words === '' ? 'it is no valid text of that format' : words;
}

;// CONCATENATED MODULE: ./packages/base/lib/yaml.js


const REMEDIES = {
    BAD_INDENT: 'check the blanks at the beginning of this line and of the one above',
    DUPLICATE_KEY: 'a name may be there once in a map: remove one of them',
    MULTIPLE_DOCS: 'remove this line: only what is above it would count',
    TAB_AS_INDENT: 'indent with blanks, not with tabs',
};
const REASONS = { MULTIPLE_DOCS: 'a second document begins here' };
const REMEDY = 'put texts with a colon, a # or another mark of YAML into quotes, and check the blanks at the beginning of the line';
function readYaml({ LineCounter, parseDocument }, text, name, remedy = REMEDY) {
    const lines = new LineCounter();
    try {
        const document = parseDocument(text, { lineCounter: lines, logLevel: 'error', prettyErrors: false });
        if (document.errors.length > 0)
            throw new errors/* InputError */.dz(problemsOf(document.errors, { text, lines, name, remedy }));
        return { data: document.toJS(), lineOf: lineFinder(document, lines) };
    }
    catch (error) {
        if (error instanceof ReferenceError)
            throw new errors/* InputError */.dz(`${name}: not readable as YAML: ${yamlReason((0,errors/* describe */.q0)(error))}; check its aliases (*name)`);
        if (error instanceof RangeError)
            throw new errors/* InputError */.dz(`${name}: not readable as YAML: lists or maps within each other, too deep to read`);
        throw error;
    }
}
function problemsOf(errors, { lines, name, remedy, text }) {
    const conflict = text.split('\n').findIndex((line) => /^<{7}(?: |$)/.test(line));
    if (conflict >= 0)
        return [`${name} (line ${conflict + 1}): there is a merge conflict; resolve it first`];
    const first = new Map();
    for (const { code, message, pos } of errors) {
        const { col, line } = lines.linePos(pos[0]);
        const place = `${name}: not readable as YAML (line ${line}, column ${col})`;
        if (!first.has(line))
            first.set(line, `${place}: ${REASONS[code] ?? yamlReason(message)}; ${REMEDIES[code] ?? remedy}`);
    }
    return [...first.values()];
}
function lineFinder(document, lines) {
    return (path) => {
        let node = document.contents;
        let line;
        for (const step of path) {
            const found = below(target(node, document), step);
            if (found === undefined)
                break;
            const start = nodeOf(found.place)?.range?.[0];
            if (start !== undefined)
                line = lines.linePos(start).line;
            node = found.value;
        }
        return line;
    };
}
function target(node, document) {
    const resolve = nodeOf(node)?.resolve;
    return typeof resolve === 'function' ? resolve.call(node, document) : node;
}
function below(node, step) {
    const items = nodeOf(node)?.items ?? [];
    const pairs = items.filter(isPair);
    if (pairs.length < items.length) {
        const item = items[Number(step)];
        return item === undefined ? undefined : { place: item, value: item };
    }
    const pair = pairs.find(({ key }) => nameOf(key) === String(step));
    return pair === undefined ? undefined : { place: pair.key, value: pair.value };
}
function nodeOf(node) {
    return typeof node === 'object' && node !== null ? node : undefined;
}
function isPair(item) {
    return typeof item === 'object' && item !== null && 'key' in item;
}
function nameOf(key) {
    return typeof key === 'object' && key !== null && 'value' in key ? String(key.value) : undefined;
}

// EXTERNAL MODULE: ./packages/base/lib/secret.js
var secret = __webpack_require__(487083);
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
        const ms = text === '' ? absent : (0,duration/* parseDuration */.E)(text);
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
        return new secret/* Secret */.z(text);
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

// EXTERNAL MODULE: ./node_modules/.pnpm/yaml@2.9.1/node_modules/yaml/dist/index.js
var dist = __webpack_require__(464659);
// EXTERNAL MODULE: ./packages/health/lib/conditions/parse.js + 1 modules
var conditions_parse = __webpack_require__(710955);
// EXTERNAL MODULE: ./packages/health/lib/conditions/tokens.js
var tokens = __webpack_require__(940057);
// EXTERNAL MODULE: ./packages/health/lib/conditions/evaluate.js
var evaluate = __webpack_require__(736508);
;// CONCATENATED MODULE: ./packages/health/lib/conditions/overlap.js

function overlap(one, other) {
    const { place } = one.left;
    if (place !== other.left.place)
        return false;
    return tried([...numbersOf(one), ...numbersOf(other)]).some((value) => (0,evaluate/* meets */.D)(one, { [place]: value }) && (0,evaluate/* meets */.D)(other, { [place]: value }));
}
function numbersOf({ right }) {
    return right.flatMap((literal) => literal.kind === 'value' && typeof literal.value === 'number' ? [literal.value] : []);
}
function tried(numbers) {
    const sorted = [...numbers].sort((a, b) => a - b);
    const between = sorted.slice(1).map((number, index) => (number + (sorted[index] ?? number)) / 2);
    return [...sorted, ...between, (sorted[0] ?? 0) - 1, (sorted.at(-1) ?? 0) + 1];
}

// EXTERNAL MODULE: ./packages/health/lib/metrics/metric.js
var metrics_metric = __webpack_require__(640894);
// EXTERNAL MODULE: ./packages/health/lib/metrics/usual-rate.js + 1 modules
var usual_rate = __webpack_require__(840944);
;// CONCATENATED MODULE: ./packages/health/lib/metrics/complaints.js



const LEAST_SLICE_MS = 10_000;
function complainOf(fields, metric, source, bakeMs) {
    complainOfConditions(fields, metric);
    complainOfTimes(fields, metric, source, bakeMs);
    complainOfBaseline(fields, metric);
    if (source === undefined)
        return;
    complainOfBuild(fields, metric, source);
    complainOfNumbers(fields, metric, source);
    complainOfTest(fields, metric, source);
}
function isGiven(fields, name) {
    return (fields.any(name) ?? null) !== null;
}
function complainOfConditions(fields, { failure, success }) {
    if (!['success', 'failure', 'detect'].some((field) => isGiven(fields, field)))
        fields.complain('success', 'needs a condition (success, failure) or a test (detect): without one nothing is judged');
    if (success !== undefined && failure !== undefined && overlap(success, failure))
        fields.complain('failure', `there are numbers that meet "success" too (${success.source}); they would fail`);
}
function complainOfTimes(fields, { about, detect, historyMs, intervalMs, windowMs }, source, bakeMs) {
    if (intervalMs < 1000)
        fields.complain('interval', `expected at least 1s, got ${intervalMs}ms`);
    if (windowMs !== undefined && windowMs < 1000)
        fields.complain('window', 'expected growing, or a length of at least 1s');
    const hasNoWindow = windowMs !== undefined && source?.asksWindow === false;
    if (hasNoWindow)
        fields.complain('window', 'has no effect, since nothing in the query says of which time it is ({{window}}, {{start}}, {{end}}); leave it out');
    const reachMs = source?.reachMs ?? 0;
    const [reach, field] = reachMs > (windowMs ?? 0) ? [reachMs, 'query'] : [windowMs ?? 0, 'window'];
    if (about !== 'baseline' && reach > bakeMs && !(hasNoWindow && field === 'window'))
        fields.complain(field, `looks back ${reach / 1000} s and the bake lasts ${bakeMs / 1000} s, so that each of its windows began before the swap; use [{{window}}] or a shorter range, or raise bake-time`);
    const leastMs = source?.leastMs ?? 0;
    if ((windowMs ?? bakeMs) < leastMs)
        fields.complain(windowMs === undefined ? 'provider' : 'window', `counts by whole minutes, and needs ${leastMs / 1000} s for one; ${windowMs === undefined ? `bake-time is ${bakeMs / 1000} s` : `it is ${windowMs / 1000} s`}`);
    const leastHistoryMs = usual_rate/* SLICES */.qB * Math.max(LEAST_SLICE_MS, leastMs);
    if (detect !== undefined && historyMs < leastHistoryMs)
        fields.complain('history', `expected at least ${leastHistoryMs / 60_000}m, got ${historyMs / 1000}s`);
}
function complainOfBaseline(fields, metric) {
    const { about, baseline, detect } = metric;
    for (const field of ['floor', 'history'])
        if (detect === undefined && isGiven(fields, field))
            fields.complain(field, 'has no effect without "detect"');
    if (isGiven(fields, 'baseline') && !(0,metrics_metric/* usesRatio */.QR)(metric))
        fields.complain('baseline', 'has no effect without a condition on [RATIO]');
    else if (baseline === 'same-time' && about !== 'candidate')
        fields.complain('baseline', 'expected "for: candidate" with same-time; otherwise the same is compared with itself, and never differs');
    if ((0,metrics_metric/* usesRatio */.QR)(metric) && about === 'baseline')
        fields.complain('for', 'expected candidate or window with [RATIO], which compares with the baseline');
}
function complainOfBuild(fields, { about }, { names }) {
    if (about !== 'window' && names.length === 0)
        fields.complain('for', `nothing in the query names a build ({{deployment}}, {{commit}}), so it is not about the ${about}; use window`);
    if (about === 'window' && names.length > 0)
        fields.complain('for', 'the query names a build ({{deployment}}, {{commit}}); use candidate or baseline');
}
function complainOfNumbers(fields, metric, source) {
    const { failure, minSamples, success } = metric;
    if (!source.countsSamples && (minSamples > 0 || (0,metrics_metric/* uses */.r9)(metric, 'SAMPLES')))
        fields.complain(minSamples > 0 ? 'min-samples' : (0,metrics_metric/* uses */.r9)({ success, failure: undefined }, 'SAMPLES') ? 'success' : 'failure', 'nothing says of how many samples the value is; add "of" or "samples" if the provider has them, or leave it out');
    for (const [name, condition] of Object.entries({ success, failure }))
        if (source.isShare && condition?.left.place === 'VALUE' && numbersOf(condition).some((one) => one < 0 || one > 1))
            fields.complain(name, `[VALUE] is a share from 0 to 1 here, so that 99 % is 0.99; got ${condition.source}`);
}
function complainOfTest(fields, metric, source) {
    const { about, detect, windowMs } = metric;
    if (detect !== undefined && !source.counts)
        fields.complain('detect', 'needs counts: "query" for the bad events and "of" for all events');
    if (detect !== undefined && about === 'baseline')
        fields.complain('detect', 'expected candidate or window in "for"');
    if (detect !== undefined && windowMs !== undefined)
        fields.complain('window', 'expected growing with "detect": the test is of all events since the swap');
    if (detect !== undefined && source.reachMs > 0)
        fields.complain('query', 'with "detect" the range has to be [{{window}}]: the test is of all events since the swap');
    if (((0,metrics_metric/* usesRatio */.QR)(metric) || (detect !== undefined && source.counts)) && !source.looksBack && !source.ownBaseline)
        fields.complain((0,metrics_metric/* uses */.r9)({ success: metric.success, failure: undefined }, 'RATIO')
            ? 'success'
            : detect === undefined
                ? 'failure'
                : 'detect', `needs a baseline, and this query can only be asked about the present; use [VALUE]${metric.provider === 'json' ? ', or a query with {{start}} and {{end}}' : ''}`);
}

// EXTERNAL MODULE: ./packages/base/lib/deadline.js
var deadline = __webpack_require__(106301);
// EXTERNAL MODULE: ./packages/health/lib/fields.js
var lib_fields = __webpack_require__(441876);
;// CONCATENATED MODULE: ./packages/health/lib/metrics/ask-json.js


const MOST_BYTES = 1_000_000;
async function askJson(question, { clock, fetch }, signal) {
    const { body, url } = question;
    try {
        return await (0,deadline/* withDeadline */.N)('the request', question.timeoutMs, async (inner) => {
            const response = await fetch(url, {
                method: body === undefined ? 'GET' : 'POST',
                redirect: 'manual',
                signal: inner,
                headers: {
                    accept: 'application/json',
                    'user-agent': 'lockstep',
                    ...(body?.kind === 'json' ? { 'content-type': 'application/json' } : {}),
                    ...revealed(question.headers),
                },
                ...(body === undefined ? {} : { body: body.kind === 'json' ? JSON.stringify(body.value) : body.value }),
            });
            const text = await textOf(response);
            return text === undefined
                ? none('the answer is longer than any metric is')
                : { kind: 'answer', status: response.status, json: jsonIn(text), headers: response.headers };
        }, { clock, signal });
    }
    catch (error) {
        if (signal.aborted)
            throw (0,lib_clock/* cancellation */.WN)(signal);
        return none(whyNot(error, url));
    }
}
async function textOf(response) {
    const parts = [];
    let size = 0;
    for await (const part of response.body ?? []) {
        size += part.length;
        if (size > MOST_BYTES)
            return undefined;
        parts.push(part);
    }
    return Buffer.concat(parts).toString('utf8');
}
function revealed(headers) {
    return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, typeof value === 'string' ? value : value.reveal()]));
}
function jsonIn(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function none(what) {
    return { kind: 'none', what };
}
function whyNot(error, { host }) {
    const found = error;
    const from = `from ${(0,lib_fields/* hostName */.Sm)(host)}`;
    if (found.name === 'DeadlineError')
        return `no complete answer ${from} within the timeout of a request; raise "request-timeout" if it is slow`;
    const known = found.cause?.code === undefined ? '' : ` (${(0,lib_fields/* code */.aY)(found.cause.code)})`;
    return `no answer ${from}${known}; check the address`;
}
function refused(status, service, check) {
    if (status === 400 || status === 404)
        return { kind: 'error', what: `${service} answered HTTP ${status}; check ${check}` };
    if (status === 401 || status === 403)
        return { kind: 'error', what: `${service} refuses the token (HTTP ${status}); check it and what it may read` };
    if (status === 402)
        return { kind: 'not-available', what: `${service} does not offer this in the current plan (HTTP 402)` };
    if (status === 429)
        return { kind: 'error', what: `${service} limits how often it is asked (HTTP 429); raise "interval"` };
    if (status >= 300 && status < 400)
        return { kind: 'error', what: `${service} redirects (HTTP ${status}); set its "url" to the address that answers` };
    return { kind: 'error', what: `${service} answered HTTP ${status}` };
}
function numberIn(value) {
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

;// CONCATENATED MODULE: ./packages/health/lib/metrics/fill.js

const placeholders = ['deployment', 'commit', 'window', 'start', 'end'];
const FORM = /\{\{\s*([^{}]*?)\s*\}\}/g;
function placeholdersIn(query) {
    return [...query.matchAll(FORM)].map(([, name = '']) => name);
}
function templateOf(fields, name, options = {}) {
    const text = fields.text(name, options);
    const unknown = placeholdersIn(text).find((one) => !placeholders.includes(one));
    if (unknown !== undefined) {
        const isExpression = text.includes('${{');
        const known = placeholders.map((one) => `{{${one}}}`).join(', ');
        fields.complain(name, `{{${unknown.slice(0, 40)}}} is no placeholder; there are ${known}${isExpression ? ' (expressions of GitHub are evaluated in a workflow, not in a file)' : ''}`);
    }
    return text;
}
function buildNamesIn(query) {
    const found = placeholdersIn(query);
    return metrics_metric/* buildNames */.r7.filter((name) => found.includes(name));
}
function namesTime(query) {
    return placeholdersIn(query).some((name) => name === 'window' || name === 'start' || name === 'end');
}
function fill(query, span, build, shown = String) {
    const seconds = (ms) => String(Math.round(ms / 1000));
    const values = {
        deployment: build.deployment ?? '',
        commit: build.commit ?? '',
        window: `${Math.max(1, Math.round((span.to - span.from) / 1000))}s`,
        start: seconds(span.from),
        end: seconds(span.to),
    };
    return query.replace(FORM, (whole, name) => (name in values ? shown(values[name] ?? '') : whole));
}

;// CONCATENATED MODULE: ./packages/health/lib/metrics/provider.js

function authOf(fields, { secretOf }) {
    const token = referenced(fields, 'token', secretOf);
    const username = referenced(fields, 'username', secretOf);
    const password = referenced(fields, 'password', secretOf);
    if (token !== undefined && (username !== undefined || password !== undefined))
        fields.complain('token', 'expected either a token or a username with a password');
    if ((username === undefined) !== (password === undefined))
        fields.complain(username === undefined ? 'username' : 'password', 'expected both username and password');
    if (token !== undefined)
        return { authorization: new secret/* Secret */.z(`Bearer ${token.reveal()}`) };
    if (username === undefined || password === undefined)
        return {};
    const pair = Buffer.from(`${username.reveal()}:${password.reveal()}`).toString('base64');
    return { authorization: new secret/* Secret */.z(`Basic ${pair}`) };
}
function referenced(fields, name, secretOf) {
    const text = fields.text(name);
    if (text === '')
        return undefined;
    const reference = /^\$([A-Za-z_][A-Za-z0-9_]*)$/.exec(text)?.[1];
    if (reference === undefined) {
        fields.complain(name, 'expected the name of a secret, such as $METRICS_TOKEN; its value is given in "metrics-secrets"');
        return undefined;
    }
    const secret = secretOf(reference);
    if (secret === undefined || secret.isEmpty)
        fields.complain(name, `$${reference} is not in "metrics-secrets", or is empty there`);
    return secret;
}
const unconnected = async () => ({ kind: 'error', what: 'its provider is not set up' });
function addressOf(fields, name = 'url') {
    const text = fields.text(name, { required: true, expected: 'a URL that starts with https:// or http://' });
    if (text === '')
        return undefined;
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url === undefined || !/^https?:$/.test(url.protocol)) {
        fields.complain(name, 'expected a URL that starts with https:// or http://');
        return undefined;
    }
    if (url.username !== '' || url.password !== '') {
        fields.complain(name, 'expected no user name or password in it; name secrets in token, or username and password');
        return undefined;
    }
    return url;
}

;// CONCATENATED MODULE: ./packages/health/lib/metrics/providers/json.js



const json = {
    type: 'json',
    connect(connection, surroundings) {
        const headers = connection === undefined ? {} : { ...authOf(connection, surroundings), ...headersOf(connection, surroundings) };
        const base = connection && addressOf(connection);
        return (metric) => {
            const query = templateOf(metric, 'query', {
                required: true,
                expected: 'the path and query of an address, such as /stats?since={{start}}',
            });
            if (connection === undefined)
                metric.complain('provider', 'needs the origin that is asked: "url" under "providers", "json"');
            const paths = {
                value: pathOf(metric, 'path', true),
                of: pathOf(metric, 'of', false),
                samples: pathOf(metric, 'samples', false),
                newest: pathOf(metric, 'newest', false),
                from: pathOf(metric, 'window-start', false),
                baseline: pathOf(metric, 'baseline-path', false),
            };
            if (query === '')
                return undefined;
            if (within(base ?? ANY_ORIGIN, query) === undefined)
                metric.complain('query', 'expected the path and query of an address, beginning with /, on the origin of "url"');
            return {
                measure: base === undefined
                    ? unconnected
                    : (span, build, signal) => measure({ query, base, headers, paths, surroundings }, span, build, signal),
                names: buildNamesIn(query),
                looksBack: namesTime(query) || buildNamesIn(query).length > 0,
                ownBaseline: paths.baseline !== undefined,
                counts: paths.of !== undefined,
                countsSamples: paths.of !== undefined || paths.samples !== undefined,
                isShare: paths.of !== undefined,
                asksWindow: namesTime(query),
                leastMs: 0,
                reachMs: 0,
                usualDelayMs: 0,
            };
        };
    },
};
const ANY_ORIGIN = new URL('https://origin.invalid');
async function measure(source, span, build, signal) {
    const { clock, fetch, requestTimeoutMs } = source.surroundings;
    const url = within(source.base, fill(source.query, span, build, encodeURIComponent));
    if (url === undefined)
        return { kind: 'error', what: 'the address leaves the origin of "url"' };
    const answer = await askJson({ url, headers: source.headers, timeoutMs: requestTimeoutMs }, { clock, fetch }, signal);
    if (answer.kind === 'none')
        return { kind: 'error', what: `the metric's address: ${answer.what}` };
    if (answer.status !== 200)
        return refused(answer.status, "the metric's address", '"url" and "query"');
    return readJson(source.paths, answer.json);
}
function readJson(paths, data) {
    if (data === undefined)
        return { kind: 'error', what: 'the answer is no JSON' };
    const at = (path) => (path === undefined ? undefined : json_below(data, path));
    const raw = at(paths.value);
    if (raw === undefined || raw === null)
        return { kind: 'empty', what: `the answer has nothing at ${shown(paths.value)}` };
    const value = numberIn(raw);
    if (value === undefined)
        return { kind: 'error', what: `what the answer has at ${shown(paths.value)} is no number; check "path"` };
    const newestAt = paths.newest === undefined ? undefined : (timeIn(at(paths.newest)) ?? 0);
    if (paths.of !== undefined) {
        const all = numberIn(at(paths.of));
        if (all === undefined)
            return { kind: 'empty', what: `the answer has no number at ${shown(paths.of)}; check "of"` };
        return { kind: 'counts', bad: value, all, newestAt };
    }
    return {
        kind: 'value',
        value,
        newestAt,
        samples: paths.samples === undefined ? undefined : (numberIn(at(paths.samples)) ?? 0),
        from: paths.from === undefined ? undefined : (timeIn(at(paths.from)) ?? 0),
        baseline: numberIn(at(paths.baseline)),
    };
}
function pathOf(metric, name, required) {
    const text = metric.text(name, { required, expected: 'a path such as data.errors or series[0].value' });
    if (text === '')
        return undefined;
    if (!/^(?:[A-Za-z0-9_$-]+|\[\d+\])(?:\.[A-Za-z0-9_$-]+|\[\d+\])*$/.test(text)) {
        metric.complain(name, 'expected a path such as data.errors or series[0].value');
        return undefined;
    }
    if (/^\$(?:$|[.[])/.test(text)) {
        metric.complain(name, `expected the path to begin with the name of a field: ${text.replace(/^\$\.?/, '') || 'data'}`);
        return undefined;
    }
    return text.match(/[A-Za-z0-9_$-]+/g) ?? undefined;
}
function shown(path) {
    return (path ?? []).join('.');
}
function json_below(value, path) {
    let at = value;
    for (const step of path) {
        if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step))
            return undefined;
        at = at[step];
    }
    return at;
}
function timeIn(value) {
    const number = numberIn(value);
    if (number !== undefined)
        return number < 1e11 ? number * 1000 : number;
    const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
    return Number.isNaN(at) ? undefined : at;
}
function within(base, query) {
    const text = `${base.href.replace(/\/$/, '')}${query}`;
    const url = query.startsWith('/') && URL.canParse(text) ? new URL(text) : undefined;
    return url?.origin === base.origin ? url : undefined;
}
function headersOf(fields, surroundings) {
    const name = fields.text('header');
    const value = referenced(fields, 'header-value', surroundings.secretOf);
    if ((name === '') !== (value === undefined))
        fields.complain('header', 'expected both header and header-value');
    if (name === '' || value === undefined)
        return {};
    if (!/^[A-Za-z0-9-]{1,64}$/.test(name))
        fields.complain('header', 'expected the name of a header');
    return { [name.toLowerCase()]: value };
}

// EXTERNAL MODULE: ./packages/health/lib/compare/normal.js
var normal = __webpack_require__(428108);
;// CONCATENATED MODULE: ./packages/health/lib/database/compare-statements.js

const FALSE_ALARM = 0.01;
const LEAST_MS = 1;
function compareStatements(before, after, minCalls) {
    if (before.resetAt !== after.resetAt)
        return 'reset';
    const grown = [...after.statements.values()].map((now) => ({ was: before.statements.get(now.id), now }));
    if (grown.some(({ was, now }) => was !== undefined && now.calls < was.calls))
        return 'reset';
    if (before.evictions !== after.evictions)
        return 'evicted';
    const deltas = grown.map(({ was, now }) => ({ was, delta: minus(now, was) })).filter(({ delta }) => delta.calls > 0);
    const totalMs = deltas.reduce((sum, { delta }) => sum + delta.totalMs, 0);
    const both = deltas.flatMap(({ was, delta }) => was !== undefined && was.calls >= minCalls && delta.calls >= minCalls ? [{ was, delta }] : []);
    const needed = (0,normal/* upperQuantile */.k)(FALSE_ALARM / Math.max(1, both.length));
    const slower = both
        .map(({ was, delta }) => slowerBy(was, delta, needed))
        .filter((one) => one !== undefined)
        .sort((a, b) => b.ratio - a.ratio);
    const fresh = deltas
        .filter(({ was }) => was === undefined)
        .map(({ delta }) => ({
        id: delta.id,
        calls: delta.calls,
        meanMs: delta.totalMs / delta.calls,
        share: totalMs === 0 ? 0 : delta.totalMs / totalMs,
    }))
        .sort((a, b) => b.share - a.share);
    const sumOf = (all) => all.reduce((sum, { delta }) => sum + delta.calls, 0);
    return { compared: both.length, calls: sumOf(both), slower, fresh, allCalls: sumOf(deltas) };
}
function minus(now, was) {
    if (was === undefined)
        return now;
    return {
        id: now.id,
        calls: now.calls - was.calls,
        totalMs: Math.max(0, now.totalMs - was.totalMs),
        squares: Math.max(0, now.squares - was.squares),
    };
}
function slowerBy(was, delta, needed) {
    const [before, after] = [momentsOf(was), momentsOf(delta)];
    const rise = after.mean - before.mean;
    const error = Math.sqrt(before.variance / was.calls + after.variance / delta.calls);
    if (rise < LEAST_MS || before.mean <= 0 || (error > 0 && rise / error < needed))
        return undefined;
    return {
        id: delta.id,
        ratio: after.mean / before.mean,
        beforeMs: before.mean,
        afterMs: after.mean,
        calls: delta.calls,
    };
}
function momentsOf({ calls, totalMs, squares }) {
    const mean = totalMs / calls;
    return { mean, variance: Math.max(0, squares / calls - mean ** 2) };
}

;// CONCATENATED MODULE: ./packages/health/lib/database/statements.js

const OWN = '/* lockstep-metrics */';
async function readStatements(session) {
    const [place] = await session.rows(`select ${OWN} quote_ident(n.nspname) from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_stat_statements'`);
    const schema = place?.[0];
    if (schema === undefined || schema === null)
        return missing('the extension pg_stat_statements is not installed (create extension pg_stat_statements)');
    const loaded = await session.send(session.version >= 140_000
        ? `select ${OWN} stats_reset, dealloc from ${schema}.pg_stat_statements_info`
        : `select ${OWN} null, 0`, { keepRows: true });
    if (!loaded.ok) {
        if (loaded.error instanceof ConnectionLost)
            throw loaded.error;
        return missing('pg_stat_statements is not in shared_preload_libraries, or this role may not read it');
    }
    const rows = await session.rows(`select ${OWN} queryid::text, sum(calls)::text, sum(total_exec_time)::text,
            sum(calls * (stddev_exec_time ^ 2 + mean_exec_time ^ 2))::text
       from ${schema}.pg_stat_statements
      where dbid = (select oid from pg_database where datname = current_database())
        and coalesce(query, '') not like '%lockstep-metrics%'
      group by queryid`);
    if (rows.some(([id]) => id === null))
        return missing('this role sees its own statements only (grant pg_read_all_stats to it)');
    const [info] = loaded.reply.rows;
    return {
        kind: 'read',
        snapshot: {
            statements: new Map(rows.map(([id, calls, totalMs, squares]) => [
                id ?? '',
                { id: id ?? '', calls: Number(calls), totalMs: Number(totalMs), squares: Number(squares) },
            ])),
            resetAt: info?.[0] ?? '',
            evictions: Number(info?.[1] ?? 0),
        },
    };
}
function missing(what) {
    return { kind: 'not-available', what };
}

;// CONCATENATED MODULE: ./packages/health/lib/metrics/providers/postgres.js






const USUAL_DELAY_MS = 1_000;
const queries = ['slower-statements', 'new-statements', 'waiting-locks', 'connections', 'cache-hits'];
const onlyOf = {
    'min-calls': ['slower-statements', 'new-statements'],
    'waiting-longer': ['waiting-locks'],
};
const postgres = {
    type: 'postgres',
    connect(connection, surroundings) {
        connection?.refuseAll('the database is that of the input "database-url"');
        const database = new SharedDatabase(surroundings);
        return (metric) => {
            const query = metric.needed('query', queries);
            const settings = { minCalls: minCalls(metric), waitingMs: metric.duration('waiting-longer', 1_000) };
            for (const [field, only] of Object.entries(onlyOf))
                if (query !== undefined && metric.any(field) !== undefined && !only.includes(query))
                    metric.complain(field, `has no effect on ${query}; it belongs to ${only.join(' and ')}`);
            if (surroundings.openDatabase === undefined)
                metric.complain('provider', 'needs the input "database-url"');
            return query === undefined ? undefined : sourceOf(query, settings, database);
        };
    },
};
function minCalls(metric) {
    return metric.number('min-calls', { min: 1, max: 1e9, isWhole: true }) ?? 50;
}
function sourceOf(query, settings, database) {
    const ask = readers[query];
    let before;
    return {
        names: [],
        looksBack: false,
        ownBaseline: query === 'cache-hits',
        counts: false,
        countsSamples: query !== 'waiting-locks' && query !== 'connections',
        isShare: query !== 'slower-statements' && query !== 'waiting-locks',
        asksWindow: false,
        leastMs: 0,
        reachMs: 0,
        usualDelayMs: USUAL_DELAY_MS,
        begin: async (signal) => {
            before = (await database.use(beforeOf, signal)).found;
        },
        measure: async (_span, _build, signal) => {
            const { found, what } = await database.use(async (session) => await ask(session, settings, before), signal);
            before ??= (await database.use(beforeOf, signal)).found;
            return found ?? { kind: 'error', what };
        },
        close: () => database.close(),
    };
}
async function beforeOf(session) {
    const read = await readStatements(session);
    const { hits, reads } = await blocksOf(session);
    return { statements: read.kind === 'read' ? read.snapshot : undefined, hits, reads };
}
const NO_BEFORE = { kind: 'error', what: 'the database could not be read when the watch began' };
const readers = {
    'slower-statements': (session, settings, before) => statements(session, settings, before, slowestOf),
    'new-statements': (session, settings, before) => statements(session, settings, before, heaviestOf),
    'waiting-locks': async (session, { waitingMs }) => {
        const began = session.version >= 140_000 ? 'coalesce(l.waitstart, a.query_start)' : 'a.query_start';
        const [row] = await session.rows(`select ${OWN} count(distinct l.pid)::text from pg_locks l join pg_stat_activity a using (pid)
        where not l.granted and a.datname = current_database() and clock_timestamp() - ${began} > interval '${waitingMs} ms'`);
        return {
            kind: 'value',
            value: Number(row?.[0]),
            detail: `sessions that wait for a lock longer than ${(0,duration/* formatDuration */.a)(waitingMs)}`,
        };
    },
    connections: async (session) => {
        const reserved = session.version >= 160_000 ? "current_setting('reserved_connections')::int" : '0';
        const [row] = await session.rows(`select ${OWN} (select count(*) from pg_stat_activity where backend_type = 'client backend')::text,
              (current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int - ${reserved})::text`);
        const [used, most] = [Number(row?.[0]), Number(row?.[1])];
        return { kind: 'value', value: used / most, detail: `${used} of ${most} connections` };
    },
    'cache-hits': async (session, _settings, before) => {
        if (before === undefined)
            return NO_BEFORE;
        const now = await blocksOf(session);
        const [hits, reads] = [now.hits - before.hits, now.reads - before.reads];
        if (hits < 0 || reads < 0)
            return RESET;
        if (hits + reads === 0)
            return { kind: 'empty', what: 'no block was read since the swap' };
        const earlier = before.hits + before.reads;
        return {
            kind: 'value',
            value: hits / (hits + reads),
            samples: hits + reads,
            baseline: earlier === 0 ? undefined : before.hits / earlier,
        };
    },
};
const RESET = {
    kind: 'error',
    what: 'the statistics were reset since the swap, so that nothing can be compared',
};
async function blocksOf(session) {
    const [row] = await session.rows(`select ${OWN} blks_hit::text, blks_read::text from pg_stat_database where datname = current_database()`);
    return { hits: Number(row?.[0]), reads: Number(row?.[1]) };
}
async function statements(session, { minCalls: fewest }, before, pick) {
    if (before === undefined)
        return NO_BEFORE;
    const read = await readStatements(session);
    if (read.kind === 'not-available')
        return read;
    if (before.statements === undefined)
        return NO_BEFORE;
    const compared = compareStatements(before.statements, read.snapshot, fewest);
    if (compared === 'reset')
        return RESET;
    if (compared === 'evicted')
        return {
            kind: 'error',
            what: 'pg_stat_statements evicted statements since the swap; raise pg_stat_statements.max',
        };
    return pick(compared, fewest);
}
function slowestOf({ calls, compared, slower }, fewest) {
    if (compared === 0)
        return { kind: 'empty', what: `no statement was called ${fewest} times both before and after the swap` };
    const [worst] = slower;
    if (worst === undefined)
        return { kind: 'value', value: 1, samples: calls, detail: `none of ${compared} statements is slower` };
    const { afterMs, beforeMs, id, ratio } = worst;
    const detail = `statement ${id} takes ${(0,judge_reading/* showNumber */.Zo)(afterMs)} ms, was ${(0,judge_reading/* showNumber */.Zo)(beforeMs)} ms`;
    return { kind: 'value', value: ratio, samples: calls, detail };
}
function heaviestOf({ allCalls, fresh }) {
    const [heaviest] = fresh;
    if (allCalls === 0)
        return { kind: 'empty', what: 'no statement was called since the swap' };
    if (heaviest === undefined)
        return { kind: 'value', value: 0, samples: allCalls, detail: 'no new statement' };
    const { calls, id, meanMs, share } = heaviest;
    const detail = `new statement ${id} takes ${(0,judge_reading/* showNumber */.Zo)(meanMs)} ms in ${calls} calls`;
    return { kind: 'value', value: share, samples: allCalls, detail };
}
class SharedDatabase {
    #surroundings;
    #session;
    constructor(surroundings) {
        this.#surroundings = surroundings;
    }
    async use(work, signal) {
        const open = this.#surroundings.openDatabase;
        if (open === undefined)
            return { found: undefined, what: 'no database was given' };
        try {
            this.#session ??= open(signal);
            const session = await this.#session;
            if (session.lost)
                throw new ConnectionLost(undefined);
            return { found: await work(session), what: '' };
        }
        catch (error) {
            if (signal.aborted)
                throw error;
            if (!(error instanceof SqlError))
                this.#session = undefined;
            return { found: undefined, what: postgres_whyNot(error) };
        }
    }
    async close() {
        const session = await this.#session?.catch(() => undefined);
        this.#session = undefined;
        await session?.close();
    }
}
function postgres_whyNot(error) {
    if (error instanceof SqlError)
        return error.server.code === '57014'
            ? 'the database took longer than it may to say how it is'
            : `the database refused to say how it is (SQLSTATE ${(0,lib_fields/* word */.Vm)(error.server.code)})`;
    if (error instanceof ConnectionLost)
        return 'the connection to the database was lost';
    if (error instanceof errors/* RemoteError */.Hi)
        return [error.message, error.hint].filter((part) => part !== undefined).join('; ');
    return error instanceof errors/* InputError */.dz ? error.message : 'the database did not answer';
}

// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __webpack_require__(672435);
;// CONCATENATED MODULE: ./packages/health/lib/metrics/providers/prometheus.js






const prometheus_USUAL_DELAY_MS = 15_000;
const prometheus = {
    type: 'prometheus',
    connect(connection, surroundings) {
        const url = connection && addressOf(connection);
        if (url !== undefined && /\/api\/v1\b/.test(url.pathname))
            connection?.complain('url', 'expected the address without /api/v1, which is added to it');
        const headers = connection === undefined ? {} : { ...authOf(connection, surroundings), ...tenantOf(connection) };
        return (metric) => {
            const query = templateOf(metric, 'query', {
                required: true,
                expected: 'a PromQL expression that gives one number',
            });
            const others = {
                of: templateOf(metric, 'of'),
                samples: templateOf(metric, 'samples'),
                newest: templateOf(metric, 'newest'),
            };
            if (others.of !== '' && others.samples !== '')
                metric.complain('samples', 'expected either "of" or "samples"');
            const all = [query, ...Object.values(others)];
            const reaches = all.map(reachOf);
            if (reaches.some(({ exceedsWindow }) => exceedsWindow))
                metric.complain('query', 'a subquery over {{window}} with a range within reaches back further than the window; write its range out, such as [2m:15s]');
            if (connection === undefined)
                metric.complain('provider', 'needs the address of Prometheus: "url" under "providers", "prometheus"');
            if (query === '')
                return undefined;
            const api = url && {
                url: new URL(`${url.href.replace(/\/$/, '')}/api/v1/query`),
                headers,
                surroundings,
            };
            return {
                measure: api === undefined
                    ? unconnected
                    : (span, build, signal) => prometheus_measure(api, { query, ...others }, { span, build, signal }),
                names: buildNamesIn(query),
                looksBack: true,
                ownBaseline: false,
                counts: others.of !== '',
                countsSamples: others.of !== '' || others.samples !== '',
                isShare: others.of !== '',
                asksWindow: all.some(namesTime),
                leastMs: 0,
                reachMs: Math.max(...reaches.map(({ ms }) => ms)),
                usualDelayMs: prometheus_USUAL_DELAY_MS,
            };
        };
    },
};
function tenantOf(fields) {
    const tenant = fields.text('tenant');
    if (tenant === '')
        return {};
    if (!/^[A-Za-z0-9!\-_.*'()|]{1,150}$/.test(tenant))
        fields.complain('tenant', 'expected the id of a tenant');
    return { 'x-scope-orgid': tenant };
}
async function prometheus_measure(api, queries, about) {
    const ask = (query) => (query === '' ? undefined : instant(api, query, about));
    const [value, all, samples, newest] = await Promise.all([queries.query, queries.of, queries.samples, queries.newest].map(ask));
    for (const one of [value, all, samples, newest])
        if (one !== undefined && (one.kind === 'error' || one.kind === 'not-available'))
            return one;
    const newestAt = newest === undefined ? undefined : newest.kind === 'value' ? newest.value * 1000 : 0;
    if (all !== undefined) {
        if (all.kind !== 'value')
            return all;
        return { kind: 'counts', bad: value?.kind === 'value' ? value.value : 0, all: all.value, newestAt };
    }
    if (value?.kind !== 'value')
        return value ?? { kind: 'error', what: 'nothing was asked' };
    const seen = samples === undefined ? undefined : samples.kind === 'value' ? samples.value : 0;
    return { kind: 'value', value: value.value, samples: seen, newestAt };
}
async function instant(api, query, { span, build, signal }) {
    const { clock, fetch, requestTimeoutMs } = api.surroundings;
    const body = new URLSearchParams({ query: fill(query, span, build), time: String(span.to / 1000) });
    const answer = await askJson({ url: api.url, headers: api.headers, body: { kind: 'form', value: body }, timeoutMs: requestTimeoutMs }, { clock, fetch }, signal);
    if (answer.kind === 'none')
        return { kind: 'error', what: `Prometheus: ${answer.what}` };
    const said = isMap(answer.json) ? answer.json : {};
    if (said['status'] === 'error')
        return { kind: 'error', what: `Prometheus: HTTP ${answer.status}, ${(0,lib_fields/* word */.Vm)(said['errorType'])}; check the query` };
    if (answer.status !== 200)
        return refused(answer.status, 'Prometheus', '"url" (that of Grafana Mimir ends in /prometheus)');
    return readAnswer(said);
}
function readAnswer(said) {
    const data = isMap(said['data']) ? said['data'] : undefined;
    const result = data?.['result'];
    if (said['status'] !== 'success' || data === undefined || !Array.isArray(result))
        return { kind: 'error', what: 'Prometheus: the answer is not that of its query API; check "url"' };
    if (said['isPartial'] === true)
        return { kind: 'error', what: 'Prometheus: the answer is partial' };
    if (!isNone(said['warnings']))
        return {
            kind: 'error',
            what: 'Prometheus: the answer has warnings, so it may be partial; run the query there to read them',
        };
    if (data['resultType'] === 'scalar')
        return numberOf(result);
    if (data['resultType'] !== 'vector')
        return {
            kind: 'error',
            what: 'Prometheus: the query gives no single number; it has to be an instant vector or a scalar',
        };
    if (result.length === 0)
        return { kind: 'empty', what: 'the query found no data; check its names and labels' };
    if (result.length > 1)
        return {
            kind: 'error',
            what: `Prometheus: the query gives ${(0,lists/* count */.U9)(result.length, 'series', 'series')}; aggregate them to one`,
        };
    const [series] = result;
    return numberOf(isMap(series) ? series['value'] : undefined);
}
function isNone(list) {
    return list === undefined || list === null || (Array.isArray(list) && list.length === 0);
}
function numberOf(pair) {
    const text = Array.isArray(pair) ? pair[1] : undefined;
    if (text === 'NaN')
        return { kind: 'empty', what: 'the query gives no number (NaN): nothing was divided by nothing' };
    const value = numberIn(text);
    return value === undefined
        ? { kind: 'error', what: 'Prometheus: the answer has no finite number' }
        : { kind: 'value', value };
}

;// CONCATENATED MODULE: ./packages/health/lib/metrics/providers/sentry.js




const sentry_USUAL_DELAY_MS = 60_000;
const PAGE = 100;
const sentry_queries = ['crash-free-sessions', 'crash-free-users', 'new-issues'];
const sentry = {
    type: 'sentry',
    connect(connection, surroundings) {
        const account = connection && accountOf(connection, surroundings);
        return (metric) => {
            const query = metric.needed('query', sentry_queries);
            const release = templateOf(metric, 'release') || '{{commit}}';
            if (/["\n]/.test(release))
                metric.complain('release', 'expected the name of a release, without quotes');
            if (connection === undefined)
                metric.complain('provider', 'needs "organization", "project" and "token" under "providers", "sentry"');
            if (query === undefined)
                return undefined;
            return {
                measure: account === undefined
                    ? unconnected
                    : (span, build, signal) => sentry_measure(account, query, { release, span, build, signal }),
                names: buildNamesIn(release),
                looksBack: true,
                ownBaseline: false,
                counts: false,
                countsSamples: true,
                isShare: query !== 'new-issues',
                asksWindow: true,
                leastMs: 0,
                reachMs: 0,
                usualDelayMs: sentry_USUAL_DELAY_MS,
            };
        };
    },
};
function accountOf(fields, surroundings) {
    const text = fields.text('url') || 'https://sentry.io';
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url === undefined || !/^https?:$/.test(url.protocol))
        fields.complain('url', 'expected a URL that starts with https://');
    const [organization = '', project = ''] = ['organization', 'project'].map((name) => {
        const slug = fields.text(name, { required: true, expected: 'its slug, as in the address of its page' });
        if (slug !== '' && !/^[A-Za-z0-9_-]{1,100}$/.test(slug))
            fields.complain(name, 'expected a slug or an id, and no address');
        return slug;
    });
    const token = referenced(fields, 'token', surroundings.secretOf);
    if (fields.text('token') === '')
        fields.complain('token', 'required, expected the name of a secret, such as $SENTRY_TOKEN');
    const environment = fields.text('environment');
    if (url === undefined || token === undefined)
        return undefined;
    return { url, organization, project, environment, surroundings, headers: bearer(token) };
}
function bearer(token) {
    return { authorization: new secret/* Secret */.z(`Bearer ${token.reveal()}`) };
}
async function sentry_measure(account, query, about) {
    const sessions = await sessionsOf(account, query === 'crash-free-users' ? 'user' : 'session', about);
    if (sessions.kind !== 'value' && !(query === 'new-issues' && sessions.kind === 'empty'))
        return sessions;
    if (query !== 'new-issues')
        return sessions;
    const found = await ask(account, 'issues', { query: `firstRelease:"${releaseOf(about)}" is:unresolved`, limit: String(PAGE) }, about);
    if ('kind' in found)
        return found;
    if (!Array.isArray(found.json))
        return WRONG_FORM;
    const many = found.json.length === PAGE ? `${PAGE} or more new issues` : `${found.json.length} new issues`;
    return {
        kind: 'value',
        value: found.json.length,
        samples: sessions.kind === 'value' ? sessions.samples : 0,
        detail: many,
    };
}
const WRONG_FORM = { kind: 'error', what: 'Sentry: the answer is not that of its API; check "url"' };
async function sessionsOf(account, of, about) {
    const rate = `crash_free_rate(${of})`;
    const asked = {
        field: ['sum(session)', rate],
        interval: '1h',
        includeSeries: '0',
        query: `release:"${releaseOf(about)}"`,
    };
    const found = await ask(account, 'sessions', asked, about);
    if ('kind' in found)
        return found;
    const groups = isMap(found.json) ? found.json['groups'] : undefined;
    if (!Array.isArray(groups))
        return WRONG_FORM;
    const [group] = groups;
    const totals = isMap(group) && isMap(group['totals']) ? group['totals'] : {};
    const value = numberIn(totals[rate]);
    const samples = numberIn(totals['sum(session)']) ?? 0;
    if (value === undefined)
        return { kind: 'empty', what: `Sentry has no session of the release ${releaseOf(about)} yet; check "release"` };
    return { kind: 'value', value, samples };
}
function releaseOf({ build, release, span }) {
    return fill(release, span, build);
}
async function ask(account, what, query, { span, signal }) {
    const { clock, fetch, requestTimeoutMs } = account.surroundings;
    const url = new URL(`${account.url.href.replace(/\/$/, '')}/api/0/organizations/${account.organization}/${what}/`);
    const times = { start: new Date(span.from).toISOString(), end: new Date(span.to).toISOString() };
    const environment = account.environment === '' ? {} : { environment: account.environment };
    for (const [name, value] of Object.entries({ ...query, project: account.project, ...times, ...environment }))
        for (const one of [value].flat())
            url.searchParams.append(name, one);
    const answer = await askJson({ url, headers: account.headers, timeoutMs: requestTimeoutMs }, { clock, fetch }, signal);
    if (answer.kind === 'none')
        return { kind: 'error', what: `Sentry: ${answer.what}` };
    if (answer.status !== 200)
        return refused(answer.status, 'Sentry', '"organization", "project" and "environment"');
    return { json: answer.json };
}

;// CONCATENATED MODULE: ./packages/health/lib/metrics/providers/vercel.js




const vercel_USUAL_DELAY_MS = 60_000;
const MINUTE_MS = 60_000;
const LEAST_TIMEOUT_MS = 60_000;
const vercel = {
    type: 'vercel',
    connect(connection, surroundings) {
        connection?.refuseAll('the project is that of the inputs "vercel-token" and "vercel-project"');
        const access = surroundings.vercel;
        const place = access === undefined ? undefined : new ProjectPlace(access, surroundings);
        return (metric) => {
            const query = metric.text('query', {
                required: true,
                expected: 'the id of a metric, such as vercel.speed_insights.lcp_ms',
            });
            const asked = {
                metric: query,
                aggregation: metric.text('aggregation'),
                filter: templateOf(metric, 'filter'),
                of: metric.text('of'),
                ofFilter: templateOf(metric, 'of-filter'),
                samples: metric.text('samples'),
            };
            for (const field of ['query', 'of', 'samples'])
                if (!/^([a-z0-9_]+(\.[a-z0-9_]+)+)?$/.test(metric.text(field)))
                    metric.complain(field, 'expected the id of a metric, such as vercel.speed_insights.lcp_ms');
            if (asked.of !== '' && asked.samples !== '')
                metric.complain('samples', 'expected either "of" or "samples"');
            if (asked.ofFilter !== '' && asked.of === '')
                metric.complain('of-filter', 'has no effect without "of"');
            if (access === undefined || access.project === '')
                metric.complain('provider', 'needs the inputs "vercel-token" and "vercel-project"');
            if (query === '')
                return undefined;
            return {
                measure: place === undefined ? unconnected : (span, build, signal) => vercel_measure(place, asked, { span, build, signal }),
                names: buildNamesIn(`${asked.filter} ${asked.ofFilter}`),
                looksBack: true,
                ownBaseline: false,
                counts: asked.of !== '',
                countsSamples: asked.of !== '' || asked.samples !== '',
                isShare: asked.of !== '',
                asksWindow: true,
                leastMs: 2 * MINUTE_MS,
                reachMs: 0,
                usualDelayMs: vercel_USUAL_DELAY_MS,
            };
        };
    },
};
async function vercel_measure(place, asked, { span, build, signal }) {
    const whole = { from: Math.ceil(span.from / MINUTE_MS) * MINUTE_MS, to: Math.floor(span.to / MINUTE_MS) * MINUTE_MS };
    if (whole.from >= whole.to)
        return { kind: 'empty', what: 'no whole minute has passed since the swap' };
    const ask = (metric, aggregation, filter) => place.query({ metric, aggregation, filter: fill(filter, span, build), span: whole }, signal);
    const [value, all, samples] = await Promise.all([
        ask(asked.metric, asked.aggregation || (asked.of === '' ? '' : 'sum'), asked.filter),
        asked.of === '' ? undefined : ask(asked.of, 'sum', asked.ofFilter),
        asked.samples === '' ? undefined : ask(asked.samples, 'sum', asked.filter),
    ]);
    if (value.kind !== 'value' && !(value.kind === 'empty' && all !== undefined))
        return value;
    if (all !== undefined) {
        if (all.kind !== 'value')
            return all;
        return { kind: 'counts', bad: value.kind === 'value' ? value.value : 0, all: all.value };
    }
    if (samples === undefined)
        return value;
    if (samples.kind === 'error' || samples.kind === 'not-available')
        return samples;
    return value.kind === 'value' ? { ...value, samples: samples.kind === 'value' ? samples.value : 0 } : value;
}
class ProjectPlace {
    #access;
    #surroundings;
    #schemas = new Map();
    #scope;
    constructor(access, surroundings) {
        this.#access = access;
        this.#surroundings = surroundings;
    }
    async query({ metric, aggregation, filter, span }, signal) {
        const schema = await this.#schemaOf(metric, signal);
        if ('kind' in schema)
            return schema;
        const by = aggregation || schema.usual;
        if (!schema.aggregations.includes(by))
            return {
                kind: 'not-available',
                what: `Vercel: ${metric} cannot be aggregated as it was asked; there are ${schema.aggregations.join(', ')}`,
            };
        const scope = await this.#scopeOf(signal);
        if ('kind' in scope)
            return scope;
        const body = {
            metric,
            scope,
            aggregation: by,
            granularity: { minutes: Math.max(1, (span.to - span.from) / MINUTE_MS) },
            startTime: new Date(span.from).toISOString(),
            endTime: new Date(span.to).toISOString(),
            ...(filter === '' ? {} : { filter }),
        };
        const answer = await this.#ask('/v2/observability/query', signal, body);
        const failed = failureOf(answer, '"filter" and "of-filter"');
        if (failed !== undefined)
            return failed;
        return valueIn(answer, `${metric.replaceAll('.', '_')}_${by}`, span);
    }
    #schemaOf(metric, signal) {
        const known = this.#schemas.get(metric) ?? this.#askSchema(metric, signal);
        this.#schemas.set(metric, known);
        const forget = () => void this.#schemas.delete(metric);
        known.then((schema) => 'kind' in schema && forget(), forget);
        return known;
    }
    async #askSchema(metric, signal) {
        const answer = await this.#ask(`/v2/observability/schema/${encodeURIComponent(metric)}`, signal);
        if (answer.kind === 'answer' && answer.status === 404)
            return { kind: 'not-available', what: `Vercel has no metric ${metric} in this plan; check its name` };
        const failed = failureOf(answer, '"query"');
        if (failed !== undefined)
            return failed;
        const schema = schemaIn(answer, metric);
        return schema ?? { kind: 'error', what: 'Vercel: the schema has another form than is known' };
    }
    #scopeOf(signal) {
        const known = this.#scope ?? this.#askScope(signal);
        this.#scope = known;
        const forget = () => {
            this.#scope = undefined;
        };
        known.then((scope) => 'kind' in scope && forget(), forget);
        return known;
    }
    async #askScope(signal) {
        const answer = await this.#ask(`/v9/projects/${encodeURIComponent(this.#access.project)}`, signal);
        const failed = failureOf(answer, 'the inputs "vercel-project" and "vercel-team"');
        if (failed !== undefined)
            return failed;
        const project = answer.kind === 'answer' && isMap(answer.json) ? answer.json : {};
        const { id, accountId } = project;
        if (typeof id !== 'string' || typeof accountId !== 'string')
            return { kind: 'error', what: 'Vercel: the project has no id; check vercel-project' };
        return { type: 'project', ownerId: accountId, projectIds: [id] };
    }
    #ask(path, signal, body) {
        const { apiUrl, team, token } = this.#access;
        const url = new URL(`${apiUrl.href.replace(/\/$/, '')}${path}`);
        if (team !== '')
            url.searchParams.set(team.startsWith('team_') ? 'teamId' : 'slug', team);
        const { clock, fetch, requestTimeoutMs } = this.#surroundings;
        return askJson({
            url,
            headers: { authorization: new secret/* Secret */.z(`Bearer ${token.reveal()}`) },
            timeoutMs: body === undefined ? requestTimeoutMs : Math.max(LEAST_TIMEOUT_MS, requestTimeoutMs),
            ...(body === undefined ? {} : { body: { kind: 'json', value: body } }),
        }, { clock, fetch }, signal);
    }
}
function failureOf(answer, check) {
    if (answer.kind === 'none')
        return { kind: 'error', what: `Vercel: ${answer.what}` };
    if (answer.status === 200)
        return undefined;
    if (answer.status === 402)
        return {
            kind: 'not-available',
            what: 'Vercel: the plan does not have this metric (HTTP 402); counts of requests need Observability Plus',
        };
    return refused(answer.status, 'Vercel', check);
}
function schemaIn(answer, metric) {
    const said = answer.kind === 'answer' ? [answer.json].flat() : [];
    const found = said.find((one) => isMap(one) && one['id'] === metric);
    if (!isMap(found) || !Array.isArray(found['aggregations']))
        return undefined;
    const aggregations = found['aggregations'].filter((one) => typeof one === 'string' && /^[a-z0-9]{1,20}$/.test(one));
    const usual = found['defaultAggregation'];
    return { aggregations, usual: typeof usual === 'string' ? usual : '' };
}
function valueIn(answer, name, span) {
    const summary = answer.kind === 'answer' && isMap(answer.json) ? answer.json['summary'] : undefined;
    if (!Array.isArray(summary))
        return { kind: 'error', what: 'Vercel: the answer has no summary' };
    const [row] = summary;
    const value = isMap(row) ? numberIn(row[name]) : undefined;
    if (value === undefined)
        return { kind: 'empty', what: 'Vercel has no data for the window' };
    return { kind: 'value', value, from: span.from };
}

;// CONCATENATED MODULE: ./packages/health/lib/metrics/providers.js





const providers = [prometheus, json, postgres, sentry, vercel];

;// CONCATENATED MODULE: ./packages/health/lib/metrics/read-metrics.js







const MOST_METRICS = 20;
const QUOTES = 'put conditions and queries in quotes: "[VALUE] < 0.01"';
function readMetrics({ text, name }, bakeMs, surroundings) {
    const { data, lineOf } = readYaml({ LineCounter: dist/* LineCounter */.HN, parseDocument: dist/* parseDocument */.Tp }, text, name, QUOTES);
    const root = isMap(data) ? new Fields(data, name, (field) => lineOf([field])) : undefined;
    const list = root === undefined ? data : root.any('metrics');
    const connections = root?.map('providers') ?? {};
    root?.refuseOthers();
    const problems = [...(root?.problems ?? [])];
    const at = root === undefined ? [] : ['metrics'];
    if (!Array.isArray(list) || list.length === 0)
        throw new errors/* InputError */.dz([
            ...problems,
            `${name}: expected a list with at least one metric ("- name: errors")${typeof data === 'string' ? '; a text is taken for the path of a file only if it ends in .yml or .yaml' : ''}`,
        ]);
    if (list.length > MOST_METRICS)
        problems.push(`${name}: expected at most ${MOST_METRICS} metrics, got ${list.length}`);
    const readers = new Map(providers.map((provider) => {
        const given = connections[provider.type];
        const place = `${name}, provider ${provider.type}`;
        if (given !== undefined && given !== null && !isMap(given))
            problems.push(`${place} (line ${lineOf(['providers', provider.type])}): expected a map ("url: https://…")`);
        const fields = given === undefined
            ? undefined
            : new Fields(isMap(given) ? given : {}, place, (field) => lineOf(['providers', provider.type, field]));
        const read = provider.connect(fields, surroundings);
        fields?.refuseOthers();
        problems.push(...(fields?.problems ?? []));
        return [provider.type, read];
    }));
    const known = [...readers.keys()];
    for (const type of Object.keys(connections))
        if (!readers.has(type))
            problems.push(`${name} (line ${lineOf(['providers', type])}): no such provider; there are ${known.join(', ')}`);
    const metrics = list.map((entry, index) => {
        const place = `${name}, metric ${index + 1}`;
        if (!isMap(entry)) {
            problems.push(`${place} (line ${lineOf([...at, index])}): expected a map ("name: errors", "provider: …")`);
            return undefined;
        }
        const fields = new Fields(entry, place, (field) => lineOf([...at, index, field]) ?? lineOf([...at, index]), {
            hasSecrets: false,
        });
        const type = fields.needed('provider', known);
        const read = type === undefined ? undefined : readers.get(type);
        const metric = read === undefined ? undefined : readMetric(fields, read, bakeMs);
        if (read !== undefined)
            fields.refuseOthers();
        problems.push(...fields.problems);
        return metric;
    });
    const names = metrics.map((metric) => metric?.name);
    for (const twice of new Set(names.filter((one, index) => one !== undefined && names.indexOf(one) !== index)))
        problems.push(`${name}: two metrics are called "${twice}"; give them different names`);
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    return metrics.filter((metric) => metric !== undefined);
}
function readMetric(fields, read, bakeMs) {
    const name = fields.text('name', { required: true, expected: 'a name such as errors' });
    if (name !== '' && !/^[A-Za-z0-9][A-Za-z0-9 ._-]{0,59}$/.test(name))
        fields.complain('name', 'expected at most 60 letters, digits, spaces, dots, hyphens and underscores');
    const about = fields.oneOf('for', metrics_metric/* subjects */.yo, 'window');
    const source = read(fields);
    const window = fields.text('window') || 'growing';
    const metric = {
        name,
        provider: fields.text('provider'),
        about,
        success: condition(fields, 'success'),
        failure: condition(fields, 'failure'),
        detect: fields.number('detect', { min: 1.1, max: 100 }),
        floor: fields.number('floor', { min: 0.000001, max: 1 }) ?? 0.001,
        historyMs: fields.duration('history', 3_600_000),
        baseline: fields.oneOf('baseline', ['before', 'same-time'], 'before'),
        intervalMs: fields.duration('interval', 15_000),
        delayMs: fields.duration('delay', source?.usualDelayMs ?? 0),
        windowMs: window === 'growing' ? undefined : fields.duration('window', 0),
        minSamples: fields.number('min-samples', { min: 0, max: 1e12, isWhole: true }) ?? 0,
        failureLimit: fields.number('failure-limit', { min: 0, max: 1000, isWhole: true }) ?? 0,
        errorLimit: fields.number('error-limit', { min: 0, max: 1000, isWhole: true }) ?? 4,
        critical: fields.flag('critical', true),
    };
    complainOf(fields, metric, source, bakeMs);
    return source === undefined ? undefined : { ...metric, source };
}
function condition(fields, name) {
    const text = fields.any(name);
    if (text === undefined || text === null)
        return undefined;
    if (typeof text !== 'string') {
        fields.complain(name, 'expected a condition in quotes, such as "[VALUE] < 0.01"');
        return undefined;
    }
    try {
        return (0,conditions_parse/* parseMeasured */.m)(text);
    }
    catch (error) {
        if (!(error instanceof tokens/* ConditionError */.i))
            throw error;
        fields.complain(name, `column ${error.column}: ${error.message}`);
        return undefined;
    }
}

;// CONCATENATED MODULE: ./packages/health/lib/metrics/report-metrics.js
function reportOnMetric({ metric, state, ending }) {
    return {
        name: metric.name,
        provider: metric.provider,
        for: metric.about,
        critical: metric.critical,
        verdict: ending.verdict,
        reason: ending.reason,
        message: ending.message,
        expected: expectedOf(metric),
        readings: state.readings.map(({ at, message, outcome, ratio, reason, samples, span, value }) => ({
            at: iso(at),
            from: iso(span.from),
            to: iso(span.to),
            outcome,
            reason,
            value,
            ratio,
            samples,
            message,
        })),
    };
}
function expectedOf({ success, failure, detect }) {
    const parts = [
        success === undefined ? '' : success.source,
        failure === undefined ? '' : `fails on ${failure.source}`,
        detect === undefined ? '' : `less than ${detect} times the usual rate`,
    ];
    return parts.filter((part) => part !== '').join('; ');
}
function iso(at) {
    return new Date(at).toISOString();
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(691911);
// EXTERNAL MODULE: ./packages/base/lib/verdict.js
var verdict = __webpack_require__(186491);
;// CONCATENATED MODULE: ./packages/health/lib/metrics/settle.js
const unread = {
    readings: [],
    failureRun: 0,
    errorRun: 0,
    decided: undefined,
    ending: undefined,
};
function takeReading(metric, state, reading) {
    if (state.ending !== undefined)
        return state;
    const { outcome } = reading;
    const failureRun = outcome === 'fail' ? state.failureRun + 1 : outcome === 'error' ? state.failureRun : 0;
    const ending = failureRun > metric.failureLimit
        ? {
            verdict: 'fail',
            reason: 'metric-failed',
            message: failureRun === 1 ? reading.message : `${reading.message}, ${failureRun} times in a row`,
        }
        : undefined;
    return {
        readings: [...state.readings, reading],
        failureRun,
        errorRun: outcome === 'error' ? state.errorRun + 1 : 0,
        decided: outcome === 'error' ? state.decided : reading,
        ending,
    };
}
function settle(metric, state, isLast) {
    if (state.ending !== undefined)
        return state.ending;
    const { decided, errorRun, readings } = state;
    const last = readings.at(-1);
    const tooManyErrors = errorRun > metric.errorLimit;
    if (decided?.outcome === 'pass' && !tooManyErrors)
        return { verdict: 'pass', reason: 'metric-met', message: decided.message };
    if (last === undefined)
        return undefined;
    const gaveUp = tooManyErrors || last.lasts || !metric.critical;
    if (!isLast && !gaveUp)
        return undefined;
    const often = last.outcome === 'error' && errorRun > 1 ? `, ${errorRun} times in a row` : '';
    const reason = last.outcome === 'fail' ? 'metric-undecided' : last.reason;
    return { verdict: 'unknown', reason, message: `${last.message}${often}` };
}

;// CONCATENATED MODULE: ./packages/health/lib/metrics/run-metrics.js






const AT_ONCE = 6;
const NOTHING_READ = {
    verdict: 'unknown',
    reason: 'metric-empty',
    message: 'no reading was possible in the time there was',
};
async function runMetrics(plan, world, onFailure) {
    (0,external_node_events_.setMaxListeners)(0, world.signal);
    const runs = await Promise.all(plan.metrics.map(async (metric) => {
        const run = await watch(metric, plan, world);
        if (metric.critical && run.ending.verdict === 'fail')
            onFailure(run);
        return run;
    }));
    const deciding = runs.filter(({ metric }) => metric.critical).map(({ ending }) => ending.verdict);
    return { verdict: deciding.length === 0 ? 'pass' : (0,verdict/* combine */.k)(deciding), runs };
}
async function watch(metric, plan, world) {
    const { clock, log, signal } = world;
    const since = plan.swap.to;
    const overAt = since + plan.bakeMs + metric.delayMs;
    const left = () => settle(metric, state, true) ?? NOTHING_READ;
    let state = unread;
    let dueAt = since + Math.max(metric.intervalMs, metric.windowMs ?? 0, metric.source.reachMs) + metric.delayMs;
    dueAt = Math.min(dueAt, overAt);
    try {
        await metric.source.begin?.(signal);
        let usual;
        while (dueAt <= plan.deadlineAt) {
            await clock.sleep(Math.max(0, dueAt - clock.now()), signal);
            if (metric.detect !== undefined)
                usual ??= await usualBefore(metric, plan, signal);
            const reading = await read(metric, plan, { usual, to: dueAt - metric.delayMs }, world);
            log.info(`metric ${metric.name}: ${reading.outcome}, ${reading.message}`);
            state = takeReading(metric, state, reading);
            const now = Math.max(clock.now(), dueAt);
            const settled = now >= overAt || state.ending !== undefined ? settle(metric, state, false) : undefined;
            if (settled !== undefined)
                return { metric, state, ending: settled };
            const next = dueAt + metric.intervalMs * Math.max(1, Math.ceil((now - dueAt) / metric.intervalMs));
            dueAt = dueAt < overAt ? Math.max(now, Math.min(next, overAt)) : next;
        }
    }
    catch (error) {
        if (!signal.aborted)
            throw error;
    }
    return { metric, state, ending: left() };
}
async function read(metric, plan, { usual, to }, { clock, signal }) {
    const { about, source, windowMs } = metric;
    const since = plan.swap.to;
    const reach = Math.max(windowMs ?? 0, source.reachMs);
    const span = { from: reach > 0 ? to - reach : since, to };
    const names = about === 'baseline' ? plan.baseline : plan.candidate;
    const measured = await source.measure(span, names, signal);
    const baseline = (0,metrics_metric/* usesRatio */.QR)(metric) && !source.ownBaseline ? await askBaseline(metric, plan, span, signal) : undefined;
    return (0,judge_reading/* judgeReading */.gx)(metric, { measured, baseline, usual, bakeMs: plan.bakeMs, span, at: clock.now(), since });
}
function askBaseline(metric, plan, span, signal) {
    return metric.source.measure(baselineSpan(metric, plan, span), plan.baseline, signal);
}
function baselineSpan(metric, plan, span) {
    if (metric.baseline === 'same-time')
        return span;
    return { from: plan.swap.from - (span.to - span.from), to: plan.swap.from };
}
async function usualBefore(metric, plan, signal) {
    const step = metric.historyMs / usual_rate/* SLICES */.qB;
    const before = Array.from({ length: usual_rate/* SLICES */.qB }, (_, index) => plan.swap.from - (usual_rate/* SLICES */.qB - 1 - index) * step);
    const slices = [];
    for (const group of [before.slice(0, 1), ...chunks(before.slice(1), AT_ONCE)]) {
        const answers = await Promise.all(group.map((to) => metric.source.measure({ from: to - step, to }, plan.baseline, signal)));
        if (answers.some(({ kind }) => kind === 'error' || kind === 'not-available'))
            return undefined;
        slices.push(...answers.map((answer) => (answer.kind === 'counts' ? answer : { bad: 0, all: 0 })));
    }
    return (0,usual_rate/* usualOf */.sB)(slices, step, metric.floor);
}
function chunks(items, size) {
    return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
}

;// CONCATENATED MODULE: ./packages/health/lib/metrics/unnamed.js

const NAME = /^[A-Za-z0-9_.-]{1,120}$/;
const INPUTS = {
    candidate: { deployment: 'expect-deployment', commit: 'expect-commit' },
    baseline: { deployment: 'baseline-deployment', commit: 'baseline-commit' },
};
function unnamedBuilds(metrics, builds) {
    const problems = metrics.flatMap(({ name, about, source, detect, ...metric }) => {
        const compares = about === 'candidate' && (detect !== undefined || ((0,metrics_metric/* usesRatio */.QR)(metric) && !source.ownBaseline));
        const asked = [...(about === 'window' ? [] : [about]), ...(compares ? ['baseline'] : [])];
        return asked.flatMap((which) => source.names
            .filter((one) => !NAME.test(builds[which][one] ?? ''))
            .map((one) => `input "${INPUTS[which][one]}": needed by the metric "${name}", whose query has {{${one}}}`));
    });
    return [...new Set(problems)];
}

;// CONCATENATED MODULE: ./packages/health/lib/metrics/index.js












/***/ })

};
