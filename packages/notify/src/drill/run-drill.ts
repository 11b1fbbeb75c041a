import { cancellation, describe, formatDuration, redactText, withDeadline } from '@lockstep/base';
import type { Acknowledgement, DrillMessage } from '../channel.ts';
import { deliverTo, type TargetReport, type TimedWorld } from '../deliver.ts';
import type { ReleaseMessage } from '../message.ts';
import type { Target } from '../targets.ts';
import { timeText } from '../time.ts';
import { Undelivered } from '../undelivered.ts';

/** Whose answer ends a drill: that of one target, of all that can show one, or of none. */
export const AWAITED = ['any', 'all', 'none'] as const;
export type Awaited = (typeof AWAITED)[number];

/**
 * What is known of an answer at one target.
 * - `yes`: a person answered
 * - `no`: none did before the deadline, and the last look could see that
 * - `unseen`: it could not be looked at
 * - `cannot-show`: its service shows none, or not with the fields that its target has
 * - `not-awaited`: the drill ended before, or the message did not arrive
 */
export type Answered =
  | { readonly kind: 'yes'; readonly acknowledgement: Acknowledgement; readonly afterMs: number }
  | { readonly kind: 'no' | 'not-awaited' | 'cannot-show' }
  | { readonly kind: 'unseen'; readonly because: string };

export interface DrillReport extends TargetReport {
  readonly answered: Answered;
}

export interface DrillOptions {
  readonly awaited: Awaited;
  /** How long people have. */
  readonly withinMs: number;
}

/** Slack's and PagerDuty's limits are far above that. */
const LOOK_EVERY_MS = 10_000;

interface Watched {
  readonly target: Target;
  readonly drill: DrillMessage | undefined;
  report: TargetReport;
  answered: Answered;
  /** Whether looking again can change it. */
  isOpen: boolean;
}

/**
 * Sends the message to every target, whatever it listens to, and waits until people answered. What a drill opened is closed
 * again, also where it was cancelled. Throws CancelledError.
 */
export async function runDrill(
  targets: readonly Target[],
  message: ReleaseMessage,
  options: DrillOptions,
  world: TimedWorld,
): Promise<readonly DrillReport[]> {
  const start = world.clock.now();
  const all = await Promise.all(targets.map((target) => begin(target, message, options, world)));
  try {
    await watch(all, start, options, world);
  } finally {
    await Promise.all(all.map((one) => end(one, world)));
  }
  return all.map(({ answered, report }) => ({ ...report, answered }));
}

async function begin(
  target: Target,
  given: ReleaseMessage,
  { awaited, withinMs }: DrillOptions,
  world: TimedWorld,
): Promise<Watched> {
  const sentAtMs = world.clock.now();
  const { acknowledging } = target.channel;
  const until = timeText({ at: new Date(sentAtMs + withinMs).toISOString(), timeZone: target.timeZone });
  const next = acknowledging === undefined || awaited === 'none' ? given.next : `${acknowledging.how}, until ${until}`;
  const message = { ...given, next };
  const report = await deliverTo(target, message, undefined, world);
  const isThere = report.delivery === 'confirmed' || report.delivery === 'accepted';
  const drill: DrillMessage = { message, handle: report.handle ?? {}, sentAtMs };
  const isOpen = isThere && acknowledging !== undefined && awaited !== 'none';
  const answered: Answered = { kind: acknowledging === undefined ? 'cannot-show' : isOpen ? 'no' : 'not-awaited' };
  return { target, drill: isThere ? drill : undefined, report, answered, isOpen };
}

async function watch(
  all: readonly Watched[],
  start: number,
  { awaited, withinMs }: DrillOptions,
  world: TimedWorld,
): Promise<void> {
  const isOver = () =>
    all.every(({ isOpen }) => !isOpen) || (awaited === 'any' && all.some(({ answered }) => answered.kind === 'yes'));
  while (!isOver()) {
    if (world.signal?.aborted === true) throw cancellation(world.signal);
    await Promise.all(all.filter(({ isOpen }) => isOpen).map((one) => look(one, world)));
    const left = start + withinMs - world.clock.now();
    if (isOver() || left <= 0) break;
    await world.clock.sleep(Math.min(LOOK_EVERY_MS, left), world.signal);
  }
  if (awaited !== 'any' || !all.some(({ answered }) => answered.kind === 'yes')) return;
  for (const one of all) if (one.answered.kind === 'no') one.answered = { kind: 'not-awaited' };
}

async function look(one: Watched, { timeoutMs, ...world }: TimedWorld): Promise<void> {
  const { drill, target } = one;
  const { acknowledging } = target.channel;
  if (drill === undefined || acknowledging === undefined) return;
  try {
    const seen = await withDeadline(
      `looking at ${target.name}`,
      timeoutMs,
      (signal) => acknowledging.look(drill, { ...world, signal }),
      world,
    );
    if (seen.isShown) one.report = { ...one.report, delivery: 'confirmed' };
    if (seen.acknowledgement === undefined) {
      one.answered = { kind: 'no' };
      return;
    }
    const { atMs = world.clock.now() } = seen.acknowledgement;
    const afterMs = Math.max(0, atMs - drill.sentAtMs);
    one.answered = { kind: 'yes', acknowledgement: seen.acknowledgement, afterMs };
    one.isOpen = false;
  } catch (thrown) {
    one.answered = { kind: 'unseen', because: redactText(describe(thrown)) };
    // A refusal stays one; a service that is down may come back.
    if (thrown instanceof Undelivered && thrown.effect === 'none' && !thrown.retryable) one.isOpen = false;
  }
}

/** Without the signal: what was opened is closed, also after a cancellation. */
async function end(
  { answered, drill, report, target }: Watched,
  { clock, fetch, timeoutMs }: TimedWorld,
): Promise<void> {
  const close = target.channel.acknowledging?.close;
  if (drill === undefined || close === undefined || report.handle === undefined) return;
  const acknowledgement = answered.kind === 'yes' ? answered.acknowledgement : undefined;
  // What cannot be closed is seen by those who were called; the drill itself is over.
  await withDeadline(
    `closing the drill at ${target.name}`,
    timeoutMs,
    (signal) => close(drill, acknowledgement, { clock, fetch, signal }),
    { clock },
  ).catch(() => undefined);
}

/** `by U0123ABCD (reaction) after 42 s`. */
export function answerText({ acknowledgement, afterMs }: Extract<Answered, { kind: 'yes' }>): string {
  return `by ${acknowledgement.by} (${acknowledgement.how}) after ${formatDuration(afterMs)}`;
}

/** How long it took until the drill was acknowledged by those whose answers it waited for; null where it was not. */
export function acknowledgedAfter(reports: readonly DrillReport[], awaited: Awaited): number | null {
  const open = reports.filter(({ answered }) => answered.kind !== 'cannot-show' && answered.kind !== 'not-awaited');
  const times = open.flatMap(({ answered }) => (answered.kind === 'yes' ? [answered.afterMs] : []));
  if (times.length === 0) return null;
  if (awaited === 'any') return Math.min(...times);
  return times.length === open.length ? Math.max(...times) : null;
}
