/** Where a package tells its story. Actions pass the runner's log, tests a recorder, libraries their own. */
export interface Logger {
  /** A line for everybody: one step, numbers with units. */
  info(line: string): void;
  /** For the log, and as an annotation where the edge has them. */
  warning(line: string): void;
  /** Details, shown only where debugging is switched on. */
  debug(line: string): void;
}

export const silent: Logger = { info: () => undefined, warning: () => undefined, debug: () => undefined };
