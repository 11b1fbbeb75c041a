import type { Clock, Logger } from '@lockstep/base';
import { laterRead, type TimedRead } from './freshness.ts';
import { type Ending, endingAt, type GateRules, type GateState, observe, openGate } from './gate.ts';
import { type Expectations, type JudgedAnswer, judgeAnswer } from './judgement.ts';
import type { Prober } from './probe.ts';
import { isFinal, wordOf } from './response-class.ts';

export interface ProbePlan {
  readonly rules: GateRules;
  /** How the answers of a path are judged. */
  readonly expectations: Readonly<Record<string, Expectations>>;
  readonly intervalMs: number;
  readonly requestTimeoutMs: number;
  readonly initialDelayMs: number;
}

/** One probe as it is kept. */
export interface ProbeRecord extends JudgedAnswer {
  readonly path: string;
  readonly round: number;
  /** True for a first request that is reported and not judged. */
  readonly warmUp: boolean;
}

export interface GateRun {
  readonly ending: Ending;
  readonly state: GateState;
  readonly records: readonly ProbeRecord[];
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly endedAt: number;
}

export interface GateWorld {
  readonly prober: Pick<Prober, 'ask'>;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly log: Logger;
  /** What ends the gate from outside, asked after every round. */
  readonly endedBy?: () => Ending | undefined;
}

/** Probes every path, round by round, until the rules know an ending. Throws the signal's reason. */
export async function runGate(plan: ProbePlan, world: GateWorld): Promise<GateRun> {
  const { rules } = plan;
  await world.clock.sleep(plan.initialDelayMs, world.signal);
  const startedAt = world.clock.now();
  const records: ProbeRecord[] = [];
  const reads = new Map<string, TimedRead>();
  let state = openGate(rules);
  for (let round = 0; ; round++) {
    const roundAt = world.clock.now();
    const left = Math.max(1, rules.deadlineMs - (roundAt - startedAt));
    const timeoutMs = Math.min(plan.requestTimeoutMs, left);
    const exchanges = await Promise.all(rules.paths.map((path) => world.prober.ask(path, timeoutMs, world.signal)));
    for (const [index, path] of rules.paths.entries()) {
      const exchange = exchanges[index];
      const expectations = plan.expectations[path];
      if (exchange === undefined || expectations === undefined) continue;
      const earlier = reads.get(path);
      const judgement = judgeAnswer(exchange, expectations, earlier);
      if (judgement.read !== undefined) reads.set(path, laterRead(earlier, judgement.read));
      const warmUp = round === 0 && !rules.judgeColdStart && !isFinal(judgement.class);
      records.push({ ...judgement, path, round, warmUp });
      world.log.info(line(path, judgement, warmUp));
      state = observe(rules, state, path, judgement);
    }
    const now = world.clock.now();
    const ending = endingAt(rules, state, now - startedAt) ?? world.endedBy?.();
    if (ending !== undefined) return { ending, state, records, startedAt, endedAt: now };
    const rest = plan.intervalMs - (now - roundAt);
    const untilDeadline = rules.deadlineMs - (now - startedAt);
    // A warm-up is not a round: the first judged probe follows at once.
    if (round > 0 || rules.judgeColdStart)
      await world.clock.sleep(Math.max(0, Math.min(rest, untilDeadline)), world.signal);
  }
}

function line(path: string, judgement: JudgedAnswer, warmUp: boolean): string {
  const status = judgement.status === undefined ? '' : `, HTTP ${judgement.status}`;
  const notes = judgement.findings.filter((finding) => finding.weight === 'note').map((finding) => finding.message);
  const tail = notes.length === 0 ? '' : ` [${notes.join('; ')}]`;
  const what = warmUp ? `warm-up, ${wordOf(judgement)}` : wordOf(judgement);
  return `${path}: ${what}${status}, ${Math.round(judgement.ms)} ms, ${judgement.because}${tail}`;
}
