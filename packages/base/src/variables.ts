/** What a text of environment variables says, and the numbers of the lines that say nothing. */
export interface Variables {
  readonly values: ReadonlyMap<string, string>;
  /** Never with a word of a line, be it a name: it may be part of a secret. */
  readonly problems: readonly string[];
}

const START = /^[ \t]*([A-Za-z_][A-Za-z0-9_]*)(=|<<)(.*)$/;

/**
 * `NAME=value`, one a line, to the end of the line and as it stands there, quotes included; or several lines as GitHub's
 * own GITHUB_ENV takes them: `NAME<<END`, the lines, and `END` alone. A value may be empty. Blank lines and those that
 * begin with `#` are left out.
 */
export function parseVariables(text: string): Variables {
  const lines = text.split(/\r?\n/);
  const values = new Map<string, string>();
  const problems: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line.trim() === '' || /^[ \t]*#/.test(line)) continue;
    const number = at + 1;
    const [, name = '', sign, rest = ''] = START.exec(line) ?? [];
    if (sign === undefined) {
      problems.push(`line ${number} is neither NAME=value nor NAME<<END with its lines and END`);
      continue;
    }
    if (values.has(name)) problems.push(`line ${number} gives a variable that an earlier line gave`);
    if (sign === '=') {
      values.set(name, rest.trim());
      continue;
    }
    const end = rest.trim();
    let last = at + 1;
    while (last < lines.length && lines[last]?.trim() !== end) last++;
    if (end === '' || last === lines.length) {
      problems.push(`line ${number} begins a value of several lines, and no line ends it`);
      break;
    }
    values.set(name, lines.slice(at + 1, last).join('\n'));
    at = last;
  }
  return { values, problems };
}
