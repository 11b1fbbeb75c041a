import { setImmediate } from 'node:timers/promises';
import { afterEach, expect, test } from '@jest/globals';
import { abortOnSignals } from '../src/signals.ts';

const before = { SIGINT: process.listeners('SIGINT'), SIGTERM: process.listeners('SIGTERM') } as const;

afterEach(() => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    for (const heard of process.listeners(signal)) if (!before[signal].includes(heard)) process.off(signal, heard);
});

test('as many as like may wait for a cancellation without a warning of a leak', async () => {
  const warnings: Error[] = [];
  const onWarning = (warning: Error): number => warnings.push(warning);
  process.on('warning', onWarning);
  const cancelled = abortOnSignals();
  for (let more = 0; more < 20; more++) cancelled.addEventListener('abort', () => more);
  await setImmediate();
  process.off('warning', onWarning);
  expect(warnings).toEqual([]);
});

test.each(['SIGINT', 'SIGTERM'] as const)('%s cancels by its name, and the next one changes nothing', (signal) => {
  const cancelled = abortOnSignals();
  process.emit(signal);
  process.emit('SIGTERM');
  expect(cancelled.reason).toMatchObject({ name: 'CancelledError', message: `cancelled by ${signal}` });
});
