import { expect, test } from '@jest/globals';
import { readServices } from '../src/services-of.ts';

/** Services with so many records; what was read of each. */
async function read(most: number, ...records: readonly number[]) {
  const services = records.map((_, nth) => String(nth));
  return await readServices(services, most, async (service, upTo) => {
    const taken = Math.min(records[Number(service)] ?? 0, upTo);
    return { found: taken, records: taken };
  });
}

test('all services together are read no further than one of them would be', async () => {
  expect(await read(60, 500)).toEqual([60]);
  expect(await read(60, 500, 500, 500)).toEqual([20, 20, 20]);
});

test('what quiet services leave is there for the busiest one', async () => {
  expect(await read(60, 1, 2, 50)).toEqual([1, 2, 50]);
  expect(await read(60, 1, 2, 500)).toEqual([1, 2, 57]);
});

test('of more services than records may be read, each still has its newest one', async () => {
  expect(await read(2, 9, 9, 9, 9)).toEqual([1, 1, 1, 1]);
});
