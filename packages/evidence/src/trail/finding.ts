/** What is wrong in a trail. */
export type Tampering =
  | 'foreign-object'
  | 'not-a-record'
  | 'wrong-number'
  | 'missing'
  | 'chain-broken'
  | 'back-dated'
  | 'future-dated'
  | 'stored-later'
  | 'post-dated'
  | 'overwritten'
  | 'deleted'
  | 'recorded-before'
  | 'repeated'
  | 'cut-off'
  | 'rewritten'
  | 'anchors-disagree';

export interface TrailFinding {
  readonly what: Tampering;
  /** The key in the store, or the number of a record that is gone. */
  readonly where: string;
  readonly message: string;
  /** The anchor that proves it. */
  readonly anchor: string | undefined;
}
