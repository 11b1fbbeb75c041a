/** Latencies as a picture: a strip of blocks for any log, and a chart that GitHub draws in a step summary. */

const blocks = '▁▂▃▄▅▆▇█';
const STRIP_LENGTH = 60;
const CHART_POINTS = 60;

/** They stand out on GitHub's white and on its black; Mermaid's own are nearly either. */
const COLORS = ['#1f7ae0', '#d9730d', '#2da44e', '#a855f7', '#d1242f', '#808080'];
const COLOR_NAMES = ['blue', 'orange', 'green', 'purple', 'red', 'gray'];

export interface StripMark {
  readonly ms: number;
  readonly kind: 'success' | 'failure' | 'error';
}

/** One mark a probe, the last sixty: a block as high as its latency, `x` for a failure, `?` for an error. */
export function strip(marks: readonly StripMark[]): string {
  const shown = marks.slice(-STRIP_LENGTH);
  const most = Math.max(1, ...shown.filter((mark) => mark.kind === 'success').map((mark) => mark.ms));
  return shown
    .map(({ ms, kind }) => {
      if (kind !== 'success') return kind === 'failure' ? 'x' : '?';
      return blocks[Math.min(blocks.length - 1, Math.floor((ms / most) * blocks.length))] ?? '';
    })
    .join('');
}

export interface Line {
  readonly name: string;
  readonly values: readonly number[];
}

/**
 * Lines over a common axis as a Mermaid chart, with a list of the lines under it, since Mermaid draws no legend.
 * Undefined when there are fewer than two points to draw.
 */
export function chart(
  title: string,
  axis: readonly [string, number, number],
  lines: readonly Line[],
): string | undefined {
  const drawn = lines.filter((line) => line.values.length > 1);
  if (drawn.length === 0) return undefined;
  // Below ten the axis would be marked in parts of a millisecond.
  const top = Math.max(10, ...drawn.flatMap((line) => line.values));
  const [label, from, to] = axis;
  const text = (value: string) => `"${value.replace(/["\n]/g, ' ')}"`;
  return [
    '```mermaid',
    `%%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "${COLORS.join(', ')}"}}}}%%`,
    'xychart-beta',
    `  title ${text(title)}`,
    `  x-axis ${text(label)} ${from} --> ${to}`,
    `  y-axis "ms" 0 --> ${Math.ceil(top * 1.1)}`,
    ...drawn.map(
      (line) =>
        `  line [${thin(line.values)
          .map((value) => Math.round(value * 10) / 10)
          .join(', ')}]`,
    ),
    '```',
    drawn.length === 1
      ? ''
      : `Lines: ${drawn.map(({ name }, at) => `${name} ${COLOR_NAMES[at % COLORS.length]}`).join(', ')}.`,
  ]
    .join('\n')
    .trimEnd();
}

/** At most so many points, evenly taken; of each skipped stretch the largest stays. */
function thin(values: readonly number[]): readonly number[] {
  const step = Math.ceil(values.length / CHART_POINTS);
  if (step === 1) return values;
  return Array.from({ length: Math.ceil(values.length / step) }, (_, index) =>
    Math.max(...values.slice(index * step, (index + 1) * step)),
  );
}

/** The values at every fifth percentile from the 5th to the 95th. */
export function percentiles(values: readonly number[]): readonly number[] {
  const sorted = [...values].sort((a, b) => a - b);
  if (sorted.length === 0) return [];
  return Array.from({ length: 19 }, (_, index) => sorted[Math.floor(((index + 1) / 20) * sorted.length)] ?? 0);
}
