/** That somebody decided to live with something, and until when. */
export interface Acceptance {
  readonly reason: string;
  /** `2026-12-31`, the last day (UTC) on which it holds. Without one it holds for ever, which is told. */
  readonly until?: string | undefined;
}

/** What is left after the acceptances, and what is to be said of them. */
export interface Sifted<Item, Given> {
  /** What nobody accepted. */
  readonly rest: readonly Item[];
  readonly accepted: readonly { readonly item: Item; readonly by: Given }[];
  /** Their last day has passed: they accept nothing any more. */
  readonly expired: readonly Given[];
  /** They hold, and have no end. */
  readonly endless: readonly Given[];
  /** They hold, and nothing is there that they accept. */
  readonly idle: readonly Given[];
}

/**
 * Takes out what somebody decided to live with, on a day. `covers` says what an acceptance is about; of two that cover
 * the same thing the first one is named, and neither is idle.
 */
export function applyAcceptances<Item, Given extends Acceptance>(
  items: readonly Item[],
  acceptances: readonly Given[],
  covers: (acceptance: Given, item: Item) => boolean,
  nowMs: number,
): Sifted<Item, Given> {
  const today = new Date(nowMs).toISOString().slice(0, 10);
  const isOver = ({ until }: Given) => until !== undefined && until < today;
  const valid = acceptances.filter((one) => !isOver(one));
  const used = new Set<Given>();
  const rest: Item[] = [];
  const accepted: { item: Item; by: Given }[] = [];
  for (const item of items) {
    const those = valid.filter((one) => covers(one, item));
    for (const one of those) used.add(one);
    const [by] = those;
    if (by === undefined) rest.push(item);
    else accepted.push({ item, by });
  }
  return {
    rest,
    accepted,
    expired: acceptances.filter(isOver),
    endless: valid.filter(({ until }) => until === undefined),
    idle: valid.filter((one) => !used.has(one)),
  };
}

/** Whether a text is a day as an acceptance has it: `2026-12-31`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** What to say of an acceptance whose last day has passed. */
export function expiredWords(name: string, { until = '', reason }: Acceptance): string {
  return `"${name}" was accepted until ${until}: decide again (${reason})`;
}
