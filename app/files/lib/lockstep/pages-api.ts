import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { NextApiRequest, NextApiResponse } from 'next';

type Answer = (request: Request) => Response | Promise<Response>;

/**
 * A route of the pages router from an answer to a Request. Each needs `export const config = { api: { bodyParser: false } }`
 * next to it where it reads a body, so that the answer decides how much of it is read.
 */
export function apiRoute(answer: Answer, method: 'GET' | 'POST') {
  return async (request: NextApiRequest, response: NextApiResponse): Promise<void> => {
    if (request.method !== method && !(method === 'GET' && request.method === 'HEAD')) {
      response.setHeader('allow', method);
      response.status(405).end();
      return;
    }
    const answered = await answer(requestOf(request));
    response.status(answered.status);
    answered.headers.forEach((value, name) => {
      response.setHeader(name, value);
    });
    response.end(Buffer.from(await answered.arrayBuffer()));
  };
}

function requestOf(request: NextApiRequest): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    for (const one of Array.isArray(value) ? value : [value ?? '']) headers.append(name, one);
  // What a client says of its host decides nothing here: the answers read the headers and the body alone.
  const url = new URL(request.url ?? '/', 'http://app.invalid');
  const { method = 'GET' } = request;
  if (method !== 'POST') return new Request(url, { method, headers });
  const body = Readable.toWeb(request) as ReadableStream<Uint8Array>;
  return new Request(url, { method, headers, body, duplex: 'half' } as RequestInit);
}
