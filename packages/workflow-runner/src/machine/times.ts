/** How long the runner waits, in milliseconds. */
export interface RunnerTimes {
  /** From SIGINT to SIGTERM: src/Runner.Sdk/ProcessInvoker.cs, `_sigintTimeout`. */
  readonly sigint: number;
  /** From SIGTERM to the kill of the process tree: ProcessInvoker.cs, `_sigtermTimeout`. */
  readonly sigterm: number;
  /** How long the output of a process that has ended may stay open: ProcessInvoker.cs, `ProcessExitedHandler`. */
  readonly streams: number;
  /**
   * From the cancellation of a job to the kill of its worker. The server sends five minutes along
   * (docs.github.com/actions/reference/workflows-and-actions/workflow-cancellation), of which the runner keeps fifteen
   * seconds for itself, and it gives a minute at least (src/Runner.Listener/JobDispatcher.cs, `Cancel`).
   */
  readonly cancellation: number;
  /** What the runner keeps for itself of the time that the server gives a cancelled job. */
  readonly killEarly: number;
  /** One minute of `timeout-minutes`. */
  readonly minute: number;
}

/** The runner's times, multiplied by `scale`: 0.01 makes a minute 0.6 seconds. */
export function runnerTimes(scale = 1): RunnerTimes {
  return {
    sigint: 7_500 * scale,
    sigterm: 2_500 * scale,
    // Not as short as the others: what a busy machine has not read by then would be lost.
    streams: Math.max(5_000 * scale, 2_000),
    cancellation: (300_000 - 15_000) * scale,
    killEarly: 15_000 * scale,
    minute: 60_000 * scale,
  };
}
