import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultEffect } from '../faults/faults.ts';

/**
 * Lets a planted fault have its way with a visit. True where that was all there is to answer. The path that a fault is
 * matched against begins with the host. `stale` is left to the caller.
 */
export async function strike(effect: FaultEffect | undefined, outgoing: ServerResponse): Promise<boolean> {
  switch (effect?.kind) {
    case undefined:
    case 'stale':
      return false;
    case 'actor':
      await effect.act();
      return false;
    case 'hang':
      return true;
    case 'reset-before':
      outgoing.destroy();
      return true;
    case 'reset-after':
      cutAfterWork(outgoing);
      return false;
    case 'cut':
      cutShort(outgoing, effect.bytes);
      return false;
    case 'slow':
      trickle(outgoing, effect.ms);
      return false;
    case 'status':
      outgoing.writeHead(effect.status, { 'content-type': 'application/json', ...effect.headers });
      outgoing.end(JSON.stringify(effect.body ?? { planted: effect.status }));
      return true;
    case 'html':
      outgoing.writeHead(effect.status, { 'content-type': 'text/html' });
      outgoing.end(`<html><head><title>${effect.status}</title></head><body>upstream trouble</body></html>`);
      return true;
  }
}

/** The function does its work, and its answer is lost with the connection. */
function cutAfterWork(outgoing: ServerResponse): void {
  outgoing.writeHead = () => {
    outgoing.destroy();
    return outgoing;
  };
  outgoing.write = () => false;
}

/** Lets so many bytes of the body out, and then ends the connection. */
function cutShort(outgoing: ServerResponse, bytes: number): void {
  const write = outgoing.write.bind(outgoing);
  let left = bytes;
  const pass = (chunk: unknown, isLast: boolean) => {
    const part = Buffer.from((chunk ?? '') as Uint8Array).subarray(0, left);
    left -= part.length;
    if (isLast || left === 0) write(part, () => outgoing.destroy());
    else write(part);
  };
  outgoing.write = (chunk: Uint8Array | string) => {
    pass(chunk, false);
    return true;
  };
  outgoing.end = (chunk?: unknown) => {
    pass(chunk, true);
    return outgoing;
  };
}

/** Holds the answer's body back and lets it out in ten steps. */
function trickle(outgoing: ServerResponse, ms: number): void {
  const write = outgoing.write.bind(outgoing);
  const end = outgoing.end.bind(outgoing);
  const held: Buffer[] = [];
  const letOut = async () => {
    const body = Buffer.concat(held);
    const step = Math.max(1, Math.ceil(body.length / 10));
    for (let from = 0; from < body.length && !outgoing.destroyed; from += step) {
      write(body.subarray(from, from + step));
      await sleep(ms / 10);
    }
    end();
  };
  outgoing.write = (chunk: Uint8Array | string) => {
    held.push(Buffer.from(chunk as Uint8Array));
    return true;
  };
  outgoing.end = (chunk?: unknown) => {
    if (chunk !== undefined) held.push(Buffer.from(chunk as Uint8Array));
    void letOut();
    return outgoing;
  };
}
