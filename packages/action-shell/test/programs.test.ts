import { expect, test } from '@jest/globals';
import { CancelledError, type Clock, DeadlineError, systemClock } from '@lockstep/base';
import { type ProgramLimits, readProgram } from '../src/index.ts';

const limits: ProgramLimits = {
  clock: systemClock,
  signal: new AbortController().signal,
  withinMs: 60_000,
  mostBytes: 1_000,
};
const node = (script: string, more: Partial<ProgramLimits> = {}, ...args: string[]) =>
  readProgram('node', ['-e', script, ...args], { ...limits, ...more });

test('gives what was printed, and no shell reads the arguments', async () => {
  const given = ['$HOME', '"; exit 1', 'two words', '*', ''];
  expect(JSON.parse(await node('console.log(JSON.stringify(process.argv.slice(1)))', {}, ...given))).toEqual(given);
});

test('the runner sees nothing of it: it would obey what is printed', async () => {
  const printed: unknown[] = [];
  const { write } = process.stdout;
  process.stdout.write = ((text: unknown) => printed.push(text) > 0) as typeof write;
  try {
    await node("console.log('::error::forged'); console.error('::error::forged')");
  } finally {
    process.stdout.write = write;
  }
  expect(printed).toEqual([]);
});

test('a bad end is an error with the words of the program', async () => {
  await expect(node("console.error('no such thing'); process.exit(3)")).rejects.toThrow(
    'node ended with 3: no such thing',
  );
});

test('a program that is not there is an error', async () => {
  await expect(readProgram('no-such-program-anywhere', [], limits)).rejects.toThrow('no-such-program-anywhere');
});

test('more than the limit is an error, and as much is none', async () => {
  const print = (count: number) => node(`process.stdout.write('x'.repeat(${count}))`);
  expect(await print(1_000)).toHaveLength(1_000);
  await expect(print(1_001)).rejects.toThrow('node printed more than 1000 bytes');
});

test('a character that lies across two pieces stays one', async () => {
  const script =
    "const b = Buffer.from('é'); process.stdout.write(b.subarray(0, 1)); setTimeout(() => process.stdout.write(b.subarray(1)), 50)";
  expect(await node(script)).toBe('é');
});

test('the wait ends with its deadline, and with the signal', async () => {
  const lasting = 'setTimeout(() => undefined, 2_000)';
  const hasty: Clock = { now: () => Date.now(), sleep: async () => undefined };
  await expect(node(lasting, { clock: hasty })).rejects.toThrow(DeadlineError);
  const controller = new AbortController();
  const waiting = node(lasting, { signal: controller.signal });
  controller.abort(new CancelledError('cancelled'));
  await expect(waiting).rejects.toThrow(CancelledError);
});
