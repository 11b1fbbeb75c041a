/**
 * The pairs of a GITHUB_OUTPUT, GITHUB_ENV or GITHUB_STATE file, `name=value` or `name<<delimiter` … `delimiter`
 * (src/Runner.Worker/FileCommandManager.cs, `EnvFileKeyValuePairs`). Throws the runner's own words on anything else.
 */
export function* readKeyValues(text: string): Generator<[name: string, value: string]> {
  let index = 0;
  const readLine = (): string | undefined => {
    if (index >= text.length) return undefined;
    const end = text.indexOf('\n', index);
    const line = end < 0 ? text.slice(index) : text.slice(index, end);
    index = end < 0 ? text.length : end + 1;
    return line;
  };
  for (let line = readLine(); line !== undefined; line = readLine()) {
    if (line === '') continue;
    const equals = line.indexOf('=');
    const heredoc = line.indexOf('<<');
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      yield [line.slice(0, equals), line.slice(equals + 1)];
      continue;
    }
    if (heredoc < 0) throw new Error(`Invalid format '${line}'`);
    const name = line.slice(0, heredoc);
    const delimiter = line.slice(heredoc + 2);
    if (name === '' || delimiter === '')
      throw new Error(`Invalid format '${line}'. Name must not be empty and delimiter must not be empty`);
    yield [name, readUntil(delimiter, readLine)];
  }
}

function readUntil(delimiter: string, readLine: () => string | undefined): string {
  const lines: string[] = [];
  for (let line = readLine(); line !== delimiter; line = readLine()) {
    if (line === undefined) throw new Error(`Invalid value. Matching delimiter not found '${delimiter}'`);
    lines.push(line);
  }
  return lines.join('\n');
}
