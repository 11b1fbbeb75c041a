import { isMap } from '@lockstep/base';
import type { Json } from '../contract.ts';
import { follow, step } from '../read/pointer.ts';
import { publicKey } from '../schema/public-key.ts';

/** A schema within its document. */
export interface Side {
  readonly document: Json;
  readonly pointer: string;
}

export type DifferenceKind = 'field-removed' | 'field-optional' | 'field-required' | 'type-changed' | 'enum-changed';

export interface Difference {
  readonly kind: DifferenceKind;
  /** Where in the body: `/items/0/name`. */
  readonly place: string;
  readonly before: string;
  readonly after: string;
}

const DEEPEST = 12;

/**
 * What of a schema changed so that the other side breaks. Who reads (`answer`) breaks where a field is gone, may be missing,
 * is of another type or has values that were not there. Who sends (`request`) breaks where a field is demanded, is of
 * another type or no longer has a value.
 */
export function differences(before: Side, after: Side, direction: 'answer' | 'request'): readonly Difference[] {
  const found: Difference[] = [];
  const seen = new Set<string>();
  const visit = (old: Side, now: Side, place: string, depth: number): void => {
    const one = shapeOf(old);
    const other = shapeOf(now);
    const key = `${one.pointer}\n${other.pointer}`;
    if (depth > DEEPEST || seen.has(key)) return;
    seen.add(key);
    const add = (kind: DifferenceKind, was: string, is: string, at = place) =>
      found.push({ kind, place: at || '/', before: was, after: is });
    const [from, to] = direction === 'answer' ? [one, other] : [other, one];
    const types = to.types.filter((type) => !permits(from.types, type));
    if (from.types.length > 0 && types.length > 0)
      add('type-changed', one.types.join(' or '), other.types.join(' or '));
    if (from.values !== undefined) {
      const known = new Set(from.values);
      const values = to.values?.filter((value) => !known.has(value));
      if (values === undefined) add('enum-changed', valuesOf(one.values), valuesOf(other.values));
      else if (values.length > 0) add('enum-changed', valuesOf(one.values), valuesOf(other.values));
    }
    for (const [name, property] of one.properties) {
      const at = `${place}/${publicKey(name)}`;
      const next = other.properties.get(name);
      if (next !== undefined) visit({ ...old, pointer: property }, { ...now, pointer: next }, at, depth + 1);
      else if (direction === 'answer') add('field-removed', 'documented', 'not there', at);
      if (next !== undefined && direction === 'answer' && one.required.has(name) && !other.required.has(name))
        add('field-optional', 'always there', 'may be missing', at);
    }
    if (direction === 'request')
      for (const name of other.required)
        if (!one.required.has(name)) add('field-required', 'not required', 'required', `${place}/${publicKey(name)}`);
    if (one.items !== undefined && other.items !== undefined)
      visit({ ...old, pointer: one.items }, { ...now, pointer: other.items }, `${place}/*`, depth + 1);
  };
  visit(before, after, '', 0);
  return found;
}

interface SchemaShape {
  readonly pointer: string;
  /** Empty where any is permitted. */
  readonly types: readonly string[];
  readonly values: readonly string[] | undefined;
  readonly properties: ReadonlyMap<string, string>;
  readonly required: ReadonlySet<string>;
  readonly items: string | undefined;
}

/** What a schema says plainly, with what all parts of an `allOf` add. */
function shapeOf({ document, pointer }: Side): SchemaShape {
  const { value, pointer: own } = follow(document, pointer);
  const schema = isMap(value) ? value : {};
  const parts = (Array.isArray(schema['allOf']) ? [...schema['allOf'].keys()] : []).map((index) =>
    shapeOf({ document, pointer: `${own}/allOf/${index}` }),
  );
  const { type, enum: values, const: only, properties, required, items } = schema;
  const listed = Array.isArray(values) ? (values as Json[]) : only === undefined ? undefined : [only];
  const named = isMap(properties) ? Object.keys(properties) : [];
  return {
    pointer: own,
    types: type === undefined ? parts.flatMap((one) => one.types) : [type].flat().map(String),
    values: listed?.map((one) => JSON.stringify(one)) ?? parts.find((one) => one.values !== undefined)?.values,
    properties: new Map([
      ...parts.flatMap((one) => [...one.properties]),
      ...named.map((name): [string, string] => [name, `${own}/properties/${step(name)}`]),
    ]),
    required: new Set([
      ...parts.flatMap((one) => [...one.required]),
      ...(Array.isArray(required) ? required.map(String) : []),
    ]),
    items: isMap(items) ? `${own}/items` : parts.find((one) => one.items !== undefined)?.items,
  };
}

/** An integer is a number. */
function permits(types: readonly string[], type: string): boolean {
  return types.includes(type) || (type === 'integer' && types.includes('number'));
}

/** How many values: they are the contract's own, but may be many. */
function valuesOf(values: readonly string[] | undefined): string {
  return values === undefined
    ? 'any value'
    : `one of ${values.slice(0, 8).join(', ')}${values.length > 8 ? ', …' : ''}`;
}
