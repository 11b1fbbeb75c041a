import { describe } from '@lockstep/base';
import type { Delivery, Handle, Sent } from './channel.ts';
import { deliveryOf } from './undelivered.ts';

/** One of several requests that a channel makes for one message. */
export interface Part {
  /** Its key in the handle: a part that was sent, or may have been, is not sent again for the same `mark`. */
  readonly name: string;
  /** What it is sent for, such as the state. */
  readonly mark: string;
  /** Whether sending it twice has the effect of once: then one whose answer was lost is sent again. */
  readonly repeatable: boolean;
  /** Says what was done, for people. */
  run(): Promise<string>;
}

/**
 * Sends the parts one after the other and says the worst that became of one of them. With `each`, a part is sent whatever
 * became of the one before; with `in-order`, the first that is not delivered ends it.
 */
export async function sendParts(
  parts: readonly Part[],
  handle: Handle | undefined,
  { mode, best }: { readonly mode: 'each' | 'in-order'; readonly best: 'confirmed' | 'accepted' },
): Promise<Sent> {
  const kept: Record<string, string> = { ...handle };
  const details: string[] = [];
  let worst: Delivery = best;
  for (const { name, mark, repeatable, run } of parts) {
    if (kept[name] === mark) continue;
    if (kept[name] === maybe(mark)) {
      worst = worst === 'failed' ? 'failed' : 'unknown';
      details.push(`${name}: may have been sent before, so it is not sent again`);
      continue;
    }
    try {
      details.push(await run());
      kept[name] = mark;
    } catch (thrown) {
      const delivery = deliveryOf(thrown);
      if (delivery === 'unknown' && !repeatable) kept[name] = maybe(mark);
      worst = worst === 'failed' || delivery === 'failed' ? 'failed' : 'unknown';
      details.push(`${name}: ${describe(thrown)}`);
      if (mode === 'in-order') break;
    }
  }
  return { delivery: worst, detail: details.join('; ') || 'sent before', handle: kept };
}

function maybe(mark: string): string {
  return `maybe ${mark}`;
}
