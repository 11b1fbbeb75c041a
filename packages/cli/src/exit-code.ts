import type { Verdict } from '@lockstep/base';

/** What the exit code says. Between 64 and 78 it is `sysexits.h`. */
export const EXIT: Readonly<Record<Verdict, number>> & { readonly usage: number } = {
  pass: 0,
  fail: 1,
  unknown: 2,
  usage: 64,
};

/** What ends a command from outside, and how it says so: 128 and the number of the signal, as shells do. */
export const INTERRUPTED = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
export type Interrupt = keyof typeof INTERRUPTED;
export const INTERRUPTS = Object.keys(INTERRUPTED) as readonly Interrupt[];
