import type { Fields } from '@lockstep/base';
import { type BuildName, type BuildNames, buildNames, type Span } from './metric.ts';

/** What a query may say about the build and the time that it is asked about. */
export const placeholders = ['deployment', 'commit', 'window', 'start', 'end'] as const;

const FORM = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** Those that a query has. Names that are none are returned as well. */
export function placeholdersIn(query: string): readonly string[] {
  return [...query.matchAll(FORM)].map(([, name = '']) => name);
}

/** A field of a metric in which there may be placeholders; complains of those that are none. */
export function templateOf(fields: Fields, name: string, options: Parameters<Fields['text']>[1] = {}): string {
  const text = fields.text(name, options);
  const unknown = placeholdersIn(text).find((one) => !(placeholders as readonly string[]).includes(one));
  if (unknown !== undefined) {
    const isExpression = text.includes('${{');
    const known = placeholders.map((one) => `{{${one}}}`).join(', ');
    fields.complain(
      name,
      `{{${unknown.slice(0, 40)}}} is no placeholder; there are ${known}${isExpression ? ' (expressions of GitHub are evaluated in a workflow, not in a file)' : ''}`,
    );
  }
  return text;
}

/** By what a query names a build. */
export function buildNamesIn(query: string): readonly BuildName[] {
  const found = placeholdersIn(query);
  return buildNames.filter((name) => found.includes(name));
}

export function namesTime(query: string): boolean {
  return placeholdersIn(query).some((name) => name === 'window' || name === 'start' || name === 'end');
}

/** What is put into a query: a build's names are identifiers, so nothing in them ends a text of a query. */
export function fill(query: string, span: Span, build: BuildNames, shown: (value: string) => string = String): string {
  const seconds = (ms: number) => String(Math.round(ms / 1000));
  const values: Readonly<Record<string, string>> = {
    deployment: build.deployment ?? '',
    commit: build.commit ?? '',
    window: `${Math.max(1, Math.round((span.to - span.from) / 1000))}s`,
    start: seconds(span.from),
    end: seconds(span.to),
  };
  return query.replace(FORM, (whole, name: string) => (name in values ? shown(values[name] ?? '') : whole));
}
