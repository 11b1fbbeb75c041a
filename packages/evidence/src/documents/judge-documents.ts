import type { Check, NotVerified } from '@lockstep/base';
import type { ReadDocument } from './document.ts';
import type { DocumentKind } from './kind.ts';
import { documentKinds } from './kinds.ts';
import type { LinkAnswer } from './links/link-answer.ts';
import { linkFindings } from './links/link-findings.ts';
import type { Measured } from './measured.ts';
import { KINDS } from './names.ts';
import type { Finding, Rule } from './rule.ts';
import { filled, headingsRule, ofKind, owner, reviewRule } from './rules/common.ts';
import { tablesRule } from './rules/tables.ts';
import type { DocumentList, DocumentSettings } from './settings.ts';

/** All that the verdict on documents is made of. */
export interface DocumentFacts {
  /** By their files, of those that are there. */
  readonly documents: ReadonlyMap<string, ReadDocument>;
  readonly measured: Measured;
  /** SHA-256 in hex of files that documents name; null where there is no such file. */
  readonly digests: ReadonlyMap<string, string | null>;
  /** Undefined where links are not followed. */
  readonly links: ReadonlyMap<string, LinkAnswer> | undefined;
  readonly nowMs: number;
}

export interface DocumentReport {
  readonly checks: readonly Check[];
  readonly notVerified: readonly NotVerified[];
}

/** Judges the documents of a team: what they have to hold, whether people keep them, and what drills say to them. Pure. */
export function judgeDocuments({ documents, leftOut }: DocumentList, facts: DocumentFacts): DocumentReport {
  const gap = (kind: string, because: string, remedy: string): NotVerified => ({
    ...{ id: 'document/there', what: kind, because, remedy, chosen: true },
  });
  const unlisted = KINDS.filter((kind) => ![...documents, ...leftOut].some((one) => one.kind === kind));
  return {
    checks: documents.flatMap((settings) => checksOf(settings, facts)),
    notVerified: [
      ...leftOut.map(({ because, kind }) => gap(kind, `not needed: ${because}`, '')),
      ...unlisted.map((kind) => gap(kind, 'it is not in the list of documents', 'add it, or say why it is not needed')),
    ],
  };
}

function checksOf(settings: DocumentSettings, facts: DocumentFacts): readonly Check[] {
  const kind = documentKinds[settings.kind];
  const document = facts.documents.get(settings.file);
  const expected = `${kind.title}, as a Markdown file`;
  const there: Omit<Check, 'verdict' | 'reason' | 'measured' | 'remedy'> = {
    ...{ id: 'document/there', title: 'The document is there', what: nameOf(settings), expected },
  };
  if (document === undefined) {
    // One without headings of its own is generated, and has no template.
    const remedy =
      kind.headings.length > 0
        ? 'write it: "lockstep init --documents" writes a template for each kind that people write'
        : 'run "lockstep backup runbook", and commit what it writes';
    return [{ ...there, verdict: 'fail', reason: 'document-missing', measured: 'no such file', remedy }];
  }
  const judged = rulesOf(kind).flatMap((rule) =>
    [rule.judge(document, { ...facts, settings })].flat().map((finding) => checkOf(rule, finding, settings)),
  );
  const links = facts.links === undefined ? [] : linkFindings(document, facts.links);
  return [
    { ...there, verdict: 'pass', reason: 'document-there', measured: 'it is there', remedy: '' },
    ...judged,
    ...links.map((finding) => checkOf(LINKS, finding, settings)),
  ];
}

const LINKS = { id: 'links', title: 'Links of the document lead somewhere' } as const;

/** A generated document has its owner in its text, and its shape from its generator. */
function rulesOf(kind: DocumentKind): readonly Rule[] {
  const isWritten = kind.headings.length > 0;
  return [
    ...(isWritten ? [owner, ofKind, headingsRule(kind.headings)] : []),
    ...(kind.tables.length > 0 ? [tablesRule(kind.tables)] : []),
    reviewRule(kind),
    filled,
    ...kind.rules,
  ];
}

function nameOf({ file, kind }: DocumentSettings): string {
  return `${kind}: ${file}`;
}

function checkOf(rule: Pick<Rule, 'id' | 'title'>, finding: Finding, settings: DocumentSettings): Check {
  const { code, expected, line, measured, remedy, verdict, what } = finding;
  return {
    id: `document/${rule.id}`,
    title: rule.title,
    verdict,
    reason: code,
    what: what === undefined ? nameOf(settings) : `${nameOf(settings)}: ${what}`,
    where: { file: settings.file, ...(line === undefined ? {} : { line }) },
    measured,
    expected,
    remedy,
  };
}
