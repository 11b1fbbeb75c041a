import { errorRecord } from './lib/lockstep/scrub';

/** Once, when a server starts. The place for `Sentry.init` or `registerOTel`. */
export function register(): void {
  const commit = process.env['VERCEL_GIT_COMMIT_SHA'] ?? '';
  console.log(JSON.stringify({ event: 'started', deployment: process.env['VERCEL_DEPLOYMENT_ID'] ?? '', commit }));
}

/** Each error of a page, a route or an action (Next.js 15 and later). One line in the log, without its message. */
export function onRequestError(
  error: unknown,
  request: { readonly method: string },
  context: { readonly routePath: string },
): void {
  console.error(JSON.stringify(errorRecord(error, { method: request.method, route: context.routePath })));
}
