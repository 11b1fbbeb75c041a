import type { Check } from '@lockstep/base';
import type { ReadDocument } from './document.ts';
import type { Measured } from './measured.ts';
import type { DocumentSettings } from './settings.ts';

/** Something that a document has to fulfil. */
export interface Rule {
  /** The part after `document/`. */
  readonly id: string;
  readonly title: string;
  readonly judge: (document: ReadDocument, facts: RuleFacts) => Finding | readonly Finding[];
}

/** One for which the document is enough. */
export interface PlainRule<T extends Finding | readonly Finding[] = Finding> extends Rule {
  readonly judge: (document: ReadDocument) => T;
}

export interface RuleFacts {
  readonly settings: DocumentSettings;
  readonly nowMs: number;
  readonly measured: Measured;
  /** SHA-256 in hex of files that documents name; null where there is no such file. */
  readonly digests: ReadonlyMap<string, string | null>;
}

export interface Finding extends Pick<Check, 'verdict' | 'measured' | 'expected' | 'remedy'> {
  readonly code: string;
  /** What of the document it is about, where that is more than the document. */
  readonly what?: string;
  readonly line?: number;
}

export function good(code: string, measured: string, expected: string): Finding {
  return { verdict: 'pass', code, measured, expected, remedy: '' };
}

type Words = Pick<Finding, 'measured' | 'expected' | 'remedy'> & Partial<Pick<Finding, 'line' | 'what'>>;

export function bad(code: string, words: Words): Finding {
  return { verdict: 'fail', code, ...words };
}

export function unclear(code: string, words: Words): Finding {
  return { verdict: 'unknown', code, ...words };
}
