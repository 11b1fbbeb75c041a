/**
 * The only ways by which text from a response gets into a log, a report or an output. Each passes what has the
 * form of an identifier and nothing else: messages, details and names of people do not.
 */

/** A status word, a check's name, a header's name: short and without quotes or line ends. */
export function word(value: unknown): string {
  if (typeof value !== 'string') return `<${typeName(value)}>`;
  return /^[A-Za-z0-9_.:/-][A-Za-z0-9_.:/ -]{0,47}$/.test(value) ? value : `<text of ${value.length} characters>`;
}

/** A deployment id, a commit, a version. */
export function identifier(value: unknown): string | undefined {
  return typeof value === 'string' && /^[A-Za-z0-9][A-Za-z0-9_.+-]{0,79}$/.test(value) ? value : undefined;
}

/** A host, with its port. */
export function hostName(value: string): string {
  return /^[A-Za-z0-9.:[\]-]{1,253}$/.test(value) ? value : '<a host>';
}

/** Upper-case codes like ECONNREFUSED or FUNCTION_INVOCATION_FAILED. */
export function code(value: unknown): string {
  return typeof value === 'string' && /^[A-Z][A-Z0-9_]{1,63}$/.test(value) ? value : 'UNKNOWN';
}

function typeName(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value;
}
