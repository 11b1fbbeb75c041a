import { readFileSync } from 'node:fs';
import { basename, relative, resolve, sep } from 'node:path';
import { InputError, type Verdict } from '@lockstep/base';
import { digestOf, entryProblems, isFileName, type TrailEntry, type TrailEvent } from '@lockstep/evidence';

/** One event, as a caller says it; '' where nothing is said. */
export interface EventValues {
  readonly event: string;
  readonly subject: string;
  readonly 'event-result': Verdict;
  readonly 'event-code': string;
  readonly 'event-id': string;
  readonly 'actor-id': string;
  readonly 'happened-at': string;
  readonly files: readonly string[];
}

/** Who says it, when and where. */
export interface EventPlace {
  readonly run: { readonly id: number; readonly attempt: number } | null;
  readonly nowMs: number;
  /** Folder that names of files are of. */
  readonly workspace: string;
}

/** What happened. Throws InputError with all that is wrong with it, by the inputs of the action. */
export function entryOf(values: EventValues, { nowMs, run, workspace }: EventPlace): TrailEntry {
  const { event, subject } = values;
  const code = values['event-code'] || event;
  const happenedAt = values['happened-at'] || new Date(nowMs).toISOString();
  const { digests, problems: unread } = digestsOf(values.files, workspace);
  // A job that runs again records once; what no run says is another event each second.
  const once = run === null ? happenedAt.replace(/\.\d+Z$/, 'Z') : run.id;
  const entry = {
    id: values['event-id'] || [event, subject, code, once].join('/'),
    event: event as TrailEvent,
    subject,
    verdict: values['event-result'],
    reason: code,
    actor: actorOf(values['actor-id']),
    run,
    happenedAt,
    files: digests,
  };
  const problems = [...problemsOfEntry(entry, values), ...unread];
  const toCome = values['happened-at'] !== '' && Date.parse(values['happened-at']) > nowMs;
  if (toCome) problems.push(`input "happened-at": ${values['happened-at']} is still to come`);
  if (problems.length > 0) throw new InputError(problems);
  return entry;
}

/** Number() also reads `1e3` and `0x10`, and each would be another person. What is no id is refused with the entry. */
function actorOf(text: string): number | null {
  if (text === '') return null;
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : Number.NaN;
}

const FROM: Readonly<Record<string, keyof EventValues>> = {
  id: 'event-id',
  verdict: 'event-result',
  reason: 'event-code',
  actor: 'actor-id',
  happenedAt: 'happened-at',
};

/** What is wrong with it, by the inputs that say it. */
function problemsOfEntry(entry: TrailEntry, values: EventValues): readonly string[] {
  const all = entryProblems(entry).map((problem) => {
    const [, field = '', rest = ''] = /^(\w+): (.*)$/s.exec(problem) ?? [];
    const input = FROM[field] ?? field;
    const isMissing = (input === 'event' || input === 'subject') && values[input] === '';
    // What no one gave is made of the others.
    const isMade = (input === 'event-id' || input === 'event-code') && values[input] === '';
    return { isMade, problem: `input "${input}": ${isMissing ? 'required, ' : ''}${rest}` };
  });
  const given = all.filter(({ isMade }) => !isMade);
  return (given.length > 0 ? given : all).map(({ problem }) => problem);
}

function digestsOf(paths: readonly string[], workspace: string) {
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
  return { digests: Object.fromEntries(digests), problems };
}

/** As the repository knows it; of a file elsewhere, its name alone. */
function nameOf(path: string, workspace: string): string {
  const within = relative(workspace, path);
  return within.startsWith('..') || resolve(within) === within ? basename(path) : within.split(sep).join('/');
}
