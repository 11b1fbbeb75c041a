import { plainLine } from '@lockstep/base';
import type { Finding } from '@lockstep/migrations';

/** One line for each finding, as compilers write them, and what to do about it. */
export function findingLines(findings: readonly Finding[]): string {
  return findings
    .map(({ allowed, file, line, message, rule, severity, todo }) => {
      const what = allowed === undefined ? todo : `allowed: ${allowed}`;
      return `${plainLine(file)}:${line}: ${severity} ${rule}: ${plainLine(message, 400)}\n    ${plainLine(what, 400)}\n`;
    })
    .join('');
}

const LEVELS = { error: 'error', warning: 'warning', note: 'notice' } as const;

/** Commands of GitHub's runner: a step that prints them annotates the files. */
export function githubLines(findings: readonly Finding[]): string {
  return findings
    .map(({ file, line, message, rule, severity, todo }) => {
      const place = `file=${property(file)},line=${line},title=${property(`lockstep: ${rule}`)}`;
      return `::${LEVELS[severity]} ${place}::${data(`${message}; ${todo}`)}\n`;
    })
    .join('');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
