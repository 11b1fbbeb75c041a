import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Check, count, describe, inlineText } from '@lockstep/base';

/** What a change made worse, beside a report of before it. */
export type Compared =
  | { readonly kind: 'compared'; readonly worse: readonly Check[] }
  /** There is no report of before, so nothing can be said of what changed. */
  | { readonly kind: 'not-compared'; readonly why: string };

interface Known {
  readonly id: string;
  readonly what: string;
  readonly verdict: string;
}

/** Pure: checks that fail now and did not fail before, and those that are unknown now and had passed. */
export function compareChecks(before: readonly Known[], now: readonly Check[]): readonly Check[] {
  const old = new Map(before.map(({ id, verdict, what }) => [`${id}\n${what}`, verdict]));
  return now.filter(({ id, verdict, what }) => {
    const was = old.get(`${id}\n${what}`);
    return verdict === 'fail' ? was !== 'fail' : verdict === 'unknown' && was === 'pass';
  });
}

/** Reads the `checks.json` of an audit of the base. */
export function readWorse(path: string, workspace: string, now: readonly Check[]): Compared {
  try {
    const report = JSON.parse(readFileSync(resolve(workspace, path), 'utf8')) as { checks?: unknown };
    if (!Array.isArray(report.checks)) return { kind: 'not-compared', why: `${path} is not a list of checks` };
    return { kind: 'compared', worse: compareChecks(report.checks as Known[], now) };
  } catch (error) {
    return { kind: 'not-compared', why: `${path} cannot be read: ${describe(error)}` };
  }
}

/** A change may make many things worse by one line; a comment names the first. */
const NAMED = 20;

export function worseMarkdown(compared: Compared): string {
  if (compared.kind === 'not-compared')
    return `**What this change made worse is not known**: ${inlineText(compared.why)}`;
  const { worse } = compared;
  if (worse.length === 0) return '**This change made nothing worse.**';
  const lines = worse.slice(0, NAMED).map(({ id, measured, verdict, what, where }) => {
    const place = where === undefined ? '' : ` (${inlineText(where.file)}:${where.line ?? 1})`;
    return `- ${verdict === 'fail' ? '❌' : '❔'} ${inlineText(id)} ${inlineText(what)}${place}: ${inlineText(measured, 400)}`;
  });
  const more = worse.length > NAMED ? [`- and ${worse.length - NAMED} more`] : [];
  return [`**This change made ${count(worse.length, 'check')} worse:**`, '', ...lines, ...more].join('\n');
}
