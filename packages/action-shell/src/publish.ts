import type { Outcome } from './action.ts';
import type { Edge } from './edge.ts';
import { outcomeOfError, stackOf } from './failure.ts';
import { reasonLink } from './reason-link.ts';

/** Who speaks, and through what. */
export interface Speaker {
  readonly action: { readonly name: string };
  readonly edge: Edge;
}

export type Part = 'main' | 'post';

export function passes(outcome: Outcome): boolean {
  return outcome.passes ?? outcome.verdict === 'pass';
}

/** Log line, one annotation for each cause, outputs, summary and exit code. */
export function publish({ action, edge }: Speaker, outcome: Outcome, part: Part): void {
  const failed = !passes(outcome);
  edge.log.info(`${action.name}: ${outcome.verdict} (${outcome.reason}): ${outcome.message}`);
  if (failed || outcome.verdict !== 'pass') {
    const level = failed ? 'error' : 'warning';
    const title = `${action.name}: ${outcome.reason}`;
    const link = reasonLink(outcome.reason, process.env);
    edge.log.info(`What it means and what to do: ${link}`);
    const [first = { message: outcome.message }, ...more] = outcome.causes ?? [];
    const causes = [{ ...first, message: `${first.message}\n${link}` }, ...more];
    edge.annotateFirst(causes.map((cause) => ({ level, title, ...cause })));
  }
  if (part === 'main') {
    edge.outputs({ ...outcome.outputs, verdict: outcome.verdict, reason: outcome.reason });
  }
  edge.flush();
  if (failed) process.exitCode = 1;
}

export function publishError(speaker: Speaker, error: unknown, part: Part): void {
  const stack = stackOf(error);
  if (stack !== undefined) speaker.edge.log.debug(stack);
  publish(speaker, outcomeOfError(error), part);
}

/** An error that nobody awaits (an event of a socket, a forgotten promise) ends the process, but not without a word. */
export function onStrayError(tell: (error: Error) => void): void {
  process.removeAllListeners('uncaughtException');
  process.once('uncaughtException', (error) => {
    tell(error);
    process.exit();
  });
}
