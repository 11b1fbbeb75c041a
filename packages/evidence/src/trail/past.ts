import type { TrailFinding } from './finding.ts';
import { numberOf, RECORDS } from './record.ts';
import type { EverStored, NotShown, StoreOptions, TrailStore } from './store.ts';

/** A store may give the time of one object in two ways, with seconds or with less. */
const ROUNDED_MS = 1_000;

/** What a store ever had; undefined where it is none that keeps what was deleted or replaced. */
export async function readPast(
  store: TrailStore,
  options: StoreOptions,
): Promise<readonly EverStored[] | NotShown | undefined> {
  return await store.everStored?.(RECORDS, options);
}

/**
 * What the store itself remembers: a record that someone deleted, or stored over. A lock keeps the bytes, and lets both be
 * done to what a reader sees. Pure.
 */
export function pastFindings(
  past: readonly EverStored[],
  objects: readonly { readonly key: string; readonly modifiedMs: number | undefined }[],
): readonly TrailFinding[] {
  const shown = new Map(objects.map(({ key, modifiedMs }) => [key, modifiedMs]));
  return past.flatMap(({ firstMs, isDeleted, key }): TrailFinding[] => {
    if (numberOf(key) === undefined) return [];
    const first = new Date(firstMs).toISOString();
    const found = { where: key, anchor: undefined };
    if (isDeleted)
      return [{ ...found, what: 'deleted', message: `the store got it at ${first}, and it was deleted since` }];
    const modifiedMs = shown.get(key);
    if (modifiedMs === undefined || modifiedMs <= firstMs + ROUNDED_MS) return [];
    const again = new Date(modifiedMs).toISOString();
    return [{ ...found, what: 'overwritten', message: `the store got it at ${first}, and other bytes at ${again}` }];
  });
}
