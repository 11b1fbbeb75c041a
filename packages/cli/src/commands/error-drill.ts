import { InputError, type Verdict } from '@lockstep/base';
import type { Call, Command } from '../command.ts';

export const errorDrill: Command = {
  name: 'error-drill',
  summary: 'asks your app for an error, to prove that errors arrive where you look for them',
  details: `
Sends one signed request to the route of the error drill (\`lockstep add errors\`), which throws an error in your app. The
audit of the platform then looks for its event at Sentry, with the same secret and release (line \`sentry.drill-event\`).

The secret comes from the environment: LOCKSTEP_DRILL_SECRET, at least 32 characters, the same as in the app; and
VERCEL_AUTOMATION_BYPASS_SECRET for an app behind Deployment Protection.

  lockstep error-drill --url https://shop.example.com --release shop@1.2.3

Ends with 0 where the app threw the error, 1 where it did not, 2 where there was no answer.`,
  arguments: [],
  options: [
    { name: 'url', value: 'URL', meaning: 'address of the app; the path is /api/error-drill unless it has one' },
    { name: 'release', value: 'NAME', meaning: 'name of the release at Sentry; or SENTRY_RELEASE' },
    { name: 'id', value: 'NAME', meaning: 'name of this drill, in the error; a random one where it is absent' },
  ],
  run: async (call) => runDrill(call),
};

const WAIT_MS = 30_000;

async function runDrill(call: Call): Promise<Verdict> {
  const { DRILL_ID, DRILL_RELEASE, LEAST_SECRET, drillHeader, DRILL_HEADER } = await import('@lockstep/platform');
  const secret = process.env['LOCKSTEP_DRILL_SECRET'] ?? '';
  const address = call.text('url');
  const release = call.text('release') || (process.env['SENTRY_RELEASE'] ?? '');
  const id = call.text('id') || crypto.randomUUID();
  const problems = [
    ...(isWebAddress(address) ? [] : ['--url: expected an address like https://shop.example.com']),
    ...(DRILL_RELEASE.test(release)
      ? []
      : ['--release: expected the name of a release, of at most 200 letters, digits and . _ @ + -']),
    ...(DRILL_ID.test(id) ? [] : ['--id: expected at most 64 letters, digits, _ and -']),
    ...(secret.length >= LEAST_SECRET
      ? []
      : [`LOCKSTEP_DRILL_SECRET: expected the secret of the app, of at least ${LEAST_SECRET} characters`]),
  ];
  if (problems.length > 0) throw new InputError(problems);
  const url = new URL(address);
  if (url.pathname === '/') url.pathname = '/api/error-drill';
  const bypass = process.env['VERCEL_AUTOMATION_BYPASS_SECRET'] ?? '';
  const headers = {
    [DRILL_HEADER]: drillHeader(secret, { atSeconds: Math.floor(Date.now() / 1_000), id, release }),
    ...(bypass === '' ? {} : { 'x-vercel-protection-bypass': bypass }),
  };
  const status = await statusOf(url, headers, call.signal);
  return told(call, { id, release, status, url: `${url.origin}${url.pathname}` });
}

function isWebAddress(address: string): boolean {
  return URL.canParse(address) && ['http:', 'https:'].includes(new URL(address).protocol);
}

/** Undefined where there was no answer. Redirects are not followed: what is signed is for this address alone. */
async function statusOf(
  url: URL,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<number | undefined> {
  try {
    const within = AbortSignal.any([signal, AbortSignal.timeout(WAIT_MS)]);
    const response = await fetch(url, { method: 'POST', redirect: 'manual', headers, signal: within });
    await response.body?.cancel();
    return response.status;
  } catch {
    if (signal.aborted) throw signal.reason;
    return undefined;
  }
}

interface Drilled {
  readonly id: string;
  readonly release: string;
  readonly status: number | undefined;
  readonly url: string;
}

function told(call: Call, drilled: Drilled): Verdict {
  const { id, status, url } = drilled;
  const verdict: Verdict = status === undefined ? 'unknown' : status === 500 ? 'pass' : 'fail';
  if (call.json) call.terminal.write(`${JSON.stringify({ verdict, ...drilled, status: status ?? null })}\n`);
  else call.terminal.write(`${meaning(url, status)} Drill ${id}.\n`);
  return verdict;
}

function meaning(url: string, status: number | undefined): string {
  if (status === undefined) return `${url} did not answer.`;
  if (status === 500) return `${url} answered 500: the app threw the error.`;
  if (status === 404)
    return `${url} answered 404: the route is not there, or the app has another LOCKSTEP_DRILL_SECRET or another time.`;
  return `${url} answered ${status}: the app did not throw the error. Expected 500.`;
}
