import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { systemClock } from '@lockstep/base';
import { type Client, clientsOf } from './clients.ts';
import { summarise, type TrafficSummary, type Visit } from './visit.ts';

export interface TrafficOptions {
  /** On loopback. */
  readonly port: number;
  /** The Host header. */
  readonly host: string;
  /** `/` by default. */
  readonly path?: string;
  /** Keep-alive connections, each with one request at a time (4). */
  readonly connections?: number;
  /** What each connection waits between its requests, in milliseconds (10). */
  readonly pauseMs?: number;
  /**
   * Without a whole answer by then, a visit has failed, in milliseconds (30000): people wait on a busy machine, and how
   * long they did is in the latencies. What this process stood still itself does not count.
   */
  readonly timeoutMs?: number;
  /** It ends by itself after so many requests (100000) and so many milliseconds (120000). */
  readonly maxRequests?: number;
  readonly maxMs?: number;
  /**
   * So many clients in turn, each with a browser and cookies of its own, as a rolling release tells them apart. Without,
   * every request is of the same client, which keeps nothing.
   */
  readonly clients?: number;
  /** Reads the build from an answer; the header `x-lockstep-build` by default. */
  readonly buildOf?: (headers: IncomingHttpHeaders, body: string) => string | undefined;
  /** Ends it, as `stop` does. */
  readonly signal?: AbortSignal;
}

export interface TrafficReport {
  readonly visits: readonly Visit[];
  readonly summary: TrafficSummary;
}

export interface Traffic {
  /** All so far, in the order of their answers. */
  readonly visits: readonly Visit[];
  /** Resolves when it has ended, of itself or because it was told. */
  readonly ended: Promise<TrafficReport>;
  /** Sends nothing more, waits for the answers that are due, and reports. */
  stop(): Promise<TrafficReport>;
}

const byHeader = (headers: IncomingHttpHeaders) => headers['x-lockstep-build']?.toString();

/** Visits a host over and over, and records every visit. Never throws: what goes wrong is a failed visit. */
export function startTraffic(options: TrafficOptions): Traffic {
  const { connections = 4, pauseMs = 10, maxRequests = 100_000, maxMs = 120_000 } = options;
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const visits: Visit[] = [];
  const clients = clientsOf(options.clients ?? 0);
  const stopping = new AbortController();
  const over = setTimeout(() => stopping.abort(), maxMs);
  const stop = () => stopping.abort();
  if (options.signal?.aborted) stop();
  options.signal?.addEventListener('abort', stop, { once: true });
  let sent = 0;

  async function visitor(): Promise<void> {
    while (!stopping.signal.aborted && sent < maxRequests) {
      sent++;
      visits.push(await visit(agent, options, clients(sent - 1)));
      if (pauseMs > 0) await systemClock.sleep(pauseMs, stopping.signal).catch(() => undefined);
    }
  }
  const ended = Promise.all(Array.from({ length: connections }, visitor)).then(() => {
    clearTimeout(over);
    options.signal?.removeEventListener('abort', stop);
    agent.destroy();
    return { visits, summary: summarise(visits) };
  });
  return {
    visits,
    ended,
    stop: () => {
      stop();
      return ended;
    },
  };
}

const WAITS = 20;

async function visit(agent: Agent, options: TrafficOptions, client: Client | undefined): Promise<Visit> {
  const { port, host, path = '/', timeoutMs = 30_000, buildOf } = options;
  const sentAt = Date.now();
  return new Promise<Visit>((resolve) => {
    const outgoing = request({ host: '127.0.0.1', port, path, agent, headers: { host, ...client?.headers() } });
    const who = client === undefined ? {} : { client: client.nth };
    let isLate = false;
    let waited = 0;
    // By many short waits, of which a standstill is one: its end finds the timer due before the answer that has come.
    const timer = setInterval(() => {
      if (++waited < WAITS) return;
      isLate = true;
      outgoing.destroy();
    }, timeoutMs / WAITS);
    const fail = (cause: NodeJS.ErrnoException) => {
      clearInterval(timer);
      const error = isLate ? `no answer within ${timeoutMs} ms` : (cause.code ?? cause.message);
      resolve({ sentAt, answeredAt: Date.now(), status: 0, host, error, ...who });
    };
    outgoing.on('error', fail);
    outgoing.on('response', (incoming) => {
      client?.keep(incoming.headers['set-cookie']);
      text(incoming)
        .then((body) => {
          const build = buildOf === undefined ? byHeader(incoming.headers) : buildOf(incoming.headers, body);
          const status = incoming.statusCode ?? 0;
          clearInterval(timer);
          resolve({ sentAt, answeredAt: Date.now(), status, host, ...who, ...(build !== undefined && { build }) });
        })
        .catch(fail);
    });
    outgoing.end();
  });
}
