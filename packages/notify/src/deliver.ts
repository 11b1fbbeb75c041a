import { describe, redactData, redactText, type Verdict, withDeadline } from '@lockstep/base';
import type { Delivery, Handle, Sent } from './channel.ts';
import { clean } from './clean.ts';
import type { World } from './exchange.ts';
import type { ReleaseMessage } from './message.ts';
import { type Target, wants } from './targets.ts';
import { deliveryOf } from './undelivered.ts';

/** What became of the message at one target. */
export interface TargetReport {
  readonly target: string;
  readonly type: string;
  /** `filtered`: the target does not listen to this message. */
  readonly delivery: Delivery | 'filtered';
  readonly detail: string;
  readonly handle?: Handle;
}

/** Where messages are sent, and how long each target has. */
export interface TimedWorld extends World {
  readonly timeoutMs: number;
}

/**
 * Sends the message to every target that wants it, all at once. One that fails or hangs never hides another, and
 * nothing is thrown: the reports come in the order of the targets.
 */
export async function deliver(
  targets: readonly Target[],
  given: ReleaseMessage,
  handles: ReadonlyMap<string, Handle>,
  world: TimedWorld,
): Promise<readonly TargetReport[]> {
  return await Promise.all(
    targets.map(async (target): Promise<TargetReport> => {
      const { name, type } = target;
      if (!wants(target.filter, given))
        return { target: name, type, delivery: 'filtered', detail: `does not listen to "${given.state}"` };
      return await deliverTo(target, given, handles.get(name), world);
    }),
  );
}

/** Sends a message to one target, whether or not it listens to it. */
export async function deliverTo(
  target: Target,
  given: ReleaseMessage,
  handle: Handle | undefined,
  world: TimedWorld,
): Promise<TargetReport> {
  // Only here a message becomes what channels send: undo steps and failures quote what services answered.
  const message = { ...redactMessage(given), timeZone: target.timeZone };
  const sent = await sendWithin(target, message, handle, world);
  const kept = sent.handle ?? handle;
  return {
    target: target.name,
    type: target.type,
    delivery: sent.delivery,
    detail: redactText(sent.detail),
    ...(kept === undefined ? {} : { handle: kept }),
  };
}

/** `fail` where a message certainly did not arrive, `unknown` where that is not known; filtered targets do not count. */
export function verdictOf(reports: readonly TargetReport[]): Verdict {
  if (reports.some((report) => report.delivery === 'failed')) return 'fail';
  return reports.some((report) => report.delivery === 'unknown') ? 'unknown' : 'pass';
}

async function sendWithin(
  target: Target,
  message: ReleaseMessage,
  handle: Handle | undefined,
  { timeoutMs, ...world }: TimedWorld,
): Promise<Sent> {
  try {
    return await withDeadline(
      `notifying ${target.name}`,
      timeoutMs,
      (signal) => target.channel.send(message, handle, { ...world, signal }),
      world,
    );
  } catch (thrown) {
    return { delivery: deliveryOf(thrown), detail: describe(thrown) };
  }
}

function redactMessage(message: ReleaseMessage): ReleaseMessage {
  const { changes, failure, links, next, summary, undone } = message;
  return redactData({
    ...message,
    summary: clean(summary),
    failure: clean(failure),
    next: clean(next),
    changes: changes.map(clean).filter((change) => change.trim() !== ''),
    undone: undone.map((one) => ({ ...one, message: clean(one.message) })),
    links: links.map(({ label, url }) => ({ label: redactText(clean(label)), url: clean(url) })),
  });
}
