import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/index';
import { isScalar } from '@actions/workflow-parser/templates/tokens/type-guards';
import { type Scope, textOf } from '../expressions/expressions.ts';
import { member } from '../expressions/tokens.ts';

/** An environment of the repository: what its jobs get, and who has to let them. */
export interface Environment {
  readonly secrets?: Readonly<Record<string, string>>;
  readonly vars?: Readonly<Record<string, string>>;
  /** Decides whether a job may start, in its own time; without it every job may. */
  readonly approve?: (request: ApprovalRequest) => Approval | Promise<Approval>;
}

export type Approval = 'approved' | 'rejected';

export interface ApprovalRequest {
  readonly environment: string;
  /** JobResult.id */
  readonly job: string;
  readonly runId: string;
}

/** What a job's `environment` asks for. */
export interface EnvironmentReference {
  readonly name: string;
  /** False where it says `deployment: false`: secrets and approval without a deployment record. */
  readonly deployment: boolean;
}

/** The environment of a job; undefined where it has none, or its name is empty. */
export function readEnvironment(token: TemplateToken | undefined, scope: Scope): EnvironmentReference | undefined {
  if (token === undefined) return undefined;
  const name = textOf(isScalar(token) ? token : member(token, 'name'), scope);
  if (name === '') return undefined;
  return { name, deployment: textOf(member(token, 'deployment'), scope) !== 'false' };
}

/** Names of environments, secrets and variables are compared without case. */
export function lookup<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.entries(record).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
}
