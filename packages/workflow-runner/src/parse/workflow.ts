import type { MappingToken, TemplateToken } from '@actions/workflow-parser/templates/tokens/index';
import type { Repository } from '../repository.ts';

/** One workflow file, checked by GitHub's own parser. Tokens are parts of the file whose expressions wait for a run. */
export interface Workflow {
  readonly repository: Repository;
  /** Below the repository's root: `.github/workflows/release.yml`. */
  readonly path: string;
  /** Its `name`, or its path. */
  readonly name: string;
  /** Events that start it. */
  readonly events: readonly string[];
  readonly dispatchInputs: readonly InputDefinition[];
  /** What `on: workflow_call` declares. */
  readonly call: WorkflowCall | undefined;
  readonly env: MappingToken | undefined;
  readonly defaults: TemplateToken | undefined;
  readonly concurrency: TemplateToken | undefined;
  readonly permissions: TemplateToken | undefined;
  readonly jobs: readonly WorkflowJob[];
  readonly root: TemplateToken;
  /** `path:line` of a token of this file. */
  where(token: TemplateToken | undefined): string;
}

export interface WorkflowCall {
  readonly inputs: readonly InputDefinition[];
  /** Names of declared secrets. */
  readonly secrets: readonly { readonly name: string; readonly required: boolean }[];
  /** Output name → token of its value. */
  readonly outputs: ReadonlyMap<string, TemplateToken>;
}

export interface InputDefinition {
  readonly name: string;
  readonly type: 'string' | 'number' | 'boolean' | 'choice' | 'environment';
  readonly required: boolean;
  readonly default: TemplateToken | undefined;
  readonly options: readonly string[];
}

export type WorkflowJob = StepsJob | CallJob;

interface JobBase {
  readonly id: string;
  readonly name: TemplateToken | undefined;
  readonly needs: readonly string[];
  /** With a status function in it: `success() && (…)` where the file has none. */
  readonly condition: string;
  readonly strategy: TemplateToken | undefined;
  readonly concurrency: TemplateToken | undefined;
  readonly permissions: TemplateToken | undefined;
  readonly token: MappingToken;
}

/** A job that runs steps on a runner. */
export interface StepsJob extends JobBase {
  readonly kind: 'steps';
  readonly runsOn: TemplateToken | undefined;
  readonly env: MappingToken | undefined;
  readonly defaults: TemplateToken | undefined;
  readonly environment: TemplateToken | undefined;
  readonly timeoutMinutes: TemplateToken | undefined;
  readonly cancelTimeoutMinutes: TemplateToken | undefined;
  readonly continueOnError: TemplateToken | undefined;
  readonly outputs: MappingToken | undefined;
  readonly steps: readonly Step[];
}

/** A job that calls a reusable workflow. */
export interface CallJob extends JobBase {
  readonly kind: 'call';
  readonly uses: string;
  readonly with: MappingToken | undefined;
  readonly secrets: 'inherit' | MappingToken | undefined;
  readonly callee: Workflow;
}

export type Step = RunStep | UsesStep;

interface StepBase {
  /** As written, or one that starts with `__`. */
  readonly id: string;
  readonly name: TemplateToken | undefined;
  readonly condition: string;
  readonly env: MappingToken | undefined;
  readonly continueOnError: TemplateToken | undefined;
  readonly timeoutMinutes: TemplateToken | undefined;
  readonly token: MappingToken;
}

export interface RunStep extends StepBase {
  readonly kind: 'run';
  readonly run: TemplateToken;
  readonly shell: TemplateToken | undefined;
  readonly workingDirectory: TemplateToken | undefined;
}

export interface UsesStep extends StepBase {
  readonly kind: 'uses';
  readonly uses: string;
  readonly with: MappingToken | undefined;
}
