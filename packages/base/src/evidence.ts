import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical.ts';
import { InputError } from './errors.ts';
import type { Verdict } from './verdict.ts';

/** What a gate saw of a deployment. Absent facts are null, never left out. */
export interface EvidenceFacts {
  readonly deployment: string | null;
  readonly commit: string | null;
  /** Digest of the migration plan that belongs to this release. */
  readonly planDigest: string | null;
  /** Digest of the whole migration folder, which is the same whatever a database has already. */
  readonly folderDigest: string | null;
  /** Verdict by what gave it: `health-gate:pre`, `comparison`. */
  readonly verdicts: Readonly<Record<string, Verdict>>;
  /** Who saw it: the URL of the run attempt. */
  readonly run: string;
  /** When, in ISO 8601. */
  readonly at: string;
}

/** Evidence with the digest of its own content: a fact that was changed after the seal no longer fits it. */
export interface Evidence extends EvidenceFacts {
  readonly kind: 'lockstep-evidence/1';
  /** `sha256:` and the hex digest of the canonical JSON of everything but this field. */
  readonly digest: string;
}

export function sealEvidence(facts: EvidenceFacts): Evidence {
  const content = { kind: 'lockstep-evidence/1' as const, ...facts };
  return { ...content, digest: digestOf(content) };
}

/**
 * Reads sealed evidence. Throws InputError when the text is none, or when its digest does not fit its content. The
 * seal shows damage and edits by hand; it is no signature: who can write the input can also seal.
 */
export function openEvidence(text: string): Evidence {
  const value = parse(text);
  if (typeof value !== 'object' || value === null || (value as Partial<Evidence>).kind !== 'lockstep-evidence/1')
    throw new InputError('evidence: not Lockstep evidence; pass the output "evidence" of health-gate as it is');
  const { digest, ...content } = value as Evidence;
  const actual = digestOf(content);
  if (digest !== actual)
    throw new InputError(
      `evidence: changed after it was sealed (digest ${digest}, content ${actual}); run the gate again`,
    );
  return value as Evidence;
}

function digestOf(content: object): string {
  return `sha256:${createHash('sha256').update(canonicalJson(content)).digest('hex')}`;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new InputError('evidence: not readable as JSON; pass the output "evidence" of health-gate as it is', {
      cause,
    });
  }
}
