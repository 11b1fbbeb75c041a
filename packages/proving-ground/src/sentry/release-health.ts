import { readFileSync } from 'node:fs';
import { sampleOf } from '../openapi/sample.ts';

/** How the sessions of a release went. */
export interface SessionsSeed {
  readonly release: string;
  readonly sessions: number;
  /** Null where none was counted. */
  readonly crashFree: number | null;
}

export interface IssueSeed {
  /** In which it was seen first. */
  readonly release: string;
  readonly title: string;
}

/** The release that a search is about: `release:"shop@1"`, `firstRelease:"shop@1" is:unresolved`. */
export function releaseOf(query: URLSearchParams): string | undefined {
  return /(?:^|\s)(?:release|firstRelease):"([^"]*)"/.exec(query.get('query') ?? '')?.[1];
}

export function sessionsShape(query: URLSearchParams, seeds: readonly SessionsSeed[]): object {
  const seed = seeds.find(({ release }) => release === releaseOf(query));
  const totals: Record<string, number | null> = {
    'sum(session)': seed?.sessions ?? 0,
    'crash_free_rate(session)': seed?.crashFree ?? null,
    'crash_free_rate(user)': seed?.crashFree ?? null,
  };
  const asked = query.getAll('field');
  return {
    start: query.get('start') ?? '',
    end: query.get('end') ?? '',
    intervals: [query.get('start') ?? ''],
    query: query.get('query') ?? '',
    groups: [{ by: {}, series: {}, totals: Object.fromEntries(asked.map((name) => [name, totals[name] ?? null])) }],
  };
}

export function issuesShape(query: URLSearchParams, seeds: readonly IssueSeed[], cut: URL): readonly object[] {
  const limit = Number(query.get('limit') ?? 100);
  const found = seeds.filter(({ release }) => release === releaseOf(query)).slice(0, limit);
  const least = sampleOf(issueSchema(cut)) as object;
  return found.map(({ title }, at) => ({ ...least, id: String(at + 1), title }));
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationDescription>>>>;
}

interface OperationDescription {
  readonly operationId: string;
  readonly responses: Readonly<
    Record<
      string,
      {
        readonly content: Readonly<
          Record<string, { readonly schema: { readonly items: Readonly<Record<string, unknown>> } }>
        >;
      }
    >
  >;
}

function issueSchema(cut: URL): Readonly<Record<string, unknown>> {
  const { paths } = JSON.parse(readFileSync(cut, 'utf8')) as Description;
  const operation = Object.values(paths)
    .flatMap((path) => Object.values(path))
    .find(({ operationId }) => operationId === 'listOrganizationIssues');
  return operation?.responses['200']?.content['application/json']?.schema.items ?? {};
}
