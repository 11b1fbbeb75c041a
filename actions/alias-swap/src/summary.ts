import { count, inlineText, markdownTable, nameSome, VERDICT_MARKS } from '@lockstep/base';
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
import type { StageNews } from './roll-out.ts';

/** More rows than this say less than one that counts them. */
const MOST_ROWS = 10;
const LONGEST_MESSAGE = 1_000;

/** How a swap ended, as far as the run page needs it. */
export type SwapNews =
  /** Everything shows the candidate. */
  | { readonly kind: 'live'; readonly rolled?: RolledNews | undefined; readonly causes?: readonly string[] }
  | { readonly kind: 'dry-run' }
  /** Refused before anything was changed, with every reason. */
  | { readonly kind: 'unchanged'; readonly causes: readonly string[] }
  /** Nothing was changed, and what is live changed, or is changing, after the plan. */
  | { readonly kind: 'outdated'; readonly causes: readonly string[] }
  /** The swap was begun; `readBack` is what was seen after it, undefined where nothing could be seen. */
  | {
      readonly kind: 'failed' | 'uncertain';
      readonly causes: readonly string[];
      readonly readBack: ReadBack | undefined;
      readonly rolled?: RolledNews | undefined;
    };

/** What came of a rolling release: each stage that was judged, and how many of 100 users may have the candidate. */
export interface RolledNews {
  readonly stages: readonly StageNews[];
  readonly share: number;
}

/** What the run page shows of a swap: what users have now, why, and one table of all places. */
export function swapSummary(plan: SwapPlan, news: SwapNews): string {
  const [sign, head] = headline(plan, news);
  const causes = ('causes' in news ? news.causes : undefined) ?? [];
  const rolled = 'rolled' in news ? news.rolled : undefined;
  const items = [...causes, ...plan.notes].map((text) => `- ${sentence(text)}`).join('\n');
  const places = rolled !== undefined && rolled.share < 100 ? '' : tableOf(plan, news);
  return [`### ${sign} ${head}`, items, stageTable(rolled), places].filter((block) => block !== '').join('\n\n');
}

function headline(plan: SwapPlan, news: SwapNews): readonly [sign: string, words: string] {
  const of = `of ${inlineText(plan.projectName)}`;
  const isPromote = plan.strategy !== 'alias';
  const [who, what, show] = isPromote ? ['Users', 'users', 'have'] : ['The aliases', 'aliases', 'show'];
  const to = nameOf(plan.to, plan.toCommit);
  const from = isPromote ? nameOf(plan.from, plan.fromCommit) : 'their previous deployments';
  switch (news.kind) {
    case 'live':
      return ['✅', `${who} ${of} ${show} ${to}`];
    case 'dry-run':
      return ['ℹ️', `${who} ${of} still ${show} ${from}: this was a dry run`];
    case 'unchanged':
      return ['❌', `${who} ${of} still ${show} ${from}: nothing was changed`];
    case 'outdated':
      return ['❌', `Nothing was changed: another promotion or release ${of} came first`];
    case 'failed':
    case 'uncertain':
      if (news.rolled !== undefined && news.rolled.share < 100) return partlyHeadline(plan, news.rolled, of);
      if (plan.from === plan.to) return ['❌', `${who} ${of} ${show} ${to}, but not everywhere`];
      if (news.kind === 'uncertain' || news.readBack === undefined)
        return ['⚠️', `It is not certain whether ${what} ${of} ${show} ${to} or ${from}`];
      return failedHeadline(plan, news.readBack, { who, what, show, of });
  }
}

/** A rolling release that did not come to its last stage. */
function partlyHeadline(plan: SwapPlan, { share }: RolledNews, of: string): readonly [sign: string, words: string] {
  const [to, from] = [nameOf(plan.to, plan.toCommit), nameOf(plan.from, plan.fromCommit)];
  return share === 0
    ? ['❌', `Users ${of} still have ${from}: the rolling release ended`]
    : ['⚠️', `Up to ${share} % of the users ${of} may have ${to}, the others ${from}: the rolling release stopped`];
}

/** A row for each stage that was judged. */
function stageTable(rolled: RolledNews | undefined): string {
  if (rolled === undefined || rolled.stages.length === 0) return '';
  const rows = rolled.stages.map(({ message, percentage, stage, verdict }) => [
    `${VERDICT_MARKS[verdict]} ${stage}`,
    `${percentage} %`,
    inlineText(message, LONGEST_MESSAGE),
  ]);
  return markdownTable(['stage', 'users', 'health gate'], rows);
}

/** After a failure: what users have by what was seen, and no more than that. */
function failedHeadline(
  plan: SwapPlan,
  back: ReadBack,
  { who, what, show, of }: Readonly<Record<'who' | 'what' | 'show' | 'of', string>>,
): readonly [sign: string, words: string] {
  // What a host itself answers counts more than its record.
  const kinds = ['name', 'host'] as const;
  const seen = new Map(
    kinds.flatMap((kind) => back.differs.filter((place) => place.kind === kind)).map(({ name, now }) => [name, now]),
  );
  const label = (id: string | undefined) =>
    id === plan.to ? nameOf(id, plan.toCommit) : id === plan.from ? nameOf(id, plan.fromCommit) : nameOf(id);
  const now = [...new Set(plan.hosts.map(({ host }) => (seen.has(host) ? seen.get(host) : plan.to)))];
  const isUnmoved = plan.hosts.every(
    ({ host, from, to }) => from === to || (seen.has(host) && seen.get(host) === from),
  );
  if (isUnmoved) return ['❌', `${who} ${of} still ${show} ${nameSome(now.map(label), 2)}: no traffic was moved`];
  if (back.unclear.length > 0) return ['⚠️', `It is not certain what ${what} ${of} ${show}: the swap failed`];
  if (now.length === 1) return ['❌', `${who} ${of} ${show} ${label(now[0])}: the swap failed`];
  return ['❌', `Some ${what} ${of} ${show} ${now.map(label).join(', some ')}: the swap failed`];
}

function tableOf(plan: SwapPlan, news: SwapNews): string {
  if (news.kind === 'dry-run' || news.kind === 'unchanged' || news.kind === 'outdated')
    return markdownTable(
      ['place', news.kind === 'outdated' ? 'when planned' : 'now', 'after a swap'],
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

/** A message as a sentence of its own; the ids and names at its beginning stay as they are. */
function sentence(text: string): string {
  const shown = inlineText(text, LONGEST_MESSAGE).replace(
    /^[a-z]+[ :]/,
    (word) => word[0]?.toUpperCase() + word.slice(1),
  );
  return /[.!?]$/.test(shown) ? shown : `${shown}.`;
}

/** What the run page shows of an undo: what users have now, and every place that is not as it was. */
export function undoSummary(plan: SwapPlan, end: UndoEnd): string {
  const rows = end.differs.map(({ name, now }) => [nameCell(name), now ?? 'not confirmed']);
  const table = rows.length === 0 ? [] : [markdownTable(['place', 'now'], rows.slice(0, MOST_ROWS))];
  const more = rows.length > MOST_ROWS ? [`And ${count(rows.length - MOST_ROWS, 'more place')}.`] : [];
  const cause = end.verdict === 'pass' && end.autoAssign === 'unchanged' ? [] : [sentence(end.cause)];
  const then = end.cronsPending ? ', then release again' : '';
  const next = end.verdict === 'pass' ? [] : [`**Next:** run the \`rollback\` action with \`to: finish\`${then}.`];
  return [`### ${undoHeadline(plan, end)}`, ...cause, ...table, ...more, ...next].join('\n\n');
}

function undoHeadline(plan: SwapPlan, end: UndoEnd): string {
  const of = `of ${inlineText(plan.projectName)}`;
  const isPromote = plan.strategy !== 'alias';
  const [who, have] = isPromote ? [`Users ${of}`, 'have'] : [`The aliases ${of}`, 'show'];
  const to = nameOf(plan.to, plan.toCommit);
  const from = isPromote ? nameOf(plan.from, plan.fromCommit) : 'their previous deployments';
  if (end.verdict === 'pass')
    return end.moved ? `↩️ ${who} ${have} ${from} again` : `✅ ${who} ${have} ${from}: nothing had to be undone`;
  if (end.cronsPending) return `⚠️ ${who} ${have} ${from} again, but its cron jobs do not run yet`;
  if (end.traffic === 'reached') return `❌ ${who} may still ${have} ${to}`;
  if (end.verdict === 'fail') return `❌ Another release changed what users ${of} have; it was left as it is`;
  return `⚠️ It is not certain what users ${of} have`;
}
