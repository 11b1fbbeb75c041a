import { stripVTControlCharacters } from 'node:util';
import { count } from '@lockstep/base';
import type { RunResult, StepResult } from '@lockstep/workflow-runner';
import { appliedVersions, releaseRecords, visitPage } from '../ground/look.ts';
import type { Shop } from '../ground/shop.ts';
import { hasFailed, type Visit } from '../traffic/visit.ts';
import type { Attempt } from './guard.ts';

/** What happened, and what the world is like now. */
export interface Told {
  readonly result: RunResult;
  readonly took: string;
  /** How many messages the channel had before. */
  readonly before: number;
  readonly visits: readonly Visit[] | undefined;
  readonly pull: number | undefined;
}

export async function tell(shop: Shop, { result, took, before, visits, pull }: Told): Promise<readonly string[]> {
  const page = await visitPage(shop, '/');
  const applied = await appliedVersions(shop);
  const errors = result.jobs.flatMap((job) => [...job.annotations, ...job.steps.flatMap((step) => step.annotations)]);
  const own = [...result.annotations, ...errors].filter(({ level }) => level === 'error');
  return [
    ...result.jobs.flatMap(({ steps }) => steps.flatMap(logOf)),
    `the run       ${result.conclusion}, after ${took}`,
    ...own.map(({ message }) => `              ${withoutLinks(message.split('\n')[0] ?? '')}`),
    `users get     ${page.status === 0 ? 'nothing' : `${page.status} ${shownPage(page.text)}`}`,
    `the schema    ${applied.length === 0 ? 'empty' : applied.join(', ')}`,
    `the ledger    ${releaseRecords(shop).at(-1) ?? 'empty'}`,
    `the channel   ${shop.messages().slice(before).at(-1)?.text.split('\n')[0] ?? 'silent'}`,
    ...(visits === undefined ? [] : visitorLines(visits)),
    ...(pull === undefined ? [] : commentLines(shop, pull)),
  ];
}

/** Why a rehearsal stops, and what to do about it. */
export function tellAttempt({ host, port, by }: Attempt): readonly string[] {
  const where = port === 0 || port === 443 ? host : `${host}:${port}`;
  return [
    `STOPPED: this would have asked ${where}, and a rehearsal asks nothing outside of this machine.`,
    `  asked by  ${by.trim() === '' ? 'node' : by}`,
    '  Give it an address on this machine (--with, --secret, --var), or rehearse a commit that does not ask there.',
  ];
}

const LINES = 40;

/** The last lines of a step that failed. */
function logOf({ name, conclusion, phase, log }: StepResult): readonly string[] {
  if (conclusion !== 'failure' || phase !== 'main') return [];
  // Its head says what it was given, as the workflow's file does.
  const said = log.replace(/^##\[group\]Run [\s\S]*?^##\[endgroup\]\n/m, '').split('\n');
  const lines = said.filter((line) => line.trim() !== '' && !/^(##\[(?!error\])|::)/.test(line)).map(unmarked);
  const kept = lines.slice(-LINES).map((line) => `  | ${stripVTControlCharacters(withoutLinks(line))}`);
  return kept.length === 0 ? [] : [`log of "${name}"${lines.length > LINES ? ', its end' : ''}:`, ...kept];
}

const unmarked = (line: string) => line.replace(/^##\[\w+\]/, '');

/** What is made up here has no page to look at. */
export function withoutLinks(text: string): string {
  return text
    .replace(/\[([^\]\n]{1,80})\]\(https:\/\/(?:vercel\.com\/lockstep|github\.com\/acme)\/[^)\s]+\)/g, '$1')
    .replace(/ ?\(https:\/\/vercel\.com\/lockstep\/\S+\)/g, '')
    .replace(/https:\/\/(vercel\.com\/lockstep|github\.com\/acme)\/[^\s)"']+/g, '(a page that is not here)');
}

/** JSON as it is; of a page its title, or its first heading. */
function shownPage(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text)).slice(0, 200);
  } catch {
    const [, said] = /<(?:title|h1)[^>]{0,200}>([^<]{1,200})</i.exec(text.slice(0, 100_000)) ?? [];
    if (said !== undefined) return `a page, "${said.trim()}"`;
    return text.trim() === '' ? 'an empty page' : (text.trim().split('\n')[0]?.slice(0, 200) ?? '');
  }
}

function visitorLines(visits: readonly Visit[]): readonly string[] {
  const failed = visits.filter(hasFailed);
  const kinds = new Map<string, number>();
  for (const { status, error, build } of failed) {
    const what = `${status === 0 ? (error ?? 'no answer') : `HTTP ${status}`}${build === undefined ? '' : ` of ${build}`}`;
    kinds.set(what, (kinds.get(what) ?? 0) + 1);
  }
  const which = [...kinds].map(([what, times]) => `${times} × ${what}`).join(', ');
  const said = `${count(visits.length, 'request')} meanwhile, ${failed.length} of them failed`;
  return [`visitors      ${said}${which === '' ? '' : ` (${which})`}`];
}

function commentLines({ consumer }: Shop, pull: number): readonly string[] {
  const comments = consumer.github.comments(pull);
  if (comments.length === 0) return ['the comment   none'];
  const lines = comments.flatMap(({ body }) => body.split('\n')).filter((line) => !/^<!--.*-->$/.test(line.trim()));
  return ['the comment', ...lines.filter((line) => line.trim() !== '').map((line) => `  | ${withoutLinks(line)}`)];
}
