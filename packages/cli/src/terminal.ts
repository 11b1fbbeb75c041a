import { describe, type Paint, redactData, redactText, type Verdict } from '@lockstep/base';
import { EXIT, INTERRUPTED, INTERRUPTS, type Interrupt } from './exit-code.ts';
import { loadPerson } from './person/load.ts';
import type { Person } from './person/person.ts';

/** Where a command is called from: what it reads and writes. */
export interface Terminal {
  readonly stdin: NodeJS.ReadableStream;
  /** The answer, on standard output. */
  write(text: string): void;
  /** An answer that is a secret itself, and was asked for: as it is. */
  writeSecret(text: string): void;
  /** For people beside the answer, on standard error. */
  tell(text: string): void;
  /** Colours where standard output is a terminal that shows them. */
  readonly paint: Paint;
  /** Details of a fault of ours are told too. */
  readonly debug: boolean;
  /** The person at the terminal, who can be asked; undefined where no person is there. */
  readonly person: (() => Promise<Person>) | undefined;
  /** Calls once for the first Ctrl-C, or what else ends a command; gives a function that stops listening. */
  onInterrupt(heard: (by: Interrupt) => void): () => void;
}

const COLOURS: Readonly<Record<Verdict, number>> = { pass: 32, fail: 31, unknown: 33 };

/** The terminal of this process. */
export function processTerminal(): Terminal {
  // Whoever reads may stop before the end (`| head`): the verdict is told by the exit code all the same.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', ignoreClosedPipe);
  const coloured = hasColours(process.env, process.stdout.isTTY === true);
  const isPersonThere = process.stdin.isTTY === true && process.stderr.isTTY === true;
  const tell = (text: string) => void process.stderr.write(redactText(text));
  const screen = { input: process.stdin, output: process.stderr, isColoured: hasColours(process.env, true), tell };
  return {
    stdin: process.stdin,
    // What is read again by programs, and colours, arrive as they are, but for secrets.
    write: (text) => void process.stdout.write(redactData(text)),
    writeSecret: (text) => void process.stdout.write(text),
    tell,
    paint: (verdict, word) => (coloured ? `\u001b[${COLOURS[verdict]}m${word}\u001b[0m` : word),
    debug: (process.env['LOCKSTEP_DEBUG'] ?? '') !== '',
    person: isPersonThere ? () => loadPerson(screen) : undefined,
    onInterrupt,
  };
}

/** https://no-color.org: set to anything but nothing, it means none. */
export function hasColours(env: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  return isTerminal && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
}

/** The second Ctrl-C does not wait for anything. */
function onInterrupt(heard: (by: Interrupt) => void): () => void {
  let before = false;
  const listener = (by: NodeJS.Signals) => {
    const signal = INTERRUPTS.find((one) => one === by) ?? 'SIGINT';
    if (before) process.exit(INTERRUPTED[signal]);
    before = true;
    heard(signal);
  };
  // What ends a command ends what it started.
  for (const signal of INTERRUPTS) process.on(signal, listener);
  return () => {
    for (const signal of INTERRUPTS) process.off(signal, listener);
  };
}

/** An answer that did not arrive, as on a full disk, is none. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (CLOSED.includes(error.code ?? '')) return;
  try {
    process.stderr.write(`error: the output cannot be written: ${describe(error)}\n`);
  } finally {
    process.exit(EXIT.unknown);
  }
}

/** Of a pipe that nobody reads any more; Windows has another word for it. */
const CLOSED = ['EPIPE', 'EOF'];
