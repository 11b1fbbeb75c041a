/**
 * A place that keeps backups: keys with bytes behind them. Nothing is ever deleted or overwritten by us, so that whoever
 * holds the key of the job that writes cannot destroy what is there: old backups end by the place's own retention.
 */
export interface BackupTarget {
  /** As people know it (`s3://bucket/prefix`, a folder); without secrets. */
  readonly name: string;

  /**
   * Stores a stream of unknown length under a key. All or nothing: the object is there, whole, when this resolves, and
   * not at all when it rejects or when the process is killed. Bytes that were sent twice (a part that is tried again) are
   * stored once. What fails is tried again for itself, within the target's own budget; the stream is read once. A stream
   * that throws ends the upload, and its error is thrown.
   */
  put(key: string, body: AsyncIterable<Uint8Array>, options: PutOptions): Promise<StoredObject>;

  /**
   * Stores a few bytes under a key only where nothing is, decided by the place itself and not by a look before it.
   * `exists` where another object is there; `stored` also where an answer was lost and these very bytes are found.
   */
  putIfAbsent(key: string, body: Uint8Array, options: PutOptions): Promise<'stored' | 'exists'>;

  /** The bytes of an object, from its beginning. Throws MissingObject where there is none. */
  get(key: string, options: ReadOptions): Promise<AsyncIterable<Uint8Array>>;

  /** Every whole object whose key begins with `prefix`, in the order of their keys. */
  list(prefix: string, options: ReadOptions): AsyncIterable<StoredObject>;

  /** An object without its bytes; undefined where there is none. */
  head(key: string, options: ReadOptions): Promise<StoredObject | undefined>;

  /**
   * What was ever stored under keys that begin with `prefix`, also what a later delete hides; `no-versions` where the
   * place keeps none, `no-right` where it does not show them to this key.
   */
  everStored?(prefix: string, options: ReadOptions): Promise<Past | 'no-versions' | 'no-right'>;

  /** Whether what is stored can be changed or deleted before its time; undefined where the place cannot say. */
  protection?(options: ReadOptions): Promise<Protection | undefined>;
}

export interface ReadOptions {
  readonly signal: AbortSignal | undefined;
}

export interface PutOptions extends ReadOptions {
  /** Shown where the place keeps it. */
  readonly contentType?: string;
}

export interface StoredObject {
  readonly key: string;
  readonly bytes: number;
  /** By the clock of the place, in milliseconds since the epoch. */
  readonly modifiedMs: number;
  /** Until when the place itself refuses to delete or change it; undefined where it does not, or does not say. */
  readonly lockedUntilMs?: number;
  readonly legalHold?: boolean;
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

/** What the place says of all that is stored in it. */
export interface Protection {
  /** A lock that new objects get without being asked for. */
  readonly defaultLock: { readonly mode: 'compliance' | 'governance'; readonly days: number } | undefined;
  readonly keepsVersions: boolean;
  /** After how many days what is under a prefix is deleted by the place; undefined where it never is. */
  readonly expiry: readonly { readonly prefix: string; readonly days: number }[];
}

/** There is no object of this key. */
export class MissingObject extends Error {
  override readonly name = 'MissingObject';
  readonly key: string;

  constructor(key: string) {
    super(`there is no object ${key}`);
    this.key = key;
  }
}

/** Why a key could not be one on every place; undefined where it can. */
export function keyProblem(key: string): string | undefined {
  if (!/^[A-Za-z0-9][A-Za-z0-9._/-]*$/.test(key)) return 'letters, digits and . _ - / only';
  if (key.length > 512) return 'at most 512 characters';
  return key.split('/').some((part) => part === '' || part === '.' || part === '..')
    ? 'no empty part, . or ..'
    : undefined;
}

/** Throws Error: keys are ours to make. */
export function assertKey(key: string): void {
  const problem = keyProblem(key);
  if (problem !== undefined) throw new Error(`"${key}" can be no key of an object: ${problem}`);
}
