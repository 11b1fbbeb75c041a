import { readFileSync } from 'node:fs';
import { basename, relative, resolve, sep } from 'node:path';
import type { RunEnvironment } from '@lockstep/action-shell';
import { InputError } from '@lockstep/base';
import { digestOf, type TrailEntry, type TrailEvent } from '@lockstep/evidence';
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

function digestsOf(paths: readonly string[], workspace: string): Readonly<Record<string, string>> {
  const problems: string[] = [];
  const digests = paths.flatMap((path): [string, string][] => {
    try {
      const from = resolve(workspace, path);
      return [[nameOf(from, workspace), digestOf(readFileSync(from))]];
    } catch {
      problems.push(`input "files": ${path} cannot be read`);
      return [];
    }
  });
  if (problems.length > 0) throw new InputError(problems);
  return Object.fromEntries(digests);
}

/** As the repository knows it; of a file elsewhere, its name alone. */
function nameOf(path: string, workspace: string): string {
  const within = relative(workspace, path);
  return within.startsWith('..') || resolve(within) === within ? basename(path) : within.split(sep).join('/');
}
