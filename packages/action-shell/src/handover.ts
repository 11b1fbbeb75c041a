import { deflateSync, inflateSync } from 'node:zlib';
import { InputError } from '@lockstep/base';

/**
 * What one job hands to the next, as one text that no secret's mask can hit.
 *
 * Every trimmed line of every secret of the repository is a mask, however short, and so are its encodings; the runner
 * drops a job output in which one occurs (actions/runner, JobExtension.cs), and for whoever reads it that is the same as
 * an output that was never set. A step does not know the secrets that it was not given, so it cannot look for them.
 * Hence characters that no line of a secret is made of: one Braille pattern (U+2800 to U+28FF) for each byte. They are
 * no white space, no normalisation form changes them, and each is one UTF-16 unit.
 */
const ALPHABET_START = 0x2800;
const KIND = 'lockstep-handover/1';

/**
 * One variable of the environment holds 131,071 bytes with its name (Linux, MAX_ARG_STRLEN), and the runner gives every
 * input as one. A character of ours is three bytes of UTF-8.
 */
export const HANDOVER_LIMIT = 43_000;
/** Of what may come out of it: a small text can stand for a very large one. */
const OPENED_LIMIT_BYTES = 4_000_000;

export type Handover = Readonly<Record<string, string>>;

/** Throws InputError where it would not fit into one input of the next job. */
export function packHandover(values: Handover): string {
  const bytes = deflateSync(JSON.stringify({ kind: KIND, values }), { level: 9 });
  if (bytes.length > HANDOVER_LIMIT) {
    const largest = Object.entries(values).sort((a, b) => b[1].length - a[1].length)[0]?.[0] ?? '';
    throw new InputError(
      `input "values": too much to hand over in one output (${bytes.length} bytes packed, the limit is ${HANDOVER_LIMIT}); the largest value is "${largest}": hand it over as an artifact`,
    );
  }
  return Array.from(bytes, (byte) => String.fromCharCode(ALPHABET_START + byte)).join('');
}

/** What was packed; undefined where the text is nothing that was packed, or is damaged. */
export function openHandover(text: string): Handover | undefined {
  try {
    const codes = [...text.trim()].map((one) => (one.codePointAt(0) ?? 0) - ALPHABET_START);
    if (codes.length === 0 || codes.some((code) => code < 0 || code > 0xff)) return undefined;
    // The checksum of the format tells of every changed byte.
    const json = inflateSync(Buffer.from(codes), { maxOutputLength: OPENED_LIMIT_BYTES }).toString('utf8');
    const { kind, values } = JSON.parse(json) as { readonly kind?: unknown; readonly values?: unknown };
    return kind === KIND && isTexts(values) ? values : undefined;
  } catch {
    return undefined;
  }
}

function isTexts(value: unknown): value is Handover {
  return typeof value === 'object' && value !== null && Object.values(value).every((one) => typeof one === 'string');
}
