/** The numbers of the runbook: what a drill measures is compared with them. */
export interface Recovery {
  /** How old the data may be that a restore brings back. */
  readonly maxDataAgeMs: number | undefined;
  readonly maxRestoreMs: number | undefined;
}
