/**
 * A table in Markdown. Its cells are Markdown already: whoever has words of others in one makes them harmless first
 * (`inlineText`). Without rows it is a head alone.
 */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

/** Two columns without a head: names, and their values as code. */
export function factTable(facts: readonly (readonly [name: string, value: string])[]): string {
  return markdownTable(
    ['', ''],
    facts.map(([name, value]) => [name, `\`${value}\``]),
  );
}
