import type { TrailHead } from './record.ts';

/** A head of the trail that is kept where whoever writes the trail cannot change it. */
export interface Anchor extends TrailHead {
  /** Where it is kept, for people: `message in #releases`, `s3://audit-anchors/…`. */
  readonly source: string;
  /** When that place got it, by its own clock; undefined where it does not say. */
  readonly atMs?: number;
  /** Its place shows no lock: whoever may delete there can take it away. It finds tampering, and proves nothing. */
  readonly isLoose?: true;
}

/** One line that fits into a message: `lockstep-anchor 42 <digest>`. */
export function anchorLine({ digest, number }: TrailHead): string {
  return `lockstep-anchor ${number} ${digest}`;
}

/** All anchors in a text, whatever is around them: an exported channel, a mail. */
export function anchorsIn(text: string, source: string): readonly Anchor[] {
  return [...text.matchAll(/\blockstep-anchor ([1-9]\d{0,8}) ([0-9a-f]{64})(?![0-9a-f])/g)].map((found) => ({
    number: Number(found[1]),
    digest: found[2] ?? '',
    source,
  }));
}

/** All anchors in a file: those in its text, and those in the statements of attestations (one bundle a line, or one). */
export function anchorsInFile(text: string, source: string): readonly Anchor[] {
  return [text, ...statementsIn(text)].flatMap((one) => anchorsIn(one, source));
}

/** What attestations say, as `gh attestation download` writes them. Whether they are signed is for `gh attestation verify`. */
function statementsIn(text: string): readonly string[] {
  return [...text.matchAll(/"payload"\s*:\s*"([A-Za-z0-9+/=]+)"/g)].map(([, payload = '']) =>
    Buffer.from(payload, 'base64').toString('utf8'),
  );
}
