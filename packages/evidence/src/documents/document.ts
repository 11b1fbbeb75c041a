/** A document that people write, as far as it is judged. */
export interface ReadDocument {
  /** Within the repository, with forward slashes. */
  readonly file: string;
  /** What its first lines say, between `---`. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** Why those lines cannot be read; '' where they can, or where there are none. */
  readonly factsProblem: string;
  /** The line of that problem. */
  readonly factsLine: number;
  readonly sections: readonly Section[];
  readonly tables: readonly DocumentTable[];
  readonly links: readonly DocumentLink[];
  /** Lines with text of a template that nobody has replaced. */
  readonly unfilled: readonly number[];
  /** What a generated runbook keeps in its last line; undefined in any other document. */
  readonly runbook: RunbookFacts | undefined;
}

export interface Section {
  readonly heading: string;
  readonly line: number;
  /** False where nothing is written below it. */
  readonly hasText: boolean;
}

export interface DocumentTable {
  /** The heading above it; '' where there is none. */
  readonly heading: string;
  readonly line: number;
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface DocumentLink {
  readonly line: number;
  readonly target: string;
}

/** What `lockstep backup runbook` writes into the last line of its document. Null: it does not say. */
export interface RunbookFacts {
  readonly reviewed: string | null;
  readonly people: number | null;
  readonly maxRestoreMs: number | null;
  readonly maxDataAgeMs: number | null;
}

/** Headings and columns are the same whatever their capitals, marks and blanks. */
export function sameName(one: string, other: string): boolean {
  return bare(one) === bare(other);
}

function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
