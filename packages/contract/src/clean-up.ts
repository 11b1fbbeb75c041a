import type { Send } from './ask/client.ts';
import { type Exchange, jsonOf, succeeded } from './ask/exchange.ts';
import { isSafe } from './contract.ts';
import type { Call } from './plan/examples.ts';
import type { PlannedCall } from './plan/plan.ts';
import { at } from './read/pointer.ts';

/** Whether what an example created is gone again, read back. */
export type CleanedUp =
  | { readonly kind: 'gone' }
  | { readonly kind: 'nothing-created' }
  /** What the example says of its answer is not in it. */
  | { readonly kind: 'not-found-in-answer'; readonly name: string }
  | { readonly kind: 'still-there'; readonly measured: string };

export async function cleanUp(
  call: PlannedCall,
  main: Exchange,
  { send, headers }: { readonly send: Send; readonly headers: Readonly<Record<string, string>> },
): Promise<CleanedUp | undefined> {
  const plan = call.example?.cleanUp;
  if (plan === undefined || isSafe(call.operation)) return undefined;
  if (main.kind === 'lost')
    return { kind: 'still-there', measured: 'no answer, so it is not known whether it was created' };
  if (!succeeded(main)) return { kind: 'nothing-created' };
  const values: Record<string, string> = {};
  for (const [name, pointer] of Object.entries(plan.take)) {
    const value = at(jsonOf(main)?.value, `#${pointer}`);
    if (typeof value !== 'string' && typeof value !== 'number') return { kind: 'not-found-in-answer', name };
    values[name] = String(value);
  }
  const ask = ({ method, path }: Call): Promise<Exchange> => {
    const url = new URL(call.url.origin);
    url.pathname =
      call.prefix + path.replace(/\{([^{}]+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
    return send({ method, url, headers });
  };
  const removed = await ask(plan.call);
  const seen = await ask(plan.gone);
  if (seen.kind === 'answer' && (seen.status === 404 || seen.status === 410)) return { kind: 'gone' };
  const words = (one: Exchange) => (one.kind === 'lost' ? one.code : `HTTP ${one.status}`);
  return {
    kind: 'still-there',
    measured: `${plan.call.method}: ${words(removed)}, then ${plan.gone.method}: ${words(seen)}`,
  };
}
