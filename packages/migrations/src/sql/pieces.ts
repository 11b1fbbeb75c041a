import type { Alone } from './classify.ts';

/** A run of bytes of a script, in file order. Lines are 1-based lines of the file. */
interface Range {
  readonly from: number;
  readonly to: number;
  readonly line: number;
}

/** What a script is made of, as far as execution cares. */
export type Piece =
  /** Statements that go to the server in one message. */
  | (Range & { readonly kind: 'sql'; readonly statements: number })
  /** A COPY and its rows, which are empty where `data.from` equals `data.to`. */
  | (Range & { readonly kind: 'copy'; readonly data: { readonly from: number; readonly to: number } })
  /** One statement that PostgreSQL refuses in a transaction, or that the author wants by itself. */
  | (Range & { readonly kind: 'alone'; readonly what: Alone })
  /** The author's own transaction control. */
  | (Range & { readonly kind: 'begin'; readonly readOnly: boolean })
  | (Range & { readonly kind: 'commit'; readonly chain: boolean })
  | (Range & { readonly kind: 'rollback'; readonly chain: boolean })
  | (Range & { readonly kind: 'prepare' })
  /** Commit here: what follows uses an enum label that was added before. */
  | (Range & { readonly kind: 'border' });

/** A message to the server holds at most this many bytes of SQL, unless one statement alone is longer. */
export const MESSAGE_BYTES = 1 << 20;
