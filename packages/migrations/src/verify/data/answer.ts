/** What became of generated rows when a migration was rolled back with an archive, and the archive restored. */
export type DataAnswer =
  /** The down migration loses none of them. */
  | { readonly kind: 'nothing-lost' }
  /** So many were archived, and all are as they were. */
  | { readonly kind: 'restored'; readonly rows: number }
  /** The archive says by name what it cannot hold: then such a rollback changes nothing. */
  | { readonly kind: 'refused'; readonly message: string }
  /** Nothing is known of it. */
  | { readonly kind: 'not-tested'; readonly message: string }
  | { readonly kind: 'differs'; readonly message: string };
