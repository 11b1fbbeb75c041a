import { createHash } from 'node:crypto';
import { fileUri, plainLine } from '@lockstep/base';
import type { Finding } from '@lockstep/migrations';
import { ownVersion } from '../commands/version.ts';

/** Findings as SARIF 2.1.0, as GitHub's code scanning reads it; those that an author allowed are suppressed there. */
export function findingsSarif(findings: readonly Finding[]): object {
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort();
  const seen = new Map<string, number>();
  const results = findings.map((finding) => {
    const print = fingerprint(finding);
    const nth = (seen.get(print) ?? 0) + 1;
    seen.set(print, nth);
    return { ...resultOf(finding), partialFingerprints: { 'lockstep/v1': `${print}:${nth}` } };
  });
  const driver = {
    name: 'lockstep/lint',
    version: ownVersion(),
    rules: rules.map((id) => ({ id, shortDescription: { text: id } })),
  };
  const run = { tool: { driver }, automationDetails: { id: 'lockstep/lint/' }, results };
  return { version: '2.1.0', $schema: 'https://json.schemastore.org/sarif-2.1.0.json', runs: [run] };
}

function resultOf({ allowed, file, line, message, rule, severity, todo }: Finding): object {
  const suppression = { kind: 'inSource', status: 'accepted', justification: plainLine(allowed ?? '', 1_000) };
  return {
    ruleId: rule,
    level: severity,
    message: { text: plainLine(`${message}; ${todo}`, 2_000) },
    locations: [{ physicalLocation: { artifactLocation: { uri: fileUri(file) }, region: { startLine: line } } }],
    ...(allowed === undefined ? {} : { suppressions: [suppression] }),
  };
}

/** The same for the same statement, wherever its line has moved to. */
function fingerprint({ file, rule, statement }: Finding): string {
  return createHash('sha256')
    .update(JSON.stringify([rule, file, statement]))
    .digest('hex')
    .slice(0, 24);
}
