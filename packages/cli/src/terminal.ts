import type { Interface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { describe, InputError, type Paint, redactData, redactText, type Verdict } from '@lockstep/base';
import { EXIT, INTERRUPTED, INTERRUPTS, type Interrupt } from './exit-code.ts';

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
  /** Asks the person at the terminal; undefined where no person is there. */
  readonly ask: ((question: string, signal: AbortSignal) => Promise<string>) | undefined;
  /** Asks the person at the terminal, without showing what is typed; undefined where no person is there. */
  readonly askSecret: ((question: string, signal: AbortSignal) => Promise<string>) | undefined;
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
  return {
    stdin: process.stdin,
    // What is read again by programs, and colours, arrive as they are, but for secrets.
    write: (text) => void process.stdout.write(redactData(text)),
    writeSecret: (text) => void process.stdout.write(text),
    tell: (text) => void process.stderr.write(redactText(text)),
    paint: (verdict, word) => (coloured ? `\u001b[${COLOURS[verdict]}m${word}\u001b[0m` : word),
    debug: (process.env['LOCKSTEP_DEBUG'] ?? '') !== '',
    ask: isPersonThere ? askShown : undefined,
    askSecret: isPersonThere ? askHidden : undefined,
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

function askShown(question: string, signal: AbortSignal): Promise<string> {
  return ask(process.stderr, signal, (reader, either) => reader.question(question, { signal: either }));
}

async function askHidden(question: string, signal: AbortSignal): Promise<string> {
  const nowhere = new Writable({ write: (_piece, _encoding, done) => done() });
  try {
    return await ask(nowhere, signal, (reader, either) => {
      // Only now does the terminal not show what is typed.
      process.stderr.write(question);
      return reader.question('', { signal: either });
    });
  } finally {
    process.stderr.write('\n');
  }
}

type Put = (reader: Interface, signal: AbortSignal) => Promise<string>;

/** Reads one answer from the terminal. */
async function ask(output: NodeJS.WritableStream, signal: AbortSignal, put: Put): Promise<string> {
  const { createInterface } = await import('node:readline/promises');
  const { stdin } = process;
  stdin.ref();
  const reader = createInterface({ input: stdin, output, terminal: true });
  // In raw mode the terminal sends Ctrl-C as a key.
  reader.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  // Ctrl-D: nobody answers any more.
  reader.on('close', () => stop.abort(new InputError('the input ended before it was answered')));
  const stop = new AbortController();
  try {
    return (await put(reader, AbortSignal.any([signal, stop.signal]))).trim();
  } catch (error) {
    signal.throwIfAborted();
    stop.signal.throwIfAborted();
    throw error;
  } finally {
    reader.close();
    // It may go on to read ahead, which is no reason to stay.
    stdin.unref();
  }
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
