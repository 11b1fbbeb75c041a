export const id = 907;
export const ids = [907,5997];
export const modules = {

/***/ 617402:
/***/ (e=>{function o(e){return Promise.resolve().then(()=>{var o=Error("Cannot find module '"+e+"'");throw o.code="MODULE_NOT_FOUND",o})}o.keys=()=>[],o.resolve=o,o.id=21526,e.exports=o}),

/***/ 100894:
/***/ (e=>{function o(e){return Promise.resolve().then(()=>{var o=Error("Cannot find module '"+e+"'");throw o.code="MODULE_NOT_FOUND",o})}o.keys=()=>[],o.resolve=o,o.id=86978,e.exports=o}),

/***/ 963418:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ withoutMark)
/* harmony export */ });
function withoutMark(text) {
    return text.startsWith('\ufeff') ? text.slice(1) : text;
}


/***/ }),

/***/ 541454:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  contractOf: () => (/* binding */ contractOf),
  readOpenApi: () => (/* binding */ readOpenApi)
});

// EXTERNAL MODULE: ./node_modules/.pnpm/@apidevtools+json-schema-ref-parser@16.0.6_@types+json-schema@7.0.15/node_modules/@apidevtools/json-schema-ref-parser/dist/lib/index.js + 26 modules
var lib = __webpack_require__(454741);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
// EXTERNAL MODULE: ./packages/base/lib/fields.js
var fields = __webpack_require__(1015169);
// EXTERNAL MODULE: ./node_modules/.pnpm/@scalar+openapi-upgrader@0.4.9/node_modules/@scalar/openapi-upgrader/dist/upgrade.js + 16 modules
var upgrade = __webpack_require__(201483);
// EXTERNAL MODULE: ./packages/contract/lib/contract.js
var contract = __webpack_require__(585962);
// EXTERNAL MODULE: ./packages/contract/lib/read/pointer.js
var read_pointer = __webpack_require__(333531);
;// CONCATENATED MODULE: ./packages/contract/lib/read/operations.js



function operationsOf(document, origin) {
    const paths = document['paths'];
    const notes = [];
    const operations = Object.keys((0,fields/* isMap */.j)(paths) ? paths : {}).flatMap((path) => {
        if (!path.startsWith('/')) {
            if (!path.startsWith('x-'))
                notes.push(`paths: "${path}" does not begin with a slash and was not read`);
            return [];
        }
        const item = (0,read_pointer/* follow */.e)(document, `#/paths/${(0,read_pointer/* step */.P)(path)}`);
        if (!(0,fields/* isMap */.j)(item.value)) {
            notes.push(`paths: "${path}" refers to nothing that could be read`);
            return [];
        }
        const { additionalOperations } = item.value;
        const others = (0,fields/* isMap */.j)(additionalOperations) ? Object.keys(additionalOperations) : [];
        for (const name of others)
            notes.push(`"${name} ${path}" has a method of its own, which is not asked`);
        const shared = parametersOf(document, item.pointer);
        return contract/* METHODS */.J8.flatMap((method) => {
            const pointer = `${item.pointer}/${method.toLowerCase()}`;
            const operation = (0,read_pointer.at)(document, pointer);
            if (!(0,fields/* isMap */.j)(operation))
                return [];
            const own = parametersOf(document, pointer);
            const isOwn = (one) => own.some(({ name, in: place }) => name === one.name && place === one.in);
            return [
                {
                    name: `${method} ${path}`,
                    method,
                    path,
                    where: placeOf(origin, path, method),
                    security: securityOf(document, operation),
                    credentials: credentialsOf(document, operation),
                    parameters: [...shared.filter((one) => !isOwn(one)), ...own],
                    request: requestOf(document, pointer),
                    responses: responsesOf(document, `${pointer}/responses`),
                },
            ];
        });
    });
    return { operations, notes };
}
function prefixOf(document) {
    const servers = document['servers'];
    const first = Array.isArray(servers) ? servers[0] : undefined;
    if (!(0,fields/* isMap */.j)(first) || typeof first['url'] !== 'string')
        return '';
    const variables = (0,fields/* isMap */.j)(first['variables']) ? first['variables'] : {};
    const url = first['url'].replace(/\{([^{}]*)\}/g, (_, name) => {
        const variable = variables[name];
        return (0,fields/* isMap */.j)(variable) ? String(variable['default'] ?? '') : '';
    });
    if (!URL.canParse(url, 'http://same.invalid'))
        return '';
    return new URL(url, 'http://same.invalid').pathname.replace(/\/+$/, '');
}
function placeOf({ file, line }, path, method) {
    if (file === undefined)
        return undefined;
    const found = line(['paths', path, method.toLowerCase()]);
    return found === undefined ? { file } : { file, line: found };
}
function securityOf(document, operation) {
    const list = operation['security'] ?? document['security'];
    if (!Array.isArray(list))
        return 'unstated';
    if (list.length === 0)
        return 'none';
    return list.some((one) => (0,fields/* isMap */.j)(one) && Object.keys(one).length === 0) ? 'optional' : 'required';
}
function credentialsOf(document, operation) {
    const list = operation['security'] ?? document['security'];
    if (!Array.isArray(list))
        return undefined;
    return list.filter(fields/* isMap */.j).map((one) => Object.entries(one).flatMap(([name, scopes]) => {
        const { value } = (0,read_pointer/* follow */.e)(document, `#/components/securitySchemes/${(0,read_pointer/* step */.P)(name)}`);
        const scheme = (0,fields/* isMap */.j)(value) ? value : { type: name };
        const kind = ['type', 'scheme', 'in', 'name'].flatMap((key) => typeof scheme[key] === 'string' ? [scheme[key]] : []);
        const own = kind.join(' ').toLowerCase();
        return [own, ...(Array.isArray(scopes) ? scopes.map((scope) => `${own} with ${String(scope)}`) : [])];
    }));
}
function parametersOf(document, owner) {
    const list = (0,read_pointer.at)(document, `${owner}/parameters`);
    if (!Array.isArray(list))
        return [];
    return list.flatMap((_, index) => {
        const { value, pointer } = (0,read_pointer/* follow */.e)(document, `${owner}/parameters/${index}`);
        if (!(0,fields/* isMap */.j)(value) || typeof value['name'] !== 'string')
            return [];
        const place = value['in'];
        if (place !== 'path' && place !== 'query' && place !== 'header' && place !== 'cookie')
            return [];
        return [
            {
                name: value['name'],
                in: place,
                required: place === 'path' || value['required'] === true,
                example: exampleOf(document, value, `${pointer}/schema`),
            },
        ];
    });
}
function exampleOf(document, parameter, schemaPointer) {
    const examples = (0,fields/* isMap */.j)(parameter['examples']) ? Object.values(parameter['examples']) : [];
    const schema = (0,read_pointer/* follow */.e)(document, schemaPointer).value;
    const given = (0,fields/* isMap */.j)(schema) ? schema : {};
    const firstOf = (list) => (Array.isArray(list) ? list[0] : undefined);
    const candidates = [
        parameter['example'],
        ...examples.map((one) => ((0,fields/* isMap */.j)(one) ? (one['value'] ?? one['dataValue']) : undefined)),
        given['example'],
        firstOf(given['examples']),
        given['const'],
        given['default'],
        firstOf(given['enum']),
    ];
    const found = candidates.find((one) => typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean');
    return found === undefined ? undefined : String(found);
}
function requestOf(document, pointer) {
    const { value, pointer: own } = (0,read_pointer/* follow */.e)(document, `${pointer}/requestBody`);
    return (0,fields/* isMap */.j)(value) ? mediaOf(document, own, value['content']) : [];
}
function responsesOf(document, pointer) {
    const responses = (0,read_pointer.at)(document, pointer);
    if (!(0,fields/* isMap */.j)(responses))
        return [];
    return Object.keys(responses)
        .filter((status) => /^([1-5]\d\d|[1-5]XX|default)$/i.test(status))
        .map((status) => {
        const found = (0,read_pointer/* follow */.e)(document, `${pointer}/${(0,read_pointer/* step */.P)(status)}`);
        const response = (0,fields/* isMap */.j)(found.value) ? found.value : {};
        return {
            status,
            content: mediaOf(document, found.pointer, response['content']),
            headers: headersOf(document, found.pointer, response['headers']),
        };
    });
}
function mediaOf(document, owner, content) {
    if (!(0,fields/* isMap */.j)(content))
        return [];
    return Object.keys(content).map((type) => {
        const media = (0,read_pointer/* follow */.e)(document, `${owner}/content/${(0,read_pointer/* step */.P)(type)}`);
        const hasSchema = (0,fields/* isMap */.j)(media.value) && media.value['schema'] !== undefined;
        return {
            type: type.replace(/;.*$/s, '').trim().toLowerCase(),
            schema: hasSchema ? `${media.pointer}/schema` : undefined,
        };
    });
}
function headersOf(document, owner, headers) {
    if (!(0,fields/* isMap */.j)(headers))
        return [];
    return Object.keys(headers)
        .filter((name) => name.toLowerCase() !== 'content-type')
        .map((name) => {
        const header = (0,read_pointer/* follow */.e)(document, `${owner}/headers/${(0,read_pointer/* step */.P)(name)}`);
        const given = (0,fields/* isMap */.j)(header.value) ? header.value : {};
        return {
            name: name.toLowerCase(),
            required: given['required'] === true,
            schema: given['schema'] === undefined ? undefined : `${header.pointer}/schema`,
        };
    });
}

// EXTERNAL MODULE: ./packages/base/lib/byte-order-mark.js
var byte_order_mark = __webpack_require__(963418);
// EXTERNAL MODULE: ./packages/base/lib/yaml-reason.js
var yaml_reason = __webpack_require__(311327);
// EXTERNAL MODULE: ./packages/base/lib/yaml.js
var yaml = __webpack_require__(910221);
// EXTERNAL MODULE: ./node_modules/.pnpm/yaml@2.9.1/node_modules/yaml/dist/index.js
var dist = __webpack_require__(464659);
;// CONCATENATED MODULE: ./packages/contract/lib/read/source.js


const LONGEST_WITH_LINES = 4 * 1024 * 1024;
function parseData(text, file) {
    const clean = (0,byte_order_mark/* withoutMark */.E)(text);
    try {
        if (/^\s*[{[]/.test(clean))
            return JSON.parse(clean);
    }
    catch {
    }
    try {
        return (0,dist.parseDocument)(clean, { merge: true, logLevel: 'silent', prettyErrors: false }).toJS({ maxAliasCount: 1000 });
    }
    catch (error) {
        throw new errors/* InputError */.dz(`${file}: not readable as YAML or JSON: ${(0,yaml_reason/* yamlReason */.c)((0,errors/* describe */.q0)(error))}`);
    }
}
function parseMap(text, file) {
    const clean = (0,byte_order_mark/* withoutMark */.E)(text);
    const problems = /^\s*\{/.test(clean)
        ? []
        : (0,dist.parseDocument)(clean, { merge: true, logLevel: 'silent', prettyErrors: false }).errors;
    const [problem] = problems;
    if (problem !== undefined)
        throw new errors/* InputError */.dz(`${file}: not readable as YAML: ${(0,yaml_reason/* yamlReason */.c)(problem.message)}`);
    const value = parseData(text, file);
    if (!(0,fields/* isMap */.j)(value))
        throw new errors/* InputError */.dz(`${file}: expected a map at its top`);
    return value;
}
function linesOf(text) {
    if (text.length > LONGEST_WITH_LINES)
        return () => undefined;
    const lineCounter = new dist.LineCounter();
    const options = { lineCounter, merge: true, logLevel: 'silent', prettyErrors: false };
    return (0,yaml/* lineFinder */.z)((0,dist.parseDocument)((0,byte_order_mark/* withoutMark */.E)(text), options), lineCounter);
}

;// CONCATENATED MODULE: ./packages/contract/lib/read/openapi.js





const ROOT = '/repository/';
async function readOpenApi(file, files) {
    const text = await files.read(file);
    const document = parseMap(text, file);
    const version = document['openapi'] ?? document['swagger'];
    if (typeof version !== 'string' || !/^(2\.0|3\.[0-2](\.\d+)?)$/.test(version))
        throw new errors/* InputError */.dz(`${file}: expected an OpenAPI document with "openapi: 3.0", 3.1 or 3.2 (or "swagger: '2.0'") at its top`);
    return contractOf(await bundled(file, document, files), { file, line: linesOf(text), format: 'openapi' });
}
function contractOf(bundle, origin) {
    const document = readableSchemas((0,upgrade/* upgrade */.f)(structuredClone(bundle), '3.1'));
    if (!(0,fields/* isMap */.j)(document))
        throw new errors/* InputError */.dz(`${origin.file ?? 'the description'}: not an OpenAPI document`);
    const { operations, notes } = operationsOf(document, origin);
    const info = document['info'];
    const title = (0,fields/* isMap */.j)(info) && typeof info['title'] === 'string' ? info['title'] : '';
    return { format: origin.format, title, prefix: prefixOf(document), operations, document, notes };
}
async function bundled(file, document, files) {
    const read = async ({ url }) => {
        if (!url.startsWith(ROOT))
            throw new errors/* InputError */.dz(`${file}: refers to ${url.replace(/\?.*$/s, '')}, which is not a file of the repository`);
        return await files.read(decodeURIComponent(url.slice(ROOT.length)));
    };
    try {
        const bundle = await lib/* $RefParser */.FZ.bundle(`${ROOT}${file}`, structuredClone(document), {
            resolve: { http: false, file: false, repository: { order: 1, canRead: true, read } },
            parse: {
                json: false,
                text: false,
                binary: false,
                yaml: {
                    order: 1,
                    canParse: true,
                    parse: ({ data, url }) => parseData(String(data), url.replace(ROOT, '')),
                },
            },
        });
        return bundle;
    }
    catch (error) {
        throw new errors/* InputError */.dz(`${file}: a reference cannot be resolved: ${(0,errors/* describe */.q0)(error).replaceAll(ROOT, '')}`, {
            cause: error,
        });
    }
}
function readableSchemas(value) {
    if (Array.isArray(value))
        return value.map(readableSchemas);
    if (!(0,fields/* isMap */.j)(value))
        return value;
    const copy = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, readableSchemas(one)]));
    const { required, properties } = copy;
    if (Array.isArray(required) && (0,fields/* isMap */.j)(properties)) {
        const isWriteOnly = (name) => {
            const property = properties[String(name)];
            return (0,fields/* isMap */.j)(property) && property['writeOnly'] === true;
        };
        copy['required'] = required.filter((name) => !isWriteOnly(name));
    }
    return typeof copy['nullable'] === 'boolean' && copy['type'] === undefined ? withNull(copy) : copy;
}
function withNull({ nullable, ...schema }) {
    if (nullable !== true)
        return schema;
    const values = schema['enum'];
    if (Array.isArray(values) && !values.includes(null))
        schema['enum'] = [...values, null];
    for (const union of ['anyOf', 'oneOf']) {
        const list = schema[union];
        if (Array.isArray(list))
            schema[union] = [...list, { type: 'null' }];
    }
    return schema;
}


/***/ }),

/***/ 463199:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readPostgrest: () => (/* binding */ readPostgrest)
/* harmony export */ });
/* unused harmony export postgrestContract */
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(203906);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1015169);
/* harmony import */ var _ask_exchange_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(556167);
/* harmony import */ var _openapi_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(541454);



async function readPostgrest(baseUrl, send, headers) {
    const url = new URL(baseUrl);
    url.pathname = `${baseUrl.pathname.replace(/\/+$/, '')}/`;
    const exchange = await send({ method: 'GET', url, headers: { ...headers, accept: 'application/openapi+json' } });
    const service = 'PostgREST';
    if (exchange.kind === 'lost')
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .Hi(`${url.host} does not answer`, { service, code: exchange.code, retryable: true });
    const description = exchange.status === 200 ? (0,_ask_exchange_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonOf */ .o_)(exchange)?.value : undefined;
    if (!(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .j)(description))
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .Hi(`${url.host}${url.pathname} does not describe itself`, {
            service,
            status: exchange.status,
            retryable: false,
            hint: 'give an identity that may read the description in "as" (Supabase shows it to secret keys only), and let "openapi-mode" be on',
        });
    return postgrestContract(description);
}
function postgrestContract(description) {
    if (description['swagger'] !== '2.0')
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz("the description is not PostgREST's (swagger 2.0)");
    const contract = (0,_openapi_js__WEBPACK_IMPORTED_MODULE_3__.contractOf)({ ...description, definitions: nullableColumns(description['definitions']) }, { file: undefined, line: () => undefined, format: 'postgrest' });
    return { ...contract, prefix: '', operations: contract.operations.filter(({ path }) => path !== '/').map(asAsked) };
}
function nullableColumns(definitions) {
    if (!(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .j)(definitions))
        return definitions;
    return Object.fromEntries(Object.entries(definitions).map(([name, table]) => {
        if (!(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .j)(table) || !(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .j)(table['properties']))
            return [name, table];
        const required = Array.isArray(table['required']) ? table['required'] : [];
        const properties = Object.entries(table['properties']).map(([column, schema]) => {
            if (required.includes(column) || !(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .j)(schema))
                return [column, schema];
            const { enum: values, ...rest } = schema;
            const listed = Array.isArray(values) ? { enum: [...values, null] } : {};
            return [
                column,
                {
                    ...rest,
                    ...listed,
                    ...(schema['type'] === undefined ? {} : { type: [schema['type'], 'null'] }),
                },
            ];
        });
        return [name, { ...table, properties: Object.fromEntries(properties) }];
    }));
}
function asAsked(operation) {
    const isTable = operation.method === 'GET' && !operation.path.startsWith('/rpc/');
    const parameters = operation.parameters
        .filter(({ in: place }) => place !== 'header' || !isTable)
        .map((one) => (isTable && one.in === 'query' ? { ...one, required: false } : one));
    if (!isTable)
        return { ...operation, parameters };
    const limit = { name: 'limit', in: 'query', required: true, example: '1' };
    return { ...operation, parameters: [...parameters.filter(({ name }) => name !== 'limit'), limit] };
}


/***/ })

};
