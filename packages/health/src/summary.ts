import type { GateReport, PathSummary } from './report.ts';

/** The report for people: Markdown for a step summary. */
export function summaryOf(report: GateReport): string {
  return [
    `### Health gate (${report.phase}): ${report.verdict}, ${report.reason}`,
    plainText(report.message),
    table(
      ['path', 'format', 'probes', 'ok', 'failures', 'errors', 'median', 'p95', 'max'],
      report.paths.map((path) => [code(path.path), path.format ?? '', ...numbers(path)]),
    ),
    ...(report.firstFailure === undefined
      ? []
      : [
          `First failure: ${code(report.firstFailure.path)} at ${report.firstFailure.at}: ${plainText(report.firstFailure.because)}`,
        ]),
    `Proof: ${plainText(report.proof)}`,
  ].join('\n\n');
}

function numbers(path: PathSummary): string[] {
  const latency = path.latency;
  return [
    ...[path.probes, path.successes, path.failures, path.errors].map(String),
    ...[latency?.median, latency?.p95, latency?.max].map((ms) => (ms === undefined ? '' : `${ms} ms`)),
  ];
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function code(text: string): string {
  return `\`${text.replace(/[`|\n]/g, '')}\``;
}

/** Our own sentences quote words of responses: none of those may become Markdown. */
function plainText(text: string): string {
  return text.replace(/[\\`*_{}[\]<>|#@]/g, (mark) => `\\${mark}`).replace(/\s*\n\s*/g, ' ');
}
