import type { Repository } from '../repository.ts';
import type { ArtifactStore } from './artifact-store.ts';

/** What a stand-in for an action of somebody else gets to work with. */
export interface BuiltinContext {
  /** Inputs as the step gives them; an input that it does not give is undefined. */
  input(name: string): string | undefined;
  readonly workspace: string;
  /** RUNNER_TEMP */
  readonly temp: string;
  /** The repository that the workflow runs for. */
  readonly repository: Repository;
  readonly artifacts: ArtifactStore;
  /** Those of another run of the repository, by its id; undefined where there is none. */
  artifactsOf(runId: string): ArtifactStore | undefined;
  /** Aborts when the step is cancelled. */
  readonly signal: AbortSignal;
  log(line: string): void;
  setOutput(name: string, value: string): void;
  addPath(folder: string): void;
}

/** Stands in for an action such as actions/checkout; throws to fail its step. */
export type BuiltinAction = (context: BuiltinContext) => Promise<void>;
