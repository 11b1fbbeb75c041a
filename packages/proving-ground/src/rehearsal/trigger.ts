import { InputError } from '@lockstep/base';
import { parse } from 'yaml';

/** The `on` of a workflow, by event. */
export type On = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

export interface TriggerWish {
  /** As `on` names it; one is chosen where it is undefined. */
  readonly event: string | undefined;
  /** Of a manual run. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Of a comment that starts it. */
  readonly comment: string | undefined;
}

export type Trigger =
  | { readonly kind: 'push' }
  | { readonly kind: 'dispatch'; readonly inputs: Readonly<Record<string, string>> }
  | { readonly kind: 'pull-request'; readonly event: 'pull_request' | 'pull_request_target'; readonly action: string }
  | { readonly kind: 'comment'; readonly body: string }
  /** After a run of one of these. */
  | { readonly kind: 'follow'; readonly workflows: readonly string[] }
  | { readonly kind: 'bare'; readonly event: string };

/** In this order one is chosen: what happens most often to a commit first. */
const USUAL = ['push', 'pull_request', 'workflow_dispatch', 'workflow_run', 'issue_comment'];

export function readOn(text: string): On {
  const { on } = (parse(text) ?? {}) as { on?: unknown };
  if (typeof on === 'string') return new Map([[on, {}]]);
  if (Array.isArray(on)) return new Map(on.map((name) => [String(name), {}]));
  const events = Object.entries((on ?? {}) as Readonly<Record<string, unknown>>);
  return new Map(
    events.map(([name, value]) => [name, typeof value === 'object' && value !== null ? { ...value } : {}]),
  );
}

/** Which event starts it. Throws InputError where it does not run on what is wished. */
export function planTrigger(path: string, on: On, { event, inputs, comment }: TriggerWish): Trigger {
  const names = [...on.keys()];
  const wished =
    event ??
    (comment !== undefined ? 'issue_comment' : Object.keys(inputs).length > 0 ? 'workflow_dispatch' : undefined);
  if (wished !== undefined && !on.has(wished))
    throw new InputError(`${path} does not run on ${wished}; it runs on ${names.join(', ') || 'nothing'}`);
  const name = wished ?? USUAL.find((one) => on.has(one)) ?? names.find((one) => one !== 'workflow_call');
  switch (name) {
    case undefined:
      throw new InputError(`${path} only runs where another workflow calls it: rehearse that one`);
    case 'push':
      return { kind: 'push' };
    case 'workflow_dispatch':
      return { kind: 'dispatch', inputs };
    case 'pull_request':
    case 'pull_request_target': {
      const types = listOf(on.get(name)?.['types']);
      const action = ['opened', 'synchronize', 'closed'].find((one) => types.includes(one)) ?? types[0] ?? 'opened';
      return { kind: 'pull-request', event: name, action };
    }
    case 'issue_comment':
      if (comment === undefined) throw new InputError(`${path} is started by a comment: say it by --comment TEXT`);
      return { kind: 'comment', body: comment };
    case 'workflow_run':
      return { kind: 'follow', workflows: listOf(on.get(name)?.['workflows']) };
    default:
      return { kind: 'bare', event: name };
  }
}

/** Why a push to `branch` would not start it on GitHub; undefined where it would. */
export function pushMisses(on: On, branch: string): string | undefined {
  const branches = listOf(on.get('push')?.['branches']);
  if (branch === '' || branches.length === 0 || branches.some((one) => /[*?+[!]/.test(one) || one === branch))
    return undefined;
  return `on GitHub a push to ${branch}, which is checked out, does not start it: its branches are ${branches.join(', ')}`;
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : value === undefined || value === null ? [] : [String(value)];
}
