import type { ArtifactStore } from '../builtin/artifact-store.ts';
import type { RunnerTimes } from '../machine/times.ts';
import type { Sources } from '../parse/sources.ts';
import type { Repository } from '../repository.ts';
import type { RunEvent } from './result.ts';
import type { Strikes } from './strikes.ts';

/** What a job is to run with: decided when it starts, the same to its end. */
export interface JobSettings {
  readonly id: string;
  /** The repository of the workflow file that the job stands in. */
  readonly repository: Repository;
  readonly sources: Sources;
  readonly artifacts: ArtifactStore;
  /** Those of another run. Throws where the job's token may not see runs. */
  readonly artifactsOf: (runId: string) => ArtifactStore | undefined;
  /** A folder of the job's own. */
  readonly folder: string;
  /** github, needs, strategy, matrix, inputs, secrets, vars. */
  readonly contexts: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  readonly node: string;
  readonly times: RunnerTimes;
  readonly strikes: Strikes;
  readonly debug: boolean;
  emit(event: RunEvent): void;
  cancelRun(): void;
}
