/**
 * The operations of a cut of an OpenAPI description as TypeScript: the path of each by its id, and the shapes of what it
 * takes and answers. Only what such a cut holds is understood; anything else is an error, never `unknown`.
 */
export function typesOf(cut) {
  const operations = Object.entries(cut.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, ...operation })),
  );
  operations.sort((a, b) => (a.operationId < b.operationId ? -1 : 1));
  const paths = operations.map(({ operationId, path }) => `  '${operationId}': '${path}',`);
  const schemas = Object.entries(cut.components.schemas).map(
    ([name, schema]) => `export interface ${name} ${typeOf(schema, 0)}\n`,
  );
  return `// Written by scripts/openapi-cut.mjs from the service's own description: change nothing here.

export const PATHS = {
${paths.join('\n')}
} as const;

export interface Operations {
${operations.map(operationType).join('\n')}
}

${schemas.join('\n')}`;
}

function operationType({ operationId, parameters, requestBody, responses }) {
  const success = Object.entries(responses).find(([status]) => status.startsWith('2'))?.[1];
  // The project is known to every call; what else stands in the path is given like the query.
  const query = parameters.filter(({ in: place, name }) => place === 'query' || (place === 'path' && name !== 'ref'));
  const names = query.map(
    ({ name, required, schema }) => `${name}${required === true ? '' : '?'}: ${typeOf(schema, 3)}`,
  );
  const body = bodyType(requestBody);
  return `  readonly '${operationId}': {
    readonly query: ${names.length === 0 ? 'Readonly<Record<never, never>>' : `{ ${names.map((one) => `readonly ${one}`).join('; ')} }`};
    readonly body: ${body};
    readonly answer: ${bodyType(success)};
  };`;
}

function bodyType(message) {
  const schema = message?.content?.['application/json']?.schema;
  return schema === undefined ? 'undefined' : typeOf(schema, 2);
}

function typeOf(schema, depth) {
  const { $ref, enum: words, items, nullable, oneOf, properties, required = [], type } = schema;
  if ($ref !== undefined) return $ref.slice($ref.lastIndexOf('/') + 1);
  if (oneOf !== undefined) return oneOf.map((one) => typeOf(one, depth)).join(' | ');
  const orNull = nullable === true ? ' | null' : '';
  if (words !== undefined) return words.map(quoted).join(' | ') + orNull;
  if (type === 'array') return `readonly (${typeOf(items, depth)})[]${orNull}`;
  if (type === 'object') return objectType(properties ?? {}, required, depth) + orNull;
  if (type === 'integer' || type === 'number') return `number${orNull}`;
  if (type === 'string' || type === 'boolean') return `${type}${orNull}`;
  // A member that may hold anything has no type in the description.
  if (Object.keys(schema).length === 0) return 'unknown';
  throw new Error(`no type for ${JSON.stringify(schema)}`);
}

function objectType(properties, required, depth) {
  const indent = '  '.repeat(depth + 1);
  const members = Object.entries(properties).map(
    ([name, schema]) => `${indent}readonly ${name}${required.includes(name) ? '' : '?'}: ${typeOf(schema, depth + 1)};`,
  );
  return `{\n${members.join('\n')}\n${'  '.repeat(depth)}}`;
}

function quoted(word) {
  return word === null ? 'null' : `'${String(word).replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
