import { readFileSync } from 'node:fs';
import { SUPABASE_TYPED, SUPABASE_UNTYPED } from './openapi-operations.mjs';

const SUPABASE_CUT = 'packages/proving-ground/src/supabase/openapi-cut.json';

/** The module of the operations that the client of Supabase asks: packages/supabase/src/openapi.generated.ts. */
export function supabaseTypesModule() {
  const cut = JSON.parse(readFileSync(new URL(`../${SUPABASE_CUT}`, import.meta.url), 'utf8'));
  const types = typesOf(cut, { typed: SUPABASE_TYPED, untyped: SUPABASE_UNTYPED });
  return `// Written by scripts/docs.mjs from ${SUPABASE_CUT}.\n\n${types}`;
}

/**
 * Operations of a cut of an OpenAPI description as TypeScript: the path of each by its id, what it takes, and of those
 * that are `typed` what it answers, with the shapes that are in it. Only what such a cut holds is understood; anything else
 * is an error, never `unknown`.
 */
export function typesOf(cut, { typed, untyped }) {
  const all = Object.entries(cut.paths).flatMap(([path, item]) =>
    Object.values(item).map((operation) => ({ path, ...operation })),
  );
  const wanted = [...typed, ...untyped].sort();
  const operations = wanted.map((id) => {
    const found = all.find(({ operationId }) => operationId === id);
    if (found === undefined) throw new Error(`the cut has no ${id}`);
    return found;
  });
  const paths = operations.map(({ operationId, path }) => `  '${operationId}': '${path}',`);
  const shapes = operations.map((operation) => operationType(operation, typed.includes(operation.operationId)));
  return `export const PATHS = {
${paths.join('\n')}
} as const;

export interface Operations {
${shapes.join('\n')}
}
${schemasIn(cut.components.schemas, shapes.join('\n')).join('')}`;
}

/** The shapes that a text names, directly or through each other, by their names. */
function schemasIn(schemas, text) {
  const known = Object.keys(schemas).sort();
  const written = new Map();
  const queue = [text];
  for (let next = queue.pop(); next !== undefined; next = queue.pop())
    for (const name of known) {
      if (written.has(name) || !new RegExp(`\\b${name}\\b`).test(next)) continue;
      const shape = `\nexport interface ${name} ${typeOf(schemas[name], 0)}\n`;
      written.set(name, shape);
      queue.push(shape);
    }
  return known.flatMap((name) => written.get(name) ?? []);
}

function operationType({ operationId, parameters, requestBody, responses }, isTyped) {
  const success = Object.entries(responses).find(([status]) => status.startsWith('2'))?.[1];
  // The project is known to every call; what else stands in the path is given like the query.
  const query = parameters.filter(({ in: place, name }) => place === 'query' || (place === 'path' && name !== 'ref'));
  const names = query.map(
    ({ name, required, schema }) => `${name}${required === true ? '' : '?'}: ${typeOf(schema, 3)}`,
  );
  return `  readonly '${operationId}': {
    readonly query: ${names.length === 0 ? 'Readonly<Record<never, never>>' : `{ ${names.map((one) => `readonly ${one}`).join('; ')} }`};
    readonly body: ${bodyType(requestBody)};
    readonly answer: ${isTyped ? bodyType(success) : 'unknown'};
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
  if (words !== undefined)
    return [...new Set([...words.map(quoted), ...(nullable === true ? ['null'] : [])])].join(' | ');
  if (type === 'array') return `readonly ${listed(items, depth)}[]${orNull}`;
  if (type === 'object') return objectType(properties ?? {}, required, depth) + orNull;
  if (type === 'integer' || type === 'number') return `number${orNull}`;
  if (type === 'string' || type === 'boolean') return `${type}${orNull}`;
  // A member that may hold anything has no type in the description.
  if (Object.keys(schema).length === 0) return 'unknown';
  throw new Error(`no type for ${JSON.stringify(schema)}`);
}

function listed(schema, depth) {
  const item = typeOf(schema, depth);
  const isOneOfSome = schema.enum !== undefined || schema.oneOf !== undefined || schema.nullable === true;
  return isOneOfSome ? `(${item})` : item;
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
