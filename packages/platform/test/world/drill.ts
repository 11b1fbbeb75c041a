import type { EventSeed } from '@lockstep/proving-ground/sentry';
import { drillAnswer, ErrorDrill, signDrill } from '../../../../app/files/lib/lockstep/error-drill.ts';
import { HOUR_MS, NOW, RELEASE } from './names.ts';

export const DRILL_SECRET = 'a secret of the drill that is 32 characters or more';

interface Drilled {
  readonly secret?: string;
  readonly release?: string;
  readonly atMs?: number;
}

/** The event that an app sends after an error drill; the app's own code signs it. */
export async function drillEvent(drill: Drilled): Promise<EventSeed> {
  const { secret = DRILL_SECRET, release = RELEASE, atMs = NOW - HOUR_MS } = drill;
  const signed = await signDrill(secret, { id: 'run-1', release, now: atMs });
  const request = new Request('http://app/', { headers: { 'x-lockstep-drill': signed } });
  const thrown = await drillAnswer(request, { secret, now: () => atMs }).catch((error: unknown) => error);
  if (!(thrown instanceof ErrorDrill)) throw new Error('the drill was refused');
  return { release: RELEASE, message: '', type: 'ErrorDrill', tags: { 'lockstep.drill': thrown.proof } };
}
