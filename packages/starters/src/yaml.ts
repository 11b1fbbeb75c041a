import { type Document, isMap, isScalar, isSeq, type Pair, type Scalar, type YAMLMap } from 'yaml';

export type Entry = Pair<Scalar<string>, unknown>;

/** What an expression of a workflow looks at: a map of YAML, where all keys are names. */
export type Names = YAMLMap<Scalar<string>, unknown>;

/** The map below a key; an empty list of entries has none. */
export function mapAt(of: YAMLMap | Document, key: string): Names | undefined {
  const node: unknown = of.get(key, true);
  return isMap<Scalar<string>, unknown>(node) ? node : undefined;
}

/** The maps below a key: those of a map by their names. */
export function mapsBelow(of: YAMLMap | Document, key: string): readonly { key: Scalar<string>; value: Names }[] {
  return (mapAt(of, key)?.items ?? []).flatMap(({ key: name, value }) =>
    isMap<Scalar<string>, unknown>(value) ? [{ key: name, value }] : [],
  );
}

/** The maps of a list below a key. */
export function mapsOf(of: YAMLMap, key: string): readonly Names[] {
  const node: unknown = of.get(key, true);
  return isSeq(node) ? node.items.filter((item) => isMap<Scalar<string>, unknown>(item)) : [];
}

/** A text below a key; undefined where it is none. */
export function textAt(of: YAMLMap | Document, key: string): string | undefined {
  const node: unknown = of.get(key, true);
  return isScalar(node) && typeof node.value === 'string' ? node.value : undefined;
}

/** A list of names, which may be one. */
export function namesAt(of: YAMLMap, key: string): readonly string[] {
  const node: unknown = of.get(key, true);
  if (isScalar(node)) return [String(node.value)];
  return isSeq(node) ? node.items.map((item) => String(isScalar(item) ? item.value : item)) : [];
}

export function scalarAt(of: YAMLMap, key: string): Scalar | undefined {
  const node: unknown = of.get(key, true);
  return isScalar(node) ? node : undefined;
}

/** Sets what is below a name. */
export function put(of: YAMLMap, key: string, value: unknown): void {
  of.set(key, value);
}
