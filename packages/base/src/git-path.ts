/** What stands behind a backslash in a quoted path, but for octal codes (git, quote.c). */
const ESCAPES: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
};

/**
 * A path as git prints it, one a line, as it is. Git quotes those that hold a quote, a backslash or a control character,
 * and with `core.quotePath=true`, its default, every other character beyond ASCII: switch that off.
 */
export function gitPath(shown: string): string {
  if (shown.length < 2 || !shown.startsWith('"') || !shown.endsWith('"')) return shown;
  return shown
    .slice(1, -1)
    .replaceAll(/\\([0-7]{3}|.)/g, (_, code: string) =>
      code.length === 3 ? String.fromCharCode(Number.parseInt(code, 8)) : (ESCAPES[code] ?? code),
    );
}
