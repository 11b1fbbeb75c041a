/** Why nothing is known of a service, and what to do. */
export interface Why {
  readonly because: string;
  readonly remedy: string;
}

/** A service that was not asked at all. */
export interface Unasked extends Why {
  /** Whether it was left out on purpose: it has neither a token nor a name. */
  readonly chosen: boolean;
}
