import { readdirSync, readFileSync } from 'node:fs';

/**
 * Kills what a job has left running, wherever it went: on Linux by RUNNER_TRACKING_ID in a process's environment, as
 * src/Runner.Worker/JobExtension.cs (`FinalizeJob`) does. Returns their process ids. Elsewhere nothing is found here.
 */
export function killOrphans(trackingId: string): number[] {
  if (process.platform !== 'linux') return [];
  const mark = `RUNNER_TRACKING_ID=${trackingId}`;
  const orphans = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => pid !== process.pid && environmentOf(pid).includes(mark));
  for (const pid of orphans) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended by itself.
    }
  }
  return orphans;
}

function environmentOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
  } catch {
    return [];
  }
}
