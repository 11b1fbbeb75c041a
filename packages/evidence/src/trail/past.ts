import type { TrailFinding } from './finding.ts';
import { numberOf, RECORDS } from './record.ts';
import type { EverStored, NotShown, Past, StoreOptions, TrailStore } from './store.ts';

/** What a store ever had; undefined where it is none that keeps what was deleted or replaced. */
export async function readPast(store: TrailStore, options: StoreOptions): Promise<Past | NotShown | undefined> {
  return await store.everStored?.(RECORDS, options);
}

/**
 * What the store itself remembers: a record that someone deleted, or stored over. A lock keeps the bytes, and lets both be
 * done to what a reader sees. The same bytes stored again, as a copy or after a delete, change nothing. Pure.
 */
export function pastFindings(
  past: readonly EverStored[],
  objects: readonly { readonly key: string; readonly modifiedMs: number | undefined }[],
): readonly TrailFinding[] {
  const shown = new Map(objects.map(({ key, modifiedMs }) => [key, modifiedMs]));
  return past.flatMap(({ firstMs, isDeleted, isSame, key }): TrailFinding[] => {
    if (numberOf(key) === undefined) return [];
    const first = new Date(firstMs).toISOString();
    const found = { where: key, anchor: undefined };
    if (isDeleted)
      return [{ ...found, what: 'deleted', message: `the store got it at ${first}, and it was deleted since` }];
    const modifiedMs = shown.get(key);
    if (isSame) return [];
    const again = modifiedMs === undefined ? 'later' : `at ${new Date(modifiedMs).toISOString()}`;
    const message = `the store got it at ${first}, and again ${again}, with versions that differ in size or ETag`;
    return [{ ...found, what: 'overwritten', message }];
  });
}

/** When the store first got what it has under a key: a copy of the same bytes has a later time, and is no other record. */
export function sinceWhen(
  past: readonly EverStored[],
  objects: readonly { readonly key: string; readonly modifiedMs: number | undefined }[],
): ReadonlyMap<string, number | undefined> {
  const first = new Map(past.filter(({ isSame }) => isSame).map(({ firstMs, key }) => [key, firstMs]));
  return new Map(
    objects.map(({ key, modifiedMs }) => [
      key,
      modifiedMs === undefined ? undefined : Math.min(modifiedMs, first.get(key) ?? modifiedMs),
    ]),
  );
}
