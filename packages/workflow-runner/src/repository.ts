/** A repository at one commit, lying in a local folder. */
export interface Repository {
  /** `owner/name` */
  readonly name: string;
  readonly root: string;
  /** The ref by which it was asked for: `refs/heads/main`, `v1`, … */
  readonly ref: string;
  readonly sha: string;
}
