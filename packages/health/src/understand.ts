import { type HttpResponse, jsonOf } from './exchange.ts';
import { type AnswerFinding, violation } from './finding.ts';
import { detectFormat, type FormatName, formatNamed, type HealthFormat } from './formats.ts';

/** Which format an answer has, with its body as that format reads it, or why it has none. */
export type Understood =
  | { readonly format: HealthFormat; readonly body: unknown; readonly problem: undefined }
  | { readonly format: undefined; readonly problem: AnswerFinding };

export function understand(answer: HttpResponse, wanted: FormatName | 'auto'): Understood {
  if (wanted === 'plain') return { format: formatNamed('plain'), body: undefined, problem: undefined };
  // Before it is parsed: what was read of it may be whole JSON by chance.
  if (answer.truncated)
    return unrecognized(violation('too-long', 'the body is longer than 256 KiB, which is all that the gate reads'));
  const contentType = answer.headers['content-type'] ?? '';
  const json = jsonOf(answer);
  if (json === undefined) {
    const what = contentType.includes('html') ? 'an HTML page' : 'something that is not JSON';
    return unrecognized(violation('not-json', `expected health JSON, got ${what} (HTTP ${answer.status})`));
  }
  const body = json.value;
  const format = wanted === 'auto' ? detectFormat(body, contentType) : formatNamed(wanted);
  if (format !== undefined) return { format, body, problem: undefined };
  return unrecognized(
    violation(
      'unrecognized-format',
      `got JSON in no known health format (HTTP ${answer.status}); set "format", or use "plain" with conditions`,
    ),
  );
}

function unrecognized(problem: AnswerFinding): Understood {
  return { format: undefined, problem };
}
