import { type Clock, oneLine, withDeadline } from '@lockstep/base';

export interface ProgramLimits {
  readonly clock: Clock;
  /** Ends the wait. */
  readonly signal: AbortSignal;
  /** How long to wait for its end, in milliseconds. */
  readonly withinMs: number;
  /** Of its standard output; a larger one is an error. */
  readonly mostBytes: number;
}

/** Of what a program complains, so much is shown. */
const COMPLAINT_BYTES = 2_000;

/**
 * Runs a program that changes nothing and ends by itself, as git does when it is asked something, and gives what it
 * printed. Throws where there is none, where it ends with another exit code than 0, prints too much, or does not end in
 * time. The wait ends then, not the program: GitHub's toolkit gives nobody its process. Whatever has to be ended is
 * not for this function.
 */
export async function readProgram(program: string, args: readonly string[], limits: ProgramLimits): Promise<string> {
  const { clock, mostBytes, signal, withinMs } = limits;
  // Loaded only here: most runs start no program.
  const { exec } = await import('@actions/exec');
  const printed = new Collected(mostBytes);
  const complaint = new Collected(COMPLAINT_BYTES);
  const listeners = {
    stdout: (piece: Buffer) => printed.add(piece),
    stderr: (piece: Buffer) => complaint.add(piece),
  };
  // Not silent, it would print what the program says, and the runner obeys commands in it.
  const options = { silent: true, ignoreReturnCode: true, listeners };
  const run = async () => await exec(program, [...args], options);
  const exitCode = await withDeadline(program, withinMs, run, { clock, signal });
  if (exitCode !== 0) throw new Error(oneLine(`${program} ended with ${exitCode}: ${complaint.text()}`, '; '));
  if (printed.isMore) throw new Error(`${program} printed more than ${mostBytes} bytes`);
  return printed.text();
}

/** The first bytes of an output. */
class Collected {
  readonly #most: number;
  readonly #pieces: Buffer[] = [];
  #bytes = 0;

  constructor(most: number) {
    this.#most = most;
  }

  add(piece: Buffer): void {
    if (this.#bytes < this.#most) this.#pieces.push(piece.subarray(0, this.#most - this.#bytes));
    this.#bytes += piece.length;
  }

  get isMore(): boolean {
    return this.#bytes > this.#most;
  }

  text(): string {
    return Buffer.concat(this.#pieces).toString('utf8');
  }
}
