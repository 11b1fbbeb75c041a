import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Ground } from './client.ts';

/** Visits the edge by Host header. */
export async function visit(ground: Ground, host: string, path = '/', headers: Record<string, string> = {}) {
  const { port } = ground.vercel.edge;
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string; json: unknown }>(
    (resolve, reject) => {
      request({ host: '127.0.0.1', port, path, headers: { host, ...headers }, agent: false }, (answer) => {
        text(answer).then((body) => {
          const isJson = answer.headers['content-type']?.includes('json') === true;
          const json = isJson ? JSON.parse(body) : undefined;
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: body, json });
        }, reject);
      })
        .on('error', reject)
        .end();
    },
  );
}
