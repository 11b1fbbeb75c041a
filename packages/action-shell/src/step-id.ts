/**
 * A name for one step of one run, as a UUID of version 7: the time, and what V8 seeds anew in each process. It is unique,
 * and no secret: `node:crypto` would be a fifth of the start of every step.
 */
export function stepId(now: number = Date.now(), random: () => number = Math.random): string {
  const bits = (count: number) => Math.floor(random() * 2 ** count);
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');
  const time = hex(now, 12);
  const tail = `${hex(bits(24), 6)}${hex(bits(24), 6)}`;
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(bits(12), 3)}-${hex(0x8000 + bits(14), 4)}-${tail}`;
}
