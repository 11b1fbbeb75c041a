import { isMap } from '@lockstep/base';
import type { Json } from '../contract.ts';

/** One step of a JSON Pointer (RFC 6901), as a fragment of a URI. */
export function step(key: string | number): string {
  return encodeURIComponent(String(key).replaceAll('~', '~0').replaceAll('/', '~1'));
}

/** What a pointer of this document (`#/a/b`) names; undefined where there is nothing, or where it leaves the document. */
export function at(document: Json, pointer: string): Json {
  if (pointer === '#' || pointer === '') return document;
  if (!pointer.startsWith('#/')) return undefined;
  let value: Json = document;
  for (const part of pointer.slice(2).split('/')) {
    const key = decode(part).replaceAll('~1', '/').replaceAll('~0', '~');
    if (Array.isArray(value)) value = value[Number(key)];
    else if (isMap(value) && Object.hasOwn(value, key)) value = value[key];
    else return undefined;
  }
  return value;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export interface Found {
  /** The value, which is no reference any more; undefined where a reference leads nowhere or in a circle. */
  readonly value: Json;
  /** Its own pointer: the place where it really stands. */
  readonly pointer: string;
}

/** Follows `$ref` from a place of the document to what it stands for. */
export function follow(document: Json, pointer: string): Found {
  const seen = new Set<string>();
  for (let place = pointer; !seen.has(place); ) {
    seen.add(place);
    const value = at(document, place);
    const ref = isMap(value) ? value['$ref'] : undefined;
    if (typeof ref !== 'string') return { value, pointer: place };
    place = ref;
  }
  return { value: undefined, pointer };
}
