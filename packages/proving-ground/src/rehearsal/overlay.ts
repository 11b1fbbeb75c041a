import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, parse, parseDocument } from 'yaml';
import { repositoryRoot } from '../runner/machine.ts';

const OURS = /^lockstep-ci\/lockstep\/(\.github\/workflows\/[\w-]+\.yml|actions\/[\w-]+)@/;

/**
 * A workflow with some inputs given to everything of ours that it calls or uses and that has them: what stands there
 * for them otherwise is replaced. Everything else stays.
 */
export function overlay(text: string, inputs: Readonly<Record<string, string>>): string {
  const document = parseDocument(text);
  const jobs = document.toJS() as {
    readonly jobs?: Readonly<Record<string, Uses & { readonly steps?: readonly Uses[] }>>;
  };
  const lay = (path: readonly (string | number)[], { uses }: Uses) => {
    const known = inputsOf(uses);
    for (const [name, value] of Object.entries(inputs))
      if (known.has(name)) document.setIn([...path, 'with', name], typed(value, known.get(name)));
  };
  if (!isMap(document.get('jobs'))) return text;
  for (const [id, job] of Object.entries(jobs.jobs ?? {})) {
    lay(['jobs', id], job);
    for (const [at, step] of (job.steps ?? []).entries()) lay(['jobs', id, 'steps', at], step);
  }
  return String(document);
}

interface Uses {
  readonly uses?: string;
}

/** Its inputs and their types, from our own files. */
function inputsOf(uses = ''): ReadonlyMap<string, string | undefined> {
  const path = OURS.exec(uses)?.[1];
  if (path === undefined) return new Map();
  const isAction = path.startsWith('actions/');
  const contract = parse(readFileSync(join(repositoryRoot(), isAction ? `${path}/action.yml` : path), 'utf8'));
  const inputs = isAction ? contract.inputs : contract.on.workflow_call.inputs;
  return new Map(Object.entries<{ type?: string }>(inputs ?? {}).map(([name, { type }]) => [name, type]));
}

function typed(value: string, type: string | undefined): unknown {
  return type === 'boolean' || type === 'number' ? parse(value) : value;
}
