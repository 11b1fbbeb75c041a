import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Runs a program to its end. Throws with what it said where it fails. */
export async function timed(command, args, options = {}) {
  const started = performance.now();
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      said = (said + text).slice(-4_000);
    });
  }
  const peak = new Peak(child.pid);
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const ms = performance.now() - started;
  peak.stop();
  if (code !== 0) throw new Error(`${command} ${args.slice(0, 3).join(' ')} ended with ${code}: ${said}`);
  return { ms, megabytes: peak.megabytes };
}

/** The most memory that a process ever held, from /proc; undefined where there is none. */
export class Peak {
  #timer;
  megabytes;

  constructor(pid) {
    const look = () => {
      const now = peakOf(pid);
      if (now !== undefined) this.megabytes = Math.max(now, this.megabytes ?? 0);
    };
    this.#timer = setInterval(look, 10);
  }

  stop() {
    clearInterval(this.#timer);
  }
}

function peakOf(pid) {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
