/** Text without the byte order mark that editors on Windows put before it; parsers of JSON refuse it. */
export function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}
