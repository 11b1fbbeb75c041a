import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 2250:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("dns");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 8253:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util/types");

/***/ }),

/***/ 1813:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _lockstep_action_shell__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3142);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7926);


await (0,_lockstep_action_shell__WEBPACK_IMPORTED_MODULE_1__/* .runAction */ .C)(_run_js__WEBPACK_IMPORTED_MODULE_0__/* .action */ .X);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 7926:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  X: () => (/* binding */ action)
});

;// CONCATENATED MODULE: ./packages/action-shell/lib/action.js
function defineAction(action) {
    return action;
}

// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __nccwpck_require__(5917);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __nccwpck_require__(6029);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: external "node:tls"
const external_node_tls_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");
;// CONCATENATED MODULE: external "node:net"
const external_node_net_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");
;// CONCATENATED MODULE: ./packages/migrations/lib/database/database-url.js


const SUPABASE_HOST = /(^|\.)(supabase\.(co|com|red|in))$/i;
const DIRECT_HOST = /^db\.([a-z0-9]{20})\.supabase\.(co|red|in)$/i;
function readDatabaseUrl(text) {
    const url = parse(text);
    const query = url.searchParams;
    const host = decodeURIComponent(query.get('host') ?? url.hostname).replace(/^\[|\]$/g, '');
    const user = decodeURIComponent(url.username) || 'postgres';
    const target = {
        host,
        port: Number(query.get('port') ?? (url.port || '5432')),
        database: decodeURIComponent(url.pathname.slice(1)) || user,
        user,
        password: decodeURIComponent(url.password),
        tls: readTls(host, query),
        options: query.get('options') ?? '',
    };
    const problems = [...poolerProblems(target, query), ...tlsProblems(target, query)];
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
    return url;
}
function isLocal(host) {
    if (host.startsWith('/'))
        return true;
    const family = (0,external_node_net_namespaceObject.isIP)(host);
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
    return (`${host} has only an IPv6 address and this machine has no way there (GitHub's runners have none); use the session ` +
        `pooler: postgresql://postgres.${project}:[YOUR-PASSWORD]@aws-0-[REGION].pooler.supabase.com:5432/postgres ` +
        '(dashboard: Connect, Session pooler), or the IPv4 add-on');
}

;// CONCATENATED MODULE: ./packages/migrations/lib/database/sql-error.js

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
    const text = [detail, server.hint]
        .filter((part) => part !== '')
        .join(' ')
        .replace(/\s*\n\s*/g, '; ');
    return text === '' ? undefined : text;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/database/explain.js



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
        : say('cannot be reached', undefined, true);
}
function reason(error) {
    if (error instanceof AggregateError)
        return reason(error.errors[0]);
    return error.code ?? (/timeout expired/.test((0,errors/* describe */.q0)(error)) ? 'ETIMEDOUT' : '');
}

;// CONCATENATED MODULE: ./packages/migrations/lib/database/statement.js

class Message {
    #text;
    #options;
    #resolve;
    #reject;
    #tags = [];
    #rows = [];
    #over = false;
    #unreadable;
    callback = () => undefined;
    constructor(text, options, resolve, reject) {
        this.#text = text;
        this.#options = options;
        this.#resolve = resolve;
        this.#reject = reject;
    }
    submit(connection) {
        connection.query(this.#text);
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
    handleCopyData() { }
    handleCopyInResponse(connection) {
        const wire = connection;
        if (this.#options.copyData === undefined)
            wire.sendCopyFail('no rows follow this COPY in the file');
        else
            void this.#feed(wire, this.#options.copyData);
    }
    async #feed(wire, data) {
        try {
            for (const chunk of data) {
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
        this.#reject(this.#unreadable ?? (isAnswer ? new SqlError(fields(error)) : error), this.#tags);
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
        stream.once('drain', resolve);
        stream.once('close', resolve);
    });
}

;// CONCATENATED MODULE: ./packages/migrations/lib/database/supabase-ca.js
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

;// CONCATENATED MODULE: ./packages/migrations/lib/database/session.js







const CONNECT_WITHIN_MS = 20_000;
const OLDEST = 130_000;
async function openSession(target, options) {
    if (options.signal?.aborted)
        throw new errors/* CancelledError */.cc('cancelled before connecting to the database');
    const { default: pg } = await __nccwpck_require__.e(/* import() */ 945).then(__nccwpck_require__.bind(__nccwpck_require__, 4945));
    const client = new pg.Client(clientConfig(target, options.applicationName));
    const session = new PgSession(client, options.log);
    try {
        await client.connect();
        await session.greet();
    }
    catch (error) {
        await client.end().catch(() => undefined);
        throw explainFailedLogin(target, error);
    }
    return session;
}
function clientConfig(target, applicationName) {
    return {
        host: target.host,
        port: target.port,
        database: target.database,
        user: target.user,
        password: target.password,
        ...(target.options === '' ? {} : { options: target.options }),
        application_name: applicationName,
        connectionTimeoutMillis: CONNECT_WITHIN_MS,
        keepAlive: true,
        ssl: tlsOptions(target),
    };
}
function tlsOptions({ tls, host }) {
    if (tls.mode === 'off')
        return false;
    if (tls.mode === 'none')
        return { rejectUnauthorized: false };
    const own = tls.roots === undefined ? undefined : readRoots(tls.roots);
    const ca = own ?? (tls.supabase ? [...external_node_tls_namespaceObject.rootCertificates, ...supabaseRoots] : undefined);
    return {
        host,
        rejectUnauthorized: true,
        ...(ca === undefined ? {} : { ca: [...ca] }),
        ...(tls.mode === 'ca' ? { checkServerIdentity: () => undefined } : {}),
    };
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
            const text = /^(WARNING)$/.test(notice.severity ?? '') ? notice.message : undefined;
            if (text !== undefined)
                log.info(`the server warns: ${text}`);
            else
                log.debug(`${notice.severity ?? 'NOTICE'}: ${notice.message ?? ''}`);
        });
    }
    async greet() {
        const [row] = await this.rows("select pg_backend_pid(), current_setting('server_version_num'), pg_is_in_recovery(), current_setting('transaction_read_only')");
        this.pid = Number(row?.[0]);
        this.version = Number(row?.[1]);
        if (row?.[2] === 't')
            throw new errors/* InputError */.dz('database-url: this server is a read replica; name the primary');
        if (row?.[3] === 'on')
            throw readOnly();
        if (this.version < OLDEST) {
            throw new errors/* InputError */.dz(`database-url: PostgreSQL ${Math.floor(this.version / 10_000)} is too old; 13 is the oldest`);
        }
        this.noticesClientLoss = (await this.send("set client_connection_check_interval = '2s'")).ok;
    }
    get announcedPid() {
        return this.#client.processID;
    }
    send(sql, options = {}) {
        return new Promise((resolve, reject) => {
            const fail = (error, tags) => {
                if (error instanceof SqlError && !endsConnection(error.server.code))
                    resolve({ ok: false, error, tags });
                else if (error instanceof SqlError || this.lost || isSocketError(error)) {
                    this.lost = true;
                    resolve({ ok: false, error: new ConnectionLost(error), tags });
                }
                else
                    reject(error);
            };
            this.#client.query(new Message(sql, options, (reply) => resolve({ ok: true, reply }), fail));
        });
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
    async close() {
        await this.#client.end().catch(() => undefined);
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
function isSocketError(error) {
    if (!(error instanceof Error))
        return false;
    const code = error.code ?? '';
    return /^(E[A-Z]+|ERR_)/.test(code) || /connection (terminated|error|closed)|not queryable/i.test(error.message);
}

;// CONCATENATED MODULE: ./packages/migrations/lib/database/cancel.js


const AGAIN_EVERY_MS = 250;
async function withCancellation(engine, session, work) {
    const { signal } = engine;
    if (signal === undefined)
        return work();
    let over = false;
    let cancelling;
    const onAbort = () => {
        cancelling = cancelUntil(engine, session.pid, () => over);
    };
    if (signal.aborted)
        onAbort();
    else
        signal.addEventListener('abort', onAbort, { once: true });
    try {
        return await work();
    }
    finally {
        over = true;
        signal.removeEventListener('abort', onAbort);
        await cancelling;
    }
}
async function cancelUntil(engine, pid, isOver) {
    try {
        const options = { log: engine.log, signal: undefined, applicationName: 'lockstep cancel' };
        const second = await openSession(engine.target, options);
        try {
            while (!isOver()) {
                await second.rows(`select pg_catalog.pg_cancel_backend(${pid})`);
                await engine.clock.sleep(AGAIN_EVERY_MS);
            }
        }
        finally {
            await second.close();
        }
    }
    catch (error) {
        engine.log.warning(`the running statement could not be cancelled on the server: ${(0,errors/* describe */.q0)(error)}`);
    }
}

// EXTERNAL MODULE: ./packages/base/lib/duration.js
var duration = __nccwpck_require__(394);
;// CONCATENATED MODULE: ./packages/migrations/lib/sql/quote.js
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

;// CONCATENATED MODULE: ./packages/migrations/lib/database/runner-lock.js




const RUNNER_LOCK = '4120653457330203772';
const HIGH = BigInt(RUNNER_LOCK) >> 32n;
const LOW = BigInt(RUNNER_LOCK) & 0xffffffffn;
const HELD_BY = `from pg_catalog.pg_locks l where l.locktype = 'advisory' and l.granted and l.objsubid = 1
  and l.classid::bigint = ${HIGH} and l.objid::bigint = ${LOW}
  and l.database = (select oid from pg_catalog.pg_database where datname = pg_catalog.current_database())`;
function holdsLock(session) {
    const taken = `pg_catalog.pg_try_advisory_lock(${RUNNER_LOCK})`;
    return `1/(case when pg_catalog.pg_backend_pid() = ${session.pid} then ${taken} else false end)::int`;
}
async function tryRunnerLock(session) {
    const [taken] = await session.rows(`select pg_catalog.pg_try_advisory_lock(${RUNNER_LOCK})`);
    if (taken?.[0] !== 't')
        return false;
    const [held] = await session.rows(`select count(*) ${HELD_BY} and l.pid = ${session.pid}`);
    if (held?.[0] !== '1')
        throw lostLock();
    return true;
}
async function takeRunnerLock(session, engine) {
    const started = engine.clock.now();
    for (let told = false;;) {
        if (await tryRunnerLock(session))
            return;
        const waited = engine.clock.now() - started;
        if (!told || waited >= engine.limits.runnerLockWaitMs) {
            const holder = await describeHolder(session);
            if (waited >= engine.limits.runnerLockWaitMs)
                throw lockHeld(holder, waited);
            engine.log.info(`waiting for another runner: ${holder}`);
            told = true;
        }
        const left = engine.limits.runnerLockWaitMs - waited;
        await engine.clock.sleep(Math.min(left, 200 + 300 * engine.random()), engine.signal);
    }
}
async function describeHolder(session) {
    const rows = await session.rows(`select a.pid, a.application_name, a.usename, extract(epoch from now() - a.xact_start)::int
       from pg_catalog.pg_stat_activity a where a.pid in (select l.pid ${HELD_BY})`);
    const [pid, name, user, seconds] = rows[0] ?? [];
    if (pid === undefined)
        return 'it has just let go';
    const busy = seconds === null || seconds === undefined ? 'between transactions' : `in a transaction for ${seconds} s`;
    return `backend ${pid} (${name || 'no name'}, user ${user ?? '?'}), ${busy}`;
}
function lockHeld(holder, waited) {
    return new errors/* RemoteError */.Hi(`another runner holds the migration lock after ${(0,duration/* formatDuration */.a)(waited)}: ${holder}`, {
        service: 'PostgreSQL',
        code: 'runner-lock-held',
        retryable: true,
        hint: 'wait for it to end and run again, or raise runner-lock-wait',
    });
}
function lostLock() {
    return new errors/* RemoteError */.Hi('the runner lock is not on this connection any more', {
        service: 'PostgreSQL',
        code: 'runner-lock-lost',
        retryable: false,
        hint: 'a pooler in transaction mode changes the backend between transactions; use the session mode or the server itself',
    });
}
async function endOwnOrphans(session, applicationName) {
    const rows = await session.rows(`select pg_catalog.pg_terminate_backend(a.pid) from pg_catalog.pg_stat_activity a
      where a.pid in (select l.pid ${HELD_BY}) and a.pid <> ${session.pid}
        and a.application_name = ${literal(applicationName)}`);
    return rows.length;
}
async function refuseTransactionPooler(session, announcedPid, engine) {
    if (announcedPid === session.pid)
        return;
    const second = await openSession(engine.target, {
        log: engine.log,
        signal: engine.signal,
        applicationName: 'lockstep probe',
    });
    try {
        let shared = second.pid === session.pid;
        if (!shared) {
            await second.rows('begin');
            const [now] = await session.rows('select pg_catalog.pg_backend_pid()');
            shared = Number(now?.[0]) !== session.pid;
            await second.rows('rollback');
        }
        if (!shared)
            return;
    }
    finally {
        await second.close();
    }
    throw new errors/* InputError */.dz(`database-url: ${engine.target.host}:${engine.target.port} is a pooler in transaction mode, on which locks and ` +
        `settings do not hold; use its session mode, ${sessionUrl(engine.target)}, or the server itself`);
}

;// CONCATENATED MODULE: ./packages/migrations/lib/files/migration.js
function compareVersions(a, b) {
    const left = BigInt(a);
    const right = BigInt(b);
    return left < right ? -1 : left > right ? 1 : 0;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/sql/lines.js
const STEP = 1 << 20;
function countLines(bytes, from = 0, to = bytes.length) {
    let lines = 0;
    for (let at = bytes.indexOf(10, from); at >= 0 && at < to; at = bytes.indexOf(10, at + 1))
        lines++;
    return lines;
}
function lineCounter(source) {
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

;// CONCATENATED MODULE: ./packages/migrations/lib/sql/source.js

function textSource(name, text, firstLine = 1) {
    const bytes = typeof text === 'string' ? Buffer.from(text, 'utf8') : text;
    return { name, firstLine, size: bytes.length, read: (from, to) => bytes.subarray(from, to) };
}
const KEPT_IN_MEMORY = 1 << 20;
function fileSource(name, path, from = 0, to = (0,external_node_fs_.statSync)(path).size, firstLine = 1) {
    if (to - from <= KEPT_IN_MEMORY)
        return textSource(name, readRange(path, from, to), firstLine);
    return {
        name,
        firstLine,
        size: to - from,
        read: (start, end) => readRange(path, from + start, Math.min(to, from + end)),
    };
}
function readRange(path, from, to) {
    const file = (0,external_node_fs_.openSync)(path, 'r');
    try {
        const wanted = Math.max(0, Math.min(to, (0,external_node_fs_.fstatSync)(file).size) - from);
        const bytes = Buffer.allocUnsafe(wanted);
        let filled = 0;
        while (filled < wanted) {
            const got = (0,external_node_fs_.readSync)(file, bytes, filled, wanted - filled, from + filled);
            if (got === 0)
                break;
            filled += got;
        }
        return bytes.subarray(0, filled);
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
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
        if (isSpace(c)) {
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
function isSpace(c) {
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
        else if (!isSpace(c))
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

function tokens(statement, limit = Number.POSITIVE_INFINITY, standardStrings = true) {
    const found = [];
    const text = (from, to) => Buffer.from(statement.buffer, statement.byteOffset + from, to - from).toString('utf8');
    for (let i = 0; i < statement.length && found.length < limit;) {
        const c = statement[i];
        const stop = tokenEnd(statement, i, standardStrings);
        if (isSpace(c) || stop.kind === 'comment') {
            i = stop.end;
            continue;
        }
        const raw = text(i, stop.end);
        const value = stop.kind === 'word' ? raw.toLowerCase() : stop.kind === 'name' ? unquoted(raw) : raw;
        found.push({ kind: stop.kind, value, at: i, end: stop.end });
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
    const c = String.fromCharCode(bytes[i]);
    const orEnd = (end) => (end < 0 ? bytes.length : end);
    if (c === "'")
        return { kind: 'text', end: orEnd(stringEnd(bytes, i, !standardStrings, true)) };
    if (c === '"') {
        let close = bytes.indexOf(34, i + 1);
        while (close >= 0 && bytes[close + 1] === 34)
            close = bytes.indexOf(34, close + 2);
        return { kind: 'name', end: orEnd(close + 1 || -1) };
    }
    if (c === '$') {
        const end = orEnd(dollarEnd(bytes, i, true));
        return { kind: end === i + 1 ? 'mark' : 'text', end };
    }
    if (c === '-' && bytes[i + 1] === 45) {
        let end = i;
        while (end < bytes.length && bytes[end] !== 10 && bytes[end] !== 13)
            end++;
        return { kind: 'comment', end };
    }
    if (c === '/' && bytes[i + 1] === 42)
        return { kind: 'comment', end: orEnd(commentEnd(bytes, i)) };
    if (/[\w\x80-\xff]/.test(c)) {
        const end = wordEnd(bytes, i);
        const isPrefix = end === i + 1 && bytes[end] === 39 && /[ebxn]/i.test(c);
        return isPrefix
            ? { kind: 'text', end: orEnd(stringEnd(bytes, end, !standardStrings || /e/i.test(c), true)) }
            : { kind: 'word', end };
    }
    return { kind: 'mark', end: i + 1 };
}
function unquoted(raw) {
    return raw.slice(1, -1).replaceAll('""', '"');
}

;// CONCATENATED MODULE: ./packages/migrations/lib/sql/classify.js

const plain = { kind: 'plain' };
const alone = (does) => ({ kind: 'alone', what: { does } });
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
    begin: () => ({ kind: 'begin' }),
    start: (list) => (says(list, 1, 'transaction') ? { kind: 'begin' } : plain),
    commit: (list) => (says(list, 1, 'prepared') ? alone('other') : { kind: 'commit', chain: chains(list) }),
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
    vacuum: () => alone('other'),
    cluster: (list) => (clustersEverything(list) ? alone('other') : plain),
    reindex,
    discard: (list) => (says(list, 1, 'all') ? alone('other') : plain),
}));
function says(list, at, ...words) {
    return words.every((word, i) => list[at + i]?.kind === 'word' && list[at + i]?.value === word);
}
function chains(list) {
    const and = list.findIndex((token) => token.kind === 'word' && token.value === 'and');
    return and > 0 && says(list, and + 1, 'chain');
}
function rollback(list) {
    if (says(list, 1, 'prepared'))
        return alone('other');
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
        return alone('other');
    if (says(list, 1, 'type'))
        return alterType(list);
    if (says(list, 1, 'database')) {
        const at = list.findIndex((token, i) => i > 2 && token.value === 'tablespace');
        return at > 0 && says(list, at - 1, 'set') ? alone('other') : plain;
    }
    if (says(list, 1, 'subscription')) {
        const words = list.filter((token) => token.kind === 'word').map((token) => token.value);
        return words.some((word) => ['refresh', 'publication', 'slot_name', 'failover', 'two_phase'].includes(word))
            ? alone('other')
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
    return { kind: 'alone', what: { does: 'detach-partition', table, partition: qualifiedName(list, detach + 2) } };
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
    return runsAlone ? alone('reindex') : plain;
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
function* walk(source, sink = () => undefined, window = WINDOW) {
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

;// CONCATENATED MODULE: ./packages/migrations/lib/sql/lessons.js



const noLessons = { alone: new Set(), commitLabels: false };
function lessonsToText(lessons) {
    if (lessons.alone.size === 0 && !lessons.commitLabels)
        return '';
    return JSON.stringify({ alone: [...lessons.alone], commitLabels: lessons.commitLabels });
}
function lessonsFromText(text) {
    if (text === '')
        return noLessons;
    const { alone, commitLabels } = JSON.parse(text);
    return { alone: new Set(alone), commitLabels };
}
const IN_TRANSACTION = '25001';
const COMMITS = '2D000';
const LABEL_TOO_NEW = '55P04';
function learn(script, known, refusal) {
    const code = refusal.error?.server?.code;
    const at = refusal.at;
    if (at?.in !== 'statement')
        return undefined;
    if (code === LABEL_TOO_NEW && !known.commitLabels) {
        return { lessons: { ...known, commitLabels: true }, because: 'a new enum label is used; committing behind it' };
    }
    if (code !== IN_TRANSACTION && code !== COMMITS)
        return undefined;
    const start = nthStatement(script, at.part, at.nth);
    if (start === undefined || known.alone.has(start))
        return undefined;
    const line = lineCounter(script.source)(start);
    return {
        lessons: { ...known, alone: new Set([...known.alone, start]) },
        because: `line ${line} cannot run in a transaction (${code}); it runs alone, and what is before it is committed first`,
    };
}
function nthStatement(script, part, nth) {
    let n = 0;
    for (const item of walk(textSource('', script.source.read(part.from, part.to)))) {
        if (item.kind === 'statement' && n++ === nth)
            return part.from + item.start;
    }
    return undefined;
}
function withLessons(script, lessons) {
    if (lessons.alone.size === 0 && !lessons.commitLabels)
        return script;
    return { ...script, pieces: script.pieces.flatMap((piece) => cut(script, piece, lessons)) };
}
function cut(script, piece, lessons) {
    if (piece.kind !== 'sql')
        return [piece];
    const result = [];
    const lineOf = lineCounter(script.source);
    for (const item of walk(textSource('', script.source.read(piece.from, piece.to)))) {
        if (item.kind !== 'statement')
            continue;
        const [from, to] = [piece.from + item.from, piece.from + item.to];
        const start = piece.from + item.start;
        const last = result.at(-1);
        if (lessons.alone.has(start))
            result.push({ kind: 'alone', from, to, line: lineOf(start), what: { does: 'other' } });
        else if (last?.kind === 'sql')
            result[result.length - 1] = { ...last, to, statements: last.statements + 1 };
        else
            result.push({ kind: 'sql', from, to, line: lineOf(start), statements: 1 });
        if (lessons.commitLabels && item.class.kind === 'enum-value') {
            result.push({ kind: 'border', from: to, to, line: lineOf(start) });
        }
    }
    return result;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/history/record.js


async function readHistory(session, tables) {
    if (!tables.supabase.exists && !tables.side)
        return [];
    const supabase = tables.supabase.exists
        ? 'select version, name from supabase_migrations.schema_migrations'
        : 'select null::text as version, null::text as name where false';
    const time = (column) => `pg_catalog.to_char(m.${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
    const side = tables.side
        ? 'select * from lockstep.migrations'
        : `select null::text as version, null::text as name, null::text as checksum, null::text as phase, null::text as state,
        null::text as down_sql, null::text as down_digest, null::text as release, null::text as commit_sha, null::text as actor,
        null::text as run, null::text as step, null::text as attempt, null::int as segments, null::text[] as segment_digests,
        null::boolean as segment_begun, null::text as lessons, null::xid8 as xid, null::xid8 as xmin_horizon, null::text as cluster,
        null::timestamptz as started_at, null::timestamptz as finished_at where false`;
    const rows = await session.rows(`
    select coalesce(h.version, m.version), h.version is not null, coalesce(h.name, ''), m.version is not null,
           m.name, m.checksum, m.phase, m.state, m.down_sql, m.down_digest, m.release, m.commit_sha, m.actor, m.run, m.step,
           m.attempt, m.segments, pg_catalog.array_to_string(m.segment_digests, ','), m.segment_begun,
           m.xid::text, m.xmin_horizon::text, m.cluster, ${time('started_at')}, ${time('finished_at')}, m.lessons
      from (${supabase}) h full join (${side}) m on m.version = h.version`);
    return rows
        .map((row) => ({
        version: row[0] ?? '',
        applied: row[1] === 't',
        name: row[2] ?? '',
        side: row[3] === 't' ? sideRecord(row) : undefined,
    }))
        .filter((record) => /^\d+$/.test(record.version))
        .sort((a, b) => compareVersions(a.version, b.version));
}
function sideRecord(row) {
    const text = (at) => row[at] ?? '';
    const maybe = (at) => row[at] ?? undefined;
    return {
        name: text(4),
        checksum: text(5),
        phase: text(6) === 'contract' ? 'contract' : 'expand',
        state: text(7) === 'partial' || text(7) === 'reverting' ? text(7) : 'applied',
        downSql: maybe(8),
        downDigest: maybe(9),
        release: text(10),
        commit: text(11),
        actor: text(12),
        run: text(13),
        step: text(14),
        attempt: text(15),
        segments: Number(text(16)),
        segmentDigests: text(17) === '' ? [] : text(17).split(','),
        segmentBegun: row[18] === 't',
        xid: maybe(19),
        xminHorizon: maybe(20),
        cluster: maybe(21),
        startedAt: text(22),
        finishedAt: maybe(23),
        lessons: lessonsFromText(text(24)),
    };
}

;// CONCATENATED MODULE: ./packages/migrations/lib/history/tables.js


async function findTables(session) {
    const [row] = await session.rows(`select
    (select pg_catalog.array_to_string(pg_catalog.array_agg(attname::text || ' ' || pg_catalog.format_type(atttypid, atttypmod)), ',')
       from pg_catalog.pg_attribute
      where attrelid = pg_catalog.to_regclass('supabase_migrations.schema_migrations') and attnum > 0 and not attisdropped),
    pg_catalog.to_regclass('lockstep.migrations') is not null and pg_catalog.to_regclass('lockstep.events') is not null`);
    const columns = (row?.[0] ?? '').split(',');
    const complete = columns.includes('version text') && columns.includes('statements text[]') && columns.includes('name text');
    return {
        cluster: await findCluster(session),
        supabase: { exists: complete, hasRollback: columns.includes('rollback text[]') },
        side: row?.[1] === 't',
    };
}
async function findCluster(session) {
    const result = await session.send(`select s.system_identifier || '/' || d.oid from pg_catalog.pg_control_system() s, pg_catalog.pg_database d
      where d.datname = pg_catalog.current_database()`, { keepRows: true });
    if (!result.ok && result.error instanceof ConnectionLost)
        throw result.error;
    return result.ok ? (result.reply.rows[0]?.[0] ?? undefined) : undefined;
}
const SUPABASE = `
create schema if not exists supabase_migrations;
create table if not exists supabase_migrations.schema_migrations (version text not null primary key);
alter table supabase_migrations.schema_migrations add column if not exists statements text[];
alter table supabase_migrations.schema_migrations add column if not exists name text;
`;
const SIDE = `
create schema if not exists lockstep;
create table if not exists lockstep.migrations (
  version text not null primary key,
  name text not null,
  checksum text not null,
  phase text not null,
  -- applied: in the history too. partial: not there yet, the segments with digests are done. reverting: still there,
  -- and the segments of its way down with digests are done.
  state text not null,
  down_sql text,
  down_digest text,
  release text,
  commit_sha text,
  actor text,
  run text,
  step text not null,
  attempt text not null,
  segments int not null,
  segment_digests text[] not null default '{}',
  segment_begun boolean not null default false,
  lessons text,
  -- Which rows are the migration's own: those of its transaction, on this very cluster.
  xid xid8,
  xmin_horizon xid8,
  cluster text,
  started_at timestamptz not null,
  finished_at timestamptz
);
create table if not exists lockstep.events (
  id bigint generated always as identity primary key,
  at timestamptz not null default pg_catalog.clock_timestamp(),
  kind text not null,
  version text not null,
  release text,
  commit_sha text,
  actor text,
  run text,
  step text,
  detail jsonb not null default '{}'
);
alter table lockstep.migrations enable row level security;
alter table lockstep.events enable row level security;
comment on schema lockstep is 'Release records of Lockstep: leave it to its owner';
do $do$
declare grantee text;
begin
  for grantee in
    select distinct case when acl.grantee = 0 then 'public' else pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(acl.grantee)) end
      from (select nspacl as list, nspowner as owner from pg_catalog.pg_namespace where nspname = 'lockstep'
            union all
            select relacl, relowner from pg_catalog.pg_class
             where relnamespace = pg_catalog.to_regnamespace('lockstep')) as object,
           pg_catalog.aclexplode(object.list) as acl
     where acl.grantee <> object.owner
  loop
    execute pg_catalog.format('revoke all on schema lockstep from %s', grantee);
    execute pg_catalog.format('revoke all on all tables in schema lockstep from %s', grantee);
    execute pg_catalog.format('revoke all on all sequences in schema lockstep from %s', grantee);
  end loop;
end $do$;
`;
async function ensureTables(session, tables) {
    if (tables.supabase.exists && tables.side)
        return tables;
    try {
        await session.rows(`begin; set local lock_timeout = '4s'; ${tables.supabase.exists ? '' : SUPABASE} ${tables.side ? '' : SIDE} commit;`);
    }
    catch (error) {
        if (error instanceof SqlError && !endsConnection(error.server.code))
            await session.send('rollback');
        if (!(error instanceof SqlError) || error.server.code !== '42501')
            throw error;
        throw new errors/* InputError */.dz('database-url: this role may not create the schemas supabase_migrations and lockstep; use the role that owns the database', { cause: error });
    }
    return findTables(session);
}
async function findIntruders(session) {
    const rows = await session.rows(`
    select object.what || ' belongs to ' || pg_catalog.pg_get_userbyid(object.owner)
      from (select 'schema lockstep' as what, nspowner as owner, nspacl as acl from pg_catalog.pg_namespace where nspname = 'lockstep'
            union all
            select 'table lockstep.' || relname, relowner, relacl from pg_catalog.pg_class
             where relnamespace = pg_catalog.to_regnamespace('lockstep') and relkind = 'r') as object
     where not pg_catalog.pg_has_role(current_user, object.owner, 'usage')
    union all
    select distinct object.what || ' is granted to ' || case when acl.grantee = 0 then 'public' else pg_catalog.pg_get_userbyid(acl.grantee) end
      from (select 'schema lockstep' as what, nspowner as owner, nspacl as acl from pg_catalog.pg_namespace where nspname = 'lockstep'
            union all
            select 'table lockstep.' || relname, relowner, relacl from pg_catalog.pg_class
             where relnamespace = pg_catalog.to_regnamespace('lockstep') and relkind = 'r') as object,
           pg_catalog.aclexplode(object.acl) as acl
     where acl.grantee <> object.owner
    union all
    select 'table lockstep.' || c.relname || ' has the trigger ' || t.tgname
      from pg_catalog.pg_trigger t join pg_catalog.pg_class c on c.oid = t.tgrelid
     where c.relnamespace = pg_catalog.to_regnamespace('lockstep') and not t.tgisinternal`);
    return rows.map((row) => row[0] ?? '');
}

;// CONCATENATED MODULE: ./packages/migrations/lib/run/runner.js







function applicationName(engine) {
    return `lockstep ${engine.provenance.step}`.slice(0, 63);
}
async function runner_withReader(engine, work) {
    const session = await connect(engine);
    try {
        const tables = await findTables(session);
        return await work({ session, tables, history: await readHistory(session, tables) });
    }
    finally {
        await session.close();
    }
}
async function withRunner(engine, options, work) {
    const session = await connect(engine);
    try {
        await refuseTransactionPooler(session, session.announcedPid, engine);
        if (options.endsOrphans === true)
            await endOwnOrphans(session, applicationName(engine));
        await takeRunnerLock(session, engine);
        return await withCancellation(engine, session, async () => {
            const found = await findTables(session);
            const tables = options.creates ? await ensureTables(session, found) : found;
            return work({ session, tables, history: await readHistory(session, tables) });
        });
    }
    finally {
        await session.close();
    }
}
function connect(engine) {
    return openSession(engine.target, {
        log: engine.log,
        signal: engine.signal,
        applicationName: applicationName(engine),
    });
}
const PAUSE_MS = 500;
const LOSSES = 3;
async function acrossConnections(engine, work) {
    let brokenSince;
    for (let losses = 0;;) {
        try {
            return await work();
        }
        catch (error) {
            if (error instanceof errors/* CancelledError */.cc || engine.signal?.aborted)
                throw error;
            const isReconnect = error instanceof ConnectionLost || (brokenSince !== undefined && isUnreachable(error));
            if (!isReconnect)
                throw error;
            const now = engine.clock.now();
            if (error instanceof ConnectionLost)
                losses++;
            brokenSince = error instanceof ConnectionLost ? now : (brokenSince ?? now);
            if (losses > LOSSES || now - brokenSince >= engine.limits.reconnectForMs)
                throw error;
            engine.log.warning(`${(0,errors/* describe */.q0)(error)}; connecting again, the history tells what was done`);
            await engine.clock.sleep(PAUSE_MS * (1 + engine.random()), engine.signal);
        }
    }
}
function isUnreachable(error) {
    return error instanceof errors/* RemoteError */.Hi && error.retryable && error.code !== 'runner-lock-held';
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./packages/migrations/lib/run/segments.js

function cutSegments(pieces) {
    const segments = [];
    let open = [];
    let begin;
    const close = (end) => {
        const line = (begin ?? open[0] ?? end)?.line ?? 1;
        if (open.length > 0 || end !== undefined)
            segments.push({ kind: 'transaction', pieces: open, begin, end, line });
        open = [];
        begin = undefined;
    };
    for (const piece of pieces) {
        switch (piece.kind) {
            case 'sql':
            case 'copy':
                open.push(piece);
                break;
            case 'begin':
                close();
                begin = piece;
                break;
            case 'border':
                close();
                break;
            case 'commit':
            case 'rollback': {
                const opener = begin;
                close(piece.kind === 'rollback' ? piece : undefined);
                if (piece.chain)
                    begin = opener;
                break;
            }
            case 'prepare':
                close(piece);
                break;
            case 'alone':
                close();
                segments.push({ kind: 'alone', piece, what: piece.what, line: piece.line });
                break;
        }
    }
    close();
    return segments.length > 0
        ? segments
        : [{ kind: 'transaction', pieces: [], begin: undefined, end: undefined, line: 1 }];
}
function isAtomic(segments) {
    const [only, ...rest] = segments;
    return rest.length === 0 && only?.kind === 'transaction' && only.end === undefined;
}
function segmentDigest(script, segment) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const pieces = segment.kind === 'alone' ? [segment.piece] : segment.pieces;
    for (const piece of pieces) {
        const ranges = piece.kind === 'copy' ? [piece, piece.data] : [piece];
        for (const { from, to } of ranges) {
            for (let at = from; at < to; at += segments_STEP)
                hash.update(script.source.read(at, Math.min(to, at + segments_STEP)));
        }
    }
    return hash.digest('hex');
}
const segments_STEP = 1 << 20;

;// CONCATENATED MODULE: ./packages/base/lib/canonical.js
function canonicalJson(value) {
    return JSON.stringify(value, (_key, member) => {
        if (typeof member !== 'object' || member === null || Array.isArray(member))
            return member;
        return Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
    });
}

;// CONCATENATED MODULE: ./packages/migrations/lib/history/write.js



function digestOf(text) {
    return (0,external_node_crypto_.createHash)('sha256').update(text, 'utf8').digest('hex');
}
function downText(script) {
    return script?.source.read(0, script.source.size).toString('utf8');
}
function insertHistory(entry, tables) {
    const { migration } = entry;
    const { up } = migration;
    const texts = up.texts ?? [
        `-- ${up.source.size} bytes, SHA-256 ${up.checksum}: too large to be kept here, see ${migration.file}`,
    ];
    const down = downText(migration.down);
    const rollback = tables.supabase.hasRollback && down !== undefined ? [', rollback', `, ${textArray([down])}`] : ['', ''];
    return (`insert into supabase_migrations.schema_migrations (version, name, statements${rollback[0]}) ` +
        `values (${literal(migration.version)}, ${literal(migration.name)}, ${textArray(texts)}${rollback[1]});`);
}
function upsertSide(entry, tables, state) {
    const { migration, provenance } = entry;
    const down = downText(migration.down);
    const ours = state === 'applied' && entry.segments === 1 && tables.cluster !== undefined;
    const values = {
        version: literal(migration.version),
        name: literal(migration.name),
        checksum: literal(migration.up.checksum),
        phase: literal(entry.phase),
        state: literal(state),
        down_sql: down === undefined ? 'null' : literal(down),
        down_digest: down === undefined ? 'null' : literal(digestOf(down)),
        release: optional(provenance.release),
        commit_sha: optional(provenance.commit),
        actor: optional(provenance.actor),
        run: optional(provenance.run),
        step: literal(provenance.step),
        attempt: literal(entry.attempt),
        segments: String(entry.segments),
        segment_digests: "'{}'",
        segment_begun: 'false',
        lessons: optional(lessonsToText(entry.lessons)),
        xid: ours ? 'pg_catalog.pg_current_xact_id()' : 'null',
        xmin_horizon: ours ? 'pg_catalog.pg_snapshot_xmin(pg_catalog.pg_current_snapshot())' : 'null',
        cluster: ours ? optional(tables.cluster) : 'null',
        started_at: 'pg_catalog.transaction_timestamp()',
        finished_at: state === 'applied' ? 'pg_catalog.clock_timestamp()' : 'null',
    };
    const names = Object.keys(values);
    return (`insert into lockstep.migrations (${names.join(', ')}) values (${Object.values(values).join(', ')}) ` +
        `on conflict (version) do update set ${names.map((name) => `${name} = excluded.${name}`).join(', ')};`);
}
function insertEvent(kind, version, by, detail = {}) {
    const values = [
        literal(kind),
        literal(version),
        optional(by.release),
        optional(by.commit),
        optional(by.actor),
        optional(by.run),
        optional(by.step),
        `${literal(JSON.stringify(detail))}::jsonb`,
    ];
    return `insert into lockstep.events (kind, version, release, commit_sha, actor, run, step, detail) values (${values.join(', ')});`;
}
function beginSegment(version) {
    return `update lockstep.migrations set segment_begun = true where version = ${literal(version)};`;
}
function finishSegment(version, digest) {
    return (`update lockstep.migrations set segment_digests = segment_digests || ${literal(digest)}::text, segment_begun = false ` +
        `where version = ${literal(version)};`);
}
function finishSide(version) {
    return ("update lockstep.migrations set state = 'applied', finished_at = pg_catalog.clock_timestamp() " +
        `where version = ${literal(version)};`);
}
function beginDown(version) {
    return ("update lockstep.migrations set state = 'reverting', segment_digests = '{}', segment_begun = false, lessons = null " +
        `where version = ${literal(version)};`);
}
function acceptSide({ down, name, up }, version) {
    const sql = downText(down);
    const set = {
        name: literal(name),
        checksum: literal(up.checksum),
        down_sql: sql === undefined ? 'null' : literal(sql),
        down_digest: sql === undefined ? 'null' : literal(digestOf(sql)),
        xid: 'null',
        xmin_horizon: 'null',
    };
    const list = Object.entries(set).map(([column, value]) => `${column} = ${value}`);
    const texts = up.texts === undefined ? '' : `, statements = ${textArray(up.texts)}`;
    return (`update lockstep.migrations set ${list.join(', ')} where version = ${literal(version)}; ` +
        `update supabase_migrations.schema_migrations set name = ${literal(name)}${texts} where version = ${literal(version)};`);
}
function resumeSide(version, lessons, by) {
    const set = {
        lessons: optional(lessonsToText(lessons)),
        release: optional(by.release),
        commit_sha: optional(by.commit),
        actor: optional(by.actor),
        run: optional(by.run),
        step: literal(by.step),
    };
    const list = Object.entries(set).map(([name, value]) => `${name} = ${value}`);
    return `update lockstep.migrations set ${list.join(', ')} where version = ${literal(version)};`;
}
function removeRecords(version, hasSide = true) {
    const where = `where version = ${literal(version)};`;
    const side = hasSide ? `delete from lockstep.migrations ${where}` : '';
    return `delete from supabase_migrations.schema_migrations ${where} ${side}`;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/up/plan-digest.js




function planDigests(apply, hold, history) {
    const pending = [...apply.map(plan_digest_link('apply')), ...hold.map(plan_digest_link('hold'))];
    const own = pending.reduceRight(chain, chainEnd);
    const first = pending[0]?.version;
    const before = history.filter(({ applied, version }) => applied && (first === undefined || compareVersions(version, first) < 0));
    const digests = [own];
    for (const { version, side } of before.toReversed()) {
        if (side?.state !== 'applied')
            break;
        const done = {
            version,
            up: side.checksum,
            down: side.downDigest ?? null,
            phase: side.phase,
            does: 'apply',
        };
        digests.push(chain(digests.at(-1) ?? own, done));
    }
    return digests;
}
const chainEnd = digestOf('');
function chain(following, migration) {
    return (0,external_node_crypto_.createHash)('sha256')
        .update(canonicalJson({ ...migration, following }))
        .digest('hex');
}
function plan_digest_link(does) {
    return ({ migration, judgement }) => {
        const down = downText(migration.down);
        return {
            version: migration.version,
            up: migration.up.checksum,
            down: down === undefined ? null : digestOf(down),
            phase: judgement.phase,
            does,
        };
    };
}

;// CONCATENATED MODULE: ./packages/migrations/lib/up/plan.js



function planUp(question) {
    const { history, migrations } = question;
    const known = byNumber(history);
    const recordOf = (migration) => known.get(BigInt(migration.version));
    const applied = history.filter((record) => record.applied);
    const newest = applied.at(-1)?.version ?? '';
    const pending = pendingOf(migrations, history).map((migration) => {
        const judgement = question.judgements.get(migration.version);
        if (judgement === undefined)
            throw new Error(`${migration.file} was not judged`);
        const side = recordOf(migration)?.side;
        return { migration, judgement, partial: side?.state === 'partial' ? side : undefined };
    });
    const refusals = [...editedFiles(migrations, known), ...halfDown(history), ...unknownTarget(question)];
    if (!question.allowOutOfOrder)
        refusals.push(...outOfOrder(pending, newest));
    const wanted = pending.filter((each) => question.to === undefined || compareVersions(each.migration.version, question.to) <= 0);
    const chosen = choose(wanted, question.phase);
    refusals.push(...chosen.refusals);
    const limited = chosen.apply.slice(0, question.steps);
    const held = chosen.held;
    const last = limited.at(-1)?.migration.version;
    const [digest = '', ...restOf] = planDigests(limited, held, history);
    return {
        apply: refusals.length > 0 ? [] : limited,
        held,
        pending,
        refusals,
        withoutFile: applied
            .filter((record) => !migrations.some((migration) => BigInt(migration.version) === BigInt(record.version)))
            .map((record) => record.version),
        fromVersion: newest,
        toVersion: refusals.length > 0 || last === undefined || (newest !== '' && compareVersions(last, newest) < 0) ? newest : last,
        digest,
        restOf,
    };
}
function pendingOf(migrations, history) {
    const known = byNumber(history);
    return migrations.filter((migration) => known.get(BigInt(migration.version))?.applied !== true);
}
function byNumber(history) {
    return new Map(history.map((record) => [BigInt(record.version), record]));
}
function choose(pending, phase) {
    if (phase === 'all')
        return { apply: pending, held: [], refusals: [] };
    const first = pending.findIndex((each) => each.judgement.phase !== phase);
    const apply = first < 0 ? pending : pending.slice(0, first);
    const held = first < 0 ? [] : pending.slice(first);
    if (phase === 'contract') {
        const [blocker] = held;
        if (apply.length > 0 || blocker === undefined || !held.some((each) => each.judgement.phase === 'contract')) {
            return { apply, held, refusals: [] };
        }
        const message = `${blocker.migration.file}: an expand file is pending before the contract files; release it first`;
        return { apply: [], held, refusals: [{ reason: 'contract-behind-expand', message, file: blocker.migration.file }] };
    }
    const late = held.filter((each) => each.judgement.phase === 'expand');
    const [contract] = held;
    if (late.length === 0 || contract === undefined)
        return { apply, held, refusals: [] };
    const names = (0,lists/* nameSome */.Kf)(late.map((each) => each.migration.file), 3);
    const message = `${names}: stands behind ${contract.migration.file}, which is contract and waits for the end of the release; ` +
        'give the contract file the later version, or apply it first (phase contract)';
    return { apply: [], held, refusals: [{ reason: 'expand-behind-contract', message, file: contract.migration.file }] };
}
function editedFiles(migrations, known) {
    return migrations.flatMap((migration) => {
        const record = known.get(BigInt(migration.version));
        const { side } = record ?? {};
        if (record?.applied !== true || side === undefined || side.checksum === migration.up.checksum)
            return [];
        const message = `${migration.file}: edited since it was applied; put it back and write a new file, or accept it with "repair"`;
        return [{ reason: 'edited', message, file: migration.file }];
    });
}
function halfDown(history) {
    return history
        .filter((record) => record.side?.state === 'reverting')
        .map((record) => ({
        reason: 'reverting',
        message: `version ${record.version} is half taken down; finish that first with "down"`,
    }));
}
function outOfOrder(pending, newest) {
    if (newest === '')
        return [];
    const late = pending.filter(({ migration, partial }) => partial === undefined && compareVersions(migration.version, newest) < 0);
    const [first] = late;
    if (first === undefined)
        return [];
    const names = (0,lists/* nameSome */.Kf)(late.map((each) => each.migration.file), 3);
    const message = `${names}: ${(0,lists/* count */.U9)(late.length, 'file')} older than ${newest}, which is applied; give it a newer version, ` +
        'or set allow-out-of-order';
    return [{ reason: 'out-of-order', message, file: first.migration.file }];
}
function unknownTarget({ to, migrations }) {
    if (to === undefined || migrations.some((migration) => BigInt(migration.version) === BigInt(to)))
        return [];
    return [{ reason: 'no-such-version', message: `to: there is no migration ${to}` }];
}

;// CONCATENATED MODULE: external "node:module"
const external_node_module_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:module");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: external "node:url"
const external_node_url_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");
;// CONCATENATED MODULE: ./packages/migrations/lib/lint/parser.js




let loading;
function loadParser() {
    loading ??= load();
    return loading;
}
async function load() {
    globalThis.__dirname ??= '';
    const { default: start } = await __nccwpck_require__.e(/* import() */ 392).then(__nccwpck_require__.t.bind(__nccwpck_require__, 392, 19));
    const wasm = (await start({ locateFile: wasmFile }));
    return (sql) => parser_parse(wasm, sql);
}
function wasmFile() {
    const beside = external_node_path_.join(external_node_path_.dirname((0,external_node_url_namespaceObject.fileURLToPath)(import.meta.url)), 'libpg-query.wasm');
    return (0,external_node_fs_.existsSync)(beside) ? beside : (0,external_node_module_namespaceObject.createRequire)(import.meta.url).resolve('libpg-query/wasm/libpg-query.wasm');
}
function parser_parse(wasm, sql) {
    const size = wasm.lengthBytesUTF8(sql) + 1;
    const input = wasm._malloc(size);
    wasm.stringToUTF8(sql, input, size);
    const result = wasm._wasm_parse_query_raw(input);
    try {
        const [tree, error] = [wasm.getValue(result, 'i32'), wasm.getValue(result + 8, 'i32')];
        if (tree === 0 || error !== 0)
            return undefined;
        const { stmts } = JSON.parse(wasm.UTF8ToString(tree));
        const statement = stmts?.[0]?.stmt;
        return statement === undefined ? undefined : opened(statement);
    }
    finally {
        wasm._wasm_free_parse_result(result);
        wasm._free(input);
    }
}
function opened(node) {
    const [type = '', fields = {}] = Object.entries(node)[0] ?? [];
    return { type, fields: fields };
}
function child(node, name) {
    const value = node[name];
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
}
function children(node, name) {
    const value = node[name];
    return Array.isArray(value) ? value : [];
}
function parser_text(node, name) {
    const value = node?.[name];
    return typeof value === 'string' ? value : '';
}
function relationName(relation) {
    if (relation === undefined)
        return '';
    const schema = parser_text(relation, 'schemaname');
    return schema === '' ? parser_text(relation, 'relname') : `${schema}.${parser_text(relation, 'relname')}`;
}
function listName(parts) {
    return parts.map((part) => parser_text(child(part, 'String'), 'sval')).join('.');
}
function canonical(name) {
    return name.includes('.') ? name : `public.${name}`;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/lint/locks.js

function blocks(mode) {
    if (mode === 'access-exclusive')
        return 'reads and writes';
    return mode === 'share' || mode === 'share-row-exclusive' || mode === 'exclusive' ? 'writes' : 'nothing';
}
const NUMBERED = [
    'access-share',
    'access-share',
    'access-share',
    'row-exclusive',
    'share-update-exclusive',
    'share',
    'share-row-exclusive',
    'exclusive',
    'access-exclusive',
];
function locksOf({ fields, type }) {
    const relation = relationName(child(fields, 'relation'));
    const on = (mode, table = relation) => (table === '' ? [] : [{ table, mode }]);
    switch (type) {
        case 'AlterTableStmt':
            return locks_alterTable(fields, relation);
        case 'IndexStmt':
            return on(fields['concurrent'] === true ? 'share-update-exclusive' : 'share');
        case 'CreateStmt':
            return createTable(fields);
        case 'DropStmt':
            return dropped(fields);
        case 'TruncateStmt':
            return relations(fields, 'relations').flatMap((table) => on('access-exclusive', table));
        case 'LockStmt': {
            const mode = NUMBERED[Number(fields['mode'])] ?? 'access-exclusive';
            return relations(fields, 'relations').flatMap((table) => on(mode, table));
        }
        case 'CreateTrigStmt':
            return on('share-row-exclusive');
        case 'CreatePolicyStmt':
        case 'AlterPolicyStmt':
            return on('access-exclusive', relationName(child(fields, 'table')));
        case 'RuleStmt':
        case 'RenameStmt':
        case 'AlterObjectSchemaStmt':
        case 'ClusterStmt':
            return on('access-exclusive');
        case 'ReindexStmt':
            return on(has(fields, 'params', 'concurrently') ? 'share-update-exclusive' : 'share');
        case 'RefreshMatViewStmt':
            return on(fields['concurrent'] === true ? 'exclusive' : 'access-exclusive');
        case 'VacuumStmt': {
            const mode = has(fields, 'options', 'full') ? 'access-exclusive' : 'share-update-exclusive';
            const tables = children(fields, 'rels').map((each) => relationName(child(child(each, 'VacuumRelation') ?? {}, 'relation')));
            return tables.flatMap((table) => on(mode, table));
        }
        case 'CommentStmt':
            return /^OBJECT_(TABLE|COLUMN|VIEW|INDEX)$/.test(parser_text(fields, 'objtype'))
                ? on('share-update-exclusive', commented(fields))
                : [];
        case 'CreateStatsStmt':
            return relations(fields, 'relations').flatMap((table) => on('share-update-exclusive', table));
        case 'UpdateStmt':
        case 'DeleteStmt':
        case 'MergeStmt':
            return on('row-exclusive');
        default:
            return [];
    }
}
function relations(fields, name) {
    return children(fields, name).map((each) => relationName(child(each, 'RangeVar')));
}
function has(fields, list, name) {
    return children(fields, list).some((each) => {
        const element = child(each, 'DefElem') ?? {};
        return (parser_text(element, 'defname') === name &&
            JSON.stringify(element['arg'] ?? '').match(/false|off|"boolval":false/) === null);
    });
}
function commented(fields) {
    const names = children(child(child(fields, 'object') ?? {}, 'List') ?? {}, 'items');
    return listName(parser_text(fields, 'objtype') === 'OBJECT_COLUMN' ? names.slice(0, -1) : names);
}
const LIGHT = new Set([
    'AT_ValidateConstraint',
    'AT_SetStatistics',
    'AT_SetRelOptions',
    'AT_ResetRelOptions',
    'AT_SetOptions',
    'AT_ClusterOn',
    'AT_DropCluster',
    'AT_AttachPartition',
]);
const TRIGGERS = /^AT_(Enable|Disable)(AlwaysTrig|ReplicaTrig|TrigAll|TrigUser|Trig)$/;
function locks_alterTable(fields, table) {
    if (parser_text(fields, 'objtype') === 'OBJECT_INDEX' || table === '')
        return [];
    const locks = children(fields, 'cmds').flatMap((each) => {
        const cmd = opened(each).fields;
        const subtype = parser_text(cmd, 'subtype');
        const constraint = child(child(cmd, 'def') ?? {}, 'Constraint');
        const partition = child(child(cmd, 'def') ?? {}, 'PartitionCmd');
        if (subtype === 'AT_AddConstraint' && parser_text(constraint, 'contype') === 'CONSTR_FOREIGN') {
            const other = relationName(child(constraint ?? {}, 'pktable'));
            return [
                { table, mode: 'share-row-exclusive' },
                { table: other, mode: 'share-row-exclusive' },
            ];
        }
        if (subtype === 'AT_AttachPartition') {
            const part = relationName(child(partition ?? {}, 'name'));
            return [
                { table, mode: 'share-update-exclusive' },
                { table: part, mode: 'access-exclusive' },
            ];
        }
        if (subtype === 'AT_DetachPartition' && partition?.['concurrent'] === true)
            return [{ table, mode: 'share-update-exclusive' }];
        if (LIGHT.has(subtype))
            return [{ table, mode: 'share-update-exclusive' }];
        return [{ table, mode: TRIGGERS.test(subtype) ? 'share-row-exclusive' : 'access-exclusive' }, ...referenced(cmd)];
    });
    return strongest(locks);
}
function referenced(node) {
    const column = child(child(node, 'def') ?? {}, 'ColumnDef') ?? child(node, 'ColumnDef') ?? {};
    return children(column, 'constraints').flatMap((each) => {
        const table = relationName(child(child(each, 'Constraint') ?? {}, 'pktable'));
        return table === '' ? [] : [{ table, mode: 'share-row-exclusive' }];
    });
}
function createTable(fields) {
    const elements = children(fields, 'tableElts');
    const keys = elements.flatMap((each) => {
        const table = relationName(child(child(each, 'Constraint') ?? {}, 'pktable'));
        return table === '' ? referenced(each) : [{ table, mode: 'share-row-exclusive' }];
    });
    const isPartition = fields['partbound'] !== undefined;
    const parents = relations(fields, 'inhRelations').map((table) => ({ table, mode: isPartition ? 'access-exclusive' : 'share-update-exclusive' }));
    return strongest([...keys, ...parents]);
}
function dropped(fields) {
    const kind = parser_text(fields, 'removeType');
    if (fields['concurrent'] === true)
        return [];
    return children(fields, 'objects').flatMap((each) => {
        const items = children(child(each, 'List') ?? {}, 'items');
        if (/^OBJECT_(TABLE|VIEW|MATVIEW|FOREIGN_TABLE)$/.test(kind))
            return [{ table: listName(items), mode: 'access-exclusive' }];
        if (/^OBJECT_(TRIGGER|POLICY|RULE)$/.test(kind))
            return [{ table: listName(items.slice(0, -1)), mode: 'access-exclusive' }];
        return [];
    });
}
function strongest(locks) {
    const found = new Map();
    for (const { mode, table } of locks) {
        const known = found.get(table);
        if (known === undefined || NUMBERED.lastIndexOf(mode) > NUMBERED.lastIndexOf(known))
            found.set(table, mode);
    }
    return [...found].map(([table, mode]) => ({ table, mode }));
}

;// CONCATENATED MODULE: ./packages/migrations/lib/lint/rules-blocking.js


function commands({ parsed }, { made }) {
    if (parsed?.type !== 'AlterTableStmt')
        return [];
    const table = relationName(child(parsed.fields, 'relation'));
    if (table === '' || made.has(canonical(table)) || parser_text(parsed.fields, 'objtype') !== 'OBJECT_TABLE')
        return [];
    return children(parsed.fields, 'cmds').map((each) => {
        const cmd = opened(each).fields;
        return { table, subtype: parser_text(cmd, 'subtype'), cmd };
    });
}
function constraintOf(cmd) {
    return child(child(cmd, 'def') ?? {}, 'Constraint') ?? {};
}
function columnOf(cmd) {
    return child(child(cmd, 'def') ?? {}, 'ColumnDef') ?? {};
}
function constraintsOf(column) {
    return children(column, 'constraints').map((each) => child(each, 'Constraint') ?? {});
}
function onCommand(subtype, judge) {
    return (statement, context) => commands(statement, context).flatMap((each) => {
        if (each.subtype !== subtype)
            return [];
        const objection = judge(each);
        return objection === undefined ? [] : [{ ...objection, table: each.table }];
    });
}
const SAME_FOR_ALL = new Set([
    'now',
    'transaction_timestamp',
    'statement_timestamp',
    'current_database',
    'current_setting',
]);
function calls(node) {
    if (Array.isArray(node))
        return node.flatMap(calls);
    if (typeof node !== 'object' || node === null)
        return [];
    return Object.entries(node).flatMap(([key, value]) => {
        const own = key === 'FuncCall' ? [listName(children(value, 'funcname')).replace(/^pg_catalog\./, '')] : [];
        return [...own, ...calls(value)];
    });
}
const addColumnRewrites = onCommand('AT_AddColumn', ({ cmd, table }) => {
    const column = columnOf(cmd);
    const name = `${table}.${parser_text(column, 'colname')}`;
    const kinds = constraintsOf(column);
    const defaults = kinds.find((each) => parser_text(each, 'contype') === 'CONSTR_DEFAULT');
    const varies = calls(defaults?.['raw_expr']).filter((call) => !SAME_FOR_ALL.has(call));
    const serial = /serial\d*$/.test(listName(children(child(column, 'typeName') ?? {}, 'names')));
    const filled = kinds.some((each) => ['CONSTR_IDENTITY', 'CONSTR_GENERATED'].includes(parser_text(each, 'contype')));
    if (varies.length === 0 && !serial && !filled)
        return undefined;
    const why = varies.length > 0 ? `its default calls ${varies.join(', ')}` : 'each row gets a value of its own';
    return {
        message: `${name}: every row is written anew while nobody can read the table, because ${why}`,
        todo: 'add the column without a default, set the default for new rows, and fill the old ones in batches',
    };
});
const changeTypeRewrites = onCommand('AT_AlterColumnType', ({ cmd, table }) => ({
    message: `${table}.${parser_text(cmd, 'name')}: the table and its indexes may be written anew while nobody can read it`,
    todo: 'add a column of the new type, fill it in batches, and let the code move over; text, and a longer varchar, need no rewrite',
}));
const setNotNullScans = onCommand('AT_SetNotNull', ({ cmd, table }) => ({
    message: `${table}.${parser_text(cmd, 'name')}: the whole table is read while nobody can use it`,
    todo: `add constraint … check (${parser_text(cmd, 'name')} is not null) not valid, validate it in a later transaction, then set not null: it needs no scan`,
}));
const constraintScans = onCommand('AT_AddConstraint', ({ cmd, table }) => {
    const constraint = constraintOf(cmd);
    const kind = { CONSTR_CHECK: 'check', CONSTR_FOREIGN: 'foreign key' }[parser_text(constraint, 'contype')];
    if (kind === undefined || constraint['skip_validation'] === true)
        return undefined;
    return {
        message: `${table}: the ${kind} is checked against every row while ${kind === 'check' ? 'nobody can use the table' : 'nobody can write to either table'}`,
        todo: 'add it NOT VALID, and VALIDATE it in a later transaction',
    };
});
const constraintBuildsIndex = onCommand('AT_AddConstraint', ({ cmd, table }) => {
    const constraint = constraintOf(cmd);
    const kind = { CONSTR_UNIQUE: 'unique', CONSTR_PRIMARY: 'primary key', CONSTR_EXCLUSION: 'exclude' }[parser_text(constraint, 'contype')];
    if (kind === undefined || parser_text(constraint, 'indexname') !== '')
        return undefined;
    return {
        message: `${table}: the index of the ${kind} constraint is built while nobody can use the table`,
        todo: kind === 'exclude'
            ? 'there is no way without the lock; run it when the table is quiet'
            : `create unique index concurrently first, then add the constraint with ${kind} using index`,
    };
});
const columnConstraint = onCommand('AT_AddColumn', ({ cmd, table }) => {
    const column = columnOf(cmd);
    const kinds = constraintsOf(column).map((each) => parser_text(each, 'contype'));
    if (!kinds.includes('CONSTR_UNIQUE') && !kinds.includes('CONSTR_PRIMARY'))
        return undefined;
    return {
        message: `${table}.${parser_text(column, 'colname')}: the index of its constraint is built while nobody can use the table`,
        todo: 'add the column alone, create unique index concurrently, then add the constraint using index',
    };
});
const attachScans = onCommand('AT_AttachPartition', ({ cmd }) => {
    const part = relationName(child(child(child(cmd, 'def') ?? {}, 'PartitionCmd') ?? {}, 'name'));
    return {
        message: `${part}: every row is checked against the bounds while nobody can use the partition`,
        todo: 'add a check constraint that says the same NOT VALID, validate it, then attach: it needs no scan',
    };
});
const indexBlocks = ({ parsed }, { made }) => {
    if (parsed?.type !== 'IndexStmt' || parsed.fields['concurrent'] === true)
        return [];
    const table = relationName(child(parsed.fields, 'relation'));
    if (made.has(canonical(table)))
        return [];
    const message = `${table}: nobody can write to the table while the index is built`;
    return [{ table, message, todo: 'create index concurrently, in a file of its own' }];
};
const reindexBlocks = ({ parsed }) => {
    if (parsed?.type !== 'ReindexStmt' || has(parsed.fields, 'params', 'concurrently'))
        return [];
    const table = relationName(child(parsed.fields, 'relation'));
    return [{ table, message: `${table}: nobody can write, and nobody can use the index`, todo: 'reindex concurrently' }];
};
const refreshBlocks = ({ parsed }, { made }) => {
    if (parsed?.type !== 'RefreshMatViewStmt' || parsed.fields['concurrent'] === true)
        return [];
    const table = relationName(child(parsed.fields, 'relation'));
    if (made.has(canonical(table)))
        return [];
    return [
        {
            table,
            message: `${table}: nobody can read it while it is refreshed`,
            todo: 'refresh … concurrently; it needs a unique index',
        },
    ];
};
const rewrites = ({ parsed }) => {
    const full = parsed?.type === 'VacuumStmt' && has(parsed.fields, 'options', 'full');
    if (parsed === undefined || (!full && parsed.type !== 'ClusterStmt'))
        return [];
    const table = relationName(child(parsed.fields, 'relation')) ||
        relationName(child(child(children(parsed.fields, 'rels')[0] ?? {}, 'VacuumRelation') ?? {}, 'relation'));
    const message = `${table || 'every table'}: written anew while nobody can read it`;
    return [
        {
            ...(table === '' ? {} : { table }),
            message,
            todo: 'leave it to autovacuum, or use pg_repack outside of a release',
        },
    ];
};
const lockTable = ({ parsed }) => {
    if (parsed?.type !== 'LockStmt')
        return [];
    const tables = children(parsed.fields, 'relations').map((each) => relationName(child(each, 'RangeVar')));
    return tables.map((table) => ({
        table,
        message: `${table}: locked until the end of the transaction`,
        todo: 'statements take the locks they need; leave this out',
    }));
};
const everyRow = ({ parsed }, { made }) => {
    const writes = { UpdateStmt: 'updated', DeleteStmt: 'deleted' }[parsed?.type ?? ''];
    if (parsed === undefined || writes === undefined || parsed.fields['whereClause'] !== undefined)
        return [];
    const table = relationName(child(parsed.fields, 'relation'));
    if (made.has(canonical(table)))
        return [];
    return [
        {
            table,
            message: `${table}: every row is ${writes} in one transaction, and stays locked until its end`,
            todo: 'write in batches, outside of the schema change',
        },
    ];
};
const validateAtOnce = (statement, context) => commands(statement, context).flatMap(({ cmd, subtype, table }) => {
    if (subtype !== 'AT_ValidateConstraint')
        return [];
    const name = parser_text(cmd, 'name');
    const before = context.statements.filter((each) => each.at < statement.at);
    const added = before
        .flatMap((each) => commands(each, context))
        .some((each) => parser_text(constraintOf(each.cmd), 'conname') === name);
    if (!added)
        return [];
    const message = `${table}: the lock of adding ${name} is kept while every row is read`;
    return [
        { table, message, todo: 'validate it in a later file: a transaction of its own lets the app work meanwhile' },
    ];
});
const blockingRules = [
    { id: 'add-column-rewrites', weight: 'blocking', check: addColumnRewrites },
    { id: 'change-type-rewrites', weight: 'blocking', check: changeTypeRewrites },
    { id: 'set-not-null-scans', weight: 'blocking', check: setNotNullScans },
    { id: 'constraint-scans', weight: 'blocking', check: constraintScans },
    {
        id: 'constraint-builds-index',
        weight: 'blocking',
        check: (s, c) => [...constraintBuildsIndex(s, c), ...columnConstraint(s, c)],
    },
    { id: 'attach-partition-scans', weight: 'blocking', check: attachScans },
    { id: 'create-index-blocks', weight: 'blocking', check: indexBlocks },
    { id: 'reindex-blocks', weight: 'blocking', check: reindexBlocks },
    { id: 'refresh-blocks', weight: 'blocking', check: refreshBlocks },
    { id: 'rewrites-table', weight: 'blocking', check: rewrites },
    { id: 'lock-table', weight: 'blocking', check: lockTable },
    { id: 'writes-every-row', weight: 'blocking', check: everyRow },
    { id: 'validate-at-once', weight: 'blocking', check: validateAtOnce },
];

;// CONCATENATED MODULE: ./packages/migrations/lib/lint/contract.js

const USED = {
    OBJECT_TABLE: 'table',
    OBJECT_FOREIGN_TABLE: 'foreign table',
    OBJECT_VIEW: 'view',
    OBJECT_MATVIEW: 'materialized view',
    OBJECT_SEQUENCE: 'sequence',
    OBJECT_TYPE: 'type',
    OBJECT_DOMAIN: 'domain',
    OBJECT_FUNCTION: 'function',
    OBJECT_PROCEDURE: 'procedure',
    OBJECT_ROUTINE: 'routine',
    OBJECT_AGGREGATE: 'aggregate',
    OBJECT_SCHEMA: 'schema',
    OBJECT_EXTENSION: 'extension',
    OBJECT_COLUMN: 'column',
    OBJECT_ATTRIBUTE: 'attribute',
};
function contractReasons({ type, fields }, made) {
    switch (type) {
        case 'DropStmt':
            return contract_dropped(fields, made);
        case 'RenameStmt':
            return renamed(fields, made);
        case 'AlterObjectSchemaStmt': {
            const kind = USED[parser_text(fields, 'objectType')];
            return kind === undefined ? [] : [`moves ${kind} ${relationName(child(fields, 'relation'))} to another schema`];
        }
        case 'AlterTableStmt': {
            const table = relationName(child(fields, 'relation'));
            if (made.tables.has(canonical(table)))
                return [];
            return children(fields, 'cmds').flatMap((cmd) => altered(opened(cmd).fields, table));
        }
        case 'AlterEnumStmt':
            return parser_text(fields, 'oldVal') === '' ? [] : [`renames a value of enum ${listName(children(fields, 'typeName'))}`];
        case 'AlterDomainStmt':
            return narrowedDomain(fields);
        case 'TruncateStmt': {
            const tables = children(fields, 'relations').map((relation) => relationName(child(relation, 'RangeVar')));
            return tables.filter((table) => !made.tables.has(canonical(table))).map((table) => `empties table ${table}`);
        }
        case 'DropOwnedStmt':
            return ['drops everything a role owns'];
        case 'DropdbStmt':
            return ['drops a database'];
        default:
            return [];
    }
}
function contract_dropped(fields, made) {
    const kind = USED[parser_text(fields, 'removeType')];
    if (kind === undefined)
        return [];
    return children(fields, 'objects').flatMap((object) => {
        const name = objectName(object);
        return made.tables.has(canonical(name)) || made.replaced.has(canonical(name)) ? [] : [`drops ${kind} ${name}`];
    });
}
function objectName(object) {
    const { type, fields } = opened(object);
    if (type === 'List')
        return listName(children(fields, 'items'));
    if (type === 'String')
        return parser_text(fields, 'sval');
    if (type === 'TypeName')
        return listName(children(fields, 'names'));
    return type === 'ObjectWithArgs' ? listName(children(fields, 'objname')) : '';
}
function renamed(fields, made) {
    const kind = USED[parser_text(fields, 'renameType')];
    const relation = relationName(child(fields, 'relation'));
    if (kind === undefined || made.tables.has(canonical(relation)))
        return [];
    const part = parser_text(fields, 'subname');
    const object = child(fields, 'object');
    const name = [relation === '' && object !== undefined ? objectName(object) : relation, part].filter((each) => each !== '');
    return [`renames ${kind} ${name.join('.')} to ${parser_text(fields, 'newname')}`];
}
function altered(cmd, table) {
    const column = `${table}.${parser_text(cmd, 'name')}`;
    switch (parser_text(cmd, 'subtype')) {
        case 'AT_DropColumn':
            return [`drops column ${column}`];
        case 'AT_AlterColumnType':
            return [`changes the type of column ${column}`];
        case 'AT_SetNotNull':
            return [`forbids NULL in column ${column}`];
        case 'AT_DetachPartition':
            return [`takes a partition out of table ${table}`];
        case 'AT_AddColumn':
            return refusesOldInserts(cmd) ? [`adds column ${table}.${columnName(cmd)} that inserts must fill`] : [];
        default:
            return [];
    }
}
function columnName(cmd) {
    return parser_text(child(child(cmd, 'def') ?? {}, 'ColumnDef'), 'colname');
}
function refusesOldInserts(cmd) {
    const column = child(child(cmd, 'def') ?? {}, 'ColumnDef') ?? {};
    const kinds = children(column, 'constraints').map((each) => parser_text(child(each, 'Constraint'), 'contype'));
    const required = kinds.includes('CONSTR_NOTNULL') || kinds.includes('CONSTR_PRIMARY');
    const type = children(child(column, 'typeName') ?? {}, 'names');
    const fills = ['CONSTR_DEFAULT', 'CONSTR_IDENTITY', 'CONSTR_GENERATED'].some((kind) => kinds.includes(kind));
    return required && !fills && !/serial$/.test(listName(type));
}
function narrowedDomain(fields) {
    const name = listName(children(fields, 'typeName'));
    const subtype = parser_text(fields, 'subtype');
    if (/^(O|AD_SetNotNull)$/.test(subtype))
        return [`forbids NULL in domain ${name}`];
    return /^(C|AD_AddConstraint)$/.test(subtype) ? [`narrows domain ${name}`] : [];
}

;// CONCATENATED MODULE: ./packages/migrations/lib/run/blame.js





function blame(script, { nth, part, position, row }) {
    const bytes = script.source.read(part.from, part.to);
    const pointed = position === undefined ? undefined : byteOf(bytes, position);
    let found = { start: 0, end: bytes.length };
    let n = 0;
    for (const item of walk(textSource('', bytes))) {
        if (item.kind !== 'statement')
            continue;
        found = item;
        if (pointed === undefined ? n++ === nth : pointed <= item.end)
            break;
    }
    const at = pointed ?? found.start;
    const lineOf = lineCounter(script.source);
    return {
        line: row === undefined ? lineOf(part.from + at) : lineOf(row.data) + row.line - 1,
        column: position === undefined ? undefined : blame_columnOf(bytes, at),
        statement: excerpt(bytes.subarray(found.start, found.end)),
        start: part.from + found.start,
        end: part.from + found.end,
    };
}
function byteOf(bytes, position) {
    const before = [...bytes.toString('utf8')].slice(0, position - 1).join('');
    return Math.min(bytes.length, Buffer.byteLength(before));
}
function blame_columnOf(bytes, at) {
    const line = at === 0 ? 0 : bytes.lastIndexOf(10, at - 1) + 1;
    return [...bytes.toString('utf8', line, at)].length + 1;
}
const SHOWN = 160;
const DATA = new Set(['insert', 'update', 'delete', 'merge', 'select', 'with', 'values', 'call', 'do']);
function excerpt(statement) {
    const hidesNumbers = DATA.has(firstWord(statement));
    let text = '';
    let end = 0;
    for (const token of tokens(statement.subarray(0, 2048), 80)) {
        if (text !== '' && token.at > end)
            text += ' ';
        const isNumber = hidesNumbers && token.kind === 'word' && /^\d/.test(token.value);
        text += token.kind === 'text' ? "'…'" : isNumber ? '…' : statement.toString('utf8', token.at, token.end);
        end = token.end;
    }
    return text.length > SHOWN || end < statement.length ? `${text.slice(0, SHOWN)} …` : text;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/lint/statements.js





const ROWS = new Set(['insert', 'select', 'values', 'copy', 'set', 'reset', 'notify', 'listen']);
function readStatements(script, parse) {
    const lineOf = lineCounter(script.source);
    const list = [];
    for (const item of walk(script.source)) {
        if (item.kind !== 'statement')
            continue;
        const word = firstWord(item.bytes);
        const parsed = ROWS.has(word) ? undefined : parse(item.bytes.toString('utf8'));
        const shown = excerpt(item.bytes);
        list.push({
            at: item.start,
            line: lineOf(item.start),
            tag: tagOf(shown),
            shown,
            class: item.class.kind,
            parsed,
        });
    }
    return list;
}
function tagOf(shown) {
    const [first = '', second = '', third = ''] = shown.toUpperCase().split(/\s+/, 3);
    if (!/^(CREATE|ALTER|DROP|COMMENT|REFRESH|REINDEX|TRUNCATE|LOCK)$/.test(first))
        return first.replace(/\W.*$/, '');
    const skip = /^(UNIQUE|OR|TEMP|TEMPORARY|UNLOGGED|MATERIALIZED)$/.test(second);
    return `${first} ${second}${skip ? ` ${third}` : ''}`.replace(/[^A-Z ]/g, '').trim();
}
function madeBy(parsed) {
    if (parsed === undefined)
        return undefined;
    const { fields, type } = parsed;
    const made = (name, kind) => ({ name: canonical(name), kind });
    switch (type) {
        case 'CreateStmt':
        case 'CreateForeignTableStmt':
            return made(relationName(child(child(fields, 'base') ?? fields, 'relation')), 'table');
        case 'CreateTableAsStmt':
            return made(relationName(child(child(fields, 'into') ?? {}, 'rel')), fields['objtype'] === 'OBJECT_TABLE' ? 'table' : 'other');
        case 'ViewStmt':
            return made(relationName(child(fields, 'view')), 'other');
        case 'CreateFunctionStmt':
            return made(listName(children(fields, 'funcname')), 'other');
        case 'DefineStmt':
            return made(listName(children(fields, 'defnames')), 'other');
        case 'CreateEnumStmt':
            return made(listName(children(fields, 'typeName')), 'other');
        default:
            return undefined;
    }
}

;// CONCATENATED MODULE: ./packages/migrations/lib/lint/rules-safety.js



const breaksOldCode = (statement, context) => {
    if (statement.parsed === undefined || context.declaresPhase)
        return [];
    const others = context.statements
        .filter((each) => each.at > statement.at)
        .flatMap((each) => madeBy(each.parsed) ?? []);
    const around = {
        tables: context.made,
        replaced: new Set(others.filter((each) => each.kind === 'other').map((each) => each.name)),
    };
    return contractReasons(statement.parsed, around).map((what) => ({
        message: `${what}: code of the release before does not work any more`,
        todo: 'write "-- lockstep: contract" on the first line, or "-- lockstep: expand because …" if nothing uses it',
    }));
};
const destroysData = ({ parsed }, { made }) => {
    if (parsed === undefined)
        return [];
    const { fields, type } = parsed;
    const todo = 'make sure that nothing needs it, and that a backup has it: no way down brings it back';
    if (type === 'DropStmt' && /^OBJECT_(TABLE|SCHEMA|MATVIEW)$/.test(parser_text(fields, 'removeType'))) {
        const names = children(fields, 'objects').map((each) => children(child(each, 'List') ?? {}, 'items')
            .map((part) => parser_text(child(part, 'String'), 'sval'))
            .join('.') || parser_text(child(each, 'String'), 'sval'));
        return names
            .filter((name) => !made.has(canonical(name)))
            .map((name) => ({ message: `${name}: goes with all its rows`, todo }));
    }
    if (type === 'TruncateStmt') {
        const names = children(fields, 'relations').map((each) => relationName(child(each, 'RangeVar')));
        return names
            .filter((name) => !made.has(canonical(name)))
            .map((name) => ({ message: `${name}: all its rows go`, todo }));
    }
    if (type !== 'AlterTableStmt')
        return [];
    const table = relationName(child(fields, 'relation'));
    if (made.has(canonical(table)) || parser_text(fields, 'objtype') !== 'OBJECT_TABLE')
        return [];
    return children(fields, 'cmds').flatMap((each) => {
        const cmd = opened(each).fields;
        if (parser_text(cmd, 'subtype') !== 'AT_DropColumn')
            return [];
        return [{ message: `${table}.${parser_text(cmd, 'name')}: goes with all its values`, todo }];
    });
};
const failsOnRows = ({ parsed }, { made, sizes }) => {
    if (parsed?.type !== 'AlterTableStmt')
        return [];
    const table = relationName(child(parsed.fields, 'relation'));
    const size = sizes?.get(canonical(table));
    if (made.has(canonical(table)) || (sizes !== undefined && (size?.rows ?? 1) === 0))
        return [];
    return children(parsed.fields, 'cmds').flatMap((each) => {
        const cmd = opened(each).fields;
        const column = child(child(cmd, 'def') ?? {}, 'ColumnDef') ?? {};
        const kinds = children(column, 'constraints').map((one) => parser_text(child(one, 'Constraint'), 'contype'));
        const fills = ['CONSTR_DEFAULT', 'CONSTR_IDENTITY', 'CONSTR_GENERATED'].some((kind) => kinds.includes(kind));
        const serial = JSON.stringify(child(column, 'typeName') ?? {}).includes('serial');
        if (parser_text(cmd, 'subtype') !== 'AT_AddColumn' || !kinds.includes('CONSTR_NOTNULL') || fills || serial)
            return [];
        return [
            {
                message: `${table}.${parser_text(column, 'colname')}: fails where the table has rows (23502)`,
                todo: 'give it a default, or add it nullable, fill it, and set not null in a later file',
            },
        ];
    });
};
const rlsMissing = ({ parsed }, { exposedSchemas, statements }) => {
    if (parsed?.type !== 'CreateStmt' || exposedSchemas.length === 0)
        return [];
    const relation = child(parsed.fields, 'relation') ?? {};
    const name = canonical(relationName(relation));
    if (!exposedSchemas.includes(name.split('.')[0] ?? '') || parser_text(relation, 'relpersistence') === 't')
        return [];
    const enabled = statements.some((each) => {
        if (each.parsed?.type !== 'AlterTableStmt')
            return false;
        if (canonical(relationName(child(each.parsed.fields, 'relation'))) !== name)
            return false;
        return children(each.parsed.fields, 'cmds').some((cmd) => parser_text(opened(cmd).fields, 'subtype') === 'AT_EnableRowSecurity');
    });
    if (enabled)
        return [];
    return [
        {
            message: `${name}: is served over HTTP without row level security: whoever has the public key reads and writes it`,
            todo: `alter table ${name} enable row level security, and write policies, in the same file`,
        },
    ];
};
const rlsOff = ({ parsed }, { exposedSchemas }) => {
    if (parsed?.type !== 'AlterTableStmt')
        return [];
    const name = canonical(relationName(child(parsed.fields, 'relation')));
    if (!exposedSchemas.includes(name.split('.')[0] ?? ''))
        return [];
    const off = children(parsed.fields, 'cmds').some((cmd) => parser_text(opened(cmd).fields, 'subtype') === 'AT_DisableRowSecurity');
    return off
        ? [
            {
                message: `${name}: its policies count no more, and it is served over HTTP`,
                todo: 'change the policies instead',
            },
        ]
        : [];
};
const definerPath = ({ parsed }) => {
    if (parsed?.type !== 'CreateFunctionStmt')
        return [];
    const options = children(parsed.fields, 'options').map((each) => child(each, 'DefElem') ?? {});
    const definer = options.some((option) => parser_text(option, 'defname') === 'security' && JSON.stringify(option['arg'] ?? '').includes('true'));
    const path = options.some((option) => parser_text(option, 'defname') === 'set' && JSON.stringify(option).includes('search_path'));
    if (!definer || path)
        return [];
    const name = children(parsed.fields, 'funcname')
        .map((part) => parser_text(child(part, 'String'), 'sval'))
        .join('.');
    return [
        {
            message: `${name}: security definer without a search_path of its own; its caller decides what its names mean`,
            todo: "add: set search_path = ''",
        },
    ];
};
const safetyRules = [
    { id: 'breaks-old-code', weight: 'warning', check: breaksOldCode },
    { id: 'destroys-data', weight: 'warning', check: destroysData },
    { id: 'fails-on-rows', weight: 'error', check: failsOnRows },
    { id: 'rls-missing', weight: 'error', check: rlsMissing },
    { id: 'rls-disabled', weight: 'error', check: rlsOff },
    { id: 'definer-search-path', weight: 'warning', check: definerPath },
];

;// CONCATENATED MODULE: ./packages/migrations/lib/lint/sizes.js


async function readSizes(session, names) {
    const wanted = [...new Set(names.map(canonical))];
    if (wanted.length === 0)
        return new Map();
    const rows = await session.rows(`select n.name, c.reltuples::bigint, pg_catalog.pg_total_relation_size(c.oid)
       from unnest(${textArray(wanted)}) as n (name)
       join pg_catalog.pg_class c on c.oid = pg_catalog.to_regclass(n.name) and c.relkind in ('r', 'm', 'p')`);
    return new Map(rows.map(([name, tuples, bytes]) => [
        name ?? '',
        { rows: Number(tuples) < 0 ? undefined : Number(tuples), bytes: Number(bytes) },
    ]));
}
const SMALL = { rows: 10_000, bytes: 10 << 20 };
const LARGE = { rows: 1_000_000, bytes: 1 << 30 };
function weigh(size) {
    if (size === undefined)
        return 'unknown';
    if (size.bytes >= LARGE.bytes || (size.rows ?? 0) >= LARGE.rows)
        return 'large';
    return size.bytes <= SMALL.bytes && (size.rows ?? 0) <= SMALL.rows ? 'small' : 'medium';
}
function describeSize(size) {
    if (size === undefined)
        return 'size unknown';
    const rows = size.rows === undefined ? '' : `about ${size.rows.toLocaleString('en')} rows, `;
    return `${rows}${bytes(size.bytes)}`;
}
function bytes(count) {
    const unit = ['B', 'kB', 'MB', 'GB', 'TB'];
    let value = count;
    let step = 0;
    for (; value >= 1_024 && step < unit.length - 1; step++)
        value /= 1_024;
    return `${value >= 10 || step === 0 ? Math.round(value) : value.toFixed(1)} ${unit[step]}`;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/lint/lint.js









const lint_rules = [...blockingRules, ...safetyRules];
async function lintPending(engine, options) {
    const parse = await loadParser();
    return runner_withReader(engine, async ({ history, session }) => {
        const read = pendingOf(options.folder.migrations, history).map((migration) => readFile(migration, parse));
        const sizes = await readSizes(session, read.flatMap(tablesOf));
        return lintFiles(read, await readExposed(session, options.exposedSchemas), sizes);
    });
}
async function lintFolder(options) {
    const parse = await loadParser();
    const { layout, migrations } = options.folder;
    const exposed = options.exposedSchemas === 'auto' ? (layout === 'supabase' ? ['public'] : []) : options.exposedSchemas;
    return lintFiles(migrations.map((migration) => readFile(migration, parse)), exposed, undefined);
}
async function readExposed(session, asked) {
    if (asked !== 'auto')
        return asked;
    const [row] = await session.rows("select exists (select from pg_catalog.pg_roles where rolname = 'anon')");
    return row?.[0] === 't' ? ['public'] : [];
}
function readFile(migration, parse) {
    return { migration, statements: readStatements(migration.up, parse) };
}
function tablesOf({ statements }) {
    return statements.flatMap(({ parsed }) => (parsed === undefined ? [] : locksOf(parsed).map((lock) => lock.table)));
}
function lintFiles(files, exposedSchemas, sizes) {
    const made = new Set();
    return files.flatMap((file) => {
        const findings = lintFile(file, made, { exposedSchemas, sizes });
        for (const { parsed } of file.statements) {
            const object = madeBy(parsed);
            if (object?.kind === 'table')
                made.add(object.name);
        }
        return findings;
    });
}
function lintFile({ migration, statements }, madeBefore, known) {
    const { directives } = migration.up;
    const made = new Set(madeBefore);
    const findings = [];
    for (const statement of statements) {
        const context = {
            ...known,
            statements,
            made,
            declaresPhase: directives.phase !== undefined,
        };
        for (const rule of lint_rules)
            findings.push(...apply(rule, statement, context, migration));
        const object = madeBy(statement.parsed);
        if (object?.kind === 'table')
            made.add(object.name);
    }
    return [...findings, ...wholeFile(migration), ...unusedAllowances(migration, statements, findings)];
}
function apply(rule, statement, context, migration) {
    const allowance = migration.up.allowances.find((each) => each.at === statement.at && each.rule === rule.id);
    return rule.check(statement, context).map(({ message, table, todo }) => {
        const size = table === undefined ? undefined : context.sizes?.get(canonical(table));
        const known = table === undefined || context.sizes === undefined ? '' : ` (${describeSize(size)})`;
        const severity = rule.weight === 'blocking' ? SEVERITY[weigh(size)] : rule.weight;
        return {
            rule: rule.id,
            severity: allowance === undefined ? severity : 'note',
            file: migration.file,
            line: statement.line,
            statement: statement.shown,
            message: `${message}${known}`,
            todo,
            allowed: allowance?.reason,
        };
    });
}
const SEVERITY = { small: 'note', unknown: 'warning', medium: 'warning', large: 'error' };
function wholeFile(migration) {
    const common = { file: migration.file, line: migration.up.source.firstLine, statement: '', allowed: undefined };
    const findings = [];
    if (cutSegments(migration.up.pieces).length > 1) {
        findings.push({
            ...common,
            rule: 'not-atomic',
            severity: 'note',
            message: 'cannot be one transaction: where it fails half-way, its first part stays until the next run goes on',
            todo: 'put what cannot run in a transaction into a file of its own',
        });
    }
    if (migration.down === undefined) {
        findings.push({
            ...common,
            rule: 'no-way-down',
            severity: migration.up.directives.phase === 'contract' ? 'note' : 'warning',
            message: 'has no way down: a release that fails leaves it where it is',
            todo: 'write one, or one that says in a comment why there is nothing to take back',
        });
    }
    return findings;
}
function unusedAllowances(migration, statements, findings) {
    return migration.up.allowances.flatMap(({ at, rule }) => {
        const statement = statements.find((each) => each.at === at);
        const line = statement?.line ?? migration.up.source.firstLine;
        const known = lint_rules.some((each) => each.id === rule);
        if (known && findings.some((each) => each.rule === rule && each.line === line && each.allowed !== undefined))
            return [];
        const message = known ? `allows ${rule}, which finds nothing here` : `allows ${rule}, which is no rule`;
        return [
            {
                rule: 'unused-allowance',
                severity: 'warning',
                file: migration.file,
                line,
                statement: statement?.shown ?? '',
                message,
                todo: known ? 'remove it' : `the rules are ${lint_rules.map((each) => each.id).join(', ')}`,
                allowed: undefined,
            },
        ];
    });
}

;// CONCATENATED MODULE: ./packages/migrations/lib/down/losses.js


const COUNTED = 1_000;
const EPOCH = 2n ** 31n;
function ownRows(side, together, now) {
    const { xminHorizon } = side;
    if (xminHorizon === undefined || side.cluster === undefined || side.cluster !== now.cluster)
        return undefined;
    const age = BigInt(now.currentXid) - BigInt(xminHorizon);
    if (now.contractSince || age < 0n || age >= EPOCH)
        return undefined;
    const low = (id) => Number(BigInt(id) & 0xffffffffn);
    const xids = [side, ...together].flatMap((each) => each.xid === undefined || each.cluster !== now.cluster ? [] : [low(each.xid)]);
    return { xids, horizon: low(xminHorizon) };
}
async function measure(session, threat, own) {
    const { relation } = threat;
    const object = 'column' in threat ? `${relation.name}.${threat.column.name}` : relation.name;
    const rows = await countUpTo(session, relation, conditionOf(threat, own), 'column' in threat ? threat.column : undefined);
    if (rows === 0)
        return undefined;
    return { kind: threat.kind, object, rows: Math.min(rows, COUNTED), more: rows > COUNTED };
}
function conditionOf(threat, own) {
    switch (threat.kind) {
        case 'table':
            return foreignRow(own);
        case 'column':
            return `${ownValue(threat.column)} and ${writtenSince(own)}`;
        case 'type': {
            const column = `t.${identifier(threat.column.name)}`;
            return `${column}::${threat.to}::${threat.column.type}::text is distinct from ${column}::text`;
        }
    }
}
function foreignRow(own) {
    return own === undefined ? 'true' : notBy(own);
}
function writtenSince(own) {
    if (own === undefined)
        return 'true';
    return `${notBy(own)} and pg_catalog.age(t.xmin) <= pg_catalog.age('${own.horizon}'::xid)`;
}
async function countRows(session, relation, own) {
    const [row] = await session.rows(`select count(*) from only ${relation.name} t where ${foreignRow(own)}`);
    return Number(row?.[0]);
}
function notBy({ xids }) {
    return `(${xids.map((xid) => `t.xmin <> '${xid}'::xid`).join(' and ')})`;
}
function ownValue(column) {
    const name = `t.${identifier(column.name)}`;
    if (!isConstant(column.defaultSql))
        return `${name} is not null`;
    return `${name} is not null and ${name}::text is distinct from (${column.defaultSql})::text`;
}
function isConstant(sql) {
    return /^\(?(-?\d+(\.\d+)?|E?'([^']|'')*'|true|false)\)?(::[\w "]+(\(\d+(,\d+)?\))?(\[\])*)*$/i.test(sql);
}
async function countUpTo(session, relation, condition, column) {
    const query = (where) => `select count(*) from (select from only ${relation.name} t where ${where} limit ${COUNTED + 1}) as counted`;
    await session.rows('savepoint lockstep_count');
    try {
        const [row] = await session.rows(query(condition));
        await session.rows('release lockstep_count');
        return Number(row?.[0]);
    }
    catch (error) {
        if (!(error instanceof SqlError) || column === undefined || !/^(22|42)/.test(error.server.code))
            throw error;
        await session.rows('rollback to lockstep_count');
        const [row] = await session.rows(query(`t.${identifier(column.name)} is not null`));
        return Number(row?.[0]);
    }
}
function describeLosses(losses) {
    const words = { table: 'table', column: 'column', type: 'values of column', rows: 'rows of table' };
    return losses
        .map(({ kind, more, object, rows }) => `${words[kind]} ${object} (${more ? 'more than ' : ''}${rows} row${rows === 1 ? '' : 's'})`)
        .join(', ');
}

;// CONCATENATED MODULE: ./packages/migrations/lib/down/plan.js



function planDown(history, range, expected = new Map()) {
    const present = history.filter((record) => record.applied || record.side?.state === 'partial');
    const chosen = plan_choose(present, range);
    const oldest = chosen[0];
    const refusals = [];
    if (oldest === undefined)
        refusals.push(...plan_unknownTarget(present, range));
    else {
        const between = present.filter((record) => compareVersions(record.version, oldest.version) > 0 && !chosen.includes(record));
        if (between.length > 0)
            refusals.push(notNewest(between));
    }
    const revert = chosen.toReversed().flatMap((record) => {
        const refusal = judge(record, expected);
        if (refusal !== undefined)
            refusals.push(refusal);
        const { side, version } = record;
        return side?.downSql === undefined ? [] : [{ version, name: side.name, side, sql: side.downSql }];
    });
    const left = present.filter((record) => !chosen.includes(record));
    return {
        chosen: chosen.toReversed().map(({ version, name, side }) => ({
            version,
            name: side?.name ?? name,
            phase: side?.phase ?? '',
        })),
        revert: refusals.length > 0 ? [] : revert,
        refusals,
        fromVersion: present.at(-1)?.version ?? '',
        toVersion: (refusals.length > 0 ? present : left).at(-1)?.version ?? '',
    };
}
function plan_choose(present, range) {
    switch (range.kind) {
        case 'steps':
            return range.steps === 0 ? [] : present.slice(-range.steps);
        case 'to':
            return present.filter((record) => compareVersions(record.version, range.version) > 0);
        case 'step':
            return present.filter((record) => record.side?.step === range.step);
        case 'release':
            return present.filter((record) => record.side?.release === range.release);
        case 'releases':
            return present.filter((record) => range.releases.includes(record.side?.release ?? ''));
        case 'versions':
            return present.filter((record) => range.versions.includes(record.version));
    }
}
function plan_unknownTarget(present, range) {
    if (range.kind !== 'to' || BigInt(range.version) === 0n)
        return [];
    if (present.some((record) => BigInt(record.version) === BigInt(range.version)))
        return [];
    return [{ reason: 'no-such-version', message: `to: version ${range.version} is not applied` }];
}
function notNewest(between) {
    const names = (0,lists/* nameSome */.Kf)(between.map((record) => `${record.version}${record.side?.release ? ` (release ${record.side.release})` : ''}`), 3);
    return {
        reason: 'not-the-newest',
        message: `${names}: applied since, and not part of this; take the newer ones down first, or leave the schema as it is`,
    };
}
function judge({ version, side }, expected) {
    if (side === undefined) {
        return {
            reason: 'no-way-down',
            message: `version ${version}: somebody else applied it, so its way down is not known; write a new migration that undoes it`,
        };
    }
    if (side.downSql === undefined) {
        return {
            reason: 'no-way-down',
            message: `version ${version} (${side.name}): was applied without a way down; write a new migration that undoes it`,
        };
    }
    const digest = digestOf(side.downSql);
    if (digest !== side.downDigest || (expected.has(version) && expected.get(version) !== digest)) {
        return {
            reason: 'digest-differs',
            message: `version ${version} (${side.name}): the stored way down is not the one that was recorded; find out who changed lockstep.migrations`,
        };
    }
    return undefined;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/down/relations.js
async function readRelations(session) {
    const rows = await session.rows(`
    select c.oid, pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname), n.nspname || '.' || c.relname, c.relfilenode,
           pg_catalog.pg_stat_get_xact_tuples_deleted(c.oid),
           pg_catalog.pg_stat_get_xact_tuples_inserted(c.oid), pg_catalog.pg_stat_get_xact_tuples_updated(c.oid), a.attnum, a.attname,
           pg_catalog.format_type(a.atttypid, a.atttypmod), a.attgenerated <> '', pg_catalog.pg_get_expr(d.adbin, d.adrelid)
      from pg_catalog.pg_class c
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      left join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_catalog.pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
     where c.relkind = 'r' and c.relpersistence <> 't'
       and n.nspname not in ('pg_catalog', 'information_schema', 'supabase_migrations', 'lockstep')`);
    const relations = new Map();
    for (const [oid, name, plainName, filenode, deleted, inserted, updated, attnum, column, type, generated, defaultSql,] of rows) {
        const relation = relations.get(oid ?? '') ?? {
            oid: oid ?? '',
            name: name ?? '',
            plainName: plainName ?? '',
            filenode: filenode ?? '',
            columns: new Map(),
            deleted: Number(deleted),
            inserted: Number(inserted),
            updated: Number(updated),
        };
        relations.set(relation.oid, relation);
        if (attnum === null || attnum === undefined)
            continue;
        relation.columns.set(Number(attnum), {
            name: column ?? '',
            type: type ?? '',
            generated: generated === 't',
            defaultSql: defaultSql ?? '',
        });
    }
    return relations;
}
function findThreats(before, after) {
    return [...before.values()].flatMap((relation) => {
        const now = after.get(relation.oid);
        if (now === undefined)
            return [{ kind: 'table', relation }];
        const threats = [...relation.columns].flatMap(([attnum, column]) => {
            if (column.generated)
                return [];
            const left = now.columns.get(attnum);
            if (left === undefined)
                return [{ kind: 'column', relation, column }];
            return left.type === column.type ? [] : [{ kind: 'type', relation, column, to: left.type }];
        });
        const rewritten = now.filenode !== relation.filenode && !threats.some((threat) => threat.kind === 'type');
        return now.deleted > relation.deleted || rewritten ? [...threats, { kind: 'rows', relation }] : threats;
    });
}
function threatKey(threat) {
    const column = 'column' in threat ? `.${threat.column.name}` : '';
    return `${threat.kind} ${threat.relation.name}${column}`;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/down/predict.js





function predict(script, parse) {
    const statements = readStatements(script, parse);
    return {
        takes: statements.flatMap(({ parsed }) => (parsed === undefined ? [] : takenBy(parsed.type, parsed.fields))),
        opaque: statements.some(({ parsed, tag }) => parsed?.type === 'DoStmt' || tag === 'CALL' || tag === 'SELECT'),
    };
}
function takenBy(type, fields) {
    switch (type) {
        case 'DropStmt':
            return predict_dropped(fields);
        case 'TruncateStmt':
            return children(fields, 'relations').map((each) => ({ kind: 'rows', table: tableName(child(each, 'RangeVar')) }));
        case 'DeleteStmt':
            return fields['whereClause'] === undefined ? [{ kind: 'rows', table: tableName(child(fields, 'relation')) }] : [];
        case 'AlterTableStmt': {
            const table = tableName(child(fields, 'relation'));
            return children(fields, 'cmds').flatMap((each) => predict_altered(table, opened(each).fields));
        }
        default:
            return [];
    }
}
function tableName(relation) {
    return canonical(relationName(relation));
}
function predict_dropped(fields) {
    const kind = parser_text(fields, 'removeType');
    return children(fields, 'objects').flatMap((each) => {
        if (kind === 'OBJECT_SCHEMA')
            return [{ kind: 'schema', schema: parser_text(child(each, 'String'), 'sval') }];
        const name = listName(children(child(each, 'List') ?? {}, 'items'));
        return kind === 'OBJECT_TABLE' ? [{ kind: 'table', table: canonical(name) }] : [];
    });
}
function predict_altered(table, cmd) {
    const column = parser_text(cmd, 'name');
    if (parser_text(cmd, 'subtype') === 'AT_DropColumn')
        return [{ kind: 'column', table, column }];
    if (parser_text(cmd, 'subtype') !== 'AT_AlterColumnType')
        return [];
    const type = child(child(child(cmd, 'def') ?? {}, 'ColumnDef') ?? {}, 'typeName');
    return [{ kind: 'type', table, column, to: typeText(type ?? {}) }];
}
function typeText(type) {
    const names = children(type, 'names').map((part) => identifier(parser_text(child(part, 'String'), 'sval')));
    const numbers = children(type, 'typmods').map((each) => {
        const value = child(child(each, 'A_Const') ?? {}, 'ival');
        return String(value?.['ival'] ?? 0);
    });
    const size = numbers.length === 0 ? '' : `(${numbers.join(', ')})`;
    return `${names.join('.')}${size}${'[]'.repeat(children(type, 'arrayBounds').length)}`;
}
function describePrediction(prediction) {
    switch (prediction.kind) {
        case 'schema':
            return `schema ${prediction.schema}`;
        case 'table':
            return `table ${prediction.table}`;
        case 'rows':
            return `rows of table ${prediction.table}`;
        case 'column':
            return `column ${prediction.table}.${prediction.column}`;
        case 'type':
            return `type of column ${prediction.table}.${prediction.column}`;
    }
}
async function countPredicted(session, takes, own) {
    if (takes.length === 0)
        return [];
    await session.rows('begin read only; set local row_security = off');
    try {
        const threats = takes.flatMap(threatsIn(await readRelations(session)));
        const losses = [];
        for (const threat of threats) {
            const loss = threat.kind === 'rows' ? await countAll(session, threat.relation, own) : await measure(session, threat, own);
            if (loss !== undefined)
                losses.push(loss);
        }
        return losses;
    }
    finally {
        if (!session.lost)
            await session.send('rollback');
    }
}
async function countAll(session, relation, own) {
    const rows = await countRows(session, relation, own);
    if (rows === 0)
        return undefined;
    return { kind: 'rows', object: relation.name, rows: Math.min(rows, COUNTED), more: rows > COUNTED };
}
function threatsIn(relations) {
    const all = [...relations.values()];
    return (prediction) => {
        if (prediction.kind === 'schema') {
            const found = all.filter((relation) => relation.plainName.startsWith(`${prediction.schema}.`));
            return found.map((relation) => ({ kind: 'table', relation }));
        }
        const relation = all.find((each) => each.plainName === prediction.table);
        if (relation === undefined)
            return [];
        if (prediction.kind === 'table' || prediction.kind === 'rows')
            return [{ kind: prediction.kind, relation }];
        const column = [...relation.columns.values()].find((each) => each.name === prediction.column);
        if (column === undefined || column.generated)
            return [];
        return prediction.kind === 'column'
            ? [{ kind: 'column', relation, column }]
            : [{ kind: 'type', relation, column, to: prediction.to }];
    };
}

;// CONCATENATED MODULE: ./packages/migrations/lib/files/problem.js

class FileError extends errors/* InputError */.dz {
    places;
    constructor(places) {
        super(places.map(written));
        this.places = places;
    }
}
function written(problem) {
    const line = problem.line === undefined ? '' : `:${problem.line}`;
    return `${problem.file}${line}: ${problem.message}`;
}

;// CONCATENATED MODULE: external "node:buffer"
const external_node_buffer_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");
;// CONCATENATED MODULE: ./packages/migrations/lib/files/directives.js
const noDirectives = { phase: undefined, phaseReason: '', noTransaction: false };
const LINE = /^[ \t]*--[ \t]*lockstep:[ \t]*(.*?)[ \t\r]*$/;
function findDirectives(text) {
    if (!/lockstep:|pg-delta:|migrate:/.test(text))
        return [];
    return withoutBlocks(text)
        .split('\n')
        .flatMap((line, at) => {
        const directive = directives_parse(line);
        return directive === undefined ? [] : [{ directive, line: at }];
    });
}
function directives_parse(line) {
    if (/^--[ \t]*(pg-delta:[ \t]*transaction=false|migrate:(up|down)[ \t]+transaction:false)[ \t\r]*$/.test(line))
        return { kind: 'no-transaction' };
    const said = LINE.exec(line)?.[1];
    if (said === undefined)
        return undefined;
    if (said === 'contract')
        return { kind: 'phase', phase: 'contract', reason: '' };
    if (said === 'no-transaction')
        return { kind: 'no-transaction' };
    const expand = /^expand\s+because\s+(\S.*)$/.exec(said);
    if (expand?.[1] !== undefined)
        return { kind: 'phase', phase: 'expand', reason: expand[1] };
    const allow = /^allow\s+([a-z][a-z0-9-]*)\s+because\s+(\S.*)$/.exec(said);
    if (allow?.[1] !== undefined && allow[2] !== undefined) {
        return { kind: 'allow', allowance: { rule: allow[1], reason: allow[2] } };
    }
    const hint = /^(expand|allow)\b/.test(said) ? 'a reason is required' : 'no such directive';
    return {
        kind: 'unknown',
        problem: `"lockstep: ${said}": ${hint}; known are "contract", "expand because …", "no-transaction" and "allow RULE because …"`,
    };
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

;// CONCATENATED MODULE: ./packages/migrations/lib/sql/pieces.js
const MESSAGE_BYTES = 1 << 20;

;// CONCATENATED MODULE: ./packages/migrations/lib/sql/script-builder.js


const KEPT_BYTES = 4 << 20;
class ScriptBuilder {
    #source;
    #lineOf;
    #report;
    #pieces = [];
    #texts;
    #allowances = [];
    #labels = [];
    #directives = noDirectives;
    #statements = 0;
    #sealed = false;
    #block;
    constructor(source, lineOf, report) {
        this.#source = source;
        this.#lineOf = lineOf;
        this.#report = report;
        this.#texts = source.size <= KEPT_BYTES ? [] : undefined;
    }
    add(item) {
        switch (item.kind) {
            case 'statement':
                this.#statement(item);
                break;
            case 'copy-data':
                this.#data(item.to, item.last);
                break;
            case 'meta':
                this.#meta(item);
                break;
            case 'end':
                this.#directivesIn(item.head, item.from, item.from + item.head.length);
                if (item.head.toString('utf8').trim() !== '')
                    this.#texts?.push(item.head.toString('utf8').trim());
                break;
            case 'unterminated':
                this.#report(item.from, `a ${item.what} begins here and never ends`);
                break;
            case 'copy-line':
                this.#report(item.from, 'more SQL on the line of a COPY FROM STDIN; begin a new line after its data');
                break;
        }
    }
    finish() {
        if (this.#block !== undefined)
            this.#report(this.#block, 'BEGIN without COMMIT: its changes would be lost');
        return {
            statements: this.#statements,
            pieces: this.#pieces,
            directives: this.#directives,
            allowances: this.#allowances,
            texts: this.#texts,
        };
    }
    #statement(item) {
        this.#directivesIn(item.head, item.from, item.start);
        this.#texts?.push(this.#source.read(item.from, item.end).toString('utf8').trim());
        this.#statements++;
        const { from, to } = item;
        const line = this.#lineOf(item.start);
        const kind = item.class;
        if (this.#usesNewLabel(item.bytes))
            this.#pieces.push({ kind: 'border', from, to: from, line });
        switch (kind.kind) {
            case 'plain':
            case 'enum-value':
            case 'string-syntax':
            case 'client-encoding':
                this.#sql(item, line, kind);
                break;
            case 'copy-from-stdin':
                this.#pieces.push({ kind: 'copy', from, to, line, data: { from: to, to } });
                break;
            case 'alone':
                if (this.#block !== undefined)
                    this.#report(item.start, 'cannot run in a transaction block; move it out of it');
                this.#pieces.push({ kind: 'alone', from, to, line, what: kind.what });
                break;
            case 'begin':
                if (this.#block !== undefined)
                    this.#report(item.start, 'BEGIN inside of BEGIN; commit the first one before');
                this.#block = item.start;
                this.#pieces.push({ kind: 'begin', from, to, line });
                break;
            case 'commit':
            case 'rollback':
            case 'prepare-transaction':
                this.#blockEnds(item, line, kind);
                break;
        }
    }
    #sql(item, line, kind) {
        const { from, to } = item;
        if (kind.kind === 'client-encoding' && !/^(utf-?8|unicode)$/i.test(kind.encoding)) {
            this.#report(item.start, `client_encoding ${kind.encoding}: files are UTF-8; convert the file and remove this`);
        }
        if (this.#directives.noTransaction && this.#block === undefined) {
            this.#pieces.push({ kind: 'alone', from, to, line, what: { does: 'other' } });
        }
        else {
            const last = this.#pieces.at(-1);
            if (last?.kind === 'sql' && last.to === from && !this.#sealed && to - last.from <= MESSAGE_BYTES) {
                this.#pieces[this.#pieces.length - 1] = { ...last, to, statements: last.statements + 1 };
            }
            else
                this.#pieces.push({ kind: 'sql', from, to, line, statements: 1 });
        }
        this.#sealed = kind.kind === 'string-syntax';
        if (kind.kind === 'enum-value')
            this.#labels.push(Buffer.from(kind.label));
    }
    #blockEnds(item, line, kind) {
        if (this.#block === undefined) {
            const what = kind.kind === 'prepare-transaction' ? 'PREPARE TRANSACTION' : kind.kind.toUpperCase();
            this.#report(item.start, `${what} without BEGIN: it would end the transaction of the migration`);
        }
        const range = { from: item.from, to: item.to, line };
        if (kind.kind === 'prepare-transaction')
            this.#pieces.push({ kind: 'prepare', ...range });
        else
            this.#pieces.push({ kind: kind.kind, ...range, chain: kind.chain });
        this.#block = kind.kind !== 'prepare-transaction' && kind.chain ? item.start : undefined;
    }
    #data(to, last) {
        const copy = this.#pieces.at(-1);
        if (copy?.kind !== 'copy')
            return;
        this.#pieces[this.#pieces.length - 1] = { ...copy, data: { from: copy.data.from, to } };
        if (!last || this.#texts === undefined)
            return;
        const rows = this.#source.read(copy.data.from, to).toString('utf8');
        this.#texts.push(`${this.#texts.pop() ?? ''};\n${rows}\\.`);
    }
    #meta(item) {
        const command = /^\\\S*/.exec(item.text)?.[0] ?? '\\';
        if (!item.inStatement && /^\\(un)?restrict$/.test(command))
            return;
        const todo = command === '\\copy' ? 'write COPY … FROM STDIN with the rows below it' : 'write SQL instead';
        this.#report(item.from, `${command} is a command of psql, not SQL; ${todo}`);
    }
    #usesNewLabel(statement) {
        if (this.#block !== undefined || !this.#labels.some((label) => statement.includes(label)))
            return false;
        this.#labels.length = 0;
        return true;
    }
    #directivesIn(head, from, at) {
        if (head.length < 12)
            return;
        for (const { directive, line } of findDirectives(head.toString('utf8'))) {
            const problem = this.#take(directive, at);
            if (problem !== undefined)
                this.#report(nthLine(head, line) + from, problem);
        }
    }
    #take(directive, at) {
        if (directive.kind === 'unknown')
            return directive.problem;
        if (directive.kind === 'allow') {
            this.#allowances.push({ ...directive.allowance, at });
            return undefined;
        }
        if (this.#statements > 0)
            return 'this directive is about the whole file; write it before the first statement';
        if (directive.kind === 'no-transaction')
            this.#directives = { ...this.#directives, noTransaction: true };
        else if (this.#directives.phase !== undefined)
            return 'a second phase; a file has one';
        else
            this.#directives = { ...this.#directives, phase: directive.phase, phaseReason: directive.reason };
        return undefined;
    }
}
function nthLine(bytes, nth) {
    let at = 0;
    for (let i = 0; i < nth; i++)
        at = bytes.indexOf(10, at) + 1;
    return at;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/sql/inspect.js





function inspect(source, problems) {
    const body = withoutMark(source);
    const lineOf = lineCounter(body);
    const report = (at, message) => {
        problems.push({ file: source.name, line: lineOf(at), message });
    };
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const builder = new ScriptBuilder(body, lineOf, report);
    let broken = false;
    for (const item of walk(body, (bytes, from) => {
        broken ||= !checkBytes(bytes, (at, message) => report(from + at, message));
        hash.update(bytes.includes(inspect_RETURN) ? Buffer.from(unixLines(bytes), 'latin1') : bytes);
    })) {
        if (!broken)
            builder.add(item);
    }
    return { source: body, checksum: hash.digest('hex'), ...builder.finish() };
}
const inspect_RETURN = 13;
function unixLines(bytes) {
    return bytes.toString('latin1').replaceAll('\r\n', '\n');
}
function withoutMark(source) {
    if (!source.read(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])))
        return source;
    return { ...source, size: source.size - 3, read: (from, to) => source.read(from + 3, to + 3) };
}
function checkBytes(bytes, report) {
    const nul = bytes.indexOf(0);
    if (nul >= 0) {
        const wide = bytes.subarray(0, 2).equals(Buffer.from([0xff, 0xfe]));
        report(nul, `a NUL byte, which PostgreSQL text cannot hold; ${wide ? 'this is UTF-16: ' : ''}save the file as UTF-8`);
        return false;
    }
    if ((0,external_node_buffer_namespaceObject.isUtf8)(bytes))
        return true;
    let line = 0;
    for (let next = bytes.indexOf(10); next >= 0 && (0,external_node_buffer_namespaceObject.isUtf8)(bytes.subarray(line, next));) {
        line = next + 1;
        next = bytes.indexOf(10, line);
    }
    report(line, 'not valid UTF-8; convert the file (iconv -f LATIN1 -t UTF-8), or write the bytes as an escape');
    return false;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/down/stored.js




function nameOf({ name, version }) {
    return `${version}_${name} (down)`;
}
async function readOwnRows({ session, tables }, { side, version }, newer) {
    const [row] = await session.rows(`select pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot()), exists (select from lockstep.events
       where kind = 'up' and detail->>'phase' = 'contract' and version::numeric > ${version})`);
    const now = { cluster: tables.cluster, currentXid: row?.[0] ?? '0', contractSince: row?.[1] === 't' };
    return ownRows(side, newer.map((each) => each.side), now);
}
function readStored(file, sql) {
    const problems = [];
    const script = inspect(textSource(file, sql), problems);
    if (problems.length > 0)
        throw new FileError(problems);
    return script;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/down/preview.js





async function readDownPlan(engine, options) {
    return runner_withReader(engine, async (runner) => {
        const plan = planDown(runner.history, options.range, options.expectDigests);
        return { ...plan, revert: await previewDown(runner, plan.revert) };
    });
}
async function previewDown(runner, revert) {
    const parse = revert.length === 0 ? undefined : await loadParser();
    const list = [];
    for (const [nth, planned] of revert.entries()) {
        const script = readStored(nameOf(planned), planned.sql);
        const { opaque, takes } = parse === undefined ? { opaque: true, takes: [] } : predict(script, parse);
        const own = takes.length === 0 ? undefined : await readOwnRows(runner, planned, revert.slice(0, nth));
        list.push({ ...planned, takes, opaque, losses: await countPredicted(runner.session, takes, own) });
    }
    return list;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/run/messages.js

const RESET = [
    'reset session authorization',
    'reset role',
    'reset all',
    'discard temp',
    'discard sequences',
    'deallocate all',
    'close all',
    'unlisten *',
];
function fresh(session, engine) {
    const values = {
        lock_timeout: `${engine.limits.lockTimeoutMs}ms`,
        statement_timeout: `${engine.limits.statementTimeoutMs}ms`,
        idle_in_transaction_session_timeout: '60s',
    };
    if (session.noticesClientLoss)
        values['client_connection_check_interval'] = '2s';
    const settings = Object.entries(values).map(([name, value]) => `pg_catalog.set_config('${name}', '${value}', false)`);
    return { sql: `begin; ${RESET.join('; ')}; select ${settings.join(', ')}; commit;`, tags: RESET.length + 3 };
}
function proof(session) {
    return { sql: `select ${holdsLock(session)};`, tags: 1 };
}
const asOurselves = {
    sql: "set local session authorization default; set local role none; set local statement_timeout = '60s';",
    tags: 3,
};
function patience(engine, patient) {
    const [from, to] = [`${engine.limits.lockTimeoutMs}ms`, '0'];
    const [now, then] = patient ? [from, to] : [to, from];
    const sql = `select pg_catalog.set_config('lock_timeout', '${then}', false) ` +
        `where pg_catalog.current_setting('lock_timeout')::interval = '${now}'::interval;`;
    return { sql, tags: 1 };
}
const none = { sql: '', tags: 0 };
function join(...parts) {
    return { sql: parts.map((part) => part.sql).join(' '), tags: parts.reduce((sum, part) => sum + part.tags, 0) };
}

;// CONCATENATED MODULE: ./packages/migrations/lib/run/execute.js



const noRecords = { sql: '', statements: 0 };
async function runTransaction(session, engine, script, segment, records, isFirst) {
    const { head, end } = execute_frame(session, engine, script, segment, records, isFirst);
    for (const part of parts(segment.pieces, head, end)) {
        const done = await runPart(session, engine, script, part);
        if (!done.ok)
            return rolledBack(session, done);
    }
    if (session.status() !== 'I')
        throw new Error(`the session is in state ${session.status()} after a transaction`);
    return { ok: true };
}
function execute_frame(session, engine, script, segment, records, isFirst) {
    const begin = segment.begin === undefined ? 'begin' : execute_text(script, segment.begin).replace(/;\s*$/, '');
    const start = join({ sql: `${begin};`, tags: 1 }, proof(session));
    const written = join(asOurselves, { sql: `${records.sql} commit;`, tags: records.statements + 1 });
    return {
        head: isFirst ? join(fresh(session, engine), start) : start,
        end: segment.end === undefined ? written : join({ sql: `${execute_text(script, segment.end)}\n; begin;`, tags: 2 }, written),
    };
}
const OTHERS_FAULT = /^(55P03|57|40|42501|53)/;
async function runInTransaction(session, engine, script, segment, records, isFirst, body) {
    const { head, end } = execute_frame(session, engine, script, segment, records, isFirst);
    const own = (sql) => runPart(session, engine, script, { before: sql, piece: undefined, after: none });
    const run = async () => {
        for (const piece of segment.pieces) {
            const done = await runPart(session, engine, script, { before: none, piece, after: none });
            if (!done.ok)
                return done;
        }
        return { ok: true };
    };
    try {
        const begun = await own(head);
        const done = begun.ok ? await body(run) : begun;
        if (!done.ok)
            return await rolledBack(session, done);
        const ended = await runPart(session, engine, script, { before: none, piece: undefined, after: end });
        return ended.ok ? ended : await rolledBack(session, ended);
    }
    catch (error) {
        const isTheirs = error instanceof ConnectionLost || (error instanceof SqlError && OTHERS_FAULT.test(error.server.code));
        const failed = { ok: false, error: error, at: { in: 'preamble' } };
        await rolledBack(session, failed);
        if (!isTheirs)
            throw error;
        return failed;
    }
}
function parts(pieces, head, end) {
    const list = pieces.map((piece) => ({ before: none, piece, after: none }));
    const isSmall = (part) => part?.piece?.kind === 'sql' && part.piece.to - part.piece.from <= MESSAGE_BYTES;
    const [first] = list;
    if (first !== undefined && isSmall(first))
        list[0] = { ...first, before: head };
    else
        list.unshift({ before: head, piece: undefined, after: none });
    const last = list.at(-1);
    if (last !== undefined && isSmall(last))
        list[list.length - 1] = { ...last, after: end };
    else
        list.push({ before: none, piece: undefined, after: end });
    return list;
}
async function runAlone(session, engine, script, { piece }, patient) {
    const before = patient ? join(proof(session), patience(engine, true)) : proof(session);
    const prepared = await runPart(session, engine, script, { before, piece: undefined, after: none });
    if (!prepared.ok)
        return prepared;
    const statement = { ...piece, kind: 'sql', statements: 1 };
    const done = await runPart(session, engine, script, { before: none, piece: statement, after: none });
    if (!done.ok || session.status() !== 'I')
        await rolledBack(session, done);
    if (patient && !session.lost)
        await session.send(patience(engine, false).sql);
    return done;
}
async function startFile(session, engine, script) {
    return runPart(session, engine, script, { before: fresh(session, engine), piece: undefined, after: none });
}
async function runPart(session, engine, script, part) {
    if (engine.signal?.aborted)
        return { ok: false, error: undefined, at: 'cancelled' };
    const { before, piece, after } = part;
    const head = before.sql === '' ? '' : `${before.sql}\n`;
    const tail = after.sql === '' ? '' : `\n; ${after.sql}`;
    const message = `${head}${piece === undefined ? '' : execute_text(script, piece)}${tail}`;
    const result = await session.send(message, piece?.kind === 'copy' ? { copyData: rows(script, piece) } : {});
    if (result.ok)
        return { ok: true };
    return { ok: false, error: result.error, at: placeOf(part, head, result) };
}
function placeOf({ after, before, piece }, head, { error, tags }) {
    const own = piece === undefined ? 0 : piece.kind === 'sql' ? piece.statements : 1;
    const nth = tags.length - before.tags;
    const server = 'server' in error ? error.server : undefined;
    const position = server?.position === undefined ? undefined : positionIn(head, server.position);
    const isOurs = nth < 0 && (position === undefined || server?.code !== '42601');
    if (isOurs)
        return { in: 'preamble' };
    if (piece === undefined || nth >= own)
        return { in: nth - own === after.tags - 1 ? 'commit' : 'records' };
    const line = /^COPY [^\n]*?, line (\d+)/m.exec(server?.where ?? '')?.[1];
    return {
        in: 'statement',
        part: piece,
        nth: Math.max(0, nth),
        position,
        row: line === undefined || piece.kind !== 'copy' ? undefined : { data: piece.data.from, line: Number(line) },
    };
}
function positionIn(head, position) {
    const within = position - [...head].length;
    return within > 0 ? within : undefined;
}
async function rolledBack(session, failed) {
    if (!session.lost)
        await session.send('rollback');
    return failed;
}
function execute_text(script, range) {
    return script.source.read(range.from, range.to).toString('utf8');
}
const COPY_STEP = 1 << 18;
function* rows(script, piece) {
    for (let at = piece.data.from; at < piece.data.to; at += COPY_STEP) {
        yield script.source.read(at, Math.min(piece.data.to, at + COPY_STEP));
    }
}

;// CONCATENATED MODULE: ./packages/migrations/lib/run/failure.js


function failureOf(engine, migration, script, { execution: { at }, tries, blockers, segmentsDone }, error) {
    const { code } = error.server;
    const place = typeof at === 'object' && at.in === 'statement' ? blame(script, at) : undefined;
    const parts = [
        `${place === undefined ? script.source.name : `${script.source.name}:${place.line}`}: ${(0,errors/* describe */.q0)(error)}`,
        place === undefined ? when(at) : `in: ${place.statement}`,
        tries > 1 ? `tried ${tries} times` : '',
        blockers.length > 0 ? `in the way: ${blockers.join('; ')}` : '',
        adviceFor(code) ?? '',
        segmentsDone > 0
            ? `${segmentsDone} of its segments are committed; correct the rest and run again, it goes on there`
            : '',
    ];
    return {
        reason: reasonOf(engine, code, at),
        message: parts.filter((part) => part !== '').join('; '),
        version: migration.version,
        file: migration.file,
        line: place?.line,
        column: place?.column,
        statement: place?.statement ?? '',
        sqlState: code,
        segmentsDone,
    };
}
function when(at) {
    if (typeof at === 'string' || at.in === 'statement')
        return '';
    if (at.in === 'commit')
        return 'at its commit, where deferred constraints are checked';
    return at.in === 'records' ? 'while its record was written' : 'before its first statement';
}
function reasonOf(engine, code, at) {
    if (code === '57014')
        return engine.signal?.aborted ? 'cancelled' : 'statement-timeout';
    if (code === '55P03')
        return 'lock-timeout';
    if (typeof at === 'object' && at.in === 'preamble' && code === '22012')
        return 'runner-lock-lost';
    return typeof at === 'object' && at.in === 'records' ? 'history-failed' : 'statement-failed';
}
function adviceFor(sqlState) {
    return ADVICE[sqlState] ?? ADVICE[sqlState.slice(0, 2)];
}
const ADVICE = {
    '55P03': 'raise lock-retry-for, or run when the table is less busy',
    '57014': 'raise statement-timeout, or split the work',
    '55P04': 'use a new enum label in a later file',
    '42P07': 'it exists already: if it was made by hand, record the version with "adopt"',
    '42710': 'it exists already: if it was made by hand, record the version with "adopt"',
    '42701': 'it exists already: if it was made by hand, record the version with "adopt"',
    '42501': 'grant the right to the migrating role, or use the role that owns the object',
    '40P01': 'it deadlocked with the app; run again',
    '53100': "the server's disk is full",
    '23': 'existing rows break the constraint; correct them in an earlier file',
    '25001': 'write "-- lockstep: no-transaction" on its first line',
};

;// CONCATENATED MODULE: ./packages/migrations/lib/database/blockers.js


const LOOK_EVERY_MS = 40;
class BlockerWatch {
    #engine;
    #second;
    #seen = [];
    constructor(engine) {
        this.#engine = engine;
    }
    get seen() {
        return this.#seen;
    }
    async during(session, work) {
        let over = false;
        const watching = this.#watch(session.pid, () => over).catch((error) => {
            this.#engine.log.debug(`nobody could be seen that blocks us: ${(0,errors/* describe */.q0)(error)}`);
        });
        try {
            return await work();
        }
        finally {
            over = true;
            await watching;
        }
    }
    async #watch(pid, isOver) {
        this.#second ??= await openSession(this.#engine.target, {
            log: this.#engine.log,
            signal: undefined,
            applicationName: 'lockstep watch',
        });
        while (!isOver()) {
            const rows = await this.#second.rows(`select a.pid, a.application_name, a.usename, a.state, extract(epoch from now() - a.xact_start)::int
           from pg_catalog.pg_stat_activity a where a.pid = any(pg_catalog.pg_blocking_pids(${pid}))`);
            if (rows.length > 0)
                this.#seen = rows.map(line);
            await this.#engine.clock.sleep(LOOK_EVERY_MS);
        }
    }
    async close() {
        await this.#second?.close();
    }
}
function line([pid, name, user, state, seconds]) {
    const who = `backend ${pid} (${name || 'no name'}, user ${user ?? '?'})`;
    return seconds === null || seconds === undefined
        ? `${who}, ${state ?? '?'}`
        : `${who}, ${state ?? '?'}, transaction open for ${seconds} s`;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/run/retry-locks.js


const AGAIN = new Set(['55P03', '40001', '40P01']);
const retry_locks_PAUSE_MS = 400;
async function retryLocks(engine, session, what, attempt) {
    const started = engine.clock.now();
    const watch = new BlockerWatch(engine);
    try {
        for (let tries = 1;; tries++) {
            const execution = tries === 1 ? await attempt() : await watch.during(session, attempt);
            const done = { execution, tries, blockers: watch.seen };
            if (execution.ok || execution.error === undefined || !('server' in execution.error))
                return done;
            if (!AGAIN.has(execution.error.server.code))
                return done;
            const pause = retry_locks_PAUSE_MS * (0.5 + engine.random());
            if (tries > 1 && engine.clock.now() + pause - started > engine.limits.lockRetryForMs)
                return done;
            if (tries === 1) {
                const limit = (0,duration/* formatDuration */.a)(engine.limits.lockRetryForMs);
                engine.log.info(`${what}: waits for a lock (${execution.error.server.code}), trying again for up to ${limit}`);
            }
            await engine.clock.sleep(Math.min(pause, engine.limits.lockRetryForMs), engine.signal);
        }
    }
    finally {
        await watch.close();
    }
}

;// CONCATENATED MODULE: ./packages/migrations/lib/run/leftovers.js


async function clearLeftovers(engine, session, { what }, ours) {
    let invalid = [];
    if (what.does === 'create-index' && (ours || what.index !== '')) {
        const named = what.index === '' ? '' : `and c.relname = ${literal(what.index)}`;
        const table = `i.indrelid = pg_catalog.to_regclass(${literal(what.table)})`;
        invalid = await session.rows(`${INVALID_INDEXES} and ${table} ${named}`);
    }
    else if (what.does === 'reindex' && ours) {
        invalid = await session.rows(`${INVALID_INDEXES} and c.relname ~ '_cc(new|old)[0-9]*$'`);
    }
    for (const [schema, name] of invalid) {
        engine.log.info(`dropping the invalid index ${schema}.${name} that an interrupted build left behind`);
        const drop = `drop index concurrently if exists ${identifier(schema ?? '')}.${identifier(name ?? '')}`;
        const result = await session.send(drop);
        if (!result.ok && !(result.error instanceof SqlError))
            throw result.error;
    }
}
const INVALID_INDEXES = `
  select n.nspname, c.relname from pg_catalog.pg_index i
    join pg_catalog.pg_class c on c.oid = i.indexrelid join pg_catalog.pg_namespace n on n.oid = c.relnamespace
   where not i.indisvalid and c.relkind = 'i'
     and not exists (select from pg_catalog.pg_stat_progress_create_index p where p.index_relid = i.indexrelid)`;
async function isDoneAlready(session, { what }) {
    if (what.does === 'create-index' && what.index !== '') {
        const [row] = await session.rows(`select count(*) from pg_catalog.pg_index i join pg_catalog.pg_class c on c.oid = i.indexrelid
        where i.indrelid = pg_catalog.to_regclass(${literal(what.table)}) and c.relname = ${literal(what.index)}
          and i.indisvalid and i.indisready`);
        return row?.[0] === '1';
    }
    if (what.does !== 'detach-partition')
        return false;
    const [row] = await session.rows(`select pg_catalog.to_json(p)->>'inhdetachpending' from pg_catalog.pg_inherits p
      where p.inhparent = pg_catalog.to_regclass(${literal(what.table)})
        and p.inhrelid = pg_catalog.to_regclass(${literal(what.partition)})`);
    if (row === undefined)
        return true;
    if (row[0] !== 'true')
        return false;
    await session.rows(`alter table ${what.table} detach partition ${what.partition} finalize`);
    return true;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/run/replay-settings.js



async function replaySettings(session, script, done) {
    for (const segment of done) {
        const pieces = segment.kind === 'alone' ? [segment.piece] : segment.end === undefined ? segment.pieces : [];
        for (const piece of pieces) {
            const bytes = script.source.read(piece.from, piece.to);
            for (const item of walk(textSource('', bytes))) {
                if (item.kind === 'statement' && lasts(item.bytes))
                    await session.rows(item.bytes.toString('utf8'));
            }
        }
    }
}
function lasts(statement) {
    const words = tokens(statement, 12).map((token) => token.value);
    if (words[0] === 'reset')
        return true;
    if (words[0] === 'set')
        return !['local', 'transaction', 'constraints'].includes(words[1] ?? '');
    const at = words[1] === 'pg_catalog' ? 3 : 1;
    return words[0] === 'select' && words[at] === 'set_config' && words.includes('false');
}

;// CONCATENATED MODULE: ./packages/migrations/lib/run/run-segments.js






const nothing = {
    kind: 'transaction',
    pieces: [],
    begin: undefined,
    end: undefined,
    line: 1,
};
async function runSegments(engine, session, script, segments, progress, book, transaction = (segment, records, isFirst) => runTransaction(session, engine, script, segment, records, isFirst)) {
    const { name } = script.source;
    const digests = segments.map((segment) => segmentDigest(script, segment));
    const done = progress.digests.length;
    refuseEdits(name, segments, digests, progress.digests);
    const record = (records) => retryLocks(engine, session, name, () => runTransaction(session, engine, script, nothing, records, false));
    const started = await startFile(session, engine, script);
    if (!started.ok)
        return { execution: started, tries: 1, blockers: [], segmentsDone: done };
    const opened = await record(book.open);
    if (!opened.execution.ok)
        return { ...opened, segmentsDone: done };
    if (done > 0) {
        engine.log.info(`${name}: goes on behind segment ${done} of ${segments.length}`);
        await replaySettings(session, script, segments.slice(0, done));
    }
    let tries = 1;
    for (const [nth, segment] of segments.entries()) {
        if (nth < done)
            continue;
        const digest = digests[nth] ?? '';
        const records = nth === segments.length - 1 ? book.last(digest) : book.finish(digest);
        const result = segment.kind === 'transaction'
            ? await retryLocks(engine, session, name, () => transaction(segment, records, false))
            : await run_segments_alone(engine, session, script, segment, nth === done && progress.begun, () => record(book.begin));
        tries = Math.max(tries, result.tries);
        if (!result.execution.ok)
            return { ...result, segmentsDone: nth };
        if (segment.kind === 'transaction')
            continue;
        const written = await record(records);
        if (!written.execution.ok)
            return { ...written, segmentsDone: nth };
    }
    return { execution: { ok: true }, tries, blockers: [], segmentsDone: segments.length };
}
async function run_segments_alone(engine, session, script, segment, begunBefore, announce) {
    if (begunBefore && (await isDoneAlready(session, segment))) {
        return { execution: { ok: true }, tries: 1, blockers: [] };
    }
    const announced = await announce();
    if (!announced.execution.ok)
        return announced;
    const { what } = segment;
    const patient = what.does === 'create-index' || (what.does === 'once' && what.concurrent);
    let ours = begunBefore;
    const result = await retryLocks(engine, session, script.source.name, async () => {
        await clearLeftovers(engine, session, segment, ours);
        ours = true;
        const execution = await runAlone(session, engine, script, segment, patient);
        return begunBefore && saysDone(segment, execution) ? { ok: true } : execution;
    });
    if (!result.execution.ok && !session.lost)
        await clearLeftovers(engine, session, segment, true);
    return result;
}
function saysDone({ what }, execution) {
    if (execution.ok || what.does !== 'once' || execution.error === undefined)
        return false;
    return 'server' in execution.error && execution.error.server.code === what.doneState;
}
function refuseEdits(name, segments, digests, done) {
    const edited = done.findIndex((digest, nth) => digest !== digests[nth]);
    if (edited < 0)
        return;
    throw new errors/* InputError */.dz(`${name}:${segments[edited]?.line ?? 1}: segment ${edited + 1} was edited after it was committed; put it back as it ` +
        'was and write the correction into the segments that have not run, or into a new file');
}

;// CONCATENATED MODULE: ./packages/migrations/lib/down/guard.js



async function runGuarded(session, engine, script, segment, records, isFirst, options) {
    let losses = [];
    const refusal = { ok: false, error: undefined, at: 'refused' };
    const execution = await runInTransaction(session, engine, script, segment, records, isFirst, async (run) => {
        const before = await readRelations(session);
        await session.rows('savepoint lockstep_trial');
        const tried = await run();
        if (!tried.ok)
            return tried;
        const threats = findThreats(before, await readRelations(session));
        await session.rows('rollback to lockstep_trial');
        await lock(session, threats);
        const own = await options.own();
        const emptied = threats.filter((threat) => threat.kind === 'rows').map((threat) => threat.relation);
        const counts = await asOwner(session, async () => {
            losses = await measureAll(session, threats, own);
            return guard_countAll(session, emptied, own);
        });
        if ((losses.length > 0 && !options.allowsLoss) || options.trialOnly === true)
            return refusal;
        const start = await readRelations(session);
        const done = await run();
        if (!done.ok)
            return done;
        const after = await readRelations(session);
        const known = new Set(threats.map(threatKey));
        const unforeseen = findThreats(start, after)
            .map(threatKey)
            .filter((key) => !known.has(key));
        if (unforeseen.length > 0)
            throw new Error(`the way down does more than its trial did: ${unforeseen.join(', ')}`);
        const lost = await asOwner(session, () => rowsLost(session, { counts, start, after }, own));
        losses = [...losses, ...lost];
        return losses.length > 0 && !options.allowsLoss ? refusal : done;
    });
    return { execution, losses };
}
async function asOwner(session, count) {
    await session.rows('savepoint lockstep_measure; set local session authorization default; set local role none; set local row_security = off');
    const result = await count();
    await session.rows('rollback to lockstep_measure; release lockstep_measure');
    return result;
}
async function lock(session, threats) {
    const modes = new Map();
    for (const { kind, relation } of threats) {
        const known = modes.get(relation.name);
        modes.set(relation.name, kind === 'rows' && known !== 'access exclusive' ? 'exclusive' : 'access exclusive');
    }
    for (const [name, mode] of [...modes].sort(([a], [b]) => (a < b ? -1 : 1))) {
        await session.rows(`lock table only ${name} in ${mode} mode`);
    }
}
async function measureAll(session, threats, own) {
    const losses = [];
    for (const threat of threats) {
        const loss = threat.kind === 'rows' ? undefined : await measure(session, threat, own);
        if (loss !== undefined)
            losses.push(loss);
    }
    return losses;
}
async function guard_countAll(session, relations, own) {
    const counts = [];
    for (const relation of relations) {
        const all = await countRows(session, relation, undefined);
        counts.push({ relation, all, foreign: own === undefined ? all : await countRows(session, relation, own) });
    }
    return counts;
}
async function rowsLost(session, seen, own) {
    const losses = [];
    for (const { all, foreign, relation } of seen.counts) {
        const [start, now] = [seen.start.get(relation.oid), seen.after.get(relation.oid)];
        if (start === undefined || now === undefined)
            continue;
        const inserted = now.inserted - start.inserted;
        const wrote = inserted > 0 || now.updated > start.updated;
        const left = await countRows(session, now, wrote ? undefined : own);
        const gone = wrote ? all + inserted - left : foreign - left;
        if (gone > 0) {
            losses.push({ kind: 'rows', object: relation.name, rows: Math.min(gone, COUNTED), more: gone > COUNTED });
        }
    }
    return losses;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/down/revert.js











async function revert(engine, runner, planned, newer, allowsLoss) {
    const { session } = runner;
    const { side, version } = planned;
    const file = nameOf(planned);
    const stored = readStored(file, planned.sql);
    const records = {
        sql: `${removeRecords(version)} ${insertEvent('down', version, engine.provenance, { downDigest: side.downDigest })}`,
        statements: 3,
    };
    const resumes = side.state === 'reverting';
    let lessons = resumes ? side.lessons : noLessons;
    for (let progress = resumes ? { digests: side.segmentDigests, begun: side.segmentBegun } : undefined;;) {
        const script = withLessons(stored, lessons);
        const segments = cutSegments(script.pieces);
        const lost = new Map();
        const own = () => readOwnRows(runner, planned, newer);
        const transaction = async (segment, written, isFirst) => {
            if (segment.end !== undefined)
                return runTransaction(session, engine, script, segment, written, isFirst);
            const guarded = await runGuarded(session, engine, script, segment, written, isFirst, { allowsLoss, own });
            lost.set(segment, guarded.losses);
            return guarded.execution;
        };
        const [only] = segments;
        if (segments.length > 1 && progress === undefined && !allowsLoss) {
            const losses = await tryAll(engine, session, script, segments, own);
            if (losses.length > 0)
                return { failure: undefined, refused: true, losses };
        }
        const outcome = isAtomic(segments) && progress === undefined && only?.kind === 'transaction'
            ? { ...(await retryLocks(engine, session, file, () => transaction(only, records, true))), segmentsDone: 0 }
            : await revertSegments(engine, session, planned, { script, segments, progress, records, lessons, transaction });
        const { execution } = outcome;
        const losses = [...lost.values()].flat();
        if (execution.ok)
            return { failure: undefined, refused: false, losses };
        if (execution.at === 'refused')
            return { failure: undefined, refused: true, losses };
        if (execution.error === undefined)
            throw new errors/* CancelledError */.cc(`${file}: cancelled`);
        if (execution.error instanceof ConnectionLost)
            throw execution.error;
        const taught = outcome.segmentsDone === 0 ? learn(stored, lessons, execution) : undefined;
        if (taught === undefined) {
            const failure = failureOf(engine, { version, file }, script, { ...outcome, execution }, execution.error);
            return { failure, refused: false, losses: [] };
        }
        engine.log.info(`${file}: ${taught.because}`);
        lessons = taught.lessons;
        progress = undefined;
    }
}
async function tryAll(engine, session, script, segments, own) {
    const pieces = segments.flatMap((segment) => segment.kind === 'transaction' && segment.end === undefined ? segment.pieces : []);
    const all = { kind: 'transaction', pieces, begin: undefined, end: undefined, line: 1 };
    const options = { allowsLoss: false, own, trialOnly: true };
    const tried = await runGuarded(session, engine, script, all, { sql: '', statements: 0 }, true, options);
    return tried.execution.ok || tried.execution.at !== 'refused' ? [] : tried.losses;
}
function revertSegments(engine, session, { side, version }, { lessons, progress, records, script, segments, transaction }) {
    const open = progress === undefined ? beginDown(version) : resumeSide(version, lessons, { ...engine.provenance, ...side });
    return runSegments(engine, session, script, segments, progress ?? { digests: [], begun: false }, {
        open: { sql: open, statements: 1 },
        begin: { sql: beginSegment(version), statements: 1 },
        finish: (digest) => ({ sql: finishSegment(version, digest), statements: 1 }),
        last: () => records,
    }, transaction);
}

;// CONCATENATED MODULE: ./packages/migrations/lib/down/down.js







async function down(engine, options) {
    const reverted = [];
    const end = { reverted, failure: undefined, refused: undefined, cancelled: false };
    let first;
    const work = async (runner) => {
        const current = planDown(runner.history, options.range, options.expectDigests);
        first ??= current;
        const gone = first.revert.filter((each) => !runner.history.some((record) => record.version === each.version));
        for (const each of gone) {
            if (reverted.some((done) => done.version === each.version))
                continue;
            reverted.push({ version: each.version, name: each.name, durationMs: 0, losses: [] });
        }
        const todo = current === first ? current.revert : remaining(first, runner);
        if (current.refusals.length > 0 && current === first) {
            throw new errors/* InputError */.dz(current.refusals.map((refusal) => refusal.message));
        }
        if (todo.length > 0)
            await refuseIntruders(runner);
        if (options.onDataLoss === 'refuse') {
            const blocked = (await previewDown(runner, todo)).find((each) => each.losses.length > 0);
            if (blocked !== undefined)
                return { ...end, plan: first, refused: blocked };
        }
        for (const planned of todo) {
            if (engine.signal?.aborted)
                return { ...end, plan: first, cancelled: true };
            const { version, name } = planned;
            const started = engine.clock.now();
            const newer = first.revert.slice(0, first.revert.findIndex((each) => each.version === version));
            const allowsLoss = options.onDataLoss === 'allow';
            const { failure, losses, refused } = await revert(engine, runner, planned, newer, allowsLoss);
            if (refused)
                return { ...end, plan: first, refused: { version, name, losses } };
            if (failure !== undefined)
                return { ...end, plan: first, failure, cancelled: failure.reason === 'cancelled' };
            const durationMs = engine.clock.now() - started;
            engine.log.info(`${version} ${name}: taken down in ${(0,duration/* formatDuration */.a)(durationMs)}`);
            if (losses.length > 0)
                engine.log.warning(`${version} ${name}: with it went ${describeLosses(losses)}`);
            reverted.push({ version, name, durationMs, losses });
        }
        return { ...end, plan: first };
    };
    try {
        const access = { creates: false, endsOrphans: options.endsOrphans ?? false };
        return await acrossConnections(engine, () => withRunner(engine, access, work));
    }
    catch (error) {
        if (!(error instanceof errors/* CancelledError */.cc) || first === undefined)
            throw error;
        return { ...end, plan: first, cancelled: true };
    }
}
function remaining(plan, { history }) {
    return plan.revert.flatMap((planned) => {
        const side = history.find((record) => record.version === planned.version)?.side;
        return side === undefined ? [] : [{ ...planned, side }];
    });
}
async function refuseIntruders({ session }) {
    const intruders = await findIntruders(session);
    if (intruders.length === 0)
        return;
    throw new errors/* InputError */.dz(`the stored ways down cannot be trusted: ${intruders.join('; ')}; they run with this role's rights, so nobody else may write them`);
}

;// CONCATENATED MODULE: ./packages/migrations/lib/schema/catalog.js
const CATALOG = [
    `select 'schema ' || quote_ident(n.nspname), 0, 'owner ' || pg_get_userbyid(n.nspowner) || pg_temp.acl_words(n.nspacl) || pg_temp.comment_words(n.oid, 'pg_namespace')
     from pg_namespace n where pg_temp.visible_schema(n.oid)`,
    `select pg_temp.relation_name(c.oid), 0, concat_ws(' ', 'owner', pg_get_userbyid(c.relowner),
        case c.relpersistence when 'u' then 'unlogged' end,
        case when c.relrowsecurity then 'row-security' end, case when c.relforcerowsecurity then 'forced' end,
        'options ' || c.reloptions::text,
        'access-method ' || (select amname from pg_am where oid = c.relam and c.relkind in ('r', 'm', 'p')),
        'tablespace ' || (select spcname from pg_tablespace where oid = c.reltablespace),
        case when c.relreplident <> 'd' and c.relkind in ('r', 'p') then 'replica-identity ' || c.relreplident::text end,
        'partition-by ' || pg_get_partkeydef(c.oid), 'partition ' || pg_get_expr(c.relpartbound, c.oid),
        'of-type ' || nullif(c.reloftype, 0)::regtype::text) || pg_temp.acl_words(c.relacl) || pg_temp.comment_words(c.oid, 'pg_class')
     from pg_class c where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S', 'c') and pg_temp.visible(c.oid, 'pg_class', c.relnamespace)`,
    `select pg_temp.relation_name(i.inhrelid), 1, 'inherits ' || i.inhseqno || ' ' || i.inhparent::regclass
     from pg_inherits i join pg_class c on c.oid = i.inhrelid where c.relkind in ('r', 'p', 'f') and pg_temp.visible(c.oid, 'pg_class', c.relnamespace)`,
    `select pg_temp.relation_name(c.oid), 100 + row_number() over (partition by c.oid order by a.attnum), concat_ws(' ',
        'column', row_number() over (partition by c.oid order by a.attnum), quote_ident(a.attname), format_type(a.atttypid, a.atttypmod),
        case when a.attcollation <> t.typcollation then 'collate ' || a.attcollation::regcollation end,
        case when a.attnotnull then 'not null' end,
        case when a.attgenerated <> '' then 'generated ' || a.attgenerated::text || ' ' else 'default ' end || pg_get_expr(d.adbin, d.adrelid),
        case when a.attidentity <> '' then 'identity ' || a.attidentity::text end,
        case when a.attstorage <> t.typstorage then 'storage ' || a.attstorage::text end,
        nullif('compression ' || coalesce(to_jsonb(a)->>'attcompression', ''), 'compression '),
        case when coalesce(a.attstattarget, -1) <> -1 then 'statistics ' || a.attstattarget end,
        'options ' || a.attoptions::text, 'options ' || a.attfdwoptions::text) || pg_temp.acl_words(a.attacl) ||
        coalesce(' comment ' || quote_literal(col_description(c.oid, a.attnum)), '')
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       join pg_type t on t.oid = a.atttypid left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relkind in ('r', 'p', 'v', 'm', 'f', 'c') and pg_temp.visible(c.oid, 'pg_class', c.relnamespace)`,
    `select pg_temp.relation_name(c.oid), 9000, 'as ' || pg_get_viewdef(c.oid)
     from pg_class c where c.relkind in ('v', 'm') and pg_temp.visible(c.oid, 'pg_class', c.relnamespace)`,
    `select pg_temp.relation_name(f.ftrelid), 9000, 'server ' || s.srvname || coalesce(' options ' || f.ftoptions::text, '')
     from pg_foreign_table f join pg_class c on c.oid = f.ftrelid join pg_foreign_server s on s.oid = f.ftserver
    where pg_temp.visible(c.oid, 'pg_class', c.relnamespace)`,
    `select pg_temp.relation_name(s.seqrelid), 9000, format('as %s start %s increment %s min %s max %s cache %s cycle %s', s.seqtypid::regtype,
        s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle) ||
        coalesce((select ' owned by ' || d.refobjid::regclass || '.' || a.attname from pg_depend d
                    join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
                   where d.classid = 'pg_class'::regclass and d.objid = s.seqrelid and d.deptype in ('a', 'i') and d.refobjsubid > 0), '')
     from pg_sequence s join pg_class c on c.oid = s.seqrelid where pg_temp.visible(c.oid, 'pg_class', c.relnamespace)`,
    `select 'constraint ' || quote_ident(o.conname) || ' on ' || coalesce(nullif(o.conrelid, 0)::regclass::text, o.contypid::regtype::text), 0,
        pg_get_constraintdef(o.oid) || case when o.convalidated then '' else ' (not validated)' end || pg_temp.comment_words(o.oid, 'pg_constraint')
     from pg_constraint o where o.contype <> 'n' and pg_temp.visible_schema(o.connamespace) and not pg_temp.of_extension(coalesce(nullif(o.conrelid, 0), o.contypid),
        case when o.conrelid <> 0 then 'pg_class' else 'pg_type' end)`,
    `select 'index ' || i.indexrelid::regclass, 0, pg_get_indexdef(i.indexrelid) || case when i.indisvalid then '' else ' (invalid)' end
        || case when i.indisclustered then ' (clustered)' else '' end || case when i.indisreplident then ' (replica identity)' else '' end
        || coalesce(' options ' || c.reloptions::text, '') || pg_temp.comment_words(c.oid, 'pg_class')
     from pg_index i join pg_class c on c.oid = i.indexrelid where pg_temp.visible(i.indrelid, 'pg_class', c.relnamespace)`,
    `select 'trigger ' || quote_ident(t.tgname) || ' on ' || t.tgrelid::regclass, 0, pg_get_triggerdef(t.oid) || ' enabled ' || t.tgenabled::text
        || pg_temp.comment_words(t.oid, 'pg_trigger')
     from pg_trigger t join pg_class c on c.oid = t.tgrelid where not t.tgisinternal and pg_temp.visible(c.oid, 'pg_class', c.relnamespace)`,
    `select 'policy ' || quote_ident(p.polname) || ' on ' || p.polrelid::regclass, 0, concat_ws(' ', case when p.polpermissive then 'permissive' else 'restrictive' end,
        'for ' || p.polcmd::text, 'to ' || (select string_agg(case when r = 0 then 'public' else pg_get_userbyid(r) end, ', ' order by 1) from unnest(p.polroles) r),
        'using ' || pg_get_expr(p.polqual, p.polrelid), 'check ' || pg_get_expr(p.polwithcheck, p.polrelid)) || pg_temp.comment_words(p.oid, 'pg_policy')
     from pg_policy p join pg_class c on c.oid = p.polrelid where pg_temp.visible(c.oid, 'pg_class', c.relnamespace)`,
    `select 'rule ' || quote_ident(r.rulename) || ' on ' || r.ev_class::regclass, 0, pg_get_ruledef(r.oid) || ' enabled ' || r.ev_enabled::text
     from pg_rewrite r join pg_class c on c.oid = r.ev_class where r.rulename <> '_RETURN' and pg_temp.visible(c.oid, 'pg_class', c.relnamespace)`,
    `select 'statistics ' || quote_ident(s.stxname), 0, pg_get_statisticsobjdef(s.oid) from pg_statistic_ext s where pg_temp.visible_schema(s.stxnamespace)`,
    `select case p.prokind when 'p' then 'procedure ' else 'function ' end || p.oid::regprocedure, 0,
        pg_get_functiondef(p.oid) || ' owner ' || pg_get_userbyid(p.proowner) || pg_temp.acl_words(p.proacl) || pg_temp.comment_words(p.oid, 'pg_proc')
     from pg_proc p where p.prokind <> 'a' and pg_temp.visible(p.oid, 'pg_proc', p.pronamespace)`,
    `select 'aggregate ' || p.oid::regprocedure, 0, format('%s state %s final %s initial %s', a.aggtransfn::regproc, format_type(a.aggtranstype, null),
        nullif(a.aggfinalfn, 0)::regproc, a.agginitval) || ' owner ' || pg_get_userbyid(p.proowner) || pg_temp.acl_words(p.proacl) || pg_temp.comment_words(p.oid, 'pg_proc')
     from pg_proc p join pg_aggregate a on a.aggfnoid = p.oid where pg_temp.visible(p.oid, 'pg_proc', p.pronamespace)`,
    `select 'type ' || t.oid::regtype, 0, 'owner ' || pg_get_userbyid(t.typowner) || pg_temp.acl_words(t.typacl) || pg_temp.comment_words(t.oid, 'pg_type')
     from pg_type t where t.typtype in ('e', 'd', 'r') and pg_temp.visible(t.oid, 'pg_type', t.typnamespace)`,
    `select 'type ' || t.oid::regtype, row_number() over (partition by t.oid order by e.enumsortorder),
        'label ' || row_number() over (partition by t.oid order by e.enumsortorder) || ' ' || quote_literal(e.enumlabel)
     from pg_enum e join pg_type t on t.oid = e.enumtypid where pg_temp.visible(t.oid, 'pg_type', t.typnamespace)`,
    `select 'type ' || t.oid::regtype, 1, concat_ws(' ', 'domain over', format_type(t.typbasetype, t.typtypmod), case when t.typnotnull then 'not null' end,
        'default ' || t.typdefault) from pg_type t where t.typtype = 'd' and pg_temp.visible(t.oid, 'pg_type', t.typnamespace)`,
    `select 'type ' || t.oid::regtype, 1, 'range over ' || r.rngsubtype::regtype from pg_range r join pg_type t on t.oid = r.rngtypid
    where pg_temp.visible(t.oid, 'pg_type', t.typnamespace)`,
    `select 'extension ' || quote_ident(e.extname), 0, 'version ' || e.extversion || ' schema ' || e.extnamespace::regnamespace from pg_extension e`,
    `select 'operator ' || o.oid::regoperator, 0, format('%s owner %s', nullif(o.oprcode, 0)::regproc, pg_get_userbyid(o.oprowner))
     from pg_operator o where pg_temp.visible(o.oid, 'pg_operator', o.oprnamespace)`,
    `select 'cast ' || format_type(k.castsource, null) || ' as ' || format_type(k.casttarget, null), 0,
        format('%s %s %s', k.castcontext, k.castmethod, nullif(k.castfunc, 0)::regprocedure)
     from pg_cast k where k.oid >= 16384 and not pg_temp.of_extension(k.oid, 'pg_cast')`,
    `select o.type || ' ' || o.identity, 0, 'is there' || pg_temp.comment_words(x.oid, x.class)
     from (select oid, 'pg_collation' as class from pg_collation where pg_temp.visible_schema(collnamespace)
           union all select oid, 'pg_conversion' from pg_conversion where pg_temp.visible_schema(connamespace)
           union all select oid, 'pg_opclass' from pg_opclass where pg_temp.visible_schema(opcnamespace)
           union all select oid, 'pg_opfamily' from pg_opfamily where pg_temp.visible_schema(opfnamespace)
           union all select oid, 'pg_ts_config' from pg_ts_config where pg_temp.visible_schema(cfgnamespace)
           union all select oid, 'pg_ts_dict' from pg_ts_dict where pg_temp.visible_schema(dictnamespace)
           union all select oid, 'pg_ts_parser' from pg_ts_parser where pg_temp.visible_schema(prsnamespace)
           union all select oid, 'pg_ts_template' from pg_ts_template where pg_temp.visible_schema(tmplnamespace)
           union all select oid, 'pg_language' from pg_language where oid >= 16384
           union all select oid, 'pg_foreign_data_wrapper' from pg_foreign_data_wrapper
           union all select oid, 'pg_foreign_server' from pg_foreign_server
           union all select oid, 'pg_event_trigger' from pg_event_trigger) as x,
          pg_identify_object(x.class::regclass, x.oid, 0) as o
    where not pg_temp.of_extension(x.oid, x.class)`,
    `select 'publication ' || quote_ident(p.pubname), 0, format('all %s insert %s update %s delete %s truncate %s', p.puballtables, p.pubinsert,
        p.pubupdate, p.pubdelete, p.pubtruncate) from pg_publication p`,
    `select 'publication ' || quote_ident(t.pubname), 1, 'table ' || quote_ident(t.schemaname) || '.' || quote_ident(t.tablename) from pg_publication_tables t`,
    `select 'default privileges of ' || pg_get_userbyid(d.defaclrole) || coalesce(' in ' || nullif(d.defaclnamespace, 0)::regnamespace, ''), 0,
        'for ' || d.defaclobjtype::text || pg_temp.acl_words(d.defaclacl) from pg_default_acl d`,
];
const CATALOG_WORDS = `
create or replace function pg_temp.of_extension(object oid, class text) returns boolean language sql stable as
  $$ select exists (select from pg_catalog.pg_depend x where x.classid = class::regclass and x.objid = object and x.deptype = 'e') $$;
create or replace function pg_temp.visible_schema(schema oid) returns boolean language sql stable as
  $$ select exists (select from pg_catalog.pg_namespace v where v.oid = schema and v.nspname !~ '^pg_(toast_)?temp'
       and v.nspname not in ('pg_catalog', 'pg_toast', 'information_schema', 'supabase_migrations', 'lockstep'))
     and not pg_temp.of_extension(schema, 'pg_namespace') $$;
create or replace function pg_temp.visible(object oid, class text, schema oid) returns boolean language sql stable as
  $$ select pg_temp.visible_schema(schema) and not pg_temp.of_extension(object, class) $$;
create or replace function pg_temp.acl_words(acl aclitem[]) returns text language sql stable as
  $$ select coalesce(' grants ' || string_agg(grants, ' ' order by grants), '') from (
       select case when e.grantee = 0 then 'public' else pg_get_userbyid(e.grantee) end || '=' ||
              string_agg(e.privilege_type || case when e.is_grantable then '*' else '' end, ',' order by e.privilege_type)
         from aclexplode(acl) e group by e.grantee) as g (grants) $$;
create or replace function pg_temp.comment_words(object oid, class text) returns text language sql stable as
  $$ select coalesce(' comment ' || quote_literal(obj_description(object, class::name)), '') $$;
create or replace function pg_temp.relation_name(relation oid) returns text language sql stable as
  $$ select case k.relkind when 'v' then 'view ' when 'm' then 'materialized view ' when 'f' then 'foreign table '
            when 'S' then 'sequence ' when 'c' then 'composite type ' else 'table ' end || k.oid::regclass
       from pg_catalog.pg_class k where k.oid = relation $$;
`;

;// CONCATENATED MODULE: ./packages/migrations/lib/schema/describe-schema.js

async function readSchema(session) {
    await session.rows(`begin; set local search_path = ''; ${CATALOG_WORDS}`);
    try {
        const rows = await session.rows(CATALOG.join(' union all '));
        const found = rows.map(([object, nth, line]) => ({ object: object ?? '', nth: Number(nth), line: line ?? '' }));
        found.sort((a, b) => order(a.object, b.object) || a.nth - b.nth || order(a.line, b.line));
        const schema = new Map();
        for (const { object, line } of found) {
            const lines = schema.get(object) ?? [];
            schema.set(object, [...lines, ...line.split('\n')]);
        }
        return schema;
    }
    finally {
        if (!session.lost)
            await session.send('rollback');
    }
}
function order(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
function compareSchemas(before, after) {
    const objects = [...new Set([...before.keys(), ...after.keys()])].sort(order);
    return objects.flatMap((object) => {
        const old = before.get(object);
        const now = after.get(object);
        if (old === undefined)
            return [{ object, kind: 'extra', lines: (now ?? []).map((line) => `+ ${line}`) }];
        if (now === undefined)
            return [{ object, kind: 'missing', lines: old.map((line) => `- ${line}`) }];
        const lines = [
            ...old.filter((line) => !now.includes(line)).map((line) => `- ${line}`),
            ...now.filter((line) => !old.includes(line)).map((line) => `+ ${line}`),
        ];
        const same = old.length === now.length && old.every((line, i) => line === now[i]);
        return same ? [] : [{ object, kind: 'changed', lines: lines.length > 0 ? lines : ['the order of its lines'] }];
    });
}

;// CONCATENATED MODULE: ./packages/migrations/lib/lint/phase.js





async function judgePhase(migration, loadParser) {
    const { phase } = migration.up.directives;
    if (phase === 'contract')
        return { phase, by: 'directive', reasons: [] };
    const reasons = mayBreakAnything(migration.up)
        ? contractStatements(readStatements(migration.up, await loadParser()))
        : [];
    if (phase === 'expand')
        return { phase, by: 'directive', reasons };
    return { phase: reasons.length > 0 ? 'contract' : 'expand', by: 'statements', reasons };
}
const BREAKING = new Set(['drop', 'rename', 'type', 'null', 'schema', 'detach', 'domain']);
function mayBreakAnything(script) {
    for (const item of walk(script.source)) {
        if (item.kind !== 'statement')
            continue;
        const word = firstWord(item.bytes);
        if (word === 'drop' || word === 'truncate')
            return true;
        if (word !== 'alter')
            continue;
        if (tokens(item.bytes).some((token) => token.kind === 'word' && BREAKING.has(token.value)))
            return true;
    }
    return false;
}
function contractStatements(statements) {
    const made = statements.map((statement) => madeBy(statement.parsed));
    return statements.flatMap(({ line, parsed }, nth) => {
        if (parsed === undefined)
            return [];
        const names = (kind, from, to) => new Set(made.slice(from, to).flatMap((each) => (each?.kind === kind ? [each.name] : [])));
        const around = { tables: names('table', 0, nth), replaced: names('other', nth, made.length) };
        return contractReasons(parsed, around).map((what) => ({ line, what }));
    });
}

;// CONCATENATED MODULE: ./packages/migrations/lib/up/apply.js











async function applyMigration(engine, place, migration, phase, partial) {
    const started = engine.clock.now();
    const attempt = (0,external_node_crypto_.randomUUID)();
    let lessons = partial?.lessons ?? noLessons;
    for (let rest = partial;;) {
        const script = withLessons(migration.up, lessons);
        const segments = cutSegments(script.pieces);
        const entry = {
            migration: { ...migration, up: script },
            phase,
            provenance: engine.provenance,
            attempt,
            segments: segments.length,
            lessons,
        };
        const [only] = segments;
        const atomic = isAtomic(segments) && rest === undefined && only?.kind === 'transaction';
        const outcome = atomic
            ? await applyAtomic(engine, place, entry, only)
            : await applySegments(engine, place, entry, segments, rest);
        const { execution } = outcome;
        if (execution.ok) {
            return { kind: 'applied', durationMs: engine.clock.now() - started, tries: outcome.tries, atomic };
        }
        if (execution.error === undefined)
            throw new errors/* CancelledError */.cc(`${migration.file}: cancelled`);
        if (execution.error instanceof ConnectionLost)
            return { kind: 'lost', attempt, error: execution.error };
        const taught = learn(migration.up, lessons, execution);
        if (taught === undefined) {
            const failed = { ...outcome, execution };
            return { kind: 'failed', failure: failureOf(engine, migration, migration.up, failed, execution.error) };
        }
        engine.log.info(`${migration.file}: ${taught.because}`);
        lessons = taught.lessons;
        if (!atomic)
            rest = await readPartial(place, migration.version);
    }
}
async function readPartial({ session, tables }, version) {
    const records = await readHistory(session, tables);
    return records.find((record) => record.version === version)?.side;
}
function completed(entry, tables, side) {
    const event = insertEvent('up', entry.migration.version, entry.provenance, { phase: entry.phase });
    return { sql: `${insertHistory(entry, tables)} ${side} ${event}`, statements: 3 };
}
async function applyAtomic(engine, { session, tables }, entry, segment) {
    const { file, up } = entry.migration;
    const records = completed(entry, tables, upsertSide(entry, tables, 'applied'));
    const retried = await retryLocks(engine, session, file, () => runTransaction(session, engine, up, segment, records, true));
    return { ...retried, segmentsDone: 0 };
}
function applySegments(engine, { session, tables }, entry, segments, partial) {
    const { version, up } = entry.migration;
    const progress = { digests: partial?.segmentDigests ?? [], begun: partial?.segmentBegun ?? false };
    const open = partial === undefined ? upsertSide(entry, tables, 'partial') : resumeSide(version, entry.lessons, entry.provenance);
    return runSegments(engine, session, up, segments, progress, {
        open: { sql: open, statements: 1 },
        begin: { sql: beginSegment(version), statements: 1 },
        finish: (digest) => ({ sql: finishSegment(version, digest), statements: 1 }),
        last: (digest) => {
            const rest = completed(entry, tables, finishSide(version));
            return { sql: `${finishSegment(version, digest)} ${rest.sql}`, statements: rest.statements + 1 };
        },
    });
}

;// CONCATENATED MODULE: ./packages/migrations/lib/up/up.js







async function readUpPlan(engine, options) {
    return withReader(engine, ({ history }) => planFromHistory(options, history));
}
async function up(engine, options) {
    const applied = [];
    let first;
    let lost;
    const work = async (runner) => {
        if (lost !== undefined) {
            const { attempt, planned, since } = lost;
            lost = undefined;
            const side = runner.history.find((each) => each.version === planned.migration.version)?.side;
            if (side?.state === 'applied' && side.attempt === attempt) {
                engine.log.info(`${planned.migration.file}: was committed before the connection broke`);
                applied.push(report(planned, engine.clock.now() - since, 1, true));
            }
        }
        const current = await planFromHistory(options, runner.history);
        first ??= current;
        refuse(current, options);
        if (current === first && engine.provenance.release !== '') {
            await runner.session.rows(insertEvent('release', '', engine.provenance, { pending: current.apply.length }));
        }
        for (const planned of current.apply) {
            const since = engine.clock.now();
            if (engine.signal?.aborted)
                return { plan: first, applied, failure: undefined, cancelled: true };
            const { migration, judgement, partial } = planned;
            const result = await applyMigration(engine, runner, migration, judgement.phase, partial);
            if (result.kind === 'lost') {
                lost = { planned, attempt: result.attempt, since };
                throw result.error;
            }
            if (result.kind === 'failed') {
                await note(engine, runner, result.failure);
                return { plan: first, applied, failure: result.failure, cancelled: result.failure.reason === 'cancelled' };
            }
            engine.log.info(`${migration.file}: applied in ${(0,duration/* formatDuration */.a)(result.durationMs)}`);
            applied.push(report(planned, result.durationMs, result.tries, result.atomic));
        }
        await readBack(runner, applied);
        return { plan: first, applied, failure: undefined, cancelled: false };
    };
    try {
        return await acrossConnections(engine, () => withRunner(engine, { creates: true }, work));
    }
    catch (error) {
        if (!(error instanceof errors/* CancelledError */.cc) || first === undefined)
            throw error;
        return { plan: first, applied, failure: undefined, cancelled: true };
    }
}
async function planFromHistory(options, history) {
    const { migrations } = options.folder;
    const judgements = new Map();
    for (const migration of pendingOf(migrations, history)) {
        judgements.set(migration.version, await judgePhase(migration, loadParser));
    }
    const { phase, to, steps, allowOutOfOrder } = options;
    return planUp({ migrations, judgements, history, phase, to, steps, allowOutOfOrder });
}
function refuse(current, options) {
    if (current.refusals.length > 0)
        throw new errors/* InputError */.dz(current.refusals.map((refusal) => refusal.message));
    const expected = options.expectDigest ?? '';
    if (expected === '' || expected === current.digest || current.restOf.includes(expected))
        return;
    throw new errors/* InputError */.dz(`the plan is not the one that was approved (digest ${current.digest.slice(0, 12)}…, approved ${expected.slice(0, 12)}…): ` +
        'files or database have changed since; plan and approve again');
}
async function readBack({ session }, applied) {
    if (applied.length === 0)
        return;
    const rows = await session.rows('select version from supabase_migrations.schema_migrations');
    const versions = new Set(rows.map((row) => row[0]));
    const missing = applied.filter((each) => !versions.has(each.version));
    if (missing.length === 0)
        return;
    throw new Error(`${(0,lists/* count */.U9)(missing.length, 'migration')} ran and is not in the history: ${missing.map((each) => each.file).join(', ')}`);
}
async function note(engine, { session }, failure) {
    const { reason, sqlState, line, segmentsDone } = failure;
    const kind = reason === 'cancelled' ? 'cancelled' : 'failed';
    const sql = insertEvent(kind, failure.version, engine.provenance, { reason, sqlState, line, segmentsDone });
    const result = session.lost
        ? undefined
        : await session.send(`reset session authorization; reset role; reset all; ${sql}`);
    if (result?.ok === false)
        engine.log.debug(`the failure could not be noted: ${(0,errors/* describe */.q0)(result.error)}`);
}
function report({ migration, judgement }, durationMs, tries, atomic) {
    const { version, name, file } = migration;
    return { version, name, file, phase: judgement.phase, durationMs, tries, atomic };
}

;// CONCATENATED MODULE: ./packages/migrations/lib/verify/shadow.js





const PREFIX = 'lockstep_shadow_';
const STALE_MS = 3_600_000;
async function withShadow(engine, given, work) {
    if (given !== undefined && !given.isEmpty) {
        const target = readDatabaseUrl(given.reveal());
        await refuseUsed(engine, target);
        return work(onTarget(engine, target));
    }
    const admin = await shadow_open(engine, engine.target);
    try {
        await dropStale(admin, engine);
        const name = `${PREFIX}${Math.floor(engine.clock.now() / 1_000)}_${(0,external_node_crypto_.randomBytes)(3).toString('hex')}`;
        await admin.rows(`create database ${identifier(name)}`);
        try {
            return await work(onTarget(engine, { ...engine.target, database: name }));
        }
        finally {
            await shadow_drop(admin, name, engine);
        }
    }
    finally {
        await admin.close();
    }
}
function onTarget(engine, target) {
    return {
        ...engine,
        target,
        provenance: { ...engine.provenance, release: '', step: `${engine.provenance.step} shadow` },
    };
}
function shadow_open(engine, target) {
    return openSession(target, { log: engine.log, signal: engine.signal, applicationName: 'lockstep shadow' });
}
async function refuseUsed(engine, target) {
    const same = ['host', 'port', 'database'];
    if (same.every((key) => target[key] === engine.target[key])) {
        throw new errors/* InputError */.dz('shadow-database-url: is the database itself; give one that may be thrown away');
    }
    const session = await shadow_open(engine, target);
    try {
        const rows = await session.rows(`select n.nspname || '.' || c.relname from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and n.nspname = 'public'
          and not exists (select from pg_catalog.pg_depend d where d.objid = c.oid and d.deptype = 'e') order by 1`);
        if (rows.length === 0)
            return;
        const names = rows.slice(0, 3).map((row) => row[0]);
        throw new errors/* InputError */.dz(`shadow-database-url: holds ${(0,lists/* count */.U9)(rows.length, 'table')} (${names.join(', ')}); give an empty database that may be thrown away`);
    }
    finally {
        await session.close();
    }
}
async function dropStale(admin, engine) {
    const rows = await admin.rows(`select d.datname from pg_catalog.pg_database d where d.datname like '${PREFIX.replaceAll('_', '\\_')}%'
        and pg_catalog.pg_has_role(current_user, d.datdba, 'usage')
        and not exists (select from pg_catalog.pg_stat_activity a where a.datid = d.oid)`);
    for (const [name] of rows) {
        const made = Number(name?.slice(PREFIX.length).split('_')[0]) * 1_000;
        if (name !== null && name !== undefined && engine.clock.now() - made > STALE_MS)
            await shadow_drop(admin, name, engine);
    }
}
async function shadow_drop(admin, name, engine) {
    const result = await admin.send(`drop database if exists ${identifier(name)} with (force)`);
    if (!result.ok)
        engine.log.warning(`the shadow database ${name} could not be dropped: ${(0,errors/* describe */.q0)(result.error)}`);
}

;// CONCATENATED MODULE: ./packages/migrations/lib/verify/verify.js








async function verify(engine, options) {
    const { folder } = options;
    const subjects = await subjectsOf(engine, options);
    const first = subjects[0];
    const base = first === undefined
        ? folder.migrations
        : folder.migrations.filter((each) => compareVersions(each.version, first.version) < 0);
    return withShadow(engine, options.shadowUrl, async (shadow) => {
        const prepared = await verify_apply(shadow, { ...folder, migrations: base });
        if (prepared !== undefined)
            return { base: base.length, baseProblem: prepared.message, files: [] };
        const files = [];
        for (const migration of subjects) {
            const started = engine.clock.now();
            const upTo = folder.migrations.filter((each) => compareVersions(each.version, migration.version) <= 0);
            const problems = await verifyOne(shadow, { ...folder, migrations: upTo }, migration);
            files.push({
                version: migration.version,
                file: migration.file,
                problems,
                durationMs: engine.clock.now() - started,
            });
            if (problems.some((problem) => problem.kind === 'up-fails' || problem.kind === 'up-again-fails'))
                break;
        }
        return { base: base.length, baseProblem: undefined, files };
    });
}
async function subjectsOf(engine, { folder, steps }) {
    const { migrations } = folder;
    const pending = await runner_withReader(engine, async ({ history }) => pendingOf(migrations, history));
    const oldest = pending[0];
    const from = oldest === undefined ? migrations.length : migrations.indexOf(oldest);
    return migrations.slice(Math.max(0, from - (steps ?? 0)));
}
async function verifyOne(shadow, folder, migration) {
    const before = await schemaOf(shadow);
    const failed = await verify_apply(shadow, folder);
    if (failed !== undefined)
        return [{ kind: 'up-fails', ...failed }];
    if (migration.down === undefined)
        return [{ kind: 'no-way-down', message: 'there is no way down' }];
    const after = await schemaOf(shadow);
    const notDown = await takeDown(shadow);
    if (notDown !== undefined)
        return [{ kind: 'down-fails', ...notDown }];
    const problems = [];
    const left = compareSchemas(before, await schemaOf(shadow));
    if (left.length > 0) {
        problems.push({
            kind: 'down-differs',
            message: `the way down does not restore ${objects(left)}`,
            differences: left,
        });
    }
    const failedAgain = await verify_apply(shadow, folder);
    if (failedAgain !== undefined)
        return [...problems, { kind: 'up-again-fails', ...failedAgain }];
    const differs = compareSchemas(after, await schemaOf(shadow));
    if (differs.length > 0) {
        const message = `up, down and up again makes another ${objects(differs)}`;
        problems.push({ kind: 'up-again-differs', message, differences: differs });
    }
    return problems;
}
function objects(differences) {
    const names = differences.slice(0, 3).map((each) => each.object);
    return names.join(', ') + (differences.length > 3 ? ` and ${differences.length - 3} more` : '');
}
async function verify_apply(shadow, folder) {
    const { failure } = await up(shadow, { folder, phase: 'all', allowOutOfOrder: true });
    if (failure === undefined)
        return undefined;
    return { message: failure.message, ...(failure.line === undefined ? {} : { line: failure.line }) };
}
async function takeDown(shadow) {
    const { failure } = await down(shadow, { range: { kind: 'steps', steps: 1 }, onDataLoss: 'allow' });
    return failure === undefined ? undefined : { message: failure.message };
}
async function schemaOf({ log, signal, target }) {
    const session = await openSession(target, { log, signal, applicationName: 'lockstep shadow' });
    try {
        return await readSchema(session);
    }
    finally {
        await session.close();
    }
}

// EXTERNAL MODULE: ./packages/base/lib/clock.js
var clock = __nccwpck_require__(6298);
;// CONCATENATED MODULE: ./packages/migrations/lib/run/engine.js


const defaultLimits = {
    lockTimeoutMs: 200,
    lockRetryForMs: 60_000,
    runnerLockWaitMs: 60_000,
    statementTimeoutMs: 900_000,
    reconnectForMs: 60_000,
};
function createEngine(options) {
    return {
        target: readDatabaseUrl(options.databaseUrl.reveal()),
        provenance: options.provenance,
        limits: { ...defaultLimits, ...options.limits },
        log: options.log,
        clock: options.clock ?? clock/* systemClock */.m,
        signal: options.signal,
        random: options.random ?? Math.random,
    };
}

;// CONCATENATED MODULE: ./packages/migrations/lib/files/layout.js
const MIGRATION = /^([0-9]+)_(.*)\.sql$/;
function readName(file, layout) {
    if (!/\.sql$/i.test(file) || file.startsWith('.'))
        return { kind: 'other' };
    const match = MIGRATION.exec(file);
    if (match?.[1] === undefined || match[2] === undefined) {
        return { kind: 'refused', why: 'nobody would apply this; name it NUMBER_name.sql, in lower case behind the dot' };
    }
    const [, version, rest] = match;
    const half = /\.(up|down)$/.exec(rest);
    if (layout === 'pairs') {
        if (half === null)
            return { kind: 'refused', why: `neither .up.sql nor .down.sql; rename it to ${version}_${rest}.up.sql` };
        return { kind: half[1], version, name: rest.slice(0, half.index) };
    }
    if (half !== null) {
        const where = half[1] === 'down'
            ? 'move it to the folder of the ways down'
            : `rename it to ${version}_${rest.slice(0, half.index)}.sql`;
        return { kind: 'refused', why: `the Supabase CLI would apply this as a migration of its own; ${where}` };
    }
    return { kind: 'up', version, name: rest };
}
function detectLayout(files) {
    const seen = new Map();
    for (const { name, hasSections } of files) {
        if (!MIGRATION.test(name))
            continue;
        const layout = /\.(up|down)\.sql$/.test(name) ? 'pairs' : hasSections ? 'sections' : 'supabase';
        if (!seen.has(layout))
            seen.set(layout, name);
    }
    const hasUps = files.some((file) => /\.up\.sql$/.test(file.name));
    if (seen.has('pairs') && seen.size > 1 && !hasUps)
        seen.delete('pairs');
    if (seen.size > 1) {
        return { mixed: [...seen].map(([layout, name]) => `${name} looks like "${layout}"`).join(', ') };
    }
    return [...seen.keys()][0] ?? 'supabase';
}

;// CONCATENATED MODULE: ./packages/migrations/lib/files/sections.js



const MARK = /^--[ \t]*migrate:(up|down)\b/;
function cutSections(source, problems) {
    const marks = findMarks(source);
    const lineOf = lineCounter(source);
    const report = (at, message) => void problems.push({ file: source.name, line: lineOf(at), message });
    const half = (name) => {
        const found = marks.filter((mark) => mark.name === name);
        if (found.length > 1)
            report(found[1]?.at ?? 0, `a second "migrate:${name}"; a file has one`);
        const mark = found[0];
        if (mark === undefined)
            return undefined;
        const end = marks.find((other) => other.at > mark.at)?.at ?? source.size;
        return part(source, mark.at, end, lineOf(mark.at));
    };
    const up = half('up');
    const down = half('down');
    if (up === undefined)
        report(0, 'no "-- migrate:up" in it');
    const first = marks[0]?.at ?? source.size;
    const stray = [...walk(part(source, 0, first, source.firstLine))].find((item) => item.kind !== 'end');
    if (stray !== undefined && up !== undefined)
        report(stray.from, 'SQL before the first "-- migrate:" mark, which nobody would run');
    return { up: up ?? source, down };
}
function hasSections(source) {
    return source.read(0, 1 << 16).includes('migrate:') && findMarks(source, true).length > 0;
}
function findMarks(source, onlyFirst = false) {
    const marks = [];
    for (const item of walk(source)) {
        if (item.kind !== 'statement' && item.kind !== 'end')
            continue;
        const sql = source.read(item.from, item.kind === 'end' ? source.size : item.to);
        if (sql.includes('migrate:'))
            marks.push(...marksIn(sql, item.from));
        if (onlyFirst)
            break;
    }
    return marks;
}
function marksIn(sql, from) {
    return lineComments(sql).flatMap(({ at, end }) => {
        const name = MARK.exec(sql.toString('utf8', at, end))?.[1];
        const startsLine = sql.toString('latin1', 0, at).split('\n').at(-1)?.trim() === '';
        return name === undefined || !startsLine ? [] : [{ name: name, at: from + at }];
    });
}
function part(source, from, to, firstLine) {
    return {
        name: source.name,
        firstLine,
        size: to - from,
        read: (start, end) => source.read(from + start, Math.min(to, from + end)),
    };
}

;// CONCATENATED MODULE: ./packages/migrations/lib/files/folder.js









function readFolder(options) {
    const problems = [];
    const files = sqlFiles(options.directory, options.base, true);
    const layout = options.layout === 'auto' ? detect(files, options.directory) : options.layout;
    const found = named(files, layout, problems);
    const ups = found.filter((file) => file.name.kind === 'up');
    const downs = layout === 'supabase'
        ? named(sqlFiles(options.downDirectory, options.base, false), layout, problems)
        : found.filter((file) => file.name.kind === 'down');
    const migrations = ups.filter((up) => !isSkipped(up, layout)).map((up) => migrationOf(up, downs, layout, problems));
    for (const down of downs) {
        if (!migrations.some((migration) => belongs(down, migration))) {
            problems.push({ file: down.file, message: 'a way down without its way up; both carry the same number and name' });
        }
    }
    migrations.sort((a, b) => compareVersions(a.version, b.version));
    for (const [i, migration] of migrations.entries()) {
        const before = migrations[i - 1];
        if (before !== undefined && compareVersions(before.version, migration.version) === 0) {
            problems.push({ file: migration.file, message: `the same version as ${before.file}; give one of them another` });
        }
    }
    if (problems.length > 0)
        throw new FileError(problems);
    return { layout, migrations };
}
function sqlFiles(directory, base, required) {
    const folder = external_node_path_.resolve(base ?? '.', directory);
    if (!(0,external_node_fs_.existsSync)(folder)) {
        if (!required)
            return [];
        throw new errors/* InputError */.dz(`migrations folder ${directory}: does not exist; check out the repository, or name another`);
    }
    return (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true })
        .filter((entry) => !entry.isDirectory() && /\.sql$/i.test(entry.name))
        .map((entry) => ({ file: external_node_path_.posix.join(directory, entry.name), path: external_node_path_.join(folder, entry.name) }))
        .sort((a, b) => (a.file < b.file ? -1 : 1));
}
function detect(files, directory) {
    const layout = detectLayout(files.map(({ file, path: at }) => ({ name: external_node_path_.basename(file), hasSections: hasSections(fileSource(file, at)) })));
    if (typeof layout === 'string')
        return layout;
    throw new errors/* InputError */.dz(`migrations folder ${directory}: its layout is not clear: ${layout.mixed}; name it, or move files`);
}
function named(files, layout, problems) {
    return files.flatMap(({ file, path: at }) => {
        const name = readName(external_node_path_.basename(file), layout);
        if (name.kind === 'refused')
            problems.push({ file, message: name.why });
        return name.kind === 'up' || name.kind === 'down' ? [{ file, path: at, name, source: fileSource(file, at) }] : [];
    });
}
function migrationOf(up, downs, layout, problems) {
    const { version, name } = up.name;
    if (layout === 'sections') {
        const halves = cutSections(up.source, problems);
        const down = halves.down === undefined ? undefined : script(halves.down, problems);
        return { version, name, file: up.file, up: script(halves.up, problems), down };
    }
    const way = downs.find((down) => belongs(down, { version, name }));
    const down = way === undefined ? undefined : script(way.source, problems);
    return { version, name, file: up.file, up: script(up.source, problems), down };
}
function script(source, problems) {
    const found = inspect(source, problems);
    if (found.statements === 0 && (found.texts?.length ?? 0) === 0) {
        problems.push({ file: source.name, message: 'empty; delete it, or say in a comment why nothing is to be done' });
    }
    return found;
}
function belongs(down, migration) {
    const { name } = down;
    return 'version' in name && name.version === migration.version && name.name === migration.name;
}
function isSkipped(up, layout) {
    if (layout !== 'supabase' || !('version' in up.name) || up.name.name !== 'init')
        return false;
    return /^\d{14}$/.test(up.name.version) && compareVersions(up.name.version, '20211209000000') < 0;
}

;// CONCATENATED MODULE: ./actions/migrate/lib/engine.js

function engineOf(values, shell) {
    const { env } = shell;
    return createEngine({
        databaseUrl: values['database-url'],
        provenance: {
            release: releaseOf(values, shell),
            commit: shell.journal?.read().release.commit ?? env.sha,
            actor: env.actor,
            run: env.runUrl,
            step: shell.instance,
        },
        limits: {
            lockTimeoutMs: values['lock-timeout'],
            lockRetryForMs: values['lock-retry-for'],
            runnerLockWaitMs: values['runner-lock-wait'],
            statementTimeoutMs: values['statement-timeout'],
        },
        log: shell.log,
        clock: shell.clock,
        signal: shell.signal,
    });
}
function releaseOf(values, shell) {
    return values['release-id'] || (shell.journal?.read().release.id ?? '');
}
function exposedOf(values) {
    const [first] = values['exposed-schemas'];
    return first === 'auto' ? 'auto' : values['exposed-schemas'];
}
function phaseOf(values, shell) {
    if (values.phase !== 'auto')
        return values.phase;
    return shell.journal === undefined ? 'all' : 'expand';
}
function folderOf(values, shell) {
    return readFolder({
        directory: values.directory,
        downDirectory: values['down-directory'],
        layout: values.layout,
        base: shell.env.workspace,
    });
}

;// CONCATENATED MODULE: ./actions/migrate/lib/report.js


function writeReport(shell, report) {
    (0,external_node_fs_.mkdirSync)(shell.env.tempDir, { recursive: true });
    const file = external_node_path_.join(shell.env.tempDir, `lockstep-migrate-${shell.instance}.json`);
    (0,external_node_fs_.writeFileSync)(file, `${JSON.stringify(report, null, 2)}\n`);
    return file;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/report/markdown.js
function cell(text) {
    return text
        .replace(/[\r\n\t]+/g, ' ')
        .replace(/[&<>]/g, (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[mark] ?? mark)
        .replace(/[\\|`*_[\]~#]/g, (mark) => `\\${mark}`)
        .replace(/@/g, '@\u200b');
}
function table(head, rows) {
    const line = (cells) => `| ${cells.map(cell).join(' | ')} |`;
    return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

;// CONCATENATED MODULE: ./actions/migrate/lib/tables.js


function appliedTable(applied) {
    const rows = applied.map((each) => [
        each.file,
        each.phase,
        (0,duration/* formatDuration */.a)(each.durationMs),
        String(each.tries),
        each.atomic ? 'one transaction' : 'in parts',
    ]);
    return table(['applied', 'phase', 'time', 'tries', 'ran as'], rows);
}
function revertedTable(reverted) {
    const rows = reverted.map((each) => [
        `${each.version} ${each.name}`,
        (0,duration/* formatDuration */.a)(each.durationMs),
        each.losses.length === 0 ? 'nothing' : describeLosses(each.losses),
    ]);
    return table(['taken down', 'time', 'data lost'], rows);
}
function downPlanTable(plan) {
    const rows = plan.revert.map((each) => [
        `${each.version} ${each.name}`,
        each.side.phase,
        each.side.release,
        each.takes.map(describePrediction).join(', ') || (each.opaque ? 'known when it runs' : 'nothing'),
        each.losses.length === 0 ? 'none' : describeLosses(each.losses),
    ]);
    return rows.length === 0
        ? 'Nothing to take down.'
        : table(['take down', 'phase', 'release', 'takes away', 'data in it now'], rows);
}
function statusTable(list) {
    const rows = list.map((each) => [
        `${each.version} ${each.name}`,
        each.state,
        each.hasDown ? 'yes' : 'no',
        each.release,
        each.appliedAt,
    ]);
    return table(['migration', 'state', 'way down', 'release', 'applied at'], rows);
}
function findingTable(findings) {
    const rows = findings.map((each) => [
        `${each.file}:${each.line}`,
        each.severity,
        each.rule,
        each.allowed === undefined ? `${each.message}; ${each.todo}` : `${each.message}; allowed: ${each.allowed}`,
    ]);
    return rows.length === 0 ? 'No findings.' : table(['where', 'severity', 'rule', 'finding'], rows);
}
function verifiedTable(files) {
    const rows = files.map((each) => [
        each.file,
        each.problems.length === 0
            ? 'goes up, down and up again'
            : each.problems.map((problem) => problem.message).join('; '),
        (0,duration/* formatDuration */.a)(each.durationMs),
    ]);
    return table(['migration', 'verified', 'time'], rows);
}
function editBlocks(edits) {
    return edits.map(({ diff, file }) => {
        const lines = diff.slice(0, SHOWN_LINES).map((line) => `    ${line}`);
        const more = diff.length > SHOWN_LINES ? `\n\n… and ${diff.length - SHOWN_LINES} more lines` : '';
        return `Edited since it was applied: ${file.replace(/[^\w./-]/g, '_')}\n\n${lines.join('\n')}${more}`;
    });
}
const SHOWN_LINES = 60;

;// CONCATENATED MODULE: ./actions/migrate/lib/check.js





async function runLint(values, shell) {
    const options = { folder: folderOf(values, shell), exposedSchemas: exposedOf(values) };
    const findings = values['database-url'].isEmpty
        ? await lintFolder(options)
        : await lintPending(engineOf(values, shell), options);
    for (const { allowed, file, line, message, rule, severity, todo } of findings) {
        shell.log.info(`${file}:${line}: ${severity} ${rule}: ${message}${allowed === undefined ? '' : ` (allowed: ${allowed})`}`);
        if (severity === 'note')
            continue;
        shell.annotate({ level: severity, title: `migrate: ${rule}`, message: `${message}; ${todo}`, file, line });
    }
    shell.summary.add(`### Migration lint\n\n${findingTable(findings)}`);
    const outputs = { 'report-path': writeReport(shell, { findings }) };
    const verdict = lintVerdict(findings, values['fail-on']);
    const message = `${(0,lists/* count */.U9)(of(findings, 'error'), 'error')}, ${(0,lists/* count */.U9)(of(findings, 'warning'), 'warning')}, ${(0,lists/* count */.U9)(of(findings, 'note'), 'note')}`;
    return { verdict, reason: verdict === 'pass' ? 'linted' : 'unsafe-changes', message, outputs };
}
function lintVerdict(findings, failOn) {
    const counted = { error: ['error'], warning: ['error', 'warning'], nothing: [] }[failOn];
    return findings.some((each) => counted.includes(each.severity)) ? 'fail' : 'pass';
}
function of(findings, severity) {
    return findings.filter((each) => each.severity === severity).length;
}
async function runVerify(values, shell) {
    const report = await verify(engineOf(values, shell), {
        folder: folderOf(values, shell),
        shadowUrl: values['shadow-database-url'],
        steps: values.steps,
    });
    const outputs = { 'report-path': writeReport(shell, report) };
    if (report.baseProblem !== undefined) {
        return { verdict: 'fail', reason: 'base-fails', message: `the migrations before: ${report.baseProblem}`, outputs };
    }
    if (report.files.length === 0) {
        const message = 'nothing is pending, so nothing was verified';
        return { verdict: 'unknown', reason: 'nothing-to-verify', message, outputs, passes: true };
    }
    shell.summary.add(`### Migrations verified\n\n${verifiedTable(report.files)}`);
    const wrong = report.files.filter((each) => each.problems.length > 0);
    for (const file of wrong)
        tell(shell, file);
    if (wrong.length === 0) {
        const message = `${(0,lists/* count */.U9)(report.files.length, 'migration')} went up, down and up again`;
        return { verdict: 'pass', reason: 'verified', message, outputs };
    }
    const message = wrong
        .map((each) => `${each.file}: ${each.problems.map((problem) => problem.message).join('; ')}`)
        .join('; ');
    return { verdict: 'fail', reason: wrong[0]?.problems[0]?.kind ?? 'not-verified', message, outputs };
}
function tell(shell, { file, problems }) {
    for (const problem of problems) {
        const line = 'line' in problem ? { line: problem.line } : {};
        shell.annotate({ level: 'error', title: `migrate: ${problem.kind}`, message: problem.message, file, ...line });
        for (const text of differencesOf(problem))
            shell.log.info(text);
        const block = differencesOf(problem).map((text) => `    ${text}`);
        if (block.length > 0)
            shell.summary.add(block.join('\n'));
    }
}
function differencesOf(problem) {
    if (!('differences' in problem))
        return [];
    return problem.differences.flatMap((each) => [
        `${each.object} (${each.kind})`,
        ...each.lines.map((line) => `  ${line}`),
    ]);
}

;// CONCATENATED MODULE: ./actions/migrate/lib/down.js





async function runDown(values, shell) {
    const policy = values['on-data-loss'] === 'auto' ? 'fail' : values['on-data-loss'];
    const options = { range: rangeOf(values), onDataLoss: policy === 'allow' ? 'allow' : 'refuse' };
    const engine = engineOf(values, shell);
    if (values['dry-run']) {
        const plan = await readDownPlan(engine, options);
        shell.summary.add(`### Ways down\n\n${downPlanTable(plan)}`);
        const outputs = outputsOf(shell, plan, [], plan.revert);
        const [refusal] = plan.refusals;
        if (refusal !== undefined) {
            const message = plan.refusals.map((each) => each.message).join('; ');
            return { verdict: 'fail', reason: refusal.reason, message, outputs };
        }
        const message = `would take ${(0,lists/* count */.U9)(plan.revert.length, 'migration')} down, ${plan.fromVersion || 'none'} to ${plan.toVersion || 'none'}`;
        return { verdict: 'pass', reason: 'dry-run', message, outputs };
    }
    return outcomeOf(shell, policy, await down(engine, options));
}
function rangeOf(values) {
    if (values.to !== '')
        return { kind: 'to', version: values.to };
    if (values.steps === undefined && values['release-id'] !== '') {
        return { kind: 'release', release: values['release-id'] };
    }
    return { kind: 'steps', steps: values.steps ?? 1 };
}
function outcomeOf(shell, policy, { cancelled, failure, plan, refused, reverted }) {
    if (reverted.length > 0)
        shell.summary.add(`### Taken down\n\n${revertedTable(reverted)}`);
    const outputs = outputsOf(shell, plan, reverted);
    const done = `${(0,lists/* count */.U9)(reverted.length, 'migration')} taken down`;
    if (failure !== undefined) {
        return { verdict: 'fail', reason: failure.reason, message: `${failure.message}; ${done} before it`, outputs };
    }
    if (refused !== undefined) {
        const lost = `${refused.version} ${refused.name} stays: going down would lose ${describeLosses(refused.losses)}`;
        return policy === 'keep'
            ? { verdict: 'pass', reason: 'kept-data', message: `${lost}; ${done} before it`, outputs }
            : {
                verdict: 'fail',
                reason: 'data-loss',
                message: `${lost}; set on-data-loss: allow to let it go; ${done} before it`,
                outputs,
            };
    }
    if (cancelled)
        return { verdict: 'unknown', reason: 'cancelled', message: `cancelled; ${done} before`, outputs };
    const message = reverted.length === 0
        ? 'nothing to take down'
        : `${done}, ${plan.fromVersion} to ${plan.toVersion || 'none'}: ${reverted.map((each) => `${each.version} ${each.name}`).join(', ')}`;
    return { verdict: 'pass', reason: reverted.length === 0 ? 'nothing-to-take-down' : 'taken-down', message, outputs };
}
function outputsOf(shell, plan, reverted, preview = []) {
    const shown = {
        from: plan.fromVersion,
        to: plan.toVersion,
        migrations: plan.revert.map(({ name, side, version }) => ({
            version,
            name,
            phase: side.phase,
            release: side.release,
            down: side.downDigest ?? null,
            losses: preview.find((each) => each.version === version)?.losses ?? [],
        })),
        refusals: plan.refusals,
    };
    return {
        'rolled-back': reverted.map((each) => each.version).join('\n'),
        'from-version': plan.fromVersion,
        'to-version': plan.toVersion,
        plan: shown,
        'report-path': writeReport(shell, { plan: shown, reverted }),
    };
}

// EXTERNAL MODULE: ./packages/action-shell/lib/shape.js
var shape = __nccwpck_require__(3085);
;// CONCATENATED MODULE: ./actions/migrate/lib/inputs.js

const version = { pattern: /^\d+$/, expected: 'a version: digits' };
const inputs = {
    command: (0,shape/* oneOf */.yL)(['up', 'down', 'plan', 'status', 'verify', 'lint', 'adopt', 'repair'], 'up'),
    'database-url': (0,shape/* secret */.rJ)(),
    directory: (0,shape/* text */.Qq)('supabase/migrations'),
    'down-directory': (0,shape/* text */.Qq)('supabase/rollbacks'),
    layout: (0,shape/* oneOf */.yL)(['auto', 'supabase', 'pairs', 'sections'], 'auto'),
    to: (0,shape/* text */.Qq)(undefined, version),
    steps: (0,shape/* integer */.nd)(undefined, { min: 1 }),
    phase: (0,shape/* oneOf */.yL)(['auto', 'expand', 'contract', 'all'], 'auto'),
    'lock-timeout': (0,shape/* duration */.p0)('200ms'),
    'lock-retry-for': (0,shape/* duration */.p0)('60s'),
    'runner-lock-wait': (0,shape/* duration */.p0)('60s'),
    'statement-timeout': (0,shape/* duration */.p0)('15m'),
    'on-failure': (0,shape/* oneOf */.yL)(['auto', 'undo', 'keep'], 'auto'),
    'on-data-loss': (0,shape/* oneOf */.yL)(['auto', 'fail', 'keep', 'allow'], 'auto'),
    'drain-time': (0,shape/* duration */.p0)('30s'),
    'allow-out-of-order': (0,shape/* flag */.Jt)(false),
    'expect-plan': (0,shape/* text */.Qq)(undefined, { pattern: /^[0-9a-f]{64}$/, expected: 'the output plan-digest of an earlier plan' }),
    'shadow-database-url': (0,shape/* secret */.rJ)(),
    'exposed-schemas': (0,shape/* list */.p_)('auto'),
    'fail-on': (0,shape/* oneOf */.yL)(['error', 'warning', 'nothing'], 'error'),
    version: (0,shape/* text */.Qq)(undefined, version),
    repair: (0,shape/* oneOf */.yL)(['accept', 'drop'], 'accept'),
    because: (0,shape/* text */.Qq)(),
    'release-id': (0,shape/* text */.Qq)(),
    'dry-run': (0,shape/* flag */.Jt)(false),
    'job-status': (0,shape/* jobStatus */.WB)(),
};
function problemsOf(values) {
    const { because, command, steps, to } = values;
    const given = [
        [
            values['database-url'].isEmpty && command !== 'lint',
            'input "database-url": the secret is empty; set it where the caller\'s "with:" takes it from (an unset secret arrives as an empty text)',
        ],
        [to !== '' && steps !== undefined, 'inputs "to" and "steps": give one of them'],
        [command === 'status' && (to !== '' || steps !== undefined), 'inputs "to" and "steps": status looks at everything'],
        [values['expect-plan'] !== '' && command !== 'up', 'input "expect-plan": only command up is held to a plan'],
        [values['lock-timeout'] === 0, 'input "lock-timeout": 0 would let a blocked statement stall the app without end'],
        [command === 'adopt' && to === '', 'input "to": adopt needs the last version whose schema change is there already'],
        [command === 'repair' && values.version === '', 'input "version": repair needs the version whose record is wrong'],
        [command === 'repair' && because === '', 'input "because": repair needs a reason; it is kept with your name'],
    ];
    return given.filter(([wrong]) => wrong).map(([, problem]) => problem);
}

;// CONCATENATED MODULE: ./packages/migrations/lib/records/releases.js


async function readReleasesSince(engine) {
    return runner_withReader(engine, async ({ session, tables }) => {
        if (!tables.side)
            return [];
        const { release, step } = engine.provenance;
        const rows = await session.rows(`select distinct release from lockstep.events
        where id > (select min(id) from lockstep.events where step = ${literal(step)})
          and release is not null and release <> ${literal(release)} order by 1`);
        return rows.map((row) => row[0] ?? '');
    });
}

;// CONCATENATED MODULE: ./actions/migrate/lib/undo-rule.js
function decideSchemaUndo(question) {
    const { onFailure, traffic } = question;
    if (onFailure === 'keep')
        return { kind: 'keep', because: 'on-failure is keep' };
    if (traffic === undefined || traffic === 'untouched')
        return { kind: 'go', afterMs: 0 };
    if (onFailure === 'auto') {
        return { kind: 'keep', because: 'the candidate had traffic, and the old code works with the expanded schema' };
    }
    if (traffic !== 'restored' || question.restoredAt === undefined) {
        return { kind: 'unconfirmed', because: 'the traffic was not confirmed to be back on every host' };
    }
    if (question.pinned) {
        return { kind: 'unconfirmed', because: 'skew protection keeps clients on the candidate until they reload' };
    }
    if (question.others.length > 0) {
        return { kind: 'unconfirmed', because: `released on this database since: ${question.others.join(', ')}` };
    }
    return { kind: 'go', afterMs: Math.max(0, question.restoredAt + question.drainMs - question.now) };
}

;// CONCATENATED MODULE: ./packages/migrations/lib/report/plan-report.js








const LISTED = 100;
async function readPlanReport(engine, options) {
    const parse = await loadParser();
    return runner_withReader(engine, async ({ history, session }) => {
        const plan = await planFromHistory(options, history);
        const all = [...plan.pending];
        const files = all.map(({ migration }) => readFile(migration, parse));
        const sizes = await readSizes(session, files.flatMap(tablesOf));
        const findings = lintFiles(files, await readExposed(session, options.exposedSchemas), sizes);
        const migrations = all.map((planned, nth) => {
            const file = files[nth];
            const does = plan.held.includes(planned) || !plan.apply.includes(planned) ? 'hold' : 'apply';
            return migrationReport(planned, file, does, findings, sizes, parse);
        });
        const { digest, fromVersion, refusals, toVersion, withoutFile } = plan;
        return { plan, report: { digest, fromVersion, toVersion, migrations, refusals, withoutFile } };
    });
}
function migrationReport({ judgement, migration, partial }, { statements }, does, findings, sizes, parse) {
    const { down, file, name, up, version } = migration;
    return {
        version,
        name,
        file,
        does,
        phase: judgement.phase,
        phaseBy: judgement.by,
        reasons: judgement.reasons,
        atomic: isAtomic(cutSegments(up.pieces)),
        resumes: partial !== undefined,
        checksum: up.checksum,
        statements: statements.slice(0, LISTED).map((statement) => statementReport(statement, sizes)),
        moreStatements: Math.max(0, statements.length - LISTED),
        down: down === undefined ? null : downPart(down.checksum, predict(down, parse)),
        findings: findings.filter((finding) => finding.file === file),
    };
}
function downPart(checksum, { opaque, takes }) {
    return { checksum, takes: takes.map(describePrediction), opaque };
}
const CONTROL = new Set(['begin', 'commit', 'rollback', 'prepare-transaction']);
function statementReport(statement, sizes) {
    const { line, parsed, tag } = statement;
    return {
        line,
        tag,
        class: statement.class === 'alone' ? 'alone' : CONTROL.has(statement.class) ? 'control' : 'transaction',
        locks: (parsed === undefined ? [] : locksOf(parsed)).map(({ mode, table }) => ({
            table,
            mode,
            blocks: blocks(mode),
            size: sizes?.get(canonical(table)) ?? null,
        })),
    };
}

;// CONCATENATED MODULE: ./packages/migrations/lib/report/plan-markdown.js



const SHOWN_FINDINGS = 30;
function planMarkdown(report) {
    const blocks = [
        headline(report),
        ...report.refusals.map((refusal) => `> **Refused:** ${cell(refusal.message)}`),
        report.migrations.length === 0 ? '' : overview(report.migrations),
        ...report.migrations.flatMap(plan_markdown_lockTable),
        plan_markdown_findingTable(report.migrations.flatMap((each) => each.findings)),
        report.withoutFile.length === 0
            ? ''
            : `Applied, and not in this checkout: ${report.withoutFile.map(cell).join(', ')}.`,
        `Plan digest \`${report.digest}\``,
    ];
    return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}
function headline({ fromVersion, migrations, toVersion }) {
    const held = migrations.filter((each) => each.does === 'hold').length;
    const applied = migrations.length - held;
    if (migrations.length === 0)
        return `Nothing is pending; the database is at ${cell(fromVersion || 'its beginning')}.`;
    const way = applied === 0 ? '' : `, ${cell(fromVersion || 'empty')} → ${cell(toVersion)}`;
    const wait = held === 0 ? '' : `; ${(0,lists/* count */.U9)(held, 'file')} held back`;
    return `**${(0,lists/* count */.U9)(applied, 'migration')} to apply**${way}${wait}.`;
}
function overview(migrations) {
    const rows = migrations.map((each) => [
        each.file,
        each.does === 'apply' ? (each.resumes ? 'go on' : 'apply') : 'hold',
        each.phase,
        each.atomic ? 'one transaction' : 'in parts',
        downWords(each),
        each.reasons.map((reason) => `line ${reason.line}: ${reason.what}`).join('; '),
    ]);
    return table(['file', 'plan', 'phase', 'runs as', 'way down', 'why'], rows);
}
function downWords({ down }) {
    if (down === null)
        return 'none';
    const takes = down.takes.length === 0 ? '' : `takes away ${down.takes.join(', ')}`;
    return [takes || 'yes', down.opaque ? 'runs code' : ''].filter((word) => word !== '').join('; ');
}
function plan_markdown_lockTable({ file, statements }) {
    const rows = statements.flatMap(({ line, locks, tag }) => locks.filter((lock) => lock.blocks !== 'nothing').map((lock) => [String(line), tag, ...lockCells(lock)]));
    if (rows.length === 0)
        return [];
    return [`Locks of ${cell(file)}`, table(['line', 'statement', 'table', 'size', 'blocks'], rows)];
}
function lockCells({ blocks, size, table: name }) {
    return [name, size === null ? 'new, or not there' : describeSize(size), blocks];
}
function plan_markdown_findingTable(findings) {
    if (findings.length === 0)
        return '';
    const order = { error: 0, warning: 1, note: 2 };
    const sorted = [...findings].sort((a, b) => order[a.severity] - order[b.severity]);
    const rows = sorted
        .slice(0, SHOWN_FINDINGS)
        .map((each) => [
        `${each.file}:${each.line}`,
        each.severity,
        each.rule,
        each.allowed === undefined ? `${each.message}; ${each.todo}` : `${each.message}; allowed: ${each.allowed}`,
    ]);
    const more = findings.length - rows.length;
    const rest = more > 0 ? `\n\n… and ${more} more in the report` : '';
    return `${table(['where', 'severity', 'rule', 'finding'], rows)}${rest}`;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/records/diff.js
const LINES = 1_500;
const AROUND = 2;
function diffLines(before, after) {
    const [a, b] = [before.split('\n'), after.split('\n')];
    if (before === after)
        return [];
    if (a.length > LINES || b.length > LINES)
        return [`@ ${a.length} lines before, ${b.length} after: too many to show`];
    const all = diff_walk(a, b, lengths(a, b));
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
function diff_walk(a, b, table) {
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

;// CONCATENATED MODULE: ./packages/migrations/lib/records/edits.js



async function readEdits(engine, folder) {
    return runner_withReader(engine, async ({ history, session }) => {
        const edits = [];
        for (const migration of folder.migrations) {
            const record = history.find((each) => BigInt(each.version) === BigInt(migration.version));
            if (record?.applied !== true || record.side === undefined)
                continue;
            if (record.side.checksum === migration.up.checksum)
                continue;
            const [row] = await session.rows(`select pg_catalog.array_to_string(statements, E';\\n') from supabase_migrations.schema_migrations where version = ${literal(record.version)}`);
            const now = (migration.up.texts ?? []).join(';\n').replaceAll('\r\n', '\n');
            const diff = diffLines((row?.[0] ?? '').replaceAll('\r\n', '\n'), now);
            edits.push({ version: migration.version, file: migration.file, diff });
        }
        return edits;
    });
}

;// CONCATENATED MODULE: ./actions/migrate/lib/up.js





const BEGUN = 'up';
function optionsOf(values, shell) {
    const phase = phaseOf(values, shell);
    if (phase === 'contract' && shell.journal?.read().state === 'open') {
        throw new errors/* InputError */.dz('input "phase": contract files run when the release is committed, not inside of it: the old code may come back');
    }
    return {
        folder: folderOf(values, shell),
        phase,
        to: values.to === '' ? undefined : values.to,
        steps: values.steps,
        allowOutOfOrder: values['allow-out-of-order'],
        expectDigest: values['expect-plan'],
    };
}
async function runPlan(values, shell) {
    const options = optionsOf(values, shell);
    const engine = engineOf(values, shell);
    const { plan, report } = await readPlanReport(engine, { ...options, exposedSchemas: exposedOf(values) });
    shell.summary.add(`### Migration plan\n\n${planMarkdown(report)}`);
    const outputs = {
        ...versionsOf(plan, []),
        plan: compact(report),
        'plan-digest': report.digest,
        'report-path': writeReport(shell, report),
    };
    const [refusal] = plan.refusals;
    if (refusal !== undefined) {
        if (plan.refusals.some((each) => each.reason === 'edited')) {
            for (const block of editBlocks(await readEdits(engine, options.folder)))
                shell.summary.add(block);
        }
        const message = plan.refusals.map((each) => each.message).join('; ');
        return { verdict: 'fail', reason: refusal.reason, message, outputs };
    }
    const message = plan.apply.length === 0
        ? `nothing to apply${heldWords(plan)}`
        : `would apply ${(0,lists/* count */.U9)(plan.apply.length, 'migration')}, ${plan.fromVersion || 'none'} to ${plan.toVersion}${heldWords(plan)}`;
    return { verdict: 'pass', reason: values.command === 'plan' ? 'planned' : 'dry-run', message, outputs };
}
async function runUp(values, shell) {
    const options = optionsOf(values, shell);
    const engine = engineOf(values, shell);
    shell.state.save(BEGUN, true);
    shell.journal?.began('migrate', { phase: options.phase });
    const report = await up(engine, options);
    shell.summary.add(`### Migrations\n\n${up_headline(report)}`);
    if (report.applied.length > 0)
        shell.summary.add(appliedTable(report.applied));
    const { applied, plan } = report;
    const outputs = {
        ...versionsOf(plan, applied),
        'plan-digest': plan.digest,
        'report-path': writeReport(shell, {
            digest: plan.digest,
            applied,
            held: plan.held.map((each) => each.migration.file),
            failure: report.failure ?? null,
        }),
    };
    const outcome = up_outcomeOf(report, outputs, shell);
    if (outcome.verdict === 'pass') {
        shell.journal?.finished('migrate', { applied: applied.map((each) => each.version) });
    }
    return outcome;
}
function up_headline({ applied, plan }) {
    return applied.length === 0
        ? `Nothing applied${heldWords(plan)}.`
        : `${(0,lists/* count */.U9)(applied.length, 'migration')} applied${heldWords(plan)}.`;
}
function up_outcomeOf({ applied, cancelled, failure, plan }, outputs, shell) {
    const done = `${(0,lists/* count */.U9)(applied.length, 'migration')} applied`;
    if (failure !== undefined) {
        shell.annotate({
            level: 'error',
            title: `migrate: ${failure.reason}`,
            message: failure.message,
            file: failure.file,
            ...(failure.line === undefined ? {} : { line: failure.line }),
            ...(failure.column === undefined ? {} : { column: failure.column }),
        });
        const verdict = failure.reason === 'cancelled' ? 'unknown' : 'fail';
        return { verdict, reason: failure.reason, message: `${failure.message}; ${done} before it`, outputs };
    }
    if (cancelled)
        return { verdict: 'unknown', reason: 'cancelled', message: `cancelled; ${done} before`, outputs };
    const message = applied.length === 0
        ? `nothing to apply${heldWords(plan)}`
        : `${done}, ${plan.fromVersion || 'none'} to ${plan.toVersion}${heldWords(plan)}`;
    return { verdict: 'pass', reason: applied.length === 0 ? 'nothing-to-apply' : 'applied', message, outputs };
}
function heldWords(plan) {
    if (plan.held.length === 0)
        return '';
    const names = (0,lists/* nameSome */.Kf)(plan.held.map((each) => each.migration.file), 3);
    return `; held back: ${names}`;
}
function versionsOf(plan, applied) {
    return {
        applied: applied.map((each) => each.version).join('\n'),
        'applied-count': applied.length,
        'from-version': plan.fromVersion,
        'to-version': applied.length === 0 ? plan.fromVersion : plan.toVersion,
    };
}
function compact({ migrations, ...rest }) {
    const short = ({ findings, moreStatements, statements, ...each }) => ({
        ...each,
        statements: statements.length + moreStatements,
        findings: findings.length,
    });
    return { ...rest, migrations: migrations.map(short) };
}

;// CONCATENATED MODULE: ./actions/migrate/lib/post.js






async function undo(values, shell) {
    if (shell.state.get(BEGUN) !== true)
        return undefined;
    const release = shell.journal?.read();
    const engine = engineOf(values, shell);
    const range = { kind: 'step', step: shell.instance };
    try {
        const hadTraffic = release !== undefined && release.traffic !== 'untouched';
        const decision = decideSchemaUndo({
            onFailure: values['on-failure'],
            traffic: release?.traffic,
            ...restored(release),
            others: hadTraffic && values['on-failure'] === 'undo' ? await readReleasesSince(engine) : [],
            now: shell.clock.now(),
            drainMs: values['drain-time'],
        });
        if (decision.kind === 'go') {
            if (decision.afterMs > 0) {
                shell.log.info(`waiting ${(0,duration/* formatDuration */.a)(decision.afterMs)} until the candidate has drained`);
                await shell.clock.sleep(decision.afterMs, shell.signal);
            }
            const policy = values['on-data-loss'] === 'auto' ? 'keep' : values['on-data-loss'];
            const onDataLoss = policy === 'allow' ? 'allow' : 'refuse';
            return outcomeOf(shell, policy, await down(engine, { range, onDataLoss, endsOrphans: true }));
        }
        const { chosen } = await readDownPlan(engine, { range });
        if (chosen.length === 0)
            return post_nothing;
        const names = chosen.map(({ name, version }) => `${version} ${name}`).join(', ');
        const message = `schema kept (${names}): ${decision.because}`;
        return decision.kind === 'keep'
            ? { verdict: 'pass', reason: 'kept-after-traffic', message }
            : { verdict: 'unknown', reason: 'traffic-not-confirmed', message };
    }
    catch (error) {
        return { verdict: 'unknown', reason: 'undo-unresolved', message: `${(0,errors/* describe */.q0)(error)}; ${goOn(release)}` };
    }
}
const post_nothing = {
    verdict: 'pass',
    reason: 'nothing-to-take-down',
    message: 'this step applied nothing',
};
function restored(release) {
    const entry = release?.entries.findLast((each) => each.kind === 'traffic' && each.traffic === 'restored');
    if (entry?.kind !== 'traffic')
        return { restoredAt: undefined, pinned: false };
    return {
        restoredAt: Date.parse(entry.at),
        pinned: entry.detail?.pinned === true,
    };
}
function goOn(release) {
    return release === undefined
        ? 'go on with command: down'
        : `go on with the rollback action, to: finish (release ${release.release.id})`;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/up/status.js


async function readStatus(engine, folder) {
    return runner_withReader(engine, async ({ history }) => statusOf(folder, history));
}
function statusOf(folder, history) {
    const versions = new Map();
    for (const { version } of [...history, ...folder.migrations])
        versions.set(BigInt(version), version);
    return [...versions.values()].sort(compareVersions).map((version) => {
        const migration = folder.migrations.find((each) => BigInt(each.version) === BigInt(version));
        const record = history.find((each) => BigInt(each.version) === BigInt(version));
        const side = record?.side;
        return {
            version,
            name: migration?.name ?? side?.name ?? record?.name ?? '',
            file: migration?.file ?? '',
            state: stateOf(record, migration?.up.checksum),
            hasDown: record?.applied === true ? side?.downSql !== undefined : migration?.down !== undefined,
            release: side?.release ?? '',
            appliedAt: side?.finishedAt ?? '',
        };
    });
}
function stateOf(record, checksum) {
    const side = record?.side;
    if (side?.state === 'partial' || side?.state === 'reverting')
        return side.state;
    if (record?.applied !== true)
        return 'pending';
    if (checksum === undefined)
        return 'no-file';
    if (side === undefined)
        return 'applied-elsewhere';
    return side.checksum === checksum ? 'applied' : 'edited';
}

;// CONCATENATED MODULE: ./packages/migrations/lib/records/adopt.js








async function readAdoptPlan(engine, options) {
    return runner_withReader(engine, async ({ history }) => planAdopt(options, history).map(shown));
}
async function adopt(engine, options) {
    return withRunner(engine, { creates: true }, async ({ history, session, tables }) => {
        const planned = planAdopt(options, history);
        const statements = [];
        for (const { migration, records } of planned) {
            const entry = {
                migration,
                phase: (await judgePhase(migration, loadParser)).phase,
                provenance: engine.provenance,
                attempt: (0,external_node_crypto_.randomUUID)(),
                segments: 2,
                lessons: noLessons,
            };
            if (records === 'both')
                statements.push(insertHistory(entry, tables));
            statements.push(upsertSide(entry, tables, 'applied'));
            statements.push(insertEvent('adopt', migration.version, engine.provenance, { records, phase: entry.phase }));
        }
        if (statements.length > 0)
            await session.rows(`begin; ${statements.join(' ')} commit;`);
        return planned.map(shown);
    });
}
function planAdopt({ folder, to }, history) {
    const { migrations } = folder;
    if (!migrations.some((migration) => BigInt(migration.version) === BigInt(to))) {
        throw new errors/* InputError */.dz(`to: there is no migration ${to}; name the last one whose schema change is there`);
    }
    return migrations.flatMap((migration) => {
        if (compareVersions(migration.version, to) > 0)
            return [];
        const record = history.find((each) => BigInt(each.version) === BigInt(migration.version));
        if (record?.side !== undefined && record.side.state !== 'applied') {
            throw new errors/* InputError */.dz(`${migration.file}: stopped half-way (${record.side.state}); finish it with "up" or "down" first`);
        }
        if (record?.applied !== true)
            return [{ migration, records: 'both' }];
        return record.side === undefined ? [{ migration, records: 'side' }] : [];
    });
}
function shown({ migration: { file, name, version }, records }) {
    return { version, name, file, records };
}

;// CONCATENATED MODULE: ./packages/migrations/lib/records/repair.js



async function readRepairPlan(engine, options) {
    return runner_withReader(engine, async ({ history }) => planRepair(options, history).repair);
}
async function repair(engine, options) {
    return withRunner(engine, { creates: false }, async ({ history, session, tables }) => {
        const { migration, repair: planned } = planRepair(options, history);
        const { because, does } = options;
        const { oldChecksum, newChecksum, version } = planned;
        const detail = { because, oldChecksum, newChecksum };
        const change = migration === undefined || does === 'drop' ? removeRecords(version, tables.side) : acceptSide(migration, version);
        const event = insertEvent(does === 'drop' ? 'drop' : 'repair', version, engine.provenance, detail);
        await session.rows(`begin; ${change} ${tables.side ? event : ''} commit;`);
        return planned;
    });
}
function planRepair({ because, does, folder, version }, history) {
    if (because.trim() === '')
        throw new errors/* InputError */.dz('repair: a reason is required; it is kept with your name');
    const record = history.find((each) => BigInt(each.version) === BigInt(version));
    if (record === undefined)
        throw new errors/* InputError */.dz(`repair: version ${version} is not recorded`);
    const migration = folder?.migrations.find((each) => BigInt(each.version) === BigInt(version));
    const repair = {
        version: record.version,
        does,
        file: migration?.file ?? '',
        oldChecksum: record.side?.checksum ?? '',
        newChecksum: does === 'drop' ? '' : (migration?.up.checksum ?? ''),
    };
    if (does === 'drop')
        return { migration, repair };
    if (migration === undefined)
        throw new errors/* InputError */.dz(`repair: there is no file of version ${version} to accept`);
    if (record.side === undefined || !record.applied) {
        throw new errors/* InputError */.dz(`repair: version ${version} was not applied by us; record it with "adopt"`);
    }
    if (record.side.state !== 'applied') {
        throw new errors/* InputError */.dz(`repair: version ${version} stopped half-way (${record.side.state}); finish it with "up" or "down"`);
    }
    return { migration, repair };
}

;// CONCATENATED MODULE: ./actions/migrate/lib/records.js





async function runStatus(values, shell) {
    const engine = engineOf(values, shell);
    const folder = folderOf(values, shell);
    const list = await readStatus(engine, folder);
    shell.summary.add(`### Migrations\n\n${statusTable(list)}`);
    for (const each of list)
        shell.log.info(`${each.version} ${each.name}: ${each.state}`);
    const edits = list.some((each) => each.state === 'edited') ? await readEdits(engine, folder) : [];
    for (const block of editBlocks(edits))
        shell.summary.add(block);
    const pending = list.filter((each) => each.state === 'pending').length;
    return {
        verdict: 'pass',
        reason: 'status',
        message: `${(0,lists/* count */.U9)(list.length, 'migration')}, ${pending} pending`,
        outputs: { 'report-path': writeReport(shell, { status: list, edits }) },
    };
}
async function runAdopt(values, shell) {
    refuseInRelease(shell, 'adopt');
    const options = { folder: folderOf(values, shell), to: values.to };
    const engine = engineOf(values, shell);
    const adopted = values['dry-run'] ? await readAdoptPlan(engine, options) : await adopt(engine, options);
    for (const each of adopted)
        shell.log.info(`${each.file}: ${each.records === 'both' ? 'recorded' : 'way down stored'}`);
    return {
        verdict: 'pass',
        reason: values['dry-run'] ? 'dry-run' : 'adopted',
        message: `${values['dry-run'] ? 'would record' : 'recorded'} ${(0,lists/* count */.U9)(adopted.length, 'migration')} as applied; nothing was run`,
        outputs: { 'report-path': writeReport(shell, { adopted }) },
    };
}
async function runRepair(values, shell) {
    refuseInRelease(shell, 'repair');
    const does = values.repair;
    const folder = does === 'accept' ? folderOf(values, shell) : undefined;
    const options = { version: values.version, does, because: values.because, folder };
    const engine = engineOf(values, shell);
    if (folder !== undefined) {
        const edits = (await readEdits(engine, folder)).filter((each) => BigInt(each.version) === BigInt(values.version));
        for (const block of editBlocks(edits))
            shell.summary.add(block);
    }
    const done = values['dry-run'] ? await readRepairPlan(engine, options) : await repair(engine, options);
    const what = does === 'drop' ? `drops the record of ${done.version}` : `accepts ${done.file} as it is now`;
    return {
        verdict: 'pass',
        reason: values['dry-run'] ? 'dry-run' : 'repaired',
        message: `${values['dry-run'] ? 'dry run: ' : ''}${what}; nothing was run`,
        outputs: { 'report-path': writeReport(shell, done) },
    };
}
function refuseInRelease(shell, command) {
    if (shell.journal?.read().state !== 'open')
        return;
    throw new errors/* InputError */.dz(`input "command": ${command} never runs inside a release; run it before, by itself`);
}

;// CONCATENATED MODULE: ./actions/migrate/lib/run.js







const action = defineAction({
    name: 'migrate',
    inputs: inputs,
    check: problemsOf,
    run,
    post: { when: 'undo', run: undo },
});
const run_commands = {
    up: (values, shell) => (values['dry-run'] ? runPlan(values, shell) : runUp(values, shell)),
    down: runDown,
    plan: runPlan,
    status: runStatus,
    verify: runVerify,
    lint: runLint,
    adopt: runAdopt,
    repair: runRepair,
};
function run(values, shell) {
    return run_commands[values.command](values, shell);
}


/***/ }),

/***/ 3142:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  C: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: external "os"
const external_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");
;// CONCATENATED MODULE: ./node_modules/.pnpm/@actions+core@3.0.1_patch_hash=592aa88c0efd260541c81d9b50b94b54e572c03b9bad36d4358912d972aba45d/node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/.pnpm/@actions+core@3.0.1_patch_hash=592aa88c0efd260541c81d9b50b94b54e572c03b9bad36d4358912d972aba45d/node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_namespaceObject.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
// EXTERNAL MODULE: external "crypto"
var external_crypto_ = __nccwpck_require__(6982);
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ./node_modules/.pnpm/@actions+core@3.0.1_patch_hash=592aa88c0efd260541c81d9b50b94b54e572c03b9bad36d4358912d972aba45d/node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${toCommandValue(message)}${external_os_namespaceObject.EOL}`, {
        encoding: 'utf8'
    });
}
function prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_.randomUUID()}`;
    const convertedValue = toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_namespaceObject.EOL}${convertedValue}${external_os_namespaceObject.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
// EXTERNAL MODULE: external "path"
var external_path_ = __nccwpck_require__(6928);
;// CONCATENATED MODULE: ./node_modules/.pnpm/@actions+core@3.0.1_patch_hash=592aa88c0efd260541c81d9b50b94b54e572c03b9bad36d4358912d972aba45d/node_modules/@actions/core/lib/core.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return file_command_issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    command_issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return file_command_issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_namespaceObject.EOL);
    command_issueCommand('set-output', { name }, toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function debug(message) {
    command_issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    command_issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    command_issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_namespaceObject.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    command_issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    command_issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return __awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return file_command_issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    }
    command_issueCommand('save-state', { name }, toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return __awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __nccwpck_require__(6029);
// EXTERNAL MODULE: ./packages/base/lib/duration.js
var duration = __nccwpck_require__(394);
// EXTERNAL MODULE: ./packages/base/lib/clock.js
var clock = __nccwpck_require__(6298);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: ./packages/base/lib/secret.js
var lib_secret = __nccwpck_require__(9558);
// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __nccwpck_require__(5917);
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

;// CONCATENATED MODULE: ./packages/action-shell/lib/edge.js





const emit = { error: error, warning: warning, notice: notice };
class Edge {
    #annotations = [];
    #blocks = [];
    log;
    summary = { add: (block) => void this.#blocks.push(block.trimEnd()) };
    constructor() {
        this.log = {
            info: (line) => info(harmless(line)),
            debug: (line) => debug(line),
            warning: (line) => this.#say('warning', line),
            notice: (line) => this.#say('notice', line),
            group: (title, work) => group(harmless(title), work),
            foreign,
        };
    }
    annotate(annotation) {
        this.#annotations.push(annotation);
    }
    mask(secret) {
        for (const form of (0,lib_secret/* secretForms */.e)(secret.reveal()))
            setSecret(form);
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
        if (text !== '' && path !== undefined && path !== '')
            this.#append(path, text);
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
        info(harmless(`${level}: ${line}`));
        this.annotate({ level, message: line });
    }
}
function harmless(line) {
    return line.replace(/^(\s*)::/gm, '$1\u200b::').replaceAll('##[', '#\u200b#[');
}
function foreign(text) {
    const token = (0,external_node_crypto_.randomUUID)();
    info(`::stop-commands::${token}`);
    info(text);
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

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./packages/action-shell/lib/environment.js



function readEnvironment(env) {
    const get = (name) => env[name] ?? '';
    const [owner = '', repo = ''] = get('GITHUB_REPOSITORY').split('/');
    const serverUrl = get('GITHUB_SERVER_URL') || 'https://github.com';
    const runId = Number(get('GITHUB_RUN_ID') || '0');
    const runAttempt = Number(get('GITHUB_RUN_ATTEMPT') || '1');
    const workspace = get('GITHUB_WORKSPACE') || process.cwd();
    return {
        repository: { owner, repo },
        sha: get('GITHUB_SHA'),
        ref: get('GITHUB_REF'),
        runId,
        runAttempt,
        actor: get('GITHUB_TRIGGERING_ACTOR') || get('GITHUB_ACTOR'),
        workflow: get('GITHUB_WORKFLOW'),
        job: get('GITHUB_JOB'),
        eventName: get('GITHUB_EVENT_NAME'),
        serverUrl,
        apiUrl: get('GITHUB_API_URL') || 'https://api.github.com',
        runUrl: `${serverUrl}/${owner}/${repo}/actions/runs/${runId}/attempts/${runAttempt}`,
        tempDir: get('RUNNER_TEMP') || (0,external_node_path_.join)(workspace, '.lockstep'),
        workspace,
        event: () => readEvent(get('GITHUB_EVENT_PATH')),
    };
}
function readEvent(path) {
    if (path === '')
        return {};
    try {
        return JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'));
    }
    catch (cause) {
        throw new errors/* InputError */.dz(`event payload ${path}: not readable as JSON`, { cause });
    }
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/failure.js

function outcomeOfError(thrown) {
    const error = (0,errors/* asError */.zR)(thrown);
    const message = (0,errors/* describe */.q0)(error);
    const unknown = (reason, text = message) => ({ verdict: 'unknown', reason, message: text, problems: [text] });
    if (error instanceof errors/* InputError */.dz)
        return { verdict: 'fail', reason: 'invalid-input', message, problems: error.problems };
    if (error instanceof errors/* RemoteError */.Hi)
        return unknown('remote-error');
    if (error instanceof errors/* CancelledError */.cc)
        return unknown('cancelled');
    if (error instanceof errors/* DeadlineError */.j3)
        return unknown('deadline');
    return unknown('internal-error', `a fault of Lockstep itself, please report it with the debug log: ${message}`);
}
function stackOf(thrown) {
    const error = (0,errors/* asError */.zR)(thrown);
    const ours = ![errors/* InputError */.dz, errors/* RemoteError */.Hi, errors/* CancelledError */.cc, errors/* DeadlineError */.j3].some((kind) => error instanceof kind);
    return ours ? error.stack : undefined;
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/journal-state.js
function foldJournal(entries) {
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
    read() {
        const state = foldJournal(readEntries(this.path));
        if (state === undefined)
            throw new errors/* InputError */.dz(`release journal ${this.path}: holds no release; run "release begin" first`);
        return state;
    }
    open(release) {
        (0,external_node_fs_.closeSync)((0,external_node_fs_.openSync)(this.path, 'wx', 0o600));
        this.#append({ kind: 'release', release });
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
        this.#append({ kind: 'undone', result: { action, ...result } }, action);
    }
    note(note, detail) {
        this.#append({ kind: 'note', note, detail });
    }
    #append(fact, action = this.#action) {
        const at = new Date(this.#clock.now()).toISOString();
        const line = JSON.stringify({ at, action, instance: this.#instance, ...fact });
        const file = (0,external_node_fs_.openSync)(this.path, 'a+');
        try {
            (0,external_node_fs_.writeSync)(file, endsInMidLine(file) ? `\n${line}\n` : `${line}\n`);
            (0,external_node_fs_.fsyncSync)(file);
        }
        finally {
            (0,external_node_fs_.closeSync)(file);
        }
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

;// CONCATENATED MODULE: ./packages/action-shell/lib/proxy.js
async function honourProxy(env, log) {
    const wanted = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'].some((name) => (env[name] ?? '') !== '');
    if (!wanted)
        return;
    const http = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 7067, 19));
    const set = http.setGlobalProxyFromEnv;
    if (set !== undefined)
        set();
    else if (env['NODE_USE_ENV_PROXY'] !== '1') {
        log.warning(`Node ${process.versions.node} of this runner goes around the proxy; update the runner, or set NODE_USE_ENV_PROXY to 1`);
    }
}

// EXTERNAL MODULE: ./packages/action-shell/lib/shape.js
var shape = __nccwpck_require__(3085);
;// CONCATENATED MODULE: ./packages/action-shell/lib/signals.js

function abortOnSignals() {
    const controller = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM']) {
        process.on(signal, () => controller.abort(new errors/* CancelledError */.cc(`cancelled by ${signal}`)));
    }
    return controller.signal;
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/state.js

const PREFIX = 'lockstep-';
function runnerState(env) {
    const own = new Map();
    return {
        save: (key, value) => {
            const text = JSON.stringify(value);
            own.set(key, text);
            saveState(`${PREFIX}${key}`, text);
        },
        get: (key) => {
            const text = own.get(key) ?? env[`STATE_${PREFIX}${key}`];
            return text === undefined || text === '' ? undefined : JSON.parse(text);
        },
    };
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

;// CONCATENATED MODULE: ./packages/action-shell/lib/run-action.js












const UNDO_DEADLINE_MS = 240_000;
const LINGER_MS = 2_000;
const LONGEST_TIMER_MS = 2 ** 31 - 1;
async function runAction(action) {
    const edge = new Edge();
    try {
        await honourProxy(process.env, edge.log);
        const state = runnerState(process.env);
        if (state.get('phase') === undefined) {
            state.save('phase', 'post');
            await runMain(action, edge, state);
        }
        else {
            await runPost(action, edge, state);
        }
    }
    catch (error) {
        publishFailure(action.name, edge, error, true);
    }
    onStrayError(() => undefined);
    setTimeout(() => process.exit(), LINGER_MS).unref();
}
function onStrayError(tell) {
    process.removeAllListeners('uncaughtException');
    process.once('uncaughtException', (error) => {
        tell(error);
        process.exit();
    });
}
async function runMain(action, edge, state) {
    const instance = (0,external_node_crypto_.randomUUID)();
    state.save('instance', instance);
    const shell = shellFor(action.name, edge, state, instance, abortOnSignals());
    const fail = (error) => {
        state.save('main', 'failed');
        publishFailure(action.name, edge, error, true);
        noteFailure(shell, outcomeOfError(error));
    };
    onStrayError(fail);
    try {
        const raw = Object.fromEntries(Object.keys(action.inputs).map((name) => [name, inputText(name)]));
        const inputs = takeInputs(action, raw, edge);
        state.save('inputs', raw);
        const outcome = await action.run(inputs, shell);
        state.save('main', passes(outcome) ? 'finished' : 'failed');
        if (!passes(outcome))
            noteFailure(shell, outcome);
        publish(action.name, edge, outcome, true);
    }
    catch (error) {
        fail(error);
    }
}
function noteFailure(shell, outcome) {
    shell.journal?.note('failure', { reason: outcome.reason, message: outcome.message });
}
async function runPost(action, edge, state) {
    const raw = state.get('inputs');
    const instance = state.get('instance');
    if (action.post === undefined || raw === undefined || instance === undefined)
        return;
    const inputs = takeInputs(action, raw, edge);
    const signal = abortOnSignals();
    const shell = shellFor(action.name, edge, state, instance, signal);
    const main = state.get('main') ?? 'interrupted';
    const jobStatus = (inputText('job-status') || 'failure');
    const release = shell.journal?.read().state ?? 'none';
    const undo = decideUndo({ release, main, job: jobStatus, onFailure: onFailureOf(inputs) });
    if (action.post.when === 'undo' && !undo.undo) {
        edge.log.info(`nothing to undo: ${undo.why}`);
        if (undo.why === 'kept-by-request')
            leftInPlace(action.name, shell, 'kept-by-request', 'on-failure is keep');
        return;
    }
    const bounded = action.post.when === 'undo' ? withinUndoBudget(shell) : signal;
    const post = { ...shell, signal: bounded, main, jobStatus, undo };
    const record = (outcome) => {
        if (action.post?.when !== 'undo')
            return;
        shell.journal?.undone(action.name, { verdict: outcome.verdict, reason: outcome.reason, message: outcome.message });
    };
    const fail = (error) => {
        record(outcomeOfError(error));
        publishFailure(action.name, edge, error, false);
    };
    onStrayError(fail);
    try {
        const outcome = await action.post.run(inputs, post);
        if (outcome === undefined) {
            if (action.post.when === 'undo')
                leftInPlace(action.name, shell, 'nothing-to-undo', 'there was nothing to undo');
            return edge.flush();
        }
        record(outcome);
        publish(action.name, edge, outcome, false);
    }
    catch (error) {
        fail(error);
    }
}
function leftInPlace(name, shell, reason, message) {
    const began = shell.journal
        ?.read()
        .entries.some((entry) => entry.kind === 'began' && entry.instance === shell.instance);
    if (began === true)
        shell.journal?.undone(name, { verdict: 'pass', reason, message });
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
    return AbortSignal.any([shell.signal, controller.signal]);
}
function shellFor(name, edge, state, instance, signal) {
    const path = process.env[JOURNAL_VARIABLE] ?? '';
    return {
        log: edge.log,
        signal,
        clock: clock/* systemClock */.m,
        env: readEnvironment(process.env),
        journal: path === '' ? undefined : new Journal(path, { action: name, instance, clock: clock/* systemClock */.m }),
        state,
        summary: edge.summary,
        instance,
        annotate: (annotation) => edge.annotate(annotation),
        mask: (secret) => edge.mask(secret),
        exportVariable: (variable, value) => exportVariable(variable, value),
    };
}
function takeInputs(action, raw, edge) {
    const { values, problems } = (0,shape/* readInputs */.Ko)(action.inputs, (name) => raw[name] ?? '');
    for (const [name, field] of Object.entries(action.inputs))
        if (field.secret)
            edge.mask(values[name]);
    const all = problems.length > 0 ? problems : (action.check?.(values) ?? []);
    if (all.length > 0)
        throw new errors/* InputError */.dz(all);
    return values;
}
function inputText(name) {
    return process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] ?? '';
}
function onFailureOf(inputs) {
    const value = inputs['on-failure'];
    return value === 'auto' || value === 'undo' || value === 'keep' ? value : undefined;
}
function passes(outcome) {
    return outcome.passes ?? outcome.verdict === 'pass';
}
function publish(name, edge, outcome, isMain, problems = [outcome.message]) {
    const failed = !passes(outcome);
    edge.log.info(`${name}: ${outcome.verdict} (${outcome.reason}): ${outcome.message}`);
    if (failed || outcome.verdict !== 'pass') {
        const level = failed ? 'error' : 'warning';
        for (const message of problems)
            edge.annotate({ level, title: `${name}: ${outcome.reason}`, message });
    }
    if (isMain) {
        for (const [key, value] of Object.entries({
            ...outcome.outputs,
            verdict: outcome.verdict,
            reason: outcome.reason,
        })) {
            setOutput(key, typeof value === 'object' ? JSON.stringify(value) : String(value));
        }
    }
    edge.flush();
    if (failed)
        process.exitCode = 1;
}
function publishFailure(name, edge, error, isMain) {
    const { problems, ...outcome } = outcomeOfError(error);
    const stack = stackOf(error);
    if (stack !== undefined)
        edge.log.debug(stack);
    publish(name, edge, outcome, isMain, problems);
}


/***/ }),

/***/ 3085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   WB: () => (/* binding */ jobStatus),
/* harmony export */   nd: () => (/* binding */ integer),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   rJ: () => (/* binding */ secret),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
/* unused harmony exports token, commit, decimal, url, requireInputs */
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9558);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(394);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5917);

const ok = (value) => ({ ok: true, value });
const no = { ok: false };
function field(expected, empty, parse, defaultText, options = {}) {
    return {
        default: defaultText,
        required: options.required ?? false,
        secret: options.secret ?? false,
        expected,
        empty,
        parse,
    };
}
function text(defaultText, options = {}) {
    const parse = (value) => (options.pattern === undefined || options.pattern.test(value) ? ok(value) : no);
    return field(options.expected ?? 'some text', '', parse, defaultText, options);
}
function secret(options = {}) {
    return field('a secret', new _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .z(''), (value) => ok(new _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .z(value)), undefined, { ...options, secret: true });
}
function token(defaultText) {
    return field('a token', new Secret(''), (value) => ok(new Secret(value)), defaultText, { secret: true });
}
function jobStatus() {
    return text('${{ job.status }}');
}
function commit() {
    return text(undefined, { pattern: /^[0-9a-fA-F]{7,40}$/, expected: 'a commit of 7 to 40 hex digits' });
}
function oneOf(words, defaultWord, options = {}) {
    const known = words;
    const parse = (value) => (known.includes(value) ? ok(value) : no);
    return field(`one of ${words.join(', ')}`, defaultWord ?? '', parse, defaultWord, options);
}
function flag(defaultValue) {
    const parse = (value) => (value === 'true' ? ok(true) : value === 'false' ? ok(false) : no);
    return field('true or false', defaultValue, parse, String(defaultValue));
}
function duration(defaultText, options = {}) {
    const parse = (value) => {
        const ms = (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E)(value);
        return ms === undefined ? no : ok(ms);
    };
    const empty = defaultText === undefined ? undefined : (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E)(defaultText);
    return field('a duration like 200ms, 30s or 5m', empty, parse, defaultText, options);
}
function integer(defaultValue, range = {}) {
    return numeric('a whole number', /^-?\d{1,15}$/, defaultValue, range);
}
function decimal(defaultValue, range = {}) {
    return numeric('a number', /^-?\d{1,15}(\.\d{1,15})?$/, defaultValue, range);
}
function numeric(what, form, defaultValue, range) {
    const { min = -Infinity, max = Infinity } = range;
    const parse = (value) => {
        const n = Number(value);
        return form.test(value) && n >= min && n <= max ? ok(n) : no;
    };
    const limits = [min === -Infinity ? '' : ` from ${min}`, max === Infinity ? '' : ` up to ${max}`].join('');
    return field(`${what}${limits}`, defaultValue, parse, defaultValue?.toString(), range);
}
function list(defaultText, options = {}) {
    const parse = (value) => ok((0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .parseList */ .E1)(value));
    return field('one value a line', (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .parseList */ .E1)(defaultText ?? ''), parse, defaultText, options);
}
function url(defaultText, options = {}) {
    const empty = defaultText === undefined || defaultText === '' ? undefined : new URL(defaultText);
    return field('a URL that starts with https:// or http://', empty, parseUrl, defaultText, options);
}
function parseUrl(value) {
    if (!URL.canParse(value))
        return no;
    const parsed = new URL(value);
    return parsed.protocol === 'https:' || parsed.protocol === 'http:' ? ok(parsed) : no;
}
function readInputs(shape, raw) {
    const values = {};
    const problems = [];
    for (const [name, one] of Object.entries(shape)) {
        const given = trimAscii(raw(name));
        const effective = given === '' && one.default !== undefined && !one.default.includes('${{') ? one.default : given;
        if (effective === '') {
            values[name] = one.empty;
            if (one.required)
                problems.push(missing(name, one));
            continue;
        }
        const parsed = one.parse(effective);
        values[name] = parsed.ok ? parsed.value : one.empty;
        if (!parsed.ok)
            problems.push(`input "${name}": expected ${one.expected}, got ${one.secret ? 'something else' : quote(given)}`);
        else if (one.secret && effective.length < 4)
            problems.push(`input "${name}": too short for a secret (under 4 characters)`);
    }
    return { values: values, problems };
}
function requireInputs(shape, raw) {
    const { values, problems } = readInputs(shape, raw);
    if (problems.length > 0)
        throw new InputError(problems);
    return values;
}
function missing(name, one) {
    if (!one.secret)
        return `input "${name}": required, expected ${one.expected}, got nothing`;
    return `input "${name}": the secret is empty; set it where the caller's "with:" takes it from (an unset secret arrives as an empty text)`;
}
function quote(value) {
    return JSON.stringify(value.length > 200 ? `${value.slice(0, 200)}…` : value);
}
function trimAscii(value) {
    return value.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
}


/***/ }),

/***/ 6298:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
/* unused harmony export cancellation */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6029);

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
    return signal?.reason instanceof Error ? signal.reason : new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CancelledError */ .cc('cancelled');
}


/***/ }),

/***/ 394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseDuration),
/* harmony export */   a: () => (/* binding */ formatDuration)
/* harmony export */ });
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
        return pair(ms, 60_000, 'min', 1_000, 's');
    return pair(ms, 3_600_000, 'h', 60_000, 'min');
}
function trim(value) {
    return (Math.floor(value * 10) / 10).toFixed(1).replace(/\.0$/, '');
}
function pair(ms, big, bigUnit, small, smallUnit) {
    const rest = Math.floor((ms % big) / small);
    const head = `${Math.floor(ms / big)} ${bigUnit}`;
    return rest === 0 ? head : `${head} ${rest} ${smallUnit}`;
}


/***/ }),

/***/ 6029:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Hi: () => (/* binding */ RemoteError),
/* harmony export */   cc: () => (/* binding */ CancelledError),
/* harmony export */   dz: () => (/* binding */ InputError),
/* harmony export */   j3: () => (/* binding */ DeadlineError),
/* harmony export */   q0: () => (/* binding */ describe),
/* harmony export */   zR: () => (/* binding */ asError)
/* harmony export */ });
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
    return parts.join(': ').replace(/\s*\n\s*/g, '; ');
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

/***/ 5917:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E1: () => (/* binding */ parseList),
/* harmony export */   Kf: () => (/* binding */ nameSome),
/* harmony export */   U9: () => (/* binding */ count)
/* harmony export */ });
function parseList(text) {
    return text
        .split(/\r?\n/)
        .map((line) => line.replace(/^[ \t\f\v]+|[ \t\f\v]+$/g, ''))
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

/***/ 9558:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ secretForms),
/* harmony export */   z: () => (/* binding */ Secret)
/* harmony export */ });
class Secret {
    #value;
    constructor(value) {
        this.#value = value;
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
const SHORTEST_MASK = 4;
function secretForms(value) {
    const forms = new Set();
    for (const part of [value, ...value.split(/\r?\n/), ...urlSecrets(value)])
        for (const form of encodings(part))
            forms.add(form);
    return [...forms].filter((form) => form.length >= SHORTEST_MASK).sort((a, b) => b.length - a.length);
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
        encodeURIComponent(text),
        encodeURI(text),
        JSON.stringify(text).slice(1, -1),
    ];
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
/******/ 		return "" + chunkId + ".index.js";
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
/******/ var __webpack_exports__ = __nccwpck_require__(1813);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
