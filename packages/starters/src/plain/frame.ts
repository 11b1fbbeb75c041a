import type { Scalar } from 'yaml';
import { access, literal, type Replace, type Tree } from '../expressions/tree.ts';
import type { Called } from '../workflows.ts';
import type { Names } from '../yaml.ts';

/** Where a job is: the calls around it. */
export interface Frame {
  readonly names: readonly string[];
  readonly ids: readonly string[];
  /** One workflow is called, and nothing else is done. */
  readonly alone: boolean;
  readonly needs: readonly string[];
  readonly conditions: readonly Condition[];
  /** Of the workflow that is called; nothing for the one that calls. */
  readonly call?: {
    readonly name: string;
    readonly outer: Frame;
    readonly inputs: Readonly<Record<string, Tree>>;
    readonly secrets: Readonly<Record<string, Tree>>;
    readonly outputs: NonNullable<Called['outputs']>;
  };
}

export interface Condition {
  readonly text: unknown;
  readonly frame: Frame;
}

/** A job of the workflow or of one that it calls. */
export interface FlatJob {
  readonly id: string;
  readonly names: readonly string[];
  readonly key: Scalar<string>;
  readonly node: Names;
  readonly frame: Frame;
  readonly needs: readonly string[];
}

/** The id of a job in the plain file; where only one workflow is called, its own ids are clear enough. */
export function idIn({ ids, alone }: Pick<Frame, 'ids' | 'alone'>, id: string): string {
  return [...(alone ? ids.slice(1) : ids), id].join('-');
}

/** What the contexts of a called workflow stand for. */
export function replacer({ call, ...frame }: Frame): Replace {
  return ([context, name, ...others]) => {
    if (name === undefined) return undefined;
    if (context === 'inputs' && call !== undefined) return call.inputs[name];
    if (context === 'secrets' && call !== undefined && name !== 'GITHUB_TOKEN')
      return call.secrets[name] ?? literal('');
    if (context === 'needs') return access(['needs', idIn(frame, name), ...others]);
    return undefined;
  };
}
