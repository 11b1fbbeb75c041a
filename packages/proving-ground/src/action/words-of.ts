import type { SpawnedAction } from '@lockstep/workflow-runner/action';

/** What differs from run to run, wherever it occurs. */
const VOLATILE: readonly (readonly [RegExp, string])[] = [
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g, '<uuid>'],
  [/\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g, '<time>'],
  [/\b((?:localhost|127\.0\.0\.1|[\w-]+\.localhost):)\d{2,5}\b/g, '$1<port>'],
];

type Said = Pick<SpawnedAction, 'log' | 'annotations' | 'summary'>;

/**
 * What a person reads of a step, as text for a snapshot: the line that it ended with, the first line of each annotation,
 * and the summary. `names`: what differs from run to run besides (ids, commits), each with the name to show for it.
 */
export function wordsOf(run: Said, names: Readonly<Record<string, string>> = {}): string {
  const end = run.log.split('\n').findLast((line) => /^[a-z-]+: (?:pass|fail|unknown) \([a-z-]+\): /.test(line));
  const annotations = run.annotations.map(({ level, title, message }) => {
    const [first = ''] = message.split('\n');
    return `${level}${title === undefined || title === '' ? '' : ` [${title}]`}: ${first}`;
  });
  const blocks = [end ?? '(no end)', annotations.join('\n'), run.summary.trim()].filter((block) => block !== '');
  const text = Object.entries(names)
    // Markdown may have them escaped.
    .flatMap(([from, to]) => [[from, to] as const, [from.replaceAll('_', '\\_'), to] as const])
    .sort(([a], [b]) => b.length - a.length)
    .reduce((all, [from, to]) => all.replaceAll(from, to), blocks.join('\n\n'));
  return VOLATILE.reduce((all, [pattern, to]) => all.replace(pattern, to), text);
}
