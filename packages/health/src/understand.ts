import { type Answer, jsonOf } from './exchange.ts';
import { type Finding, violation } from './finding.ts';
import { detectFormat, type Format, type FormatName, formatNamed } from './formats.ts';

/** Which format an answer has, with its body as that format reads it, or why it has none. */
export type Understood =
  | { readonly format: Format; readonly body: unknown; readonly problem: undefined }
  | { readonly format: undefined; readonly problem: Finding };

export function understand(answer: Answer, wanted: FormatName | 'auto'): Understood {
  if (wanted === 'plain') return { format: formatNamed('plain'), body: undefined, problem: undefined };
  // Before it is parsed: what was read of it may be whole JSON by chance.
  if (answer.truncated) return strange(violation('too-long', 'the body is longer than the gate reads'));
  const contentType = answer.headers['content-type'] ?? '';
  const json = jsonOf(answer);
  if (json === undefined) {
    const what = contentType.includes('html') ? 'an HTML page' : 'no JSON';
    return strange(violation('not-json', `answered ${what} (HTTP ${answer.status}) where health JSON is expected`));
  }
  const body = json.value;
  const format = wanted === 'auto' ? detectFormat(body, contentType) : formatNamed(wanted);
  if (format !== undefined) return { format, body, problem: undefined };
  return strange(
    violation(
      'unrecognised-format',
      `answered JSON of no known health format (HTTP ${answer.status}); name its format, or "plain" with conditions`,
    ),
  );
}

function strange(problem: Finding): Understood {
  return { format: undefined, problem };
}
