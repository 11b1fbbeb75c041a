export const id = 6935;
export const ids = [6935];
export const modules = {

/***/ 730199:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runChecks: () => (/* binding */ runChecks)
});

// EXTERNAL MODULE: ./packages/contract/lib/checks/check.js
var check = __webpack_require__(940098);
// EXTERNAL MODULE: ./packages/contract/lib/ask/exchange.js
var ask_exchange = __webpack_require__(556167);
// EXTERNAL MODULE: ./packages/contract/lib/ask/wall.js
var ask_wall = __webpack_require__(227845);
;// CONCATENATED MODULE: ./packages/contract/lib/checks/main-answer.js


function mainAnswer({ call, main, nowhere }) {
    if (main.kind === 'lost')
        return no('no-answer', `no answer (${main.code})`, 'look at the logs of the backend; raise "request-timeout" if it is slow');
    const wall = (0,ask_wall/* wallIn */.I)(main);
    if (wall !== undefined)
        return no('wall', `${wall} answered (HTTP ${main.status})`, 'let the runner pass it ("protection-bypass", or a rule for its address)');
    if ((0,check/* isUnavailable */.Pd)(main.status))
        return no('unavailable', `HTTP ${main.status}`, 'something before the backend could not reach it: ask who runs it');
    if (main.status === 401 || main.status === 403) {
        if (call.example?.expect === main.status)
            return { kind: 'answer', answer: main };
        if (call.identity === undefined && call.isProtected)
            return no('no-identity', `HTTP ${main.status}`, 'give an identity that may use it in "as"');
        const elsewhere = nowhere.kind === 'answer' && nowhere.status === main.status;
        if (call.identity !== undefined || elsewhere || call.operation.security !== 'none')
            return no('refused', `HTTP ${main.status}`, 'check that the identity is valid and may use the operation');
    }
    return { kind: 'answer', answer: main };
}
function no(reason, measured, remedy) {
    return { kind: 'no-evidence', reason, measured, remedy };
}
function saysTheSame(one, other) {
    return one.status === other.status && bare(one) === bare(other);
}
function bare({ body, path, headers }) {
    const type = (headers['content-type'] ?? '').replace(/;.*$/s, '');
    const [plain = ''] = path.split('?');
    return `${type}\n${body
        .replaceAll(path, '')
        .replaceAll(plain, '')
        .replace(/lockstep-[0-9a-f]{12}/g, '')
        .replace(/[0-9a-f-]{8,}|\d+/gi, '')}`;
}

;// CONCATENATED MODULE: ./packages/contract/lib/checks/access.js




const access = (visit) => visit.others.map((one) => (0,check/* checkOf */.EG)(one.may ? 'identity/may' : 'identity/may-not', visit, one.may ? mayFinding(one) : mayNotFinding(one, visit), one.identity.name));
function mayFinding({ exchange, identity }) {
    const expected = 'a success';
    const measured = (0,check/* seen */.cI)(exchange);
    if (exchange.kind === 'answer' && (0,ask_wall/* wallIn */.I)(exchange) === undefined) {
        if ((0,ask_exchange/* succeeded */.gq)(exchange))
            return { verdict: 'pass', reason: 'permitted', measured, expected };
        if (exchange.status === 401 || exchange.status === 403)
            return {
                verdict: 'fail',
                reason: 'refused',
                measured,
                expected,
                remedy: `check that the credentials of ${identity.name} are valid, then what the backend permits`,
            };
    }
    return {
        verdict: 'unknown',
        reason: 'not-permitted-for-certain',
        measured,
        expected,
        remedy: 'give an example that gets a success',
    };
}
function mayNotFinding({ exchange, identity }, visit) {
    const expected = '401, 403 or 404, while another identity gets an answer';
    const measured = (0,check/* seen */.cI)(exchange);
    const unknown = (reason, remedy) => ({
        verdict: 'unknown',
        reason,
        measured,
        expected,
        remedy,
    });
    if (exchange.kind === 'lost')
        return unknown('no-answer', 'look at the logs of the backend');
    if ((0,ask_wall/* wallIn */.I)(exchange) !== undefined)
        return unknown('wall', 'let the runner pass it');
    if ((0,ask_exchange/* succeeded */.gq)(exchange))
        return {
            verdict: 'fail',
            reason: 'permitted',
            measured,
            expected,
            remedy: `${identity.name} gets what it may not see: do not release before the backend refuses it`,
        };
    if ((0,check/* isUnavailable */.Pd)(exchange.status) || ![401, 403, 404].includes(exchange.status))
        return unknown('refused-otherwise', 'let the backend answer 403');
    const main = mainAnswer(visit);
    const control = visit.call.identity !== undefined &&
        visit.call.identity !== identity &&
        main.kind === 'answer' &&
        (0,ask_exchange/* succeeded */.gq)(main.answer);
    if (!control)
        return unknown('no-control', 'give an identity that may use it, so that the refusal is known to be meant');
    return { verdict: 'pass', reason: 'refused', measured, expected };
}

// EXTERNAL MODULE: ./packages/contract/lib/contract.js
var lib_contract = __webpack_require__(585962);
// EXTERNAL MODULE: ./packages/base/lib/fields.js
var fields = __webpack_require__(1015169);
// EXTERNAL MODULE: ./packages/contract/lib/read/pointer.js
var read_pointer = __webpack_require__(333531);
// EXTERNAL MODULE: ./packages/contract/lib/schema/public-key.js
var public_key = __webpack_require__(127953);
;// CONCATENATED MODULE: ./packages/contract/lib/schema/undocumented.js



const DEEPEST = 40;
function unlistedFields(document, pointer, body) {
    const undocumented = new Set();
    const writeOnly = new Set();
    const visit = (pointers, value, place, depth) => {
        if (depth > DEEPEST)
            return;
        const schemas = branches(document, pointers);
        if (Array.isArray(value)) {
            for (const [index, item] of value.entries())
                visit(itemsOf(schemas, index), item, `${place}/*`, depth + 1);
        }
        else if ((0,fields/* isMap */.j)(value)) {
            for (const [key, one] of Object.entries(value)) {
                const known = propertyOf(schemas, key);
                const here = `${place}/${(0,public_key/* publicKey */.j)(key)}`;
                if (known === 'undocumented')
                    undocumented.add(here);
                else if (known !== 'free') {
                    if (known.some((schema) => isWriteOnly(document, schema)))
                        writeOnly.add(here);
                    visit(known, one, here, depth + 1);
                }
            }
        }
    };
    visit([pointer], body, '', 0);
    return { undocumented: [...undocumented].sort(), writeOnly: [...writeOnly].sort() };
}
function branches(document, pointers) {
    const found = new Map();
    const add = (pointer) => {
        const { value: schema, pointer: own } = (0,read_pointer/* follow */.e)(document, pointer);
        if (!(0,fields/* isMap */.j)(schema) || found.has(own))
            return;
        found.set(own, { pointer: own, schema });
        for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
            const list = schema[keyword];
            for (const index of Array.isArray(list) ? list.keys() : [])
                add(`${own}/${keyword}/${index}`);
        }
        for (const keyword of ['if', 'then', 'else'])
            if (schema[keyword] !== undefined)
                add(`${own}/${keyword}`);
        const dependent = schema['dependentSchemas'];
        if ((0,fields/* isMap */.j)(dependent))
            for (const name of Object.keys(dependent))
                add(`${own}/dependentSchemas/${(0,read_pointer/* step */.P)(name)}`);
    };
    for (const pointer of pointers)
        add(pointer);
    return withReferences(document, pointers, found);
}
function withReferences(document, pointers, found) {
    for (const pointer of pointers) {
        const siblings = beforeFollowing(document, pointer);
        if (siblings !== undefined)
            found.set(pointer, { pointer, schema: siblings });
    }
    return [...found.values()];
}
function beforeFollowing(document, pointer) {
    const parent = (0,read_pointer/* follow */.e)(document, pointer.replace(/\/[^/]*$/, '')).value;
    const key = decodeURIComponent(pointer.replace(/^.*\//s, '')).replaceAll('~1', '/').replaceAll('~0', '~');
    const value = (0,fields/* isMap */.j)(parent) ? parent[key] : undefined;
    return (0,fields/* isMap */.j)(value) && typeof value['$ref'] === 'string' && (0,fields/* isMap */.j)(value['properties']) ? value : undefined;
}
function itemsOf(schemas, index) {
    return schemas.flatMap(({ pointer, schema }) => {
        const { prefixItems, items } = schema;
        if (Array.isArray(prefixItems) && index < prefixItems.length)
            return [`${pointer}/prefixItems/${index}`];
        return (0,fields/* isMap */.j)(items) ? [`${pointer}/items`] : [];
    });
}
function propertyOf(schemas, key) {
    const named = schemas.flatMap(({ pointer, schema: { properties } }) => (0,fields/* isMap */.j)(properties) && Object.hasOwn(properties, key) ? [`${pointer}/properties/${(0,read_pointer/* step */.P)(key)}`] : []);
    if (named.length > 0)
        return named;
    const byPattern = schemas.flatMap(({ pointer, schema: { patternProperties } }) => Object.keys((0,fields/* isMap */.j)(patternProperties) ? patternProperties : {})
        .filter((pattern) => matches(pattern, key))
        .map((pattern) => `${pointer}/patternProperties/${(0,read_pointer/* step */.P)(pattern)}`));
    if (byPattern.length > 0)
        return byPattern;
    const others = schemas.flatMap(({ pointer, schema }) => ['additionalProperties', 'unevaluatedProperties']
        .filter((keyword) => (0,fields/* isMap */.j)(schema[keyword]) && Object.keys(schema[keyword]).length > 0)
        .map((keyword) => `${pointer}/${keyword}`));
    if (others.length > 0)
        return others;
    const saysNothing = !schemas.some(({ schema }) => (0,fields/* isMap */.j)(schema['properties']));
    const permitsAll = schemas.some(({ schema: { additionalProperties: more } }) => more === true || (0,fields/* isMap */.j)(more));
    return saysNothing || permitsAll ? 'free' : 'undocumented';
}
function matches(pattern, key) {
    try {
        return new RegExp(pattern, 'u').test(key);
    }
    catch {
        return false;
    }
}
function isWriteOnly(document, pointer) {
    return branches(document, [pointer]).some(({ schema }) => schema['writeOnly'] === true);
}

;// CONCATENATED MODULE: ./packages/contract/lib/checks/body.js





const body = (visit, context) => {
    const main = mainAnswer(visit);
    if (main.kind === 'no-evidence')
        return [];
    const rule = (0,lib_contract/* ruleFor */.sG)(visit.call.operation, main.answer.status);
    if (rule === undefined)
        return [];
    return contentChecks(visit, main.answer, rule, context);
};
function contentChecks(visit, answer, rule, context) {
    const type = typeFinding(visit.call.operation, answer, rule);
    if (type === undefined)
        return [];
    const checks = [(0,check/* checkOf */.EG)('operation/content-type', visit, type)];
    const media = type.verdict === 'pass' ? mediaRule(rule, answer) : undefined;
    if (media?.schema === undefined)
        return checks;
    const valid = bodyFinding(answer, media.schema, context);
    if (valid !== undefined)
        checks.push((0,check/* checkOf */.EG)('operation/body', visit, valid));
    const fields = valid === undefined ? undefined : fieldsFinding(answer, media.schema, context);
    if (fields !== undefined)
        checks.push((0,check/* checkOf */.EG)('operation/undocumented-fields', visit, fields));
    return checks;
}
function typeFinding({ method, name }, answer, rule) {
    if (rule.content === undefined || method === 'HEAD')
        return undefined;
    const type = (0,ask_exchange/* mediaType */.JL)(answer);
    const empty = answer.body === '' && !answer.truncated;
    if (rule.content.length === 0) {
        if (empty || rule.status.toUpperCase() !== '204')
            return undefined;
        return {
            verdict: 'fail',
            reason: 'body-not-documented',
            measured: type || 'a body',
            expected: 'no body',
            remedy: `document the body of ${name}`,
        };
    }
    const expected = rule.content.map((one) => one.type).join(', ');
    if (empty && [204, 205, 304].includes(answer.status))
        return undefined;
    if (empty)
        return {
            verdict: 'fail',
            reason: 'empty-body',
            measured: 'an empty body',
            expected,
            remedy: `let ${name} answer with a body, or document that there is none`,
        };
    if (mediaRule(rule, answer) !== undefined)
        return { verdict: 'pass', reason: 'content-type-documented', measured: shown(type), expected };
    return {
        verdict: 'fail',
        reason: 'content-type-not-documented',
        measured: shown(type),
        expected,
        remedy: `let ${name} answer with the documented type: a page in place of data often is an error or a login`,
    };
}
function mediaRule(rule, answer) {
    const type = (0,ask_exchange/* mediaType */.JL)(answer);
    const list = rule.content ?? [];
    return (list.find((one) => one.type === type) ??
        list.find((one) => one.type.endsWith('/*') && one.type !== '*/*' && type.startsWith(one.type.slice(0, -1))) ??
        list.find((one) => one.type === '*/*'));
}
function bodyFinding(answer, schema, { validator }) {
    const type = (0,ask_exchange/* mediaType */.JL)(answer);
    const json = (0,ask_exchange/* isJson */.Fh)(type);
    if (!json && !type.startsWith('text/'))
        return undefined;
    const expected = 'what its schema says';
    if (answer.truncated)
        return {
            verdict: 'unknown',
            reason: 'body-too-long',
            measured: 'more than 8 MiB',
            expected,
            remedy: 'give an example that gets less',
        };
    const data = json ? (0,ask_exchange/* jsonOf */.o_)(answer) : { value: answer.body };
    if (data === undefined)
        return {
            verdict: 'fail',
            reason: 'not-json',
            measured: `${shown(type)} that is no JSON`,
            expected,
            remedy: 'look at what the backend sends',
        };
    const validity = validator.validate(schema, data.value);
    switch (validity.kind) {
        case 'valid':
            return { verdict: 'pass', reason: 'body-valid', measured: 'valid', expected };
        case 'unusable':
            return {
                verdict: 'unknown',
                reason: 'schema-unusable',
                measured: 'not judged',
                expected,
                remedy: `correct the schema: ${validity.why}`,
            };
        case 'invalid':
            return {
                verdict: 'fail',
                reason: 'body-invalid',
                measured: validity.problems.join('; '),
                expected,
                remedy: 'release the backend that keeps the contract first, or change the contract and what relies on it',
            };
    }
}
function fieldsFinding(answer, schema, context) {
    const data = (0,ask_exchange/* isJson */.Fh)((0,ask_exchange/* mediaType */.JL)(answer)) && !answer.truncated ? (0,ask_exchange/* jsonOf */.o_)(answer) : undefined;
    if (data === undefined)
        return undefined;
    const { undocumented, writeOnly } = unlistedFields(context.contract.document, schema, data.value);
    const expected = 'only fields that the contract names';
    if (writeOnly.length > 0)
        return {
            verdict: 'fail',
            reason: 'write-only-field-sent',
            measured: listed(writeOnly),
            expected: 'no field that is write-only',
            remedy: 'do not send what the contract says is only ever received',
        };
    if (undocumented.length === 0)
        return { verdict: 'pass', reason: 'fields-documented', measured: 'no other field', expected };
    return {
        verdict: context.undocumented === 'fail' ? 'fail' : 'pass',
        reason: context.undocumented === 'fail' ? 'undocumented-fields' : 'undocumented-fields-reported',
        measured: `not documented: ${listed(undocumented)}`,
        expected,
        remedy: 'document the fields, or stop sending them',
    };
}
function listed(names) {
    const rest = names.length - 10;
    return `${names.slice(0, 10).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}
function shown(type) {
    return /^[\w.+-]{1,60}\/[\w.+-]{1,60}$/.test(type) ? type : 'no readable type';
}

;// CONCATENATED MODULE: ./packages/contract/lib/checks/error-shape.js





const errorShape = (visit, context) => {
    const { none, wrong, call } = visit;
    if (call.identity === undefined || mainAnswer(visit).kind === 'no-evidence')
        return [];
    for (const exchange of [none, wrong]) {
        if (exchange?.kind !== 'answer' || (0,ask_wall/* wallIn */.I)(exchange) !== undefined)
            continue;
        if (exchange.status !== 401 && exchange.status !== 403)
            continue;
        if (call.operation.responses.length === 0)
            return [];
        return [(0,check/* checkOf */.EG)('operation/error-shape', visit, judge())];
        function judge() {
            if (exchange?.kind !== 'answer')
                throw new Error('asked above');
            const rule = (0,lib_contract/* ruleFor */.sG)(call.operation, exchange.status);
            const documented = call.operation.responses.map(({ status }) => status).join(', ');
            if (rule === undefined)
                return {
                    verdict: 'fail',
                    reason: 'error-not-documented',
                    measured: (0,check/* seen */.cI)(exchange),
                    expected: `one of ${documented}`,
                    remedy: `document ${exchange.status} of ${call.operation.name}, with its body`,
                };
            const type = typeFinding(call.operation, exchange, rule);
            if (type !== undefined && type.verdict !== 'pass')
                return type;
            const schema = mediaRule(rule, exchange)?.schema;
            const found = schema === undefined ? undefined : bodyFinding(exchange, schema, context);
            return (found ?? {
                verdict: 'pass',
                reason: 'error-documented',
                measured: (0,check/* seen */.cI)(exchange),
                expected: 'a documented error',
            });
        }
    }
    return [];
};

;// CONCATENATED MODULE: ./packages/contract/lib/checks/headers.js





const headers = (visit, { contract, validator }) => {
    const main = mainAnswer(visit);
    if (main.kind === 'no-evidence')
        return [];
    const rules = (0,lib_contract/* ruleFor */.sG)(visit.call.operation, main.answer.status)?.headers ?? [];
    if (rules.length === 0)
        return [];
    const problems = rules.flatMap(({ name, required, schema }) => {
        const text = main.answer.headers[name];
        if (text === undefined)
            return required ? [`${name} is missing`] : [];
        if (schema === undefined)
            return [];
        const validity = validator.validate(schema, readAs(text, typesOf(contract.document, schema)));
        return validity.kind === 'invalid' ? [`${name} ${validity.problems.join('; ').replace(/^\/ /, '')}`] : [];
    });
    const expected = rules.map(({ name, required }) => (required ? name : `${name} (optional)`)).join(', ');
    return [
        (0,check/* checkOf */.EG)('operation/headers', visit, problems.length === 0
            ? { verdict: 'pass', reason: 'headers-documented', measured: 'as documented', expected }
            : {
                verdict: 'fail',
                reason: 'headers-differ',
                measured: problems.join('; '),
                expected,
                remedy: 'send the headers that the contract promises, or correct it',
            }),
    ];
};
function typesOf(document, pointer) {
    const { value } = (0,read_pointer/* follow */.e)(document, pointer);
    const type = (0,fields/* isMap */.j)(value) ? value['type'] : (0,read_pointer.at)(document, `${pointer}/type`);
    return [type].flat();
}
function readAs(text, types) {
    if ((types.includes('integer') || types.includes('number')) && text.trim() !== '' && !Number.isNaN(Number(text)))
        return Number(text);
    if (types.includes('boolean') && (text === 'true' || text === 'false'))
        return text === 'true';
    if (types.includes('array'))
        return text.split(',').map((one) => one.trim());
    return text;
}

;// CONCATENATED MODULE: ./packages/contract/lib/checks/mounted.js




const mounted = (visit) => [(0,check/* checkOf */.EG)('operation/mounted', visit, judge(visit))];
const expected = 'an answer that an address that does not exist would not get';
function judge(visit) {
    const { call, nowhere } = visit;
    const main = mainAnswer(visit);
    if (main.kind === 'no-evidence') {
        const { reason, measured, remedy } = main;
        return { verdict: 'unknown', reason, measured, expected, remedy };
    }
    const { answer } = main;
    const measured = (0,check/* seen */.cI)(answer);
    if (answer.status === 405 || answer.status === 501)
        return {
            verdict: 'fail',
            reason: 'method-not-mounted',
            measured,
            expected,
            remedy: `the backend has the path and not the method: deploy it, or remove ${call.operation.name} from the contract`,
        };
    if (nowhere.kind === 'lost')
        return (0,ask_exchange/* succeeded */.gq)(answer)
            ? {
                verdict: 'unknown',
                reason: 'no-control',
                measured: `${measured}; ${(0,check/* seen */.cI)(nowhere)} for the control`,
                expected,
                remedy: 'run the check again',
            }
            : { verdict: 'unknown', reason: 'no-control', measured, expected, remedy: 'run the check again' };
    if (!saysTheSame(answer, nowhere)) {
        const guesses = (0,ask_exchange/* succeeded */.gq)(answer) && (0,ask_exchange/* succeeded */.gq)(nowhere) && !(0,ask_exchange/* isJson */.Fh)((0,ask_exchange/* mediaType */.JL)(answer));
        if (guesses && (0,ask_exchange/* mediaType */.JL)(answer) === (0,ask_exchange/* mediaType */.JL)(nowhere))
            return {
                verdict: 'unknown',
                reason: 'catch-all',
                measured: `${measured}, and ${(0,check/* seen */.cI)(nowhere)} for an address that does not exist`,
                expected,
                remedy: 'let the backend answer 404 for addresses that it does not have',
            };
        return { verdict: 'pass', reason: 'mounted', measured, expected };
    }
    return sameAsNowhere(visit, measured);
}
function sameAsNowhere({ call }, measured) {
    const { operation, valuesGiven } = call;
    const hasParameters = operation.path.includes('{');
    if (hasParameters && !valuesGiven && (0,lib_contract/* ruleFor */.sG)(operation, 404) !== undefined)
        return {
            verdict: 'unknown',
            reason: 'not-distinguishable',
            measured: `${measured}, as for an address that does not exist`,
            expected,
            remedy: `give a record that exists: "${operation.name}" in "examples"`,
        };
    return {
        verdict: 'fail',
        reason: 'not-mounted',
        measured: `${measured}, as for an address that does not exist`,
        expected,
        remedy: `deploy the backend that has ${operation.name}, or remove it from the contract`,
    };
}

;// CONCATENATED MODULE: ./packages/contract/lib/checks/protection.js





const protection = (visit) => {
    const { none, wrong, call } = visit;
    if (!call.isProtected)
        return [];
    return [
        ...(none === undefined
            ? []
            : [(0,check/* checkOf */.EG)('operation/refuses-no-token', visit, protection_judge(visit, none, 'open-without-token'))]),
        ...(wrong === undefined
            ? []
            : [(0,check/* checkOf */.EG)('operation/refuses-wrong-token', visit, protection_judge(visit, wrong, 'open-with-wrong-token'))]),
    ];
};
const protection_expected = '401 or 403, and an answer with the right credentials';
function protection_judge(visit, exchange, open) {
    const measured = (0,check/* seen */.cI)(exchange);
    const unknown = (reason, remedy, more = '') => ({
        verdict: 'unknown',
        reason,
        measured: `${measured}${more}`,
        expected: protection_expected,
        remedy,
    });
    if (exchange.kind === 'lost')
        return unknown('no-answer', 'look at the logs of the backend; raise "request-timeout" if it is slow');
    const wall = (0,ask_wall/* wallIn */.I)(exchange);
    if (wall !== undefined)
        return unknown('wall', 'let the runner pass it', ` from ${wall}`);
    if ((0,check/* isUnavailable */.Pd)(exchange.status))
        return unknown('unavailable', 'something before the backend could not reach it');
    if ((0,ask_exchange/* succeeded */.gq)(exchange)) {
        if (isNoData(visit, exchange))
            return unknown('not-the-api', 'let the operation answer 401: every request gets this page', ' that is not what the contract documents');
        return {
            verdict: 'fail',
            reason: open,
            measured,
            expected: protection_expected,
            remedy: `${visit.call.operation.name} is open: do not release before it verifies its callers`,
        };
    }
    if (exchange.status >= 500)
        return {
            verdict: 'fail',
            reason: 'server-error',
            measured,
            expected: protection_expected,
            remedy: 'let the backend answer 401 where credentials are missing or wrong',
        };
    const refused = exchange.status === 401 ||
        exchange.status === 403 ||
        exchange.status === 404 ||
        isLogin(exchange.headers['location']);
    if (!refused)
        return unknown('refused-otherwise', 'let the backend look at the credentials before anything else, or give an example that is complete');
    return controlled(visit, measured);
}
function controlled(visit, measured) {
    const main = visit.call.identity === undefined ? undefined : mainAnswer(visit);
    const { main: exchange, call } = visit;
    const works = main?.kind === 'answer' && ((0,ask_exchange/* succeeded */.gq)(main.answer) || call.example?.expect === main.answer.status);
    if (works && main.answer.status !== 401 && main.answer.status !== 403)
        return {
            verdict: 'pass',
            reason: 'refused',
            measured: `${measured}; ${(0,check/* seen */.cI)(exchange)} with the right credentials`,
            expected: protection_expected,
        };
    return {
        verdict: 'unknown',
        reason: 'no-control',
        measured: call.identity === undefined
            ? `${measured}, but no identity was answered`
            : `${measured}; ${(0,check/* seen */.cI)(exchange)} with the right credentials`,
        expected: protection_expected,
        remedy: call.identity === undefined
            ? 'give an identity that may use it in "as": a wall before the backend refuses as well'
            : 'give an identity and an example that get a success',
    };
}
function isNoData({ call, nowhere }, answer) {
    if (nowhere.kind === 'answer' && saysTheSame(answer, nowhere))
        return true;
    const content = (0,lib_contract/* ruleFor */.sG)(call.operation, answer.status)?.content ?? [];
    const types = content.map(({ type }) => type);
    return (types.length > 0 &&
        (0,ask_exchange/* mediaType */.JL)(answer) === 'text/html' &&
        !types.some((type) => type.startsWith('text/') || type === '*/*'));
}
function isLogin(location) {
    return location !== undefined && /\/(log-?in|sign-?in|auth|sso|oauth2?)(\/|\?|$)/i.test(location);
}

// EXTERNAL MODULE: ./packages/base/lib/duration.js
var duration = __webpack_require__(984731);
;// CONCATENATED MODULE: ./packages/contract/lib/checks/small.js






const nextPage = (visit, context) => {
    const { next, main, call } = visit;
    if (next === undefined || main.kind === 'lost')
        return [];
    const expected = 'the next page, on the same host and as documented';
    const judge = () => {
        if (next.kind === 'other-origin')
            return {
                verdict: 'fail',
                reason: 'other-origin',
                measured: `a link to ${next.host}`,
                expected,
                remedy: 'let the backend build links from the address that it is asked at (behind a proxy: from X-Forwarded-Host)',
            };
        const { exchange } = next;
        const measured = (0,check/* seen */.cI)(exchange);
        if (exchange.kind === 'lost')
            return { verdict: 'unknown', reason: 'no-answer', measured, expected, remedy: 'run the check again' };
        if (!(0,ask_exchange/* succeeded */.gq)(exchange))
            return {
                verdict: 'fail',
                reason: 'next-page-broken',
                measured,
                expected,
                remedy: 'correct the link, or the paging',
            };
        const rule = (0,lib_contract/* ruleFor */.sG)(call.operation, exchange.status);
        const schema = rule === undefined ? undefined : mediaRule(rule, exchange)?.schema;
        const body = schema === undefined ? undefined : bodyFinding(exchange, schema, context);
        if (body !== undefined && body.verdict !== 'pass')
            return body;
        if (exchange.path === main.path || (exchange.body === main.body && saysTheSame(exchange, main)))
            return {
                verdict: 'fail',
                reason: 'same-page',
                measured: 'the same page again',
                expected,
                remedy: 'let the link lead on, or send none on the last page',
            };
        return { verdict: 'pass', reason: 'next-page-works', measured, expected };
    };
    return [(0,check/* checkOf */.EG)('operation/next-page', visit, judge())];
};
const latency = (visit, { latencyBudgetMs }) => {
    if (latencyBudgetMs === undefined || visit.times.length === 0 || mainAnswer(visit).kind === 'no-evidence')
        return [];
    const best = Math.min(...visit.times);
    const facts = { measured: (0,duration/* formatDuration */.a)(best), expected: `at most ${(0,duration/* formatDuration */.a)(latencyBudgetMs)}` };
    return [
        (0,check/* checkOf */.EG)('operation/latency', visit, best <= latencyBudgetMs
            ? { verdict: 'pass', reason: 'in-time', ...facts }
            : {
                verdict: 'fail',
                reason: 'too-slow',
                ...facts,
                remedy: 'make the backend faster, or raise "latency-budget"',
            }),
    ];
};
const cleanedUp = (visit) => {
    const { cleanedUp: end } = visit;
    if (end === undefined || end.kind === 'nothing-created')
        return [];
    const expected = 'nothing left behind, read back';
    if (end.kind === 'gone')
        return [(0,check/* checkOf */.EG)('operation/clean-up', visit, { verdict: 'pass', reason: 'gone', measured: 'gone', expected })];
    const measured = end.kind === 'still-there' ? end.measured : `the answer has no value for "${end.name}"`;
    const remedy = 'remove by hand what the example created, then correct "clean-up" of the example';
    return [(0,check/* checkOf */.EG)('operation/clean-up', visit, { verdict: 'fail', reason: 'left-behind', measured, expected, remedy })];
};

;// CONCATENATED MODULE: ./packages/contract/lib/checks/status.js




const status_status = (visit) => {
    const finding = status_judge(visit);
    return finding === undefined ? [] : [(0,check/* checkOf */.EG)('operation/status', visit, finding)];
};
function status_judge(visit) {
    const main = mainAnswer(visit);
    if (main.kind === 'no-evidence')
        return undefined;
    const { operation, example } = visit.call;
    const { answer } = main;
    const measured = (0,check/* seen */.cI)(answer);
    const documented = operation.responses.map(({ status: one }) => one);
    const wanted = example?.expect;
    const expected = wanted !== undefined ? `HTTP ${wanted}` : documented.length === 0 ? 'a success' : `one of ${documented.join(', ')}`;
    if (wanted !== undefined && answer.status !== wanted)
        return {
            verdict: 'fail',
            reason: 'other-status',
            measured,
            expected,
            remedy: 'correct the backend, or "expect" of the example',
        };
    if (answer.status >= 500)
        return {
            verdict: 'fail',
            reason: 'server-error',
            measured,
            expected,
            remedy: 'look at the logs of the backend for this request',
        };
    if (documented.length > 0 && (0,lib_contract/* ruleFor */.sG)(operation, answer.status) === undefined)
        return {
            verdict: 'fail',
            reason: 'status-not-documented',
            measured,
            expected,
            remedy: `document the status of ${operation.name}, or correct the backend`,
        };
    if (wanted === answer.status ||
        (0,ask_exchange/* succeeded */.gq)(answer) ||
        (answer.status >= 300 && answer.status < 400 && documented.length > 0))
        return { verdict: 'pass', reason: 'status-documented', measured, expected };
    return {
        verdict: 'unknown',
        reason: 'no-success',
        measured: `${measured}: an error that is documented`,
        expected: 'a success, which shows that the operation works',
        remedy: `give values that work: "${operation.name}" in "examples", with "expect" if this status is meant`,
    };
}

;// CONCATENATED MODULE: ./packages/contract/lib/checks.js








const checkers = [
    protection,
    status_status,
    body,
    headers,
    errorShape,
    access,
    nextPage,
    latency,
    cleanedUp,
];
const judgeVisit = (visit, context) => {
    const first = mounted(visit, context);
    if (first.some(({ verdict }) => verdict === 'fail'))
        return first;
    return [...first, ...checkers.flatMap((check) => check(visit, context))];
};

;// CONCATENATED MODULE: ./packages/contract/lib/coverage.js

function isJudged(operation, checks) {
    const own = checks.filter(({ what }) => what === operation.name);
    const certain = (id) => own.some((check) => check.id === id && check.verdict !== 'unknown');
    return certain('operation/status') || own.some(({ id, verdict }) => id === 'operation/mounted' && verdict === 'fail');
}
function coverageOf(operations, { checks, called, methods, }) {
    const counted = operations.filter((one) => methods === 'all' || (0,lib_contract/* isSafe */.IP)(one));
    const judged = counted.filter((one) => isJudged(one, checks));
    return {
        all: operations.length,
        counted: counted.length,
        judged: judged.length,
        undecided: counted.filter((one) => called.includes(one) && !judged.includes(one)).length,
        share: counted.length === 0 ? 0 : judged.length / counted.length,
    };
}
function coverageCheck({ judged, undecided, counted, share, all }, minimum) {
    const enough = counted > 0 && share >= minimum;
    const facts = {
        id: 'coverage/operations',
        title: 'Enough operations were really judged',
        what: 'all operations',
        measured: `${judged} of ${counted} judged (the contract has ${all})`,
        expected: `at least ${Math.ceil(minimum * counted)} of ${counted}`,
    };
    if (counted === 0)
        return {
            ...facts,
            verdict: 'unknown',
            reason: 'nothing-to-call',
            remedy: 'the contract has no operation that may be called: set "methods: all" against a backend whose data may be thrown away',
        };
    if (!enough && (judged + undecided) / counted >= minimum)
        return {
            ...facts,
            verdict: 'unknown',
            reason: 'answers-undecided',
            remedy: 'follow the remedies of the unknown checks',
        };
    return enough
        ? { ...facts, verdict: 'pass', reason: 'covered', remedy: '' }
        : {
            ...facts,
            verdict: 'fail',
            reason: 'coverage-too-low',
            remedy: 'give examples for what was not called, or lower "coverage-minimum"',
        };
}
function gapsOf(notCalled) {
    return notCalled.map(({ operation, because, remedy, chosen }) => ({
        id: 'operation/called',
        what: operation.name,
        because,
        remedy,
        chosen,
    }));
}

// EXTERNAL MODULE: ./packages/contract/lib/plan/plan.js
var plan_plan = __webpack_require__(486340);
;// CONCATENATED MODULE: ./packages/contract/lib/routes/undocumented-routes.js
function undocumentedRoutes(contract, routes, undocumented) {
    const documented = new Set(contract.operations.flatMap(({ path }) => [shape(path), shape(contract.prefix + path)]));
    const facts = {
        id: 'route/documented',
        title: 'Every route is documented',
        expected: 'an operation of the contract',
    };
    const missing = routes.filter((route) => !documented.has(shape(route)));
    if (missing.length === 0)
        return [
            {
                ...facts,
                verdict: 'pass',
                reason: 'documented',
                what: 'all routes',
                measured: `${routes.length} routes, all documented`,
                remedy: '',
            },
        ];
    return missing.map((route) => ({
        ...facts,
        verdict: undocumented === 'fail' ? 'fail' : 'pass',
        reason: undocumented === 'fail' ? 'route-not-documented' : 'route-not-documented-reported',
        what: route,
        measured: 'not in the contract',
        remedy: 'document the route, or remove it',
    }));
}
function shape(path) {
    return path.replace(/\{[^{}]*\}/g, '{}').replace(/\/+$/, '') || '/';
}

// EXTERNAL MODULE: ./packages/base/lib/yaml-reason.js
var yaml_reason = __webpack_require__(311327);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
// EXTERNAL MODULE: ./node_modules/.pnpm/ajv@8.20.0/node_modules/ajv/dist/2020.js
var _2020 = __webpack_require__(855186);
// EXTERNAL MODULE: ./node_modules/.pnpm/ajv-formats@3.0.1_ajv@8.20.0/node_modules/ajv-formats/dist/index.js
var dist = __webpack_require__(409507);
;// CONCATENATED MODULE: ./packages/contract/lib/schema/validator.js




const BASE = 'contract:/document';
const MOST_PROBLEMS = 5;
function createValidator(document) {
    const ajv = new _2020.Ajv2020({
        strict: false,
        allErrors: true,
        validateSchema: false,
        validateFormats: true,
        logger: false,
        code: { regExp: Object.assign(regExp, { code: 'new RegExp' }) },
    });
    dist["default"](ajv);
    const compiled = new Map();
    let added = false;
    const compile = (pointer) => {
        try {
            if (!added)
                ajv.addSchema(document, BASE);
            added = true;
            return ajv.compile({ $ref: `${BASE}${pointer}` });
        }
        catch (error) {
            return (0,yaml_reason/* yamlReason */.c)((0,errors/* describe */.q0)(error));
        }
    };
    return {
        validate: (pointer, value) => {
            const known = compiled.get(pointer) ?? compile(pointer);
            compiled.set(pointer, known);
            if (typeof known === 'string')
                return { kind: 'unusable', why: known };
            try {
                if (known(value))
                    return { kind: 'valid' };
            }
            catch (error) {
                if (error instanceof RangeError)
                    return { kind: 'unusable', why: 'the schema or the body is nested too deeply' };
                throw error;
            }
            return { kind: 'invalid', problems: problemsOf(known.errors ?? []) };
        },
    };
}
function regExp(pattern, flags) {
    try {
        return new RegExp(pattern, flags);
    }
    catch {
        return new RegExp(pattern, flags.replace('u', ''));
    }
}
function problemsOf(errors) {
    const depth = (error) => error.instancePath.split('/').length;
    const sorted = [...errors].sort((a, b) => depth(b) - depth(a));
    const lines = new Set(sorted.map((error) => `${placeIn(error.instancePath)} ${ruleOf(error)}`));
    const all = [...lines];
    const rest = all.length - MOST_PROBLEMS;
    return rest > 0 ? [...all.slice(0, MOST_PROBLEMS), `and ${rest} more`] : all;
}
function placeIn(instancePath) {
    const parts = instancePath.split('/').slice(1);
    return parts.length === 0
        ? '/'
        : parts.map((part) => `/${(0,public_key/* publicKey */.j)(part.replaceAll('~1', '/').replaceAll('~0', '~'))}`).join('');
}
function ruleOf({ keyword, params }) {
    const given = params;
    switch (keyword) {
        case 'required':
            return `lacks the required field "${(0,public_key/* publicKey */.j)(String(given['missingProperty']))}"`;
        case 'type':
            return `is not of the type ${[given['type']].flat().join(' or ')}`;
        case 'enum':
            return 'is none of the listed values';
        case 'const':
            return 'is not the one permitted value';
        case 'format':
            return `is no ${String(given['format'])}`;
        case 'additionalProperties':
            return `has the field "${(0,public_key/* publicKey */.j)(String(given['additionalProperty']))}", which may not be there`;
        case 'unevaluatedProperties':
            return `has the field "${(0,public_key/* publicKey */.j)(String(given['unevaluatedProperty']))}", which may not be there`;
        case 'oneOf':
        case 'anyOf':
            return `fits none or too many of the alternatives (${keyword})`;
        default:
            return `breaks the rule "${keyword}"`;
    }
}

// EXTERNAL MODULE: external "node:crypto"
let external_node_crypto__kept;
const external_node_crypto_ = () => (external_node_crypto__kept ??= __webpack_require__(823569));
;// CONCATENATED MODULE: ./packages/contract/lib/ask/next-link.js


function nextLink(answer, asked) {
    if (!(0,ask_exchange/* succeeded */.gq)(answer))
        return undefined;
    const found = inHeader(answer.headers['link'] ?? '') ?? inBody((0,ask_exchange/* jsonOf */.o_)(answer)?.value);
    if (found === undefined || found === '' || !URL.canParse(found, asked.href))
        return undefined;
    const url = new URL(found, asked);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url : undefined;
}
function inHeader(header) {
    for (const part of header.split(/,(?=\s*<)/)) {
        const match = /^\s*<([^<>]*)>(.*)$/s.exec(part);
        if (match !== null && /;\s*rel\s*=\s*"?(?:[^";]*\s)?next(?:\s[^";]*)?"?\s*(?:;|$)/i.test(match[2] ?? ''))
            return match[1];
    }
    return undefined;
}
function inBody(body) {
    if (!(0,fields/* isMap */.j)(body))
        return undefined;
    const holders = [body, body['links'], body['_links'], body['meta'], body['paging'], body['pagination']];
    for (const holder of holders) {
        if (!(0,fields/* isMap */.j)(holder))
            continue;
        const candidates = [holder['next'], holder['next_page_url'], holder['nextPageUrl'], holder['@odata.nextLink']];
        for (const candidate of candidates) {
            const text = (0,fields/* isMap */.j)(candidate) ? candidate['href'] : candidate;
            if (typeof text === 'string' && /^(https?:\/\/|\/|\?)/.test(text))
                return text;
        }
    }
    return undefined;
}

;// CONCATENATED MODULE: ./packages/contract/lib/clean-up.js



async function cleanUp(call, main, { send, headers }) {
    const plan = call.example?.cleanUp;
    if (plan === undefined || (0,lib_contract/* isSafe */.IP)(call.operation))
        return undefined;
    if (main.kind === 'lost')
        return { kind: 'still-there', measured: 'no answer, so it is not known whether it was created' };
    if (!(0,ask_exchange/* succeeded */.gq)(main))
        return { kind: 'nothing-created' };
    const values = {};
    for (const [name, pointer] of Object.entries(plan.take)) {
        const value = (0,read_pointer.at)((0,ask_exchange/* jsonOf */.o_)(main)?.value, `#${pointer}`);
        if (typeof value !== 'string' && typeof value !== 'number')
            return { kind: 'not-found-in-answer', name };
        values[name] = String(value);
    }
    const ask = ({ method, path }) => {
        const url = new URL(call.url.origin);
        url.pathname =
            call.prefix + path.replace(/\{([^{}]+)\}/g, (_, name) => encodeURIComponent(values[name] ?? ''));
        return send({ method, url, headers });
    };
    const removed = await ask(plan.call);
    const seen = await ask(plan.gone);
    if (seen.kind === 'answer' && (seen.status === 404 || seen.status === 410))
        return { kind: 'gone' };
    const words = (one) => (one.kind === 'lost' ? one.code : `HTTP ${one.status}`);
    return {
        kind: 'still-there',
        measured: `${plan.call.method}: ${words(removed)}, then ${plan.gone.method}: ${words(seen)}`,
    };
}

// EXTERNAL MODULE: ./packages/contract/lib/plan/identities.js
var identities = __webpack_require__(926230);
;// CONCATENATED MODULE: ./packages/contract/lib/visit.js





const MOST_TRIES = 3;
async function visit(call, nowhereOf, tools) {
    const { operation, url, identity } = call;
    const ask = (credentials) => tools.send({ method: operation.method, url, body: call.body, headers: { ...call.headers, ...credentials } });
    const own = identity === undefined ? {} : (0,identities/* revealed */.Dr)(identity.headers);
    const none = call.isProtected ? await ask({}) : undefined;
    const wrong = call.isProtected && identity !== undefined ? await ask((0,identities/* wrongCredentials */.aq)(identity.headers)) : undefined;
    const main = identity === undefined && none !== undefined ? none : await ask(own);
    const nowhere = await nowhereOf(call, own);
    const others = [];
    for (const one of (0,lib_contract/* isSafe */.IP)(operation) ? tools.identities : []) {
        const may = one.may.some((pattern) => pattern.covers(operation));
        const mayNot = one.mayNot.some((pattern) => pattern.covers(operation));
        if (!may && !mayNot)
            continue;
        const exchange = one === identity ? main : await ask((0,identities/* revealed */.Dr)(one.headers));
        others.push({ identity: one, may: !mayNot, exchange });
    }
    const times = await timesOf(main, () => ask(own), (0,lib_contract/* isSafe */.IP)(operation) ? tools.latencyBudgetMs : undefined);
    const next = (0,lib_contract/* isSafe */.IP)(operation)
        ? await followNext(main, { url, headers: { ...call.headers, ...own } }, tools)
        : undefined;
    const cleanedUp = await cleanUp(call, main, { send: tools.send, headers: { ...call.headers, ...own } });
    return { call, main, nowhere, none, wrong, others, next, times, cleanedUp };
}
async function timesOf(main, again, budgetMs) {
    if (main.kind === 'lost')
        return [];
    const times = [main.ms];
    while (budgetMs !== undefined && Math.min(...times) > budgetMs && times.length < MOST_TRIES) {
        const exchange = await again();
        if (exchange.kind === 'lost')
            break;
        times.push(exchange.ms);
    }
    return times;
}
async function followNext(main, { url, headers }, { send }) {
    const link = main.kind === 'answer' ? nextLink(main, url) : undefined;
    if (link === undefined)
        return undefined;
    if (link.origin !== url.origin)
        return { kind: 'other-origin', host: link.host };
    return { kind: 'followed', exchange: await send({ method: 'GET', url: link, headers }) };
}
function askNowhere(send) {
    const word = `lockstep-${(0,external_node_crypto_().randomBytes)(6).toString('hex')}`;
    const known = new Map();
    return async (call, credentials) => {
        const url = new URL(call.url);
        url.pathname = nowherePath(call, word);
        url.search = '';
        const method = call.operation.method === 'HEAD' ? 'HEAD' : 'GET';
        const key = `${method} ${call.identity?.name ?? ''}\n${url.pathname}`;
        const exchange = known.get(key) ?? (await send({ method, url, headers: credentials }));
        known.set(key, exchange);
        return exchange;
    };
}
function nowherePath({ operation, url }, word) {
    const asked = url.pathname.split('/');
    const parts = operation.path.split('/');
    const before = asked.length - parts.length;
    const parameter = parts.findIndex((part) => part.includes('{'));
    const index = before + (parameter < 0 ? parts.length : parameter) - 1;
    return asked.map((part, place) => (place === Math.max(index, 1) ? word : part)).join('/');
}

;// CONCATENATED MODULE: ./packages/contract/lib/run-checks.js







async function runChecks(contract, rules, tools) {
    const plan = (0,plan_plan/* planCalls */.j)(contract, rules);
    const context = {
        contract,
        validator: createValidator(contract.document),
        undocumented: rules.undocumented,
        latencyBudgetMs: rules.latencyBudgetMs,
    };
    const reachable = await reach(rules, tools);
    const gaps = [...gapsOf(plan.notCalled)];
    const checks = [reachable];
    if (reachable.verdict === 'pass') {
        const nowhereOf = askNowhere(tools.send);
        for (const call of plan.calls) {
            tools.onOperation?.(call.operation.name);
            const visited = await visit(call, nowhereOf, { ...rules, ...tools });
            checks.push(...judgeVisit(visited, context));
        }
    }
    else {
        for (const { operation } of plan.calls)
            gaps.push({
                id: 'operation/called',
                what: operation.name,
                because: 'the backend did not answer',
                remedy: reachable.remedy,
                chosen: false,
            });
    }
    if (rules.routes !== undefined)
        checks.push(...undocumentedRoutes(contract, rules.routes, rules.undocumented));
    const coverage = coverageOf(contract.operations, {
        checks,
        called: plan.calls.map(({ operation }) => operation),
        methods: rules.methods,
    });
    return { checks: [...checks, coverageCheck(coverage, rules.coverageMinimum)], notVerified: gaps, coverage };
}
const TRIES = [1_000, 3_000];
async function reach({ baseUrl, contact }, { send, clock, signal }) {
    const ask = () => send({ method: 'GET', url: baseUrl, headers: {} });
    let exchange = await ask();
    for (const delay of TRIES) {
        if (!isDown(exchange))
            break;
        await clock.sleep(delay, signal);
        exchange = await ask();
    }
    const down = isDown(exchange);
    const who = contact === '' ? 'ask who runs the backend' : `call ${contact}`;
    return {
        id: 'backend/reachable',
        title: 'The backend answers',
        verdict: down ? 'unknown' : 'pass',
        reason: down ? 'backend-down' : 'answers',
        what: baseUrl.host,
        measured: (0,check/* seen */.cI)(exchange),
        expected: 'any answer of the backend',
        remedy: down ? `${who}: without an answer nothing is known of the contract` : '',
    };
}
function isDown(exchange) {
    return exchange.kind === 'lost' || (0,check/* isUnavailable */.Pd)(exchange.status);
}


/***/ })

};
