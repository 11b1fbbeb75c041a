export const id = 941;
export const ids = [941];
export const modules = {

/***/ 57578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readBundle: () => (/* binding */ readBundle),
/* harmony export */   readNextBuild: () => (/* binding */ readNextBuild)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(565658);
let node_fs_promises__WEBPACK_IMPORTED_MODULE_1___kept;
const node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = () => (node_fs_promises__WEBPACK_IMPORTED_MODULE_1___kept ??= __webpack_require__(377109));
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(989278);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(243189);
let node_zlib__WEBPACK_IMPORTED_MODULE_4___kept;
const node_zlib__WEBPACK_IMPORTED_MODULE_4__ = () => (node_zlib__WEBPACK_IMPORTED_MODULE_4___kept ??= __webpack_require__(233932));
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1015169);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1980);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(532124);








const SHIPPED = /\.(?:m?js|css)$/;
const LARGEST_FILE = 64 * 1_048_576;
const MOST_FILES = 100_000;
async function readBundle(source) {
    if ((0,_source_js__WEBPACK_IMPORTED_MODULE_5__/* .statOf */ ._N)(source.path)?.isDirectory() !== true)
        return (0,_report_js__WEBPACK_IMPORTED_MODULE_6__/* .unreadable */ .O)('report-malformed', 'it is not a folder');
    const files = shippedIn(source.path);
    const metrics = { total: 0, js: 0, css: 0 };
    for (const file of files) {
        const size = await gzipped(source, file);
        metrics.total += size;
        metrics[file.endsWith('.css') ? 'css' : 'js'] += size;
    }
    return (0,_report_js__WEBPACK_IMPORTED_MODULE_6__/* .reading */ .h)({ checked: files.length, findings: [], metrics });
}
async function readNextBuild(source) {
    if ((0,_source_js__WEBPACK_IMPORTED_MODULE_5__/* .statOf */ ._N)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(source.path, 'BUILD_ID')) === undefined)
        return (0,_report_js__WEBPACK_IMPORTED_MODULE_6__/* .unreadable */ .O)('report-incomplete', 'it has no BUILD_ID: the build did not succeed');
    const sizes = new Map();
    const sizeOf = async (file) => {
        const size = sizes.get(file) ?? (await gzipped(source, file));
        sizes.set(file, size);
        return size;
    };
    const routes = routesOf(source.path);
    const metrics = {};
    for (const [route, files] of routes) {
        metrics[route] = 0;
        for (const file of files)
            if (file.endsWith('.js'))
                metrics[route] += await sizeOf(file);
    }
    const shipped = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(source.path, 'static');
    const all = (0,_source_js__WEBPACK_IMPORTED_MODULE_5__/* .statOf */ ._N)(shipped) === undefined ? [] : shippedIn(shipped);
    metrics['total'] = 0;
    for (const file of all)
        metrics['total'] += await sizeOf((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)('static', file));
    return (0,_report_js__WEBPACK_IMPORTED_MODULE_6__/* .reading */ .h)({ checked: routes.size + all.length, findings: [], metrics });
}
function shippedIn(folder) {
    const files = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder, { recursive: true })
        .map(String)
        .filter((file) => SHIPPED.test(file) && (0,_source_js__WEBPACK_IMPORTED_MODULE_5__/* .statOf */ ._N)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, file))?.isDirectory() !== true);
    if (files.length > MOST_FILES)
        throw new _source_js__WEBPACK_IMPORTED_MODULE_5__/* .UnreadableError */ .Gy('report-too-large', `it has ${files.length} files`);
    return files;
}
function routesOf(folder) {
    const routes = new Map();
    const pages = manifest((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'build-manifest.json'));
    const own = (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_7__/* .isMap */ .j)(pages['pages']) ? pages['pages'] : {};
    for (const [page, files] of Object.entries(own))
        if (!page.startsWith('/_'))
            routes.set(page, new Set([...listed(own['/_app']), ...listed(files)]));
    const app = manifest((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'app-build-manifest.json'));
    for (const [page, files] of Object.entries((0,_lockstep_base__WEBPACK_IMPORTED_MODULE_7__/* .isMap */ .j)(app['pages']) ? app['pages'] : {})) {
        if (!page.endsWith('/page'))
            continue;
        const route = page.replace(/\/page$/, '').replace(/\/\([^/]+\)/g, '') || '/';
        routes.set(route, new Set([...listed(pages['rootMainFiles']), ...listed(files)]));
    }
    for (const entry of statsOf(folder)) {
        const { route, firstLoadChunkPaths: chunks } = entry;
        if (typeof route === 'string')
            routes.set(route, new Set(listed(chunks).map((path) => path.replace(/^.*?static\//, 'static/'))));
    }
    return routes;
}
function statsOf(folder) {
    const stats = json((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'diagnostics', 'route-bundle-stats.json'));
    return Array.isArray(stats) ? stats.filter(_lockstep_base__WEBPACK_IMPORTED_MODULE_7__/* .isMap */ .j) : [];
}
function manifest(path) {
    const value = json(path);
    return (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_7__/* .isMap */ .j)(value) ? value : {};
}
function json(path) {
    if ((0,_source_js__WEBPACK_IMPORTED_MODULE_5__/* .statOf */ ._N)(path)?.isFile() !== true)
        return undefined;
    try {
        return JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8'));
    }
    catch {
        throw new _source_js__WEBPACK_IMPORTED_MODULE_5__/* .UnreadableError */ .Gy('report-malformed', `${path} is no JSON`);
    }
}
function listed(value) {
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
async function gzipped(source, file) {
    source.signal?.throwIfAborted();
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(source.path, file);
    const stats = (0,_source_js__WEBPACK_IMPORTED_MODULE_5__/* .statOf */ ._N)(path);
    if (stats === undefined)
        return 0;
    if (!stats.isFile())
        throw new _source_js__WEBPACK_IMPORTED_MODULE_5__/* .UnreadableError */ .Gy('report-malformed', `${file} is no plain file`);
    if (stats.size > LARGEST_FILE)
        throw new _source_js__WEBPACK_IMPORTED_MODULE_5__/* .UnreadableError */ .Gy('report-too-large', `${file} has ${stats.size} bytes`);
    return (await (0,node_util__WEBPACK_IMPORTED_MODULE_3__.promisify)(node_zlib__WEBPACK_IMPORTED_MODULE_4__().gzip)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__().readFile)(path), { level: 9 })).length;
}


/***/ })

};
