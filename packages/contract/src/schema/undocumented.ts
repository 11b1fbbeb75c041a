import { isMap } from '@lockstep/base';
import type { Json } from '../contract.ts';
import { follow, step } from '../read/pointer.ts';
import { publicKey } from './public-key.ts';

export interface UnlistedFields {
  /** Fields of the body that the schema does not name: `/items/0/ssn`. Places of a list count once. */
  readonly undocumented: readonly string[];
  /** Fields that the schema says are only ever sent, such as a password. */
  readonly writeOnly: readonly string[];
}

/** Deeper than any real answer; a body is finite, but may be made to look endless. */
const DEEPEST = 40;

/**
 * Fields that come with an answer and that its schema does not name. JSON Schema permits them where it does not say
 * otherwise, but nobody promised them, and what should not leave the house leaves it this way.
 */
export function unlistedFields(document: Json, pointer: string, body: Json): UnlistedFields {
  const undocumented = new Set<string>();
  const writeOnly = new Set<string>();
  const visit = (pointers: readonly string[], value: Json, place: string, depth: number): void => {
    if (depth > DEEPEST) return;
    const schemas = branches(document, pointers);
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) visit(itemsOf(schemas, index), item, `${place}/*`, depth + 1);
    } else if (isMap(value)) {
      for (const [key, one] of Object.entries(value)) {
        const known = propertyOf(schemas, key);
        const here = `${place}/${publicKey(key)}`;
        if (known === 'undocumented') undocumented.add(here);
        else if (known !== 'free') {
          if (known.some((schema) => isWriteOnly(document, schema))) writeOnly.add(here);
          visit(known, one, here, depth + 1);
        }
      }
    }
  };
  visit([pointer], body, '', 0);
  return { undocumented: [...undocumented].sort(), writeOnly: [...writeOnly].sort() };
}

interface Branch {
  readonly pointer: string;
  readonly schema: Readonly<Record<string, Json>>;
}

/** Every schema that may speak of the same value: through references and all kinds of unions. */
function branches(document: Json, pointers: readonly string[]): readonly Branch[] {
  const found = new Map<string, Branch>();
  const add = (pointer: string): void => {
    const { value: schema, pointer: own } = follow(document, pointer);
    if (!isMap(schema) || found.has(own)) return;
    found.set(own, { pointer: own, schema });
    for (const keyword of ['allOf', 'anyOf', 'oneOf'] as const) {
      const list = schema[keyword];
      for (const index of Array.isArray(list) ? list.keys() : []) add(`${own}/${keyword}/${index}`);
    }
    for (const keyword of ['if', 'then', 'else'] as const) if (schema[keyword] !== undefined) add(`${own}/${keyword}`);
    const dependent = schema['dependentSchemas'];
    if (isMap(dependent)) for (const name of Object.keys(dependent)) add(`${own}/dependentSchemas/${step(name)}`);
  };
  for (const pointer of pointers) add(pointer);
  return withReferences(document, pointers, found);
}

/** From 3.1 a schema may say more next to its reference. */
function withReferences(document: Json, pointers: readonly string[], found: Map<string, Branch>): readonly Branch[] {
  for (const pointer of pointers) {
    const siblings = beforeFollowing(document, pointer);
    if (siblings !== undefined) found.set(pointer, { pointer, schema: siblings });
  }
  return [...found.values()];
}

function beforeFollowing(document: Json, pointer: string): Readonly<Record<string, Json>> | undefined {
  const parent = follow(document, pointer.replace(/\/[^/]*$/, '')).value;
  const key = decodeURIComponent(pointer.replace(/^.*\//s, '')).replaceAll('~1', '/').replaceAll('~0', '~');
  const value = isMap(parent) ? parent[key] : undefined;
  return isMap(value) && typeof value['$ref'] === 'string' && isMap(value['properties']) ? value : undefined;
}

function itemsOf(schemas: readonly Branch[], index: number): readonly string[] {
  return schemas.flatMap(({ pointer, schema }) => {
    const { prefixItems, items } = schema;
    if (Array.isArray(prefixItems) && index < prefixItems.length) return [`${pointer}/prefixItems/${index}`];
    return isMap(items) ? [`${pointer}/items`] : [];
  });
}

/** `free`: the schema says that any fields may be there, or says nothing of fields at all. */
function propertyOf(schemas: readonly Branch[], key: string): readonly string[] | 'free' | 'undocumented' {
  const named = schemas.flatMap(({ pointer, schema: { properties } }) =>
    isMap(properties) && Object.hasOwn(properties, key) ? [`${pointer}/properties/${step(key)}`] : [],
  );
  if (named.length > 0) return named;
  const byPattern = schemas.flatMap(({ pointer, schema: { patternProperties } }) =>
    Object.keys(isMap(patternProperties) ? patternProperties : {})
      .filter((pattern) => matches(pattern, key))
      .map((pattern) => `${pointer}/patternProperties/${step(pattern)}`),
  );
  if (byPattern.length > 0) return byPattern;
  const others = schemas.flatMap(({ pointer, schema }) =>
    ['additionalProperties', 'unevaluatedProperties']
      .filter((keyword) => isMap(schema[keyword]) && Object.keys(schema[keyword] as object).length > 0)
      .map((keyword) => `${pointer}/${keyword}`),
  );
  if (others.length > 0) return others;
  const saysNothing = !schemas.some(({ schema }) => isMap(schema['properties']));
  const permitsAll = schemas.some(({ schema: { additionalProperties: more } }) => more === true || isMap(more));
  return saysNothing || permitsAll ? 'free' : 'undocumented';
}

function matches(pattern: string, key: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(key);
  } catch {
    return false;
  }
}

function isWriteOnly(document: Json, pointer: string): boolean {
  return branches(document, [pointer]).some(({ schema }) => schema['writeOnly'] === true);
}
