import { readFileSync } from 'node:fs';
import { basename, relative, resolve, sep } from 'node:path';
import type { RunEnvironment } from '@lockstep/action-shell';
import { InputError } from '@lockstep/base';
import { digestOf, entryProblems, isFileName, type TrailEntry, type TrailEvent } from '@lockstep/evidence';
import type { Inputs } from './inputs.ts';

/** What the inputs say that happened. Throws InputError for files that cannot be read. */
export function entryOf(values: Inputs, env: RunEnvironment, nowMs: number): TrailEntry {
  const { event, subject } = values;
  const code = values['event-code'] || event;
  const run = env.runId === 0 ? null : { id: env.runId, attempt: env.runAttempt };
  return {
    id: values['event-id'] || [event, subject, code, ...(run === null ? [] : [run.id])].join('/'),
    event: event as TrailEvent,
    subject,
    verdict: values['event-result'],
    reason: code,
    actor: values['actor-id'] === '' ? null : Number(values['actor-id']),
    run,
    happenedAt: values['happened-at'] || new Date(nowMs).toISOString(),
    files: digestsOf(values.files, env.workspace),
  };
}

const FROM: Readonly<Record<string, string>> = {
  id: 'event-id',
  reason: 'event-code',
  happenedAt: 'happened-at',
};

/** What is wrong with it, by the inputs that say it. */
export function problemsOfEntry(entry: TrailEntry, values: Inputs): readonly string[] {
  const all = entryProblems(entry).map((problem) => {
    const [, field = '', rest = ''] = /^(\w+): (.*)$/s.exec(problem) ?? [];
    return { field, problem: `input "${FROM[field] ?? field}": ${rest}` };
  });
  // An id that nobody gave is made of the others.
  const isMade = values['event-id'] === '' && all.length > 1;
  return all.filter(({ field }) => field !== 'id' || !isMade).map(({ problem }) => problem);
}

function digestsOf(paths: readonly string[], workspace: string): Readonly<Record<string, string>> {
  const problems: string[] = [];
  const digests = paths.flatMap((path): [string, string][] => {
    try {
      const from = resolve(workspace, path);
      const name = nameOf(from, workspace);
      if (!isFileName(name))
        problems.push(`input "files": ${path} has a name with other than letters, digits and . _ : / + -`);
      return [[name, digestOf(readFileSync(from))]];
    } catch {
      problems.push(`input "files": ${path} cannot be read`);
      return [];
    }
  });
  const names = digests.map(([name]) => name);
  const twice = names.find((name, nth) => names.indexOf(name) !== nth);
  if (twice !== undefined) problems.push(`input "files": two of them would be recorded as ${twice}; rename one`);
  if (problems.length > 0) throw new InputError(problems);
  return Object.fromEntries(digests);
}

/** As the repository knows it; of a file elsewhere, its name alone. */
function nameOf(path: string, workspace: string): string {
  const within = relative(workspace, path);
  return within.startsWith('..') || resolve(within) === within ? basename(path) : within.split(sep).join('/');
}
