import { type NextRequest, NextResponse } from 'next/server';
import { answerFor, type Security } from './security-headers';

/**
 * Answers a request with the security headers. `respond` is for what else happens here, such as refreshing a session: it
 * gets the headers with which the page must be rendered, and gives the response.
 */
export async function secured(
  request: NextRequest,
  security: Security,
  respond: (headers: Headers) => NextResponse | Promise<NextResponse> = next,
): Promise<NextResponse> {
  const proto = request.headers.get('x-forwarded-proto') ?? request.nextUrl.protocol.replace(':', '');
  const { policy, nonce, headers } = answerFor(security, {
    path: request.nextUrl.pathname,
    isHttps: proto === 'https',
    isDevelopment: process.env.NODE_ENV === 'development',
  });
  const forPage = new Headers(request.headers);
  // Next.js reads the nonce from this header of the request and puts it on each script that it writes. Whatever a
  // client sent in these two is replaced.
  forPage.set('content-security-policy', policy);
  if (nonce === undefined) forPage.delete('x-nonce');
  else forPage.set('x-nonce', nonce);
  const response = await respond(forPage);
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

function next(headers: Headers): NextResponse {
  return NextResponse.next({ request: { headers } });
}
