import { createHash } from 'node:crypto';
import {
  type Clock,
  cancellation,
  type Logger,
  RemoteError,
  type RetryPolicy,
  retry,
  withDeadline,
} from '@lockstep/base';
import { AwsV4Signer } from 'aws4fetch';
import { failureOf, noAnswer, type Refused } from './failure.ts';
import type { S3Place } from './place.ts';
import { nameOf, type S3Request, withoutChecksums } from './request.ts';
import { nodeTransport, type Transport, type WireAnswer } from './transport.ts';

export interface S3Tools {
  readonly clock: Clock;
  readonly log: Logger;
  /** Node's own when absent. */
  readonly transport?: Transport;
  /** For the answer to one request, and for the next bytes of one, in milliseconds (30s). What is sent adds to it. */
  readonly requestTimeoutMs?: number;
  readonly retry?: RetryPolicy;
  readonly random?: () => number;
}

export interface S3Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** An answer whose body still comes. Who has it reads it to its end, or ends it. */
export interface S3Stream {
  readonly headers: Headers;
  readonly body: AsyncIterable<Uint8Array>;
  end(): void;
}

const TIMEOUT_MS = 30_000;
/** 1 Mbit/s: what is sent slower than that is not coming. */
const SLOWEST_BYTES_PER_MS = 125;
const POLICY: RetryPolicy = { attempts: 6, firstDelayMs: 500, maxDelayMs: 15_000, budgetMs: 600_000 };
const NOTHING = new Uint8Array();

/** Signed requests to one bucket, each with a deadline. */
export class S3Store {
  readonly place: S3Place;
  readonly tools: S3Tools;
  readonly timeoutMs: number;
  readonly #transport: Transport;
  #keepsChecksums = true;
  readonly #keys = new Map<string, ArrayBuffer>();

  constructor(place: S3Place, tools: S3Tools) {
    this.place = place;
    this.tools = tools;
    this.timeoutMs = tools.requestTimeoutMs ?? TIMEOUT_MS;
    this.#transport = tools.transport ?? nodeTransport;
  }

  /** The key as the bucket has it. */
  fullKey(key: string): string {
    return this.place.prefix === '' ? key : `${this.place.prefix}/${key}`;
  }

  /** False once a store has refused checksums, as Backblaze B2 does: then MD5 digests and ETags have to do. */
  get keepsChecksums(): boolean {
    return this.#keepsChecksums;
  }

  /**
   * One request; any answer is one. Throws RemoteError where there is none. Where a store refuses what has a checksum in
   * its head, and takes it without, it gets none from then on.
   */
  async once(request: S3Request, signal: AbortSignal | undefined): Promise<S3Answer> {
    const plain = withoutChecksums(request);
    if (plain === request) return this.#exchange(request, signal);
    if (!this.#keepsChecksums) return this.#exchange(plain, signal);
    const answer = await this.#exchange(request, signal);
    const isRefused = answer.status === 400 || answer.status === 501;
    // Bytes that were changed on their way are no such refusal.
    if (!isRefused || this.failure(request, answer).retryable) return answer;
    const second = await this.#exchange(plain, signal);
    const isTaken = second.status < 300 || second.status === 404 || second.status === 412;
    if (isTaken) this.#keepsChecksums = false;
    return isTaken ? second : answer;
  }

  async #exchange(request: S3Request, signal: AbortSignal | undefined): Promise<S3Answer> {
    const what = nameOf(request);
    const { clock } = this.tools;
    const ms = this.timeoutMs + (request.body?.length ?? 0) / SLOWEST_BYTES_PER_MS;
    try {
      return await withDeadline(
        what,
        ms,
        async (inner) => {
          const { body, headers, status } = await this.#send(request, inner);
          return { status, headers, text: await textIn(body) };
        },
        { clock, signal },
      );
    } catch (cause) {
      if (signal?.aborted) throw cancellation(signal);
      throw noAnswer(what, cause);
    }
  }

  /** Tried again while it may pass. Only for what may be done as often as one likes. */
  retried<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
    const { clock, log, random } = this.tools;
    return retry(work, this.tools.retry ?? POLICY, {
      clock,
      ...(signal === undefined ? {} : { signal }),
      ...(random === undefined ? {} : { random }),
      onRetry: (error, attempt, delayMs) =>
        log.debug(
          `${error instanceof Error ? error.message : error}: try ${attempt} again in ${Math.round(delayMs)} ms`,
        ),
    });
  }

  failure(request: S3Request, answer: Refused): RemoteError {
    return failureOf(nameOf(request), answer, this.tools.clock.now());
  }

  /** The head of an answer, within the deadline; its body comes later, each time within the deadline. */
  async stream(request: S3Request, signal: AbortSignal | undefined): Promise<S3Stream> {
    const what = nameOf(request);
    const { clock } = this.tools;
    const own = new AbortController();
    const end = () => own.abort();
    const within = <T>(work: () => Promise<T>) => withDeadline(what, this.timeoutMs, work, { clock, signal });
    const failed = (cause: unknown) => {
      end();
      if (cause instanceof RemoteError) return cause;
      return signal?.aborted === true ? cancellation(signal) : noAnswer(what, cause);
    };
    try {
      const answer = await within(() => this.#send(request, own.signal));
      const { headers, status } = answer;
      if (status >= 300) {
        const text = await within(() => textIn(answer.body));
        throw this.failure(request, { status, headers, text });
      }
      const chunks = answer.body[Symbol.asyncIterator]();
      async function* body(): AsyncIterable<Uint8Array> {
        try {
          for (;;) {
            const next = await within(() => chunks.next()).catch((cause) => {
              throw failed(cause);
            });
            if (next.done === true) return;
            yield next.value;
          }
        } finally {
          end();
        }
      }
      return { headers, body: body(), end };
    } catch (cause) {
      throw failed(cause);
    }
  }

  /** Redirects are not followed: a signature is made for one host. */
  async #send({ body, headers, key, method, query = {} }: S3Request, signal: AbortSignal): Promise<WireAnswer> {
    const { accessKeyId, secretAccessKey, sessionToken } = this.place.credentials;
    // As S3 counts it: a space is %20 and never +.
    const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
    const path = key === undefined ? '' : this.fullKey(key);
    const signed = await new AwsV4Signer({
      method,
      url: `${this.place.address}/${path}${pairs.length === 0 ? '' : `?${pairs.join('&')}`}`,
      headers: {
        ...headers,
        'x-amz-content-sha256': createHash('sha256')
          .update(body ?? NOTHING)
          .digest('hex'),
      },
      accessKeyId,
      secretAccessKey: secretAccessKey.reveal(),
      ...(sessionToken === undefined ? {} : { sessionToken: sessionToken.reveal() }),
      service: 's3',
      region: this.place.region,
      cache: this.#keys,
    }).sign();
    return this.#transport({ method, url: signed.url, headers: Object.fromEntries(signed.headers), body, signal });
  }
}

async function textIn(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
