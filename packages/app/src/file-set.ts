/** What is installed together. */
export interface FileSet {
  readonly says: string;
  /** For both routers, then those of one of them. */
  readonly files: readonly string[];
  readonly app: readonly string[];
  readonly pages: readonly string[];
  /** Packages that the files import. */
  readonly packages: readonly string[];
  /** Not installed unless it is named. */
  readonly optional?: boolean;
  /** What is left to do. */
  readonly then: string;
}
