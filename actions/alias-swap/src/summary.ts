import { count, inlineText, markdownTable, nameSome } from '@lockstep/base';
import {
  type HostMove,
  nameOf,
  type ObservedPlace,
  POINTERS,
  placesOf,
  type ReadBack,
  type SwapPlan,
  type UndoEnd,
} from '@lockstep/vercel';

/** More rows than this say less than one that counts them. */
const MOST_ROWS = 10;
const LONGEST_MESSAGE = 1_000;

/** How a swap ended, as far as the run page needs it. */
export type SwapNews =
  /** Everything shows the candidate. */
  | { readonly kind: 'live' }
  | { readonly kind: 'dry-run' }
  /** Nothing was changed: a guard refused, or what was live already could not be read back. */
  | { readonly kind: 'unchanged'; readonly message: string }
  /** The swap was begun; `readBack` is what was seen after it, undefined where nothing could be seen. */
  | { readonly kind: 'failed' | 'uncertain'; readonly message: string; readonly readBack: ReadBack | undefined };

/** What the run page shows of a swap: what users have now, why, and one table of all places. */
export function swapSummary(plan: SwapPlan, news: SwapNews): string {
  const [sign, head] = headline(plan, news);
  const message = 'message' in news ? [`${inlineText(news.message, LONGEST_MESSAGE)}.`] : [];
  return [`### ${sign} ${head}`, ...message, tableOf(plan, news), ...notesOf(plan)].join('\n\n');
}

function headline(plan: SwapPlan, news: SwapNews): readonly [sign: string, words: string] {
  const [now, still] =
    plan.strategy === 'promote' ? ['Users have', 'Users still have'] : ['The aliases show', 'The aliases still show'];
  const to = nameOf(plan.to, plan.toCommit);
  const from = plan.strategy === 'promote' ? nameOf(plan.from, plan.fromCommit) : 'their previous deployments';
  const of = `of ${inlineText(plan.projectName)}`;
  switch (news.kind) {
    case 'live':
      return ['✅', `${now} ${to} ${of}`];
    case 'dry-run':
      return ['ℹ️', `${still} ${from} ${of}: this was a dry run`];
    case 'unchanged':
      return ['❌', `${still} ${from} ${of}: nothing was changed`];
    case 'failed':
      if (plan.from === plan.to) return ['❌', `${now} ${to} ${of}, but not everywhere`];
      return nothingMoved(plan, news.readBack)
        ? ['❌', `${still} ${from} ${of}: no traffic was moved`]
        : ['❌', `${now} partly ${to}, partly ${from} ${of}: the swap failed`];
    case 'uncertain':
      if (plan.from === plan.to) return ['⚠️', `It is not certain that ${now.toLowerCase()} ${to} ${of} everywhere`];
      return ['⚠️', `It is not certain whether ${now.toLowerCase()} ${to} or ${from} ${of}`];
  }
}

/** Whether every name was seen on its previous deployment. */
function nothingMoved(plan: SwapPlan, back: ReadBack | undefined): boolean {
  const seen = new Map(back?.differs.filter(({ kind }) => kind === 'name').map(({ name, now }) => [name, now]));
  return plan.hosts.every(({ host, from, to }) => (from === to ? true : seen.has(host) && seen.get(host) === from));
}

function tableOf(plan: SwapPlan, news: SwapNews): string {
  if (news.kind === 'dry-run' || news.kind === 'unchanged')
    return markdownTable(
      ['place', 'now', 'after a swap'],
      grouped(movesOf(plan), ({ from, to }) => [from ?? 'nothing', from === to ? 'stays' : to]),
    );
  const seen = new Map<string, ObservedPlace>();
  const back = news.kind === 'live' ? undefined : news.readBack;
  for (const place of back === undefined ? [] : placesOf(back)) if (!seen.has(place.name)) seen.set(place.name, place);
  const blind = news.kind !== 'live' && (back === undefined || back.unclear.some(({ kind }) => kind === 'api'));
  const now = ({ host, to }: HostMove): string => {
    const place = seen.get(host);
    if (place !== undefined) return place.now === undefined ? '⚠️ not confirmed' : `❌ ${place.now}`;
    return blind ? '⚠️ not confirmed' : `✅ ${to}`;
  };
  return markdownTable(
    ['place', 'before', 'now'],
    grouped(movesOf(plan), (move) => [move.from ?? 'nothing', now(move)]),
  );
}

/** The hosts, and the pointers as if they were some. */
function movesOf(plan: SwapPlan): readonly HostMove[] {
  if (plan.strategy === 'alias') return plan.hosts;
  const pointers: HostMove[] = [{ host: POINTERS.production, from: plan.from, to: plan.to }];
  if (plan.crons !== undefined) pointers.push({ host: POINTERS.crons, from: plan.crons, to: plan.to });
  return [...plan.hosts, ...pointers];
}

/** A row for each place; where there are many, one for all that have the same cells. */
function grouped(moves: readonly HostMove[], cellsOf: (move: HostMove) => readonly string[]): string[][] {
  const rows = moves.map((move) => ({ name: nameCell(move.host), cells: cellsOf(move) }));
  if (rows.length <= MOST_ROWS) return rows.map(({ name, cells }) => [name, ...cells]);
  const groups = new Map<string, { readonly names: string[]; readonly cells: readonly string[] }>();
  for (const { name, cells } of rows) {
    const key = cells.join('\n');
    const group = groups.get(key) ?? { names: [], cells };
    group.names.push(name);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ names, cells }) => [nameSome(names, 3), ...cells]);
}

function nameCell(host: string): string {
  return host === POINTERS.production || host === POINTERS.crons ? host : `\`${host}\``;
}

function notesOf({ notes }: SwapPlan): readonly string[] {
  return notes.length === 0 ? [] : [notes.map((note) => `- ${inlineText(note, LONGEST_MESSAGE)}`).join('\n')];
}

/** What the run page shows of an undo: what users have now, and every place that is not as it was. */
export function undoSummary(plan: SwapPlan, end: UndoEnd, message: string): string {
  const rows = end.differs.map(({ name, now }) => [nameCell(name), now ?? 'not confirmed']);
  const table = rows.length === 0 ? [] : [markdownTable(['place', 'now'], rows.slice(0, MOST_ROWS))];
  const more = rows.length > MOST_ROWS ? [`And ${count(rows.length - MOST_ROWS, 'more place')}.`] : [];
  const text = inlineText(message, LONGEST_MESSAGE);
  return [`### ${undoHeadline(plan, end)}`, `${text}.`, ...table, ...more].join('\n\n');
}

function undoHeadline(plan: SwapPlan, end: UndoEnd): string {
  const [to, from] = [nameOf(plan.to, plan.toCommit), nameOf(plan.from, plan.fromCommit)];
  const users = plan.strategy === 'promote' ? 'Users' : 'Visitors of the aliases';
  const of = `of ${inlineText(plan.projectName)}`;
  if (end.verdict === 'pass') {
    const what = plan.strategy === 'promote' ? from : 'the previous deployments';
    return `${end.moved ? '↩️' : '✅'} ${users} have ${what} ${of}${end.moved ? ' again' : '; nothing had to be undone'}`;
  }
  if (end.cronsPending) return `⚠️ ${users} have ${from} ${of} again, but its cron jobs do not run`;
  if (end.traffic === 'reached') return `❌ ${users} may still have ${to} ${of}`;
  return `⚠️ It is not certain what users have ${of}`;
}
