export type ExtraId =
  | 'view/plant'
  | 'view/move'
  | 'realtime/changes'
  | 'realtime/deletes'
  | 'oracle/unique'
  | 'sequence/shared'
  | 'tenant/side-effect'
  | 'tenant/cascade'
  | 'own-rows/role'
  | 'channel/listen'
  | 'channel/send'
  | 'foreign-table/open'
  | 'schema/create';

/** What was found about something that is no cell of a table. */
export interface Extra {
  readonly id: ExtraId;
  /** A table, view or sequence, or the topic of a channel. */
  readonly label: string;
  readonly actor: string;
  /**
   * `told`: nothing of another tenant was reached, but that something of it exists shows. `unknown`: the same with own
   * rows failed too.
   */
  readonly kind: 'leak' | 'apart' | 'refused' | 'told' | 'unknown';
  readonly evidence: string;
}
