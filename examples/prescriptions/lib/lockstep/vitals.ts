/** Beacons of Web Vitals: what a browser sends, and what of it is believed. */

export interface Vital {
  readonly name: string;
  readonly value: number;
  readonly rating: string;
  readonly route: string;
}

/** FID is no longer measured: INP took its place. */
const NAMES = ['CLS', 'FCP', 'INP', 'LCP', 'TTFB'];
const RATINGS = ['good', 'needs-improvement', 'poor'];
const MOST_BYTES = 1_024;

/** The answer to a beacon. Anyone can send one, so it is short, of a known form, and holds no text of the sender. */
export async function vitalsAnswer(
  request: Request,
  keep: (vital: Vital) => void | Promise<void> = (vital) =>
    console.log(JSON.stringify({ event: 'web-vital', ...vital })),
): Promise<Response> {
  const text = await firstBytes(request, MOST_BYTES);
  const vital = text === undefined ? undefined : readVital(text);
  if (vital === undefined) return empty(400);
  await keep(vital);
  return empty(204);
}

export function readVital(text: string): Vital | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { name, value, rating, route } = (json ?? {}) as Record<string, unknown>;
  if (typeof name !== 'string' || !NAMES.includes(name)) return undefined;
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0 || value > 600_000) return undefined;
  if (typeof rating !== 'string' || !RATINGS.includes(rating)) return undefined;
  if (typeof route !== 'string' || !/^\/[\w/[\].-]{0,100}$/.test(route)) return undefined;
  return { name, value: Math.round(value * 1_000) / 1_000, rating, route };
}

/** Undefined where there are more: nothing is read beyond. */
async function firstBytes(request: Request, most: number): Promise<string | undefined> {
  const reader = request.body?.getReader();
  if (reader === undefined) return undefined;
  const decoder = new TextDecoder();
  let text = '';
  for (let bytes = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > most) {
      await reader.cancel();
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}

function empty(status: number): Response {
  return new Response(null, { status, headers: { 'cache-control': 'no-store' } });
}
