/** Where a trail is kept. What is stored under a key stays: nothing is overwritten or deleted by us. */
export interface TrailStore {
  /** As people know it; without secrets. */
  readonly name: string;
  /**
   * Stores bytes only where nothing is under the key, decided by the store itself. `stored` also where an answer was
   * lost and these very bytes are found.
   */
  putIfAbsent(key: string, body: Uint8Array, options: StoreOptions): Promise<'stored' | 'exists'>;
  /** Several, all or none of them, where the store can do that. */
  putAllIfAbsent?(objects: readonly NewObject[], options: StoreOptions): Promise<'stored' | 'exists'>;
  get(key: string, options: StoreOptions): Promise<AsyncIterable<Uint8Array>>;
  /** In the order of their keys; `modifiedMs` by the clock of the store, undefined where a writer can choose it. */
  list(
    prefix: string,
    options: StoreOptions,
  ): AsyncIterable<{ readonly key: string; readonly modifiedMs: number | undefined }>;
  /** Also what a later delete hides, or why the place does not show that. */
  everStored?(prefix: string, options: StoreOptions): Promise<Past | NotShown>;
}

/** An object that is, or was, under a key. */
export interface EverStored {
  readonly key: string;
  /** When the place first got something under this key, by its own clock. */
  readonly firstMs: number;
  /** Whether it no longer shows it. */
  readonly isDeleted: boolean;
  /** Whether all that the place has of it is the same, by size and ETag. */
  readonly isSame: boolean;
}

export interface Past {
  readonly keys: readonly EverStored[];
  /** Whether each is a version of its own: what was stored while versions were off can be replaced without a trace. */
  readonly isWhole: boolean;
}

export type NotShown = 'no-versions' | 'no-right';

export interface NewObject {
  readonly key: string;
  readonly body: Uint8Array;
}

export interface StoreOptions {
  readonly signal: AbortSignal | undefined;
}

/** All of it, or its beginning where it has more bytes than may be: whoever can write to a place decides how many. */
export async function readAll(body: AsyncIterable<Uint8Array>, most: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of body) {
    parts.push(part);
    bytes += part.length;
    if (bytes > most) break;
  }
  return Buffer.concat(parts).subarray(0, most + 1);
}
