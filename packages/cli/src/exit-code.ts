import type { Verdict } from '@lockstep/base';

/** What the exit code says. Between 64 and 78 it is `sysexits.h`, above 128 a signal (POSIX shells). */
export const EXIT: Readonly<Record<Verdict, number>> & { readonly usage: number; readonly interrupted: number } = {
  pass: 0,
  fail: 1,
  unknown: 2,
  usage: 64,
  interrupted: 130,
};
