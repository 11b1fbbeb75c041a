import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';

/** Something that a service's own description does not allow: a request of ours, or an answer of the stand-in. */
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

/** What the description says of one request. `refused` where the service itself would refuse it. */
export interface RequestCheck {
  readonly problems: readonly string[];
  readonly refused: boolean;
}

/** A service's description of its own API, cut down by scripts/openapi-cut.mjs. */
export interface Contract {
  readonly operations: readonly string[];
  /** What the description says that a token needs, as alternatives; `[]` where it says nothing. */
  needs(operation: string): readonly (readonly string[])[];
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
  readonly needs?: readonly (readonly string[])[];
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly parameters?: Readonly<Record<string, Parameter>>;
    readonly responses?: Readonly<Record<string, { readonly content?: object }>>;
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

/** What a service does that its description does not say. */
export interface Habits {
  /** Parameters that may hold slashes as they are: paths that end so. */
  readonly withSlashes?: RegExp;
  /** How formats are written where the standard says more or less. */
  readonly formats?: Readonly<Record<string, RegExp | true>>;
}

export function readContract(cut: URL, habits: Habits = {}): Contract {
  const description = JSON.parse(readFileSync(cut, 'utf8')) as Description;
  const known = knownOperations(description, habits);
  const strict = validators(description, habits, false);
  // Paths and queries are text: there `100` is an integer.
  const lenient = validators(description, habits, true);

  function knownAs(operation: string): Known {
    const found = known.get(operation);
    if (found === undefined) throw new Error(`the description has no operation ${operation}`);
    return found;
  }

  return {
    operations: [...known.keys()],
    needs: (id) => knownAs(id).operation.needs ?? [],
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
      const places = { path: { ...asked.params }, query: queryOf(asked.query) };
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
      const shared = found.$ref === undefined ? undefined : description.components.responses?.[lastOf(found.$ref)];
      if ((shared ?? found).content === undefined)
        return body === undefined || status >= 400 ? [] : ['a body where none is foreseen'];
      const place = found.$ref?.slice(1) ?? `${pointer}/responses/${status}`;
      return strict(`${place}${JSON_SCHEMA}`)(body).map(describeError);
    },
  };
}

type Errors = (value: unknown) => readonly ErrorObject[];

/** Compiles each schema when it is first needed: all of them would take a second. */
function validators(
  description: Description,
  habits: Habits,
  coerceTypes: boolean,
): (key: string, make?: () => object) => Errors {
  const formats = { 'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/, ...habits.formats };
  const ajv = new Ajv({
    strict: false,
    allErrors: true,
    coerceTypes: coerceTypes ? 'array' : false,
    formats: { ...formats, double: true, email: true, int64: true },
  });
  ajv.addSchema(description, 'service');
  const compiled = new Map<string, ValidateFunction>();
  return (key, make) => {
    const validate = compiled.get(key) ?? ajv.compile(make?.() ?? { $ref: `service#${encodeURI(key)}` });
    compiled.set(key, validate);
    return (value) => (validate(value) === true ? [] : (validate.errors ?? []));
  };
}

/** What is there more than once is a list; whether one alone is one, the description says. */
function queryOf(query: URLSearchParams): Readonly<Record<string, string | readonly string[]>> {
  const names = [...new Set(query.keys())];
  return Object.fromEntries(
    names.map((name) => [name, query.getAll(name).length > 1 ? query.getAll(name) : (query.get(name) ?? '')]),
  );
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
    entry.$ref === undefined ? entry : (description.components.parameters?.[lastOf(entry.$ref)] ?? entry),
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
  return JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"service#/')) as object;
}

function knownOperations(description: Description, { withSlashes }: Habits): Map<string, Known> {
  const found = Object.entries(description.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]): Known => {
      const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
      const pointer = `/paths/${path.replaceAll('/', '~1')}/${method}`;
      return { method: method.toUpperCase(), pattern: patternOf(path, withSlashes), names, pointer, operation };
    }),
  );
  // Literal paths before those with a parameter in the same place: `releases/latest` is no release's id.
  found.sort((a, b) => a.names.length - b.names.length);
  return new Map(found.map((entry) => [entry.operation.operationId, entry]));
}

function patternOf(path: string, withSlashes: RegExp | undefined): RegExp {
  const tail = withSlashes?.test(path) === true ? '(.+)' : '([^/]+)';
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
