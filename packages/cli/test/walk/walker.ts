import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from '@jest/globals';

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

export interface Way {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** As another user of the machine, who may do less than root. */
  readonly asOther?: boolean;
  /** What a shell does with the streams: `<&-`. */
  readonly streams?: string;
  /** Somebody is at the terminal: they answer each of these questions once it is on their screen, in this order. Without any, they leave. */
  readonly typing?: readonly Typing[];
  /** Called once it runs. */
  readonly running?: (child: ChildProcess) => void;
}

/** What somebody types, or the signal that ends the command in place of it, once they see a question. */
export interface Typing {
  readonly at: string;
  readonly keys: string | { readonly signal: NodeJS.Signals };
}

/** Keys as a terminal in raw mode sends them. */
export const KEYS = {
  ...{ enter: '\r', interrupt: '\u0003', end: '\u0004' },
  ...{ up: '\u001b[A', down: '\u001b[B', clear: '\u0015' },
} as const;

/** Nobody; only root may be somebody else, and others are not above rights. */
const OTHER = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** A question that is not asked is waited for no longer. */
const DEADLINE_MS = 60_000;

/** A terminal is what says that it is one: the streams are pipes, everywhere alike. */
const AT_TERMINAL =
  'data:text/javascript,for (const stream of [process.stdin, process.stdout, process.stderr]) stream.isTTY = true;';

/** Runs a command line to its end as a user does: with no more of the environment than is said. */
export async function walk(program: string, args: readonly string[], way: Way): Promise<Ended> {
  const { asOther = false, cwd, env = {}, running, streams, typing } = way;
  const line = [process.execPath, ...(typing === undefined ? [] : ['--import', AT_TERMINAL]), program, ...args];
  const [command = '', ...rest] =
    streams === undefined ? line : ['/bin/sh', '-c', `exec "$@" ${streams}`, 'sh', ...line];
  const child = spawn(command, rest, {
    ...{ cwd, stdio: [typing === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'] as const, ...(asOther ? OTHER : {}) },
    env: { PATH: process.env['PATH'], HOME: cwd, ...env },
  });
  const [out, err] = ['', ''].map(() => [] as Buffer[]);
  child.stdout?.on('data', (piece: Buffer) => out?.push(piece));
  child.stderr?.on('data', (piece: Buffer) => err?.push(piece));
  answer(child, typing ?? []);
  running?.(child);
  const late = typing === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), DEADLINE_MS);
  const { code, signal } = await new Promise<Pick<Ended, 'code' | 'signal'>>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  clearTimeout(late);
  return { code, signal, out: Buffer.concat(out ?? []).toString(), err: Buffer.concat(err ?? []).toString() };
}

function answer(child: ChildProcess, typing: readonly Typing[]): void {
  const left = [...typing];
  let screen = '';
  child.stdin?.on('error', () => undefined);
  if (left.length === 0) child.stdin?.end();
  child.stderr?.on('data', (piece: Buffer) => {
    screen += piece.toString();
    const [next] = left;
    if (next === undefined || !screen.includes(next.at)) return;
    left.shift();
    screen = '';
    if (typeof next.keys === 'string') child.stdin?.write(next.keys);
    else child.kill(next.keys.signal);
  });
}

/** Writes files below a folder that everybody may use. */
export function lay(root: string, files: Readonly<Record<string, string | Buffer>>): string {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  for (const path of ['.', ...readdirSync(root, { recursive: true }).map(String)]) chmodSync(join(root, path), 0o777);
  return root;
}

/** Every path below a folder with its content: what a refused command leaves as it was. */
export function contents(root: string): Readonly<Record<string, string>> {
  const paths = readdirSync(root, { recursive: true }).map(String).sort();
  return Object.fromEntries(
    paths.map((path) => [
      path,
      statSync(join(root, path)).isDirectory() ? '' : readFileSync(join(root, path), 'latin1'),
    ]),
  );
}

/** What is promised of every end, whatever was asked. */
export function expectHonest(ended: Ended, isJson = false): void {
  const { code, err, out } = ended;
  const said = `${out}\n${err}`;
  expect({ said, isPlain: !/^\s+at .*[:)]\d*|node:internal|UnhandledPromise/m.test(said) }).toEqual({
    said,
    isPlain: true,
  });
  expect([0, 1, 2, 64]).toContain(code);
  const lines = err.split('\n').filter((line) => line !== '');
  if (code !== 64) {
    if (isJson) JSON.parse(out);
    return;
  }
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) expect(line).toMatch(/^(error|warning|note): \S|^\(Did you mean /);
  if (!isJson) return;
  const answer = JSON.parse(out) as { readonly problems: readonly unknown[] };
  expect(answer).toMatchObject({ verdict: 'fail', reason: 'invalid-input', problems: expect.any(Array) });
  expect(answer.problems.length).toBeGreaterThan(0);
}
