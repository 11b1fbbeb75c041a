import type { Anchor } from './anchor.ts';
import type { Tampering, TrailFinding } from './finding.ts';
import { numberOf } from './record.ts';

/** What the chain shows by itself: any anchor of a later record stands for every record before it. */
const IN_THE_CHAIN: readonly Tampering[] = ['not-a-record', 'wrong-number', 'missing', 'chain-broken'];

/**
 * Findings of the chain, each with the first anchor that knows the records up to there: who changed them cannot have
 * changed that one. Pure.
 */
export function withProof(findings: readonly TrailFinding[], anchors: readonly Anchor[]): readonly TrailFinding[] {
  const sorted = [...anchors].sort((a, b) => a.number - b.number);
  return findings.map((finding) => {
    if (finding.anchor !== undefined || !IN_THE_CHAIN.includes(finding.what)) return finding;
    const number = numberOf(finding.where.split(' ')[0] ?? '');
    const proof = number === undefined ? undefined : sorted.find((anchor) => anchor.number >= number);
    if (proof === undefined) return finding;
    const message = `${finding.message}; proven by ${proof.source}, which knows the records up to ${proof.number}`;
    return { ...finding, message, anchor: proof.source };
  });
}
