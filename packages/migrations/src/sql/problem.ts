import { InputError } from '@lockstep/base';

/** What is wrong with a file, and where. */
export interface Problem {
  /** The path as it was found, relative to where the caller stands. */
  readonly file: string;
  /** 1-based. */
  readonly line?: number;
  /** What, and what to do. */
  readonly message: string;
}

/** Files that cannot be applied as they are. Thrown before anything touches the database, with every problem found. */
export class FileError extends InputError {
  readonly places: readonly Problem[];

  constructor(places: readonly Problem[]) {
    super(places.map(describeProblem));
    this.places = places;
  }
}

/** In one line. */
export function describeProblem(problem: Problem): string {
  const line = problem.line === undefined ? '' : `:${problem.line}`;
  return `${problem.file}${line}: ${problem.message}`;
}
