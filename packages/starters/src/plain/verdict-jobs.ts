import { Scalar } from 'yaml';
import type { Sources } from '../sources.ts';
import { workflowOf } from '../workflows.ts';
import { mapsBelow, type Names, put, textAt } from '../yaml.ts';
import { type FlatJob, idIn } from './frame.ts';
import type { Jobs } from './jobs.ts';

/** A verdict over calls is one over their jobs; one that its own workflow may skip may be skipped here too. */
export function expandJobs(values: Names, job: FlatJob, { calls, gone }: Jobs, sources: Sources): void {
  const every = (name: string) => calls.get(idIn(job.frame, name))?.jobs ?? [idIn(job.frame, name)];
  const inside = (name: string) => every(name).filter((id) => !gone.has(id));
  const listed = lines(textAt(values, 'jobs')).flatMap(inside);
  const skippable = listed.filter((id) => maySkip(id, calls, sources));
  const policy = lines(textAt(values, 'policy')).flatMap((line) => {
    const [, name = '', words = ''] = /^([\w-]+)\s*:\s*(.*)$/.exec(line) ?? [];
    return inside(name)
      .filter((id) => !skippable.includes(id) || !words.startsWith('may-skip'))
      .map((id) => `${id}: ${words}`);
  });
  setLines(values, 'jobs', listed);
  setLines(values, 'policy', [...policy, ...skippable.map((id) => `${id}: may-skip`)]);
}

function maySkip(id: string, calls: Jobs['calls'], sources: Sources): boolean {
  for (const { jobs, frame } of calls.values()) {
    if (!jobs.includes(id)) continue;
    const inner = mapsBelow(workflowOf(sources, frame.call.name), 'jobs');
    const own = inner.find(({ key }) => idIn(frame, key.value) === id)?.value;
    if (own?.has('if') === true && own.get('if') !== 'always()') return true;
  }
  return false;
}

function lines(text = ''): readonly string[] {
  return text.split('\n').flatMap((line) => line.trim() || []);
}

function setLines(values: Names, key: string, all: readonly string[]): void {
  const [only] = all;
  if (only === undefined) return;
  const scalar = new Scalar(all.length === 1 ? only : `${all.join('\n')}\n`);
  scalar.type = all.length === 1 ? 'PLAIN' : 'BLOCK_LITERAL';
  put(values, key, scalar);
}
