import { isMap, type Place } from '@lockstep/base';
import {
  type HeaderRule,
  type Json,
  METHODS,
  type MediaRule,
  type Method,
  type Operation,
  type Parameter,
  type ResponseRule,
  type Security,
} from '../contract.ts';
import type { Origin } from './origin.ts';
import { at, follow, step } from './pointer.ts';

type Given = Readonly<Record<string, Json>>;

/** All operations of a document, and what in it could not be understood. */
export function operationsOf(
  document: Given,
  origin: Origin,
): { readonly operations: readonly Operation[]; readonly notes: readonly string[] } {
  const paths = document['paths'];
  const notes: string[] = [];
  const operations = Object.keys(isMap(paths) ? paths : {}).flatMap((path) => {
    if (!path.startsWith('/')) {
      if (!path.startsWith('x-')) notes.push(`paths: "${path}" does not begin with a slash and was not read`);
      return [];
    }
    const item = follow(document, `#/paths/${step(path)}`);
    if (!isMap(item.value)) {
      notes.push(`paths: "${path}" refers to nothing that could be read`);
      return [];
    }
    const { additionalOperations } = item.value;
    const others = isMap(additionalOperations) ? Object.keys(additionalOperations) : [];
    for (const name of others) notes.push(`"${name} ${path}" has a method of its own, which is not asked`);
    const shared = parametersOf(document, item.pointer);
    return METHODS.flatMap((method): readonly Operation[] => {
      const pointer = `${item.pointer}/${method.toLowerCase()}`;
      const operation = at(document, pointer);
      if (!isMap(operation)) return [];
      const own = parametersOf(document, pointer);
      const isOwn = (one: Parameter) => own.some(({ name, in: place }) => name === one.name && place === one.in);
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

/** What stands before every path: the path of the first server. */
export function prefixOf(document: Given): string {
  const servers = document['servers'];
  const first = Array.isArray(servers) ? (servers[0] as Json) : undefined;
  if (!isMap(first) || typeof first['url'] !== 'string') return '';
  const variables = isMap(first['variables']) ? first['variables'] : {};
  const url = first['url'].replace(/\{([^{}]*)\}/g, (_, name: string) => {
    const variable = variables[name];
    return isMap(variable) ? String(variable['default'] ?? '') : '';
  });
  if (!URL.canParse(url, 'http://same.invalid')) return '';
  return new URL(url, 'http://same.invalid').pathname.replace(/\/+$/, '');
}

function placeOf({ file, line }: Origin, path: string, method: Method): Place | undefined {
  if (file === undefined) return undefined;
  const found = line(['paths', path, method.toLowerCase()]);
  return found === undefined ? { file } : { file, line: found };
}

function securityOf(document: Given, operation: Given): Security {
  const list = operation['security'] ?? document['security'];
  if (!Array.isArray(list)) return 'unstated';
  if (list.length === 0) return 'none';
  return list.some((one: unknown) => isMap(one) && Object.keys(one).length === 0) ? 'optional' : 'required';
}

/** By what the schemes are, and not by their names, which each document chooses for itself. */
function credentialsOf(document: Given, operation: Given): readonly (readonly string[])[] | undefined {
  const list = operation['security'] ?? document['security'];
  if (!Array.isArray(list)) return undefined;
  return list.filter(isMap).map((one) =>
    Object.entries(one).flatMap(([name, scopes]) => {
      const { value } = follow(document, `#/components/securitySchemes/${step(name)}`);
      const scheme: Given = isMap(value) ? value : { type: name };
      const kind = ['type', 'scheme', 'in', 'name'].flatMap((key) =>
        typeof scheme[key] === 'string' ? [scheme[key]] : [],
      );
      const own = kind.join(' ').toLowerCase();
      return [own, ...(Array.isArray(scopes) ? scopes.map((scope) => `${own} with ${String(scope)}`) : [])];
    }),
  );
}

function parametersOf(document: Given, owner: string): readonly Parameter[] {
  const list = at(document, `${owner}/parameters`);
  if (!Array.isArray(list)) return [];
  return list.flatMap((_, index): readonly Parameter[] => {
    const { value, pointer } = follow(document, `${owner}/parameters/${index}`);
    if (!isMap(value) || typeof value['name'] !== 'string') return [];
    const place = value['in'];
    if (place !== 'path' && place !== 'query' && place !== 'header' && place !== 'cookie') return [];
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

/** A value that the document gives for a parameter, by how surely it is meant to work. */
function exampleOf(document: Given, parameter: Given, schemaPointer: string): string | undefined {
  const examples = isMap(parameter['examples']) ? Object.values(parameter['examples']) : [];
  const schema = follow(document, schemaPointer).value;
  const given = isMap(schema) ? schema : {};
  const firstOf = (list: Json) => (Array.isArray(list) ? (list as Json[])[0] : undefined);
  const candidates = [
    parameter['example'],
    ...examples.map((one) => (isMap(one) ? (one['value'] ?? one['dataValue']) : undefined)),
    given['example'],
    firstOf(given['examples']),
    given['const'],
    given['default'],
    firstOf(given['enum']),
  ];
  const found = candidates.find(
    (one) => typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean',
  );
  return found === undefined ? undefined : String(found);
}

function requestOf(document: Given, pointer: string): readonly MediaRule[] {
  const { value, pointer: own } = follow(document, `${pointer}/requestBody`);
  return isMap(value) ? mediaOf(document, own, value['content']) : [];
}

function responsesOf(document: Given, pointer: string): readonly ResponseRule[] {
  const responses = at(document, pointer);
  if (!isMap(responses)) return [];
  return Object.keys(responses)
    .filter((status) => /^([1-5]\d\d|[1-5]XX|default)$/i.test(status))
    .map((status) => {
      const found = follow(document, `${pointer}/${step(status)}`);
      const response = isMap(found.value) ? found.value : {};
      return {
        status,
        content: mediaOf(document, found.pointer, response['content']),
        headers: headersOf(document, found.pointer, response['headers']),
      };
    });
}

function mediaOf(document: Given, owner: string, content: Json): readonly MediaRule[] {
  if (!isMap(content)) return [];
  return Object.keys(content).map((type) => {
    // From 3.2 a media type may itself be a reference.
    const media = follow(document, `${owner}/content/${step(type)}`);
    const hasSchema = isMap(media.value) && media.value['schema'] !== undefined;
    return {
      type: type.replace(/;.*$/s, '').trim().toLowerCase(),
      schema: hasSchema ? `${media.pointer}/schema` : undefined,
    };
  });
}

function headersOf(document: Given, owner: string, headers: Json): readonly HeaderRule[] {
  if (!isMap(headers)) return [];
  return Object.keys(headers)
    .filter((name) => name.toLowerCase() !== 'content-type')
    .map((name) => {
      const header = follow(document, `${owner}/headers/${step(name)}`);
      const given = isMap(header.value) ? header.value : {};
      return {
        name: name.toLowerCase(),
        required: given['required'] === true,
        schema: given['schema'] === undefined ? undefined : `${header.pointer}/schema`,
      };
    });
}
