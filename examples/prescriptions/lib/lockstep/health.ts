/**
 * Answers for /api/health, /api/health/live and /api/health/ready, in the formats that Lockstep's health-gate reads.
 * Answers are public: they name checks and never say why one failed. The reason goes to your own log.
 */

/** Resolves if all is well, throws or rejects if not; `'warn'` is for what works with limits. */
export interface Check {
  readonly run: (signal: AbortSignal) => Promise<unknown>;
  /** `false`: its failure makes the answer degraded (200), not unhealthy (503). Default `true`. */
  readonly critical?: boolean;
  /** Default 3000. A check that does not settle by then has failed. */
  readonly timeoutMs?: number;
}

export type Checks = Readonly<Record<string, Check>>;

interface Settings {
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Where reasons go: your log, not the answer. */
  readonly report?: (check: string, error: unknown) => void;
}

type State = 'pass' | 'warn' | 'fail';

interface CheckResult {
  readonly status: State;
  readonly responseTime: number;
}

/** That the app runs, whatever its database does. */
export function liveAnswer(request: Request): Response {
  isRead(request);
  return answer(200, { status: 'alive', timestamp: new Date().toISOString() });
}

/** Whether the app is healthy, and which build this is. */
export async function healthAnswer(request: Request, checks: Checks, settings: Settings = {}): Promise<Response> {
  isRead(request);
  const { env = process.env } = settings;
  const results = await runAll(checks, settings);
  const states = Object.values(results).map(({ status }) => status);
  // Without a check nothing is known, and that is not healthy.
  const isDown = states.length === 0 || states.includes('fail');
  const status = isDown ? 'unhealthy' : states.includes('warn') ? 'degraded' : 'healthy';
  return answer(isDown ? 503 : 200, {
    status,
    timestamp: new Date().toISOString(),
    checks: results,
    metadata: {
      deployment_id: env['VERCEL_DEPLOYMENT_ID'],
      git_commit: env['VERCEL_GIT_COMMIT_SHA'],
      environment: env['VERCEL_ENV'],
    },
  });
}

/**
 * Whether the app has all that it needs to serve: the variables of its environment, and its critical checks. Only a
 * caller with the token (`Authorization: Bearer …`, the variable HEALTH_TOKEN) sees which one is missing.
 */
export async function readyAnswer(
  request: Request,
  { checks, variables }: { readonly checks: Checks; readonly variables: readonly string[] },
  settings: Settings = {},
): Promise<Response> {
  const { env = process.env } = settings;
  const mayKnow = await holdsToken(request.headers.get('authorization'), env['HEALTH_TOKEN']);
  const critical = Object.fromEntries(Object.entries(checks).filter(([, { critical = true }]) => critical));
  const results = await runAll(critical, settings);
  const list = [
    ...variables.map((name) => ({ component: name, ready: isSet(env[name]) })),
    ...Object.entries(results).map(([component, { status }]) => ({ component, ready: status === 'pass' })),
  ];
  const isReady = list.length > 0 && list.every(({ ready }) => ready);
  return answer(isReady ? 200 : 503, {
    status: isReady ? 'ready' : 'not ready',
    timestamp: new Date().toISOString(),
    checks: mayKnow ? list : [{ component: 'app', ready: isReady }],
  });
}

/** `vercel env pull` writes [SENSITIVE] in place of a sensitive value; a build with that word has no key. */
function isSet(value: string | undefined): boolean {
  return value !== undefined && value.trim() !== '' && value !== '[SENSITIVE]';
}

async function runAll(checks: Checks, settings: Settings): Promise<Record<string, CheckResult>> {
  const entries = Object.entries(checks).map(async ([name, check]) => [name, await runOne(name, check, settings)]);
  return Object.fromEntries(await Promise.all(entries));
}

async function runOne(name: string, check: Check, { report = log }: Settings): Promise<CheckResult> {
  const { run, critical = true, timeoutMs = 3_000 } = check;
  const began = Date.now();
  const end = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new Error(`no answer within ${timeoutMs} ms`);
      reject(error);
      end.abort(error);
    }, timeoutMs);
  });
  let status: State;
  try {
    // In a promise, so that a check that throws at once has failed as well.
    const work = Promise.resolve().then(() => run(end.signal));
    status = (await Promise.race([work, late])) === 'warn' ? 'warn' : 'pass';
  } catch (error) {
    report(name, error);
    status = critical ? 'fail' : 'warn';
  } finally {
    clearTimeout(timer);
  }
  return { status, responseTime: Date.now() - began };
}

/** The name and the code alone: messages of database drivers can hold addresses, users and values of rows. */
function log(check: string, error: unknown): void {
  const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown };
  console.error(JSON.stringify({ event: 'health-check-failed', check, error: String(name), code: String(code ?? '') }));
}

async function holdsToken(header: string | null, token: string | undefined): Promise<boolean> {
  if (!isSet(token) || header === null) return false;
  const [given, expected] = await Promise.all([digest(header), digest(`Bearer ${token}`)]);
  // Digests of equal length, compared to their end: how long it takes says nothing about the token.
  return given.reduce((difference, byte, index) => difference | (byte ^ (expected[index] ?? 0)), 0) === 0;
}

async function digest(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
}

/**
 * Reads something of the request. A route that does is never prerendered, in Next.js 14 to 16, with cacheComponents or
 * without; one that does not gives the answer of build time forever in Next.js 14.
 */
function isRead(request: Request): void {
  request.headers.get('accept');
}

function answer(status: number, body: unknown): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
}
