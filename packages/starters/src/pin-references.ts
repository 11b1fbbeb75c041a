import { isMap, isPair, isScalar, isSeq, type Pair, parseDocument, type Range, visit } from 'yaml';
import { HOME } from './workflows.ts';

export interface Pins {
  /** Where this toolkit is found; a mirror of it on a server of one's own. */
  readonly repository?: string;
  readonly ref: string;
  /** Leaves out what servers do not know. */
  readonly olderServer?: boolean;
}

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * A workflow with every `uses: $/…` pinned; everything else, comments included, stays as it was written.
 * Throws where the text is no YAML.
 */
export function pinReferences(text: string, { repository = HOME, ref, olderServer = false }: Pins): string {
  const document = parseDocument(text);
  const [problem] = document.errors;
  if (problem !== undefined) throw problem;
  const edits: Edit[] = [];
  visit(document, {
    Pair(_key, pair, path) {
      if (!isScalar(pair.key) || !isScalar(pair.value)) return;
      const { value } = pair.value;
      if (pair.key.value === 'uses' && typeof value === 'string' && value.startsWith('$/')) {
        const [from, to] = rangeOf(pair.value);
        edits.push({ from, to, text: `${repository}/${value.slice('$/'.length)}@${ref}` });
      }
      if (olderServer && isNews(pair, path)) edits.push({ ...wholeLine(text, pair), text: '' });
      const isSaid = path.some((node) => isMap(node) && node.items.includes(pair) && node.has('continue-on-error'));
      if (olderServer && !isSaid && mayFail(pair, path)) edits.push(lineBelow(text, pair, 'continue-on-error: true'));
    },
  });
  edits.sort((a, b) => b.from - a.from);
  return edits.reduce((done, { from, to, text: now }) => done.slice(0, from) + now + done.slice(to), text);
}

/** Where something is in a text that was read; what was made has no place. */
function rangeOf(node: unknown): Range {
  const { range } = node as { readonly range?: Range | null };
  if (range === undefined || range === null) throw new Error('what was not read has no place in the text');
  return range;
}

function keyOf(pair: Pair): unknown {
  return isScalar(pair.key) ? pair.key.value : undefined;
}

/**
 * `concurrency: { queue }` since May 2026, `environment: { deployment }` and `schedule: [{ timezone }]` since March 2026
 * (github.blog/changelog, docs.github.com).
 */
function isNews(pair: Pair, path: readonly unknown[]): boolean {
  const around = path.findLast((node): node is Pair => isPair(node));
  const above = around === undefined ? undefined : keyOf(around);
  const key = keyOf(pair);
  return (
    (above === 'concurrency' && key === 'queue') ||
    (above === 'environment' && key === 'deployment') ||
    (above === 'schedule' && key === 'timezone')
  );
}

/**
 * Servers have no artifacts of version 4 and later (github.com/actions/upload-artifact, "GHES Support"): what keeps or
 * fetches one, and a job that lives on one, may fail without failing the run.
 */
function mayFail(pair: Pair, path: readonly unknown[]): boolean {
  const key = keyOf(pair);
  if (key === 'uses')
    return /^actions\/(upload|download)-artifact@/.test(String(isScalar(pair.value) ? pair.value.value : ''));
  const job = path.at(-1);
  if (key !== 'runs-on' || !isMap(job)) return false;
  const steps = job.get('steps', true);
  return (
    isSeq(steps) &&
    steps.items.some((step) => isMap(step) && String(step.get('uses')).startsWith('actions/download-artifact@'))
  );
}

function lineBelow(text: string, pair: Pair, line: string): Edit {
  const [start] = rangeOf(pair.key);
  const [, end] = rangeOf(pair.value);
  const column = start - text.lastIndexOf('\n', start) - 1;
  const at = text.indexOf('\n', end) + 1;
  return { from: at, to: at, text: `${' '.repeat(column)}${line}\n` };
}

function wholeLine(text: string, pair: Pair): Omit<Edit, 'text'> {
  const [start] = rangeOf(pair.key);
  const [, end] = rangeOf(pair.value);
  const from = text.lastIndexOf('\n', start) + 1;
  if (text.slice(from, start).trim() !== '') throw new Error(`"${keyOf(pair)}" has no line of its own`);
  return { from, to: text.indexOf('\n', end) + 1 };
}
