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
  return new Request(url, { method, headers, body: bodyOf(request), duplex: 'half' } as RequestInit);
}

/** By its events: behind a middleware Next.js 14 gives a request that is no whole stream of Node's. */
function bodyOf(request: NextApiRequest): ReadableStream<Uint8Array> {
  let isOver = false;
  return new ReadableStream({
    start(controller) {
      const once = (end: () => void) => {
        if (!isOver) end();
        isOver = true;
      };
      request.on('data', (piece: Uint8Array) => {
        if (!isOver) controller.enqueue(new Uint8Array(piece));
      });
      request.on('end', () => once(() => controller.close()));
      request.on('error', (error) => once(() => controller.error(error)));
    },
    cancel() {
      // What is left is received and dropped.
      isOver = true;
    },
  });
}
