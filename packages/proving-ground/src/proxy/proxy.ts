import { connect, createServer, type Socket } from 'node:net';
import { Transform, type TransformCallback } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { listen } from '../net/listen.ts';
import type { Scope } from '../scope/scope.ts';

export interface ProxyOptions {
  /** Added to each direction of every connection (0): a round trip costs twice as much. */
  readonly delayMs?: number;
  /** Cuts a connection as soon as it has passed on so many bytes; the byte that reaches the count still passes. */
  readonly cutAfterBytes?: { readonly toServer?: number; readonly toClient?: number };
}

export interface Proxy {
  readonly port: number;
  /** Connections open now. */
  readonly connections: number;
  /** Bytes passed on so far, over all connections. */
  readonly passed: { readonly toServer: number; readonly toClient: number };
  /** Resets every open connection, on both sides. */
  cut(): void;
  /** Changes the rules, for the connections open now too; counts of bytes start again from here. */
  set(options: ProxyOptions): void;
}

type Way = 'toServer' | 'toClient';

/** A TCP proxy in front of a loopback port, with latency and cuts, as long as the scope lasts. */
export async function startProxy(scope: Scope, targetPort: number, options: ProxyOptions = {}): Promise<Proxy> {
  let rules = options;
  const passed = { toServer: 0, toClient: 0 };
  const pairs = new Set<Pair>();
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
    const upstream = connect({ port: targetPort, host: '127.0.0.1', allowHalfOpen: true, noDelay: true });
    const pair = new Pair(client, upstream, () => pairs.delete(pair));
    pairs.add(pair);
    for (const way of ['toServer', 'toClient'] as const) {
      pair.pump(way, {
        delayMs: () => rules.delayMs ?? 0,
        limit: () => rules.cutAfterBytes?.[way] ?? Number.POSITIVE_INFINITY,
        onPassed: (bytes) => {
          passed[way] += bytes;
        },
      });
    }
  });
  const cut = () => {
    for (const pair of [...pairs]) pair.cut();
  };
  scope.defer('proxy', async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    cut();
    await closed;
  });
  const port = await listen(server);
  return {
    port,
    passed,
    get connections() {
      return pairs.size;
    },
    cut,
    set: (next) => {
      rules = next;
      for (const pair of pairs) pair.startCounting();
    },
  };
}

interface Rules {
  delayMs(): number;
  limit(): number;
  onPassed(bytes: number): void;
}

/** One connection: the client's socket and ours to the server. */
class Pair {
  readonly #client: Socket;
  readonly #upstream: Socket;
  readonly #counted = { toServer: 0, toClient: 0 };

  constructor(client: Socket, upstream: Socket, onGone: () => void) {
    this.#client = client;
    this.#upstream = upstream;
    for (const socket of [client, upstream]) {
      socket.on('error', () => this.cut());
      socket.on('close', () => {
        if (client.destroyed && upstream.destroyed) onGone();
      });
    }
  }

  pump(way: Way, rules: Rules): void {
    const [from, to] = way === 'toServer' ? [this.#client, this.#upstream] : [this.#upstream, this.#client];
    const gate = new Transform({
      transform: (chunk: Buffer, _encoding, done: TransformCallback) => {
        const room = rules.limit() - this.#counted[way];
        const part = chunk.length < room ? chunk : chunk.subarray(0, room);
        this.#counted[way] += part.length;
        rules.onPassed(part.length);
        if (part.length === chunk.length && chunk.length < room) return done(null, part);
        // Reset only when the other side has been handed what still passes.
        to.write(part, () => this.cut());
      },
    });
    from.pipe(delay(rules)).pipe(gate).pipe(to);
  }

  startCounting(): void {
    this.#counted.toServer = 0;
    this.#counted.toClient = 0;
  }

  cut(): void {
    for (const socket of [this.#client, this.#upstream]) if (!socket.destroyed) socket.resetAndDestroy();
  }
}

/** Lets every chunk, and the end, through `delayMs` after it came: latency without a limit on what is under way. */
function delay(rules: Rules): Transform {
  let queue = Promise.resolve();
  const later = (release: () => void) => {
    const due = Date.now() + rules.delayMs();
    queue = queue.then(async () => {
      const ms = due - Date.now();
      if (ms > 0) await sleep(ms, undefined, { ref: false });
      release();
    });
  };
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      later(() => this.push(chunk));
      done();
    },
    flush: (done) => later(done),
  });
}
