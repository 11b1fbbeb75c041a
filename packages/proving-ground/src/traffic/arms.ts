import { startTraffic, type TrafficOptions } from './traffic.ts';
import { hasFailed, type Span, sentWithin, type Visit } from './visit.ts';

/** Which build each client was answered by last, within a span. Clients without an answer are not in it. */
export function lastBuilds(visits: readonly Visit[], span: Span = {}): ReadonlyMap<number, string> {
  const last = new Map<number, string>();
  for (const { client, build } of sentWithin(visits, span))
    if (client !== undefined && build !== undefined) last.set(client, build);
  return last;
}

/** How many clients each build has. */
export function clientsByBuild(visits: readonly Visit[], span: Span = {}): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const build of lastBuilds(visits, span).values()) counts[build] = (counts[build] ?? 0) + 1;
  return counts;
}

/**
 * Visits of clients that had `build` and were answered by another one although nothing took it away from them: as long as
 * shares only grow, whoever has the canary keeps it.
 */
export function thrownBack(visits: readonly Visit[], build: string, span: Span = {}): readonly Visit[] {
  const hadAt = new Map<number, number>();
  const back: Visit[] = [];
  for (const visit of sentWithin(visits, span)) {
    if (visit.client === undefined || hasFailed(visit)) continue;
    const since = hadAt.get(visit.client);
    if (visit.build === build) hadAt.set(visit.client, Math.min(since ?? visit.answeredAt, visit.answeredAt));
    else if (since !== undefined && visit.sentAt > since) back.push(visit);
  }
  return back;
}

/** Who is answered by which build now: each of so many clients asks once. */
export async function askOnce(
  options: TrafficOptions & { readonly clients: number },
): Promise<Readonly<Record<string, number>>> {
  const { visits } = await startTraffic({ ...options, maxRequests: options.clients, pauseMs: 0 }).ended;
  return clientsByBuild(visits);
}
