export const id = 125;
export const ids = [125];
export const modules = {

/***/ 531264:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ readItems)
/* harmony export */ });
/* harmony import */ var _streamparser_json__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(850271);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(532124);


const STRING_BUFFER = 1 << 16;
async function readItems(source, path, onItem) {
    let root;
    let sawAnything = false;
    let ended = false;
    const parser = new _streamparser_json__WEBPACK_IMPORTED_MODULE_0__/* .JSONParser */ .oj({ paths: [path, '$'], keepStack: false, stringBufferSize: STRING_BUFFER });
    parser.onEnd = () => {
        ended = true;
    };
    parser.onValue = ({ value, key, parent, stack }) => {
        if (stack.length === 0) {
            root = value;
            return;
        }
        onItem(value, [...stack.slice(1).map((above) => above.key ?? ''), key ?? '']);
        if (parent !== undefined && key !== undefined)
            parent[key] = null;
    };
    for await (const piece of (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .piecesOf */ .Xe)(source)) {
        sawAnything ||= piece.trim() !== '';
        write(parser, piece);
    }
    if (!sawAnything)
        throw new _source_js__WEBPACK_IMPORTED_MODULE_1__/* .UnreadableError */ .Gy('report-empty', 'it is empty');
    if (!ended)
        throw new _source_js__WEBPACK_IMPORTED_MODULE_1__/* .UnreadableError */ .Gy('report-truncated', 'it ends in the middle');
    return root;
}
function write(parser, piece) {
    try {
        parser.write(piece);
    }
    catch (error) {
        if (error instanceof _source_js__WEBPACK_IMPORTED_MODULE_1__/* .UnreadableError */ .Gy)
            throw error;
        throw new _source_js__WEBPACK_IMPORTED_MODULE_1__/* .UnreadableError */ .Gy('report-malformed', 'it is no JSON');
    }
}


/***/ }),

/***/ 965281:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readSarif: () => (/* binding */ readSarif)
});

// EXTERNAL MODULE: ./packages/base/lib/fields.js
var fields = __webpack_require__(1015169);
// EXTERNAL MODULE: ./packages/quality/lib/json-stream.js
var json_stream = __webpack_require__(531264);
// EXTERNAL MODULE: ./packages/quality/lib/report.js
var report = __webpack_require__(1980);
// EXTERNAL MODULE: ./packages/quality/lib/source.js
var lib_source = __webpack_require__(532124);
// EXTERNAL MODULE: ./packages/quality/lib/finding.js
var finding = __webpack_require__(270680);
;// CONCATENATED MODULE: ./packages/quality/lib/readers/sarif-levels.js



class NoSuchRule extends Error {
}
class RuleLevels {
    #components;
    #overrides;
    constructor(run) {
        const tool = (0,fields/* isMap */.j)(run['tool']) ? run['tool'] : {};
        const driver = (0,fields/* isMap */.j)(tool['driver']) ? tool['driver'] : {};
        const extensions = mapsOf(tool['extensions']);
        if (extensions.length > MOST_SAME)
            throw new lib_source/* UnreadableError */.Gy('report-malformed', `it has over ${MOST_SAME} extensions`);
        this.#components = [driver, ...extensions].map((one) => new Component(one));
        this.#overrides = mapsOf(run['invocations']).map((invocation) => {
            const levels = new Map();
            for (const override of mapsOf(invocation['ruleConfigurationOverrides'])) {
                const level = (0,fields/* isMap */.j)(override['configuration']) ? levelOf(override['configuration']['level']) : undefined;
                if (level === undefined)
                    continue;
                for (const rule of this.#rulesOf(referenceOf(override['descriptor'])))
                    levels.set(rule, strictest([level, levels.get(rule)]) ?? level);
            }
            return levels;
        });
    }
    idOf(rule) {
        return rule.id || (0,lib_source/* textField */.M8)(this.#rulesOf(rule)[0]?.['id']);
    }
    levelOf({ rule, invocation }) {
        const rules = this.#rulesOf(rule);
        const mustExist = rule.index !== undefined || rule.guid !== '' || this.#componentsOf(rule).length === 0;
        if (rules.length === 0 && mustExist)
            throw new NoSuchRule(rule.id || `number ${rule.index ?? rule.guid}`);
        const own = strictest(rules.map(defaultLevel));
        const changedBy = (levels) => strictest(rules.map((one) => levels.get(one)));
        const sure = invocation === undefined ? undefined : this.#overrides[invocation];
        if (sure !== undefined)
            return changedBy(sure) ?? own ?? 'warning';
        return strictest([own ?? 'warning', ...this.#overrides.slice(0, MOST_SAME).map(changedBy)]) ?? 'warning';
    }
    #rulesOf(reference) {
        const components = this.#componentsOf(reference);
        const found = components.flatMap((component) => component.rulesOf(reference));
        return found.length > 0 || components.length === 0
            ? found
            : this.#components.flatMap((component) => component.rulesWithId(reference.id));
    }
    #componentsOf({ component }) {
        if (component === undefined)
            return this.#components.slice(0, 1);
        if (component.index !== undefined)
            return this.#components.slice(component.index + 1, component.index + 2);
        const named = this.#components.filter((one) => (component.guid !== '' && one.guid === component.guid.toLowerCase()) ||
            (component.guid === '' && component.name !== '' && one.name === component.name));
        return named.length > 0 ? named : this.#components;
    }
}
const MOST_SAME = 100;
class Component {
    name;
    guid;
    #rules;
    #byId = new Map();
    #byGuid = new Map();
    constructor(component) {
        this.name = (0,lib_source/* textField */.M8)(component['name']);
        this.guid = (0,lib_source/* textField */.M8)(component['guid']).toLowerCase();
        this.#rules = mapsOf(component['rules']);
        for (const rule of this.#rules) {
            addTo(this.#byId, (0,lib_source/* textField */.M8)(rule['id']), rule);
            addTo(this.#byGuid, (0,lib_source/* textField */.M8)(rule['guid']).toLowerCase(), rule);
        }
    }
    rulesOf({ index, guid, id }) {
        const placed = index === undefined ? undefined : this.#rules[index];
        const byGuid = guid === '' ? [] : (this.#byGuid.get(guid.toLowerCase()) ?? []);
        return [...new Set([...(placed === undefined ? [] : [placed]), ...byGuid, ...this.rulesWithId(id)])];
    }
    rulesWithId(id) {
        for (let part = id.slice(0, LONGEST_ID); part !== ''; part = part.slice(0, Math.max(0, part.lastIndexOf('/')))) {
            const rules = this.#byId.get(part);
            if (rules !== undefined)
                return rules;
        }
        return [];
    }
}
function addTo(index, key, rule) {
    if (key === '')
        return;
    const rules = index.get(key) ?? [];
    if (rules.length === 0)
        index.set(key, rules);
    if (rules.length >= MOST_SAME)
        throw new lib_source/* UnreadableError */.Gy('report-malformed', `over ${MOST_SAME} rules are named ${key.slice(0, 80)}`);
    rules.push(rule);
}
const LONGEST_ID = 500;
function ruleOf(result) {
    const reference = referenceOf(result['rule']);
    return {
        ...reference,
        id: (0,lib_source/* textField */.M8)(result['ruleId']) || reference.id,
        index: placeOf(result['ruleIndex']) ?? reference.index,
    };
}
function levelOf(value) {
    return finding/* LEVELS */.A_.find((level) => level === value) ?? (value === 'none' ? 'note' : undefined);
}
function referenceOf(value) {
    const reference = (0,fields/* isMap */.j)(value) ? value : {};
    const component = reference['toolComponent'];
    return {
        id: (0,lib_source/* textField */.M8)(reference['id']),
        index: placeOf(reference['index']),
        guid: (0,lib_source/* textField */.M8)(reference['guid']),
        component: (0,fields/* isMap */.j)(component)
            ? {
                index: component['index'] === -1 ? -1 : placeOf(component['index']),
                guid: (0,lib_source/* textField */.M8)(component['guid']),
                name: (0,lib_source/* textField */.M8)(component['name']),
            }
            : undefined,
    };
}
function placeOf(value) {
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}
function defaultLevel(rule) {
    return (0,fields/* isMap */.j)(rule['defaultConfiguration']) ? levelOf(rule['defaultConfiguration']['level']) : undefined;
}
function strictest(levels) {
    return finding/* LEVELS */.A_.findLast((level) => levels.includes(level));
}
function mapsOf(value) {
    return Array.isArray(value) ? value.map((one) => ((0,fields/* isMap */.j)(one) ? one : {})) : [];
}

;// CONCATENATED MODULE: ./packages/quality/lib/readers/sarif.js





const NEEDED_PARTS = ['results', 'driver', 'extensions', 'invocations', 'policies'];
async function readSarif(source) {
    const found = [];
    const fileOf = files({ ...source, directory: source.root });
    const rest = await (0,json_stream/* readItems */.F)(source, '$.runs.*.results.*', (one, [, run]) => {
        const result = (0,lib_source/* mapOf */.A7)(one, 'a result');
        found[Number(run)] ??= [];
        if (isFinding(result))
            found[Number(run)]?.push(foundIn(fileOf, result));
    });
    const runs = (0,lib_source/* listOf */.c3)((0,lib_source/* mapOf */.A7)(rest, 'the log')['runs'], 'runs').map((run) => (0,lib_source/* mapOf */.A7)(run, 'a run'));
    if (runs.length === 0)
        return (0,report/* unreadable */.O)('nothing-checked', 'it has no run');
    const findings = [];
    for (const [index, run] of runs.entries()) {
        if ((0,lib_source/* listOf */.c3)(run['invocations'] ?? [], 'invocations').some(hasCrashed))
            return (0,report/* unreadable */.O)('tool-crashed', `${toolName(run)} reports that it did not run to its end`);
        const elsewhere = partsElsewhere(run);
        if (elsewhere.length > 0)
            return (0,report/* unreadable */.O)('report-incomplete', `${elsewhere.join(', ')} of ${toolName(run)} are in other files`);
        if (!Array.isArray(run['results']))
            return (0,report/* unreadable */.O)('nothing-checked', `${toolName(run)} has no results, not even an empty list`);
        for (const one of decided(run, found[index] ?? []))
            findings.push(one);
    }
    return (0,report/* reading */.h)({ checked: undefined, findings });
}
function decided(run, found) {
    const levels = new RuleLevels(run);
    return found.map((one) => {
        if (!('finding' in one))
            return one;
        try {
            const rule = levels.idOf(one.rule) || 'unnamed';
            const { finding } = one;
            return { ...finding, message: finding.message || rule, rule, level: one.level ?? levels.levelOf(one) };
        }
        catch (error) {
            if (!(error instanceof NoSuchRule))
                throw error;
            const detail = `a result of ${toolName(run)} names the rule ${error.message}, which it does not define: its level is not known`;
            throw new lib_source/* UnreadableError */.Gy('report-incomplete', detail);
        }
    });
}
function hasCrashed(invocation) {
    if (!(0,fields/* isMap */.j)(invocation))
        return false;
    if (typeof invocation['executionSuccessful'] === 'boolean')
        return !invocation['executionSuccessful'];
    const notifications = invocation['toolExecutionNotifications'];
    return Array.isArray(notifications) && notifications.some((one) => (0,fields/* isMap */.j)(one) && one['level'] === 'error');
}
function partsElsewhere(run) {
    const references = run['externalPropertyFileReferences'];
    return (0,fields/* isMap */.j)(references) ? NEEDED_PARTS.filter((part) => references[part] !== undefined) : [];
}
function isFinding(result) {
    const kind = result['kind'] ?? 'fail';
    const suppressions = Array.isArray(result['suppressions']) ? result['suppressions'] : [];
    const suppressed = suppressions.some((one) => (0,fields/* isMap */.j)(one) && (one['status'] === undefined || one['status'] === 'accepted'));
    const counts = kind === 'fail' || kind === 'open' || kind === 'review' || result['level'] === 'error';
    return counts && !suppressed && result['baselineState'] !== 'absent';
}
function foundIn(fileOf, result) {
    const locations = Array.isArray(result['locations']) ? result['locations'] : [];
    const physical = (0,fields/* isMap */.j)(locations[0]) ? locations[0]['physicalLocation'] : undefined;
    const artifact = (0,fields/* isMap */.j)(physical) ? physical['artifactLocation'] : undefined;
    const region = (0,fields/* isMap */.j)(physical) && (0,fields/* isMap */.j)(physical['region']) ? physical['region'] : {};
    const uri = (0,fields/* isMap */.j)(artifact) ? (0,lib_source/* textField */.M8)(artifact['uri']) : '';
    const provenance = (0,fields/* isMap */.j)(result['provenance']) ? result['provenance'] : {};
    const rule = ruleOf(result);
    const level = levelOf(result['level']) ?? levelByKind(result['kind']);
    const finding = {
        message: (0,lib_source/* messageOf */.bD)((0,fields/* isMap */.j)(result['message']) ? result['message']['text'] : ''),
        ...(0,lib_source/* place */.ik)(fileOf(uri), (0,lib_source/* positive */.yj)(region['startLine']), (0,lib_source/* positive */.yj)(region['startColumn'])),
    };
    if (level !== undefined && rule.id !== '')
        return { ...finding, message: finding.message || rule.id, rule: rule.id, level };
    return { finding, level, rule, invocation: placeOf(provenance['invocationIndex']) };
}
function levelByKind(kind) {
    return kind === undefined || kind === 'fail' ? undefined : 'note';
}
function toolName(run) {
    const driver = (0,fields/* isMap */.j)(run['tool']) ? run['tool']['driver'] : undefined;
    return (0,fields/* isMap */.j)(driver) ? (0,lib_source/* textField */.M8)(driver['name']) || 'a tool' : 'a tool';
}
function files(source) {
    const known = new Map();
    return (uri) => {
        if (!known.has(uri))
            known.set(uri, (0,lib_source/* inRepository */.yJ)(source, decode(uri)));
        return known.get(uri);
    };
}
function decode(uri) {
    try {
        return decodeURIComponent(uri);
    }
    catch {
        return uri;
    }
}


/***/ })

};
