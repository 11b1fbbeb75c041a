/**
 * Hides secrets in what the runner shows, by the runner's own rules: a value is also hidden in the encodings of
 * src/Sdk/DTLogging/Logging/ValueEncoders.cs that src/Runner.Common/HostContext.cs registers, and overlapping or
 * touching finds become one `***` (src/Sdk/DTLogging/Logging/SecretMasker.cs).
 */
export class Masker {
  readonly #values = new Set<string>();

  /** The value and its encodings; an empty one is ignored. */
  add(value: string): void {
    if (value === '') return;
    for (const form of [value, ...encodings(value)]) if (form !== '') this.#values.add(form);
  }

  /** A secret: trimmed, whole and each of its lines (Worker.cs, `InitializeSecretMasker`). */
  addSecret(value: string): void {
    const trimmed = value.trim();
    this.add(trimmed);
    for (const line of trimmed.split(/[\r\n]+/)) this.add(line.trim());
  }

  mask(text: string): string {
    const finds: [start: number, end: number][] = [];
    for (const value of this.#values)
      for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) finds.push([at, at + value.length]);
    if (finds.length === 0) return text;
    finds.sort((a, b) => a[0] - b[0]);
    let masked = '';
    let from = 0;
    let [start, end] = finds[0] ?? [0, 0];
    for (const [nextStart, nextEnd] of finds) {
      if (nextStart > end) {
        masked += `${text.slice(from, start)}***`;
        from = end;
        start = nextStart;
      }
      end = Math.max(end, nextEnd);
    }
    return `${masked}${text.slice(from, start)}***${text.slice(end)}`;
  }

  /** Every text that is hidden, longest first. */
  get values(): readonly string[] {
    return [...this.#values].sort((a, b) => b.length - a.length);
  }
}

function encodings(value: string): string[] {
  const bytes = Buffer.from(value, 'utf8');
  const shifted = (by: number) => (bytes.length > by ? bytes.subarray(by) : bytes).toString('base64');
  return [
    bytes.toString('base64'),
    shifted(1),
    shifted(2),
    value.replaceAll('"', '\\"'),
    value.replaceAll("'", "''"),
    JSON.stringify(value).slice(1, -1),
    encodeURIComponent(value).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`),
    value.replace(/[<>&'"]/g, (c) => XML[c] ?? c),
    value.length > 8 && value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : '',
    ...ampersandSections(value),
  ];
}

const XML: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', "'": '&apos;', '"': '&quot;' };

/** PowerShell prints the parts around an `&` apart, so the runner hides both (ValueEncoders.cs, `PowerShellPre…`). */
function ampersandSections(value: string): string[] {
  const colored = value.indexOf('&+');
  const last = value.lastIndexOf('&');
  if (last < 0) return [];
  const parts =
    colored >= 0
      ? [value.slice(0, colored + 2), value.slice(colored + 3)]
      : [value.slice(0, last + 1), value.slice(last + 1)];
  return parts.filter((part) => part.length >= 6);
}
