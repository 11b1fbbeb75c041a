/** A string constant that means the same whatever `standard_conforming_strings` says. */
export function literal(text: string): string {
  const quoted = text.replaceAll("'", "''");
  return quoted.includes('\\') ? `E'${quoted.replaceAll('\\', '\\\\')}'` : `'${quoted}'`;
}

/** A string constant, or NULL. */
export function optional(text: string | undefined): string {
  return text === undefined || text === '' ? 'null' : literal(text);
}

export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export function textArray(texts: readonly string[]): string {
  return `array[${texts.map(literal).join(',')}]::text[]`;
}
