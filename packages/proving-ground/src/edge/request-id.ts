import { randomBytes } from 'node:crypto';

/** A new `x-vercel-id`, which the platform gives to every request, of the API as of the edge. */
export function requestId(): string {
  const random = randomBytes(8).toString('hex');
  return `iad1::lcl1::${random.slice(0, 5)}-${Date.now()}-${random.slice(5)}`;
}
