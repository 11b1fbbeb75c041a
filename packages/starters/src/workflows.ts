import { type Document, parseDocument } from 'yaml';
import { onceEach, type Sources } from './sources.ts';

/** What a reusable workflow asks of its callers: `on.workflow_call`. */
export interface Called {
  readonly inputs?: Readonly<Record<string, CalledInput>>;
  readonly secrets?: Readonly<Record<string, unknown>>;
  readonly outputs?: Readonly<Record<string, { readonly value: string }>>;
}

export interface CalledInput {
  readonly type?: 'boolean' | 'number' | 'string';
  readonly default?: string | number | boolean;
}

/** Where the users of this toolkit find it. */
export const HOME = 'lockstep-ci/lockstep';

const CALL = /^(?:lockstep-ci\/lockstep|\$)\/\.github\/workflows\/([\w-]+)\.yml(?:@\S+)?$/;

/** The name of the workflow of ours that a job uses. */
export function calledBy(uses: string | undefined): string | undefined {
  return CALL.exec(uses ?? '')?.[1];
}

const documents = onceEach((_sources: Sources) => new Map<string, Document>());

/** A workflow of ours. What is taken from it is cloned, as it is the same one for whoever asks next. */
export function workflowOf(sources: Sources, name: string): Document {
  const known = documents(sources);
  const text = sources.workflows.get(name);
  if (text === undefined) throw new Error(`there is no workflow ${name}.yml`);
  const document = known.get(name) ?? parseDocument(text);
  known.set(name, document);
  return document;
}

/** What a workflow of ours asks of its callers. */
export function callOf(sources: Sources, name: string): Called {
  const { on } = workflowOf(sources, name).toJS() as { on?: { workflow_call?: Called } };
  return on?.workflow_call ?? {};
}
