import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';

/** Something that GitHub's own description does not allow: a request of ours, or an answer of the stand-in. */
export interface Violation {
  readonly kind: 'unknown-route' | 'request' | 'answer';
  readonly method: string;
  readonly path: string;
  /** What is wrong, one line. */
  readonly what: string;
}

export interface Asked {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Undefined where nothing was sent. */
  readonly body: unknown;
}

export interface Matched {
  readonly operation: string;
  /** Path parameters, decoded. */
  readonly params: Readonly<Record<string, string>>;
}

/** What the description says of one request. `refused` where GitHub itself would answer 422. */
export interface RequestCheck {
  readonly problems: readonly string[];
  readonly refused: boolean;
}

/** GitHub's description of its own API, cut down by scripts/openapi-cut.mjs. */
export interface Contract {
  readonly operations: readonly string[];
  match(method: string, path: string): Matched | undefined;
  checkRequest(operation: string, asked: Asked): RequestCheck;
  /** Problems of an answer; an answer that the description does not foresee at all is one. */
  checkAnswer(operation: string, status: number, body: unknown): readonly string[];
}

interface Parameter {
  readonly $ref?: string;
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: object;
}

interface Operation {
  readonly operationId: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly required?: boolean };
  readonly responses: Readonly<Record<string, { readonly $ref?: string; readonly content?: object }>>;
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly parameters: Readonly<Record<string, Parameter>>;
    readonly responses: Readonly<Record<string, { readonly content?: object }>>;
  };
}

interface Known {
  readonly method: string;
  readonly pattern: RegExp;
  readonly names: readonly string[];
  /** Where the operation stands in the description, as a JSON pointer. */
  readonly pointer: string;
  readonly operation: Operation;
}

/** Answers that any operation may give, whether its description lists them or not. */
const ANYWHERE = new Set([400, 401, 403, 404, 422, 429, 503]);
const JSON_SCHEMA = '/content/application~1json/schema';

// The same place from src/ and from the compiled lib/.
const CUT = new URL('../../src/github/openapi-cut.json', import.meta.url);

let loaded: Contract | undefined;

/** One for the whole process: what it has compiled serves every stand-in. */
export function loadContract(): Contract {
  loaded ??= readContract();
  return loaded;
}

function readContract(): Contract {
  const description = JSON.parse(readFileSync(CUT, 'utf8')) as Description;
  const known = knownOperations(description);
  const strict = validators(description, false);
  // Paths and queries are text: there `100` is an integer.
  const lenient = validators(description, true);

  function knownAs(operation: string): Known {
    const found = known.get(operation);
    if (found === undefined) throw new Error(`GitHub's description has no operation ${operation}`);
    return found;
  }

  return {
    operations: [...known.keys()],
    match(method, path) {
      for (const { operation, ...entry } of known.values()) {
        const found = entry.method === method ? entry.pattern.exec(path) : null;
        if (found === null) continue;
        const params = entry.names.map((name, at) => [name, decodeURIComponent(found[at + 1] ?? '')]);
        return { operation: operation.operationId, params: Object.fromEntries(params) };
      }
      return undefined;
    },
    checkRequest(id, asked) {
      const { operation, pointer } = knownAs(id);
      const places = { path: { ...asked.params }, query: Object.fromEntries(asked.query) };
      const errors = lenient(`parameters of ${id}`, () => parametersSchema(description, operation))(places);
      const body = bodyErrors(operation, asked.body, () => strict(`${pointer}/requestBody${JSON_SCHEMA}`));
      const all = [...errors, ...body];
      return {
        problems: all.map(describeError),
        refused: all.some((error) => error.keyword !== 'additionalProperties'),
      };
    },
    checkAnswer(id, status, body) {
      const { operation, pointer } = knownAs(id);
      const found = operation.responses[status];
      if (found === undefined) return ANYWHERE.has(status) ? [] : [`HTTP ${status} is not foreseen`];
      const shared = found.$ref === undefined ? undefined : description.components.responses[lastOf(found.$ref)];
      if ((shared ?? found).content === undefined)
        return body === undefined || status >= 400 ? [] : ['a body where none is foreseen'];
      const place = found.$ref?.slice(1) ?? `${pointer}/responses/${status}`;
      return strict(`${place}${JSON_SCHEMA}`)(body).map(describeError);
    },
  };
}

type Errors = (value: unknown) => readonly ErrorObject[];

/** Compiles each schema when it is first needed: all of them would take a second. */
function validators(description: Description, coerceTypes: boolean): (key: string, make?: () => object) => Errors {
  // GitHub gives '' for an address that was not set, whatever its description says.
  const formats = { 'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/, uri: /^([a-z]+:\/\/\S+)?$/ };
  const ajv = new Ajv({
    strict: false,
    allErrors: true,
    coerceTypes,
    formats: { ...formats, email: true, int64: true },
  });
  ajv.addSchema(description, 'github');
  const compiled = new Map<string, ValidateFunction>();
  return (key, make) => {
    const validate = compiled.get(key) ?? ajv.compile(make?.() ?? { $ref: `github#${encodeURI(key)}` });
    compiled.set(key, validate);
    return (value) => (validate(value) === true ? [] : (validate.errors ?? []));
  };
}

function bodyErrors(operation: Operation, body: unknown, schema: () => Errors): readonly ErrorObject[] {
  if (operation.requestBody === undefined || body === undefined) {
    const missing = operation.requestBody?.required === true;
    return missing
      ? [{ instancePath: '/body', keyword: 'required', schemaPath: '', params: {}, message: 'is missing' }]
      : [];
  }
  return schema()(body).map((error) => ({ ...error, instancePath: `/body${error.instancePath}` }));
}

function parametersSchema(description: Description, operation: Operation): object {
  const all = operation.parameters.map((entry) =>
    entry.$ref === undefined ? entry : (description.components.parameters[lastOf(entry.$ref)] ?? entry),
  );
  const place = (where: Parameter['in']) => {
    const here = all.filter((parameter) => parameter.in === where);
    return {
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(here.map((parameter) => [parameter.name, absolute(parameter.schema)])),
      required: here.filter((parameter) => parameter.required === true).map((parameter) => parameter.name),
    };
  };
  return { type: 'object', properties: { path: place('path'), query: place('query') } };
}

/** A schema that leaves its document takes its references with it. */
function absolute(schema: object): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"github#/')) as object;
}

function knownOperations(description: Description): Map<string, Known> {
  const found = Object.entries(description.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]): Known => {
      const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
      const pointer = `/paths/${path.replaceAll('/', '~1')}/${method}`;
      return { method: method.toUpperCase(), pattern: patternOf(path), names, pointer, operation };
    }),
  );
  // Literal paths before those with a parameter in the same place: `releases/latest` is no release's id.
  found.sort((a, b) => a.names.length - b.names.length);
  return new Map(found.map((entry) => [entry.operation.operationId, entry]));
}

/** These end in a parameter that may hold slashes as they are. */
const WITH_SLASHES = /\/(contents|compare|branches|git\/ref|git\/matching-refs)\/\{\w+\}$/;

function patternOf(path: string): RegExp {
  const tail = WITH_SLASHES.test(path) ? '(.+)' : '([^/]+)';
  const text = path
    .replaceAll('.', '\\.')
    .replace(/\{\w+\}$/, tail)
    .replace(/\{\w+\}/g, '([^/]+)');
  return new RegExp(`^${text}$`);
}

function lastOf(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1);
}

function describeError(error: ErrorObject): string {
  const extra = (error.params as { additionalProperty?: string }).additionalProperty;
  const where = error.instancePath === '' ? '(whole)' : error.instancePath;
  return `${where} ${error.message ?? 'is wrong'}${extra === undefined ? '' : ` (${extra})`}`;
}
