import { isMap, parseDocument } from 'yaml';
import { contractOf, typed } from './contracts.ts';

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
    const known = contractOf(uses)?.inputs;
    for (const [name, value] of Object.entries(inputs))
      if (known?.has(name) === true) document.setIn([...path, 'with', name], typed(value, known.get(name)));
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
