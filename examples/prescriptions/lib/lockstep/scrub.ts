/**
 * What of an error may leave the app: a list of what is allowed, and nothing else. Messages are not on it: they hold what
 * went wrong with whose data, and database drivers put connection strings into them.
 */

/** Tags that say something of the build or the platform, and nothing of a person. */
const TAGS = ['environment', 'release', 'runtime', 'route', 'router', 'deployment'];
const CONTEXTS = ['runtime', 'trace', 'app', 'os'];
const FRAME = ['filename', 'function', 'lineno', 'colno', 'in_app', 'module', 'debug_id'];
const EVENT = ['event_id', 'timestamp', 'platform', 'level', 'release', 'environment', 'sdk', 'fingerprint', 'type'];

type Json = Readonly<Record<string, unknown>>;

/** For `beforeSend` and `beforeSendTransaction` of Sentry, with `sendDefaultPii: false`. `hint` has the error itself. */
export function scrubEvent<Event extends object>(event: Event, hint?: { readonly originalException?: unknown }): Event {
  const given = event as Json;
  const kept: Record<string, unknown> = pick(given, EVENT);
  const values = listOf(asObject(given['exception'])['values']).map((exception) => {
    const { type, mechanism, stacktrace } = asObject(exception);
    const frames = listOf(asObject(stacktrace)['frames']).map((frame) => pick(asObject(frame), FRAME));
    return {
      type: word(type),
      value: '[removed]',
      mechanism: pick(asObject(mechanism), ['type', 'handled']),
      stacktrace: { frames },
    };
  });
  if (values.length > 0) kept['exception'] = { values };
  const debug = asObject(given['debug_meta'])['images'];
  if (debug !== undefined) kept['debug_meta'] = { images: debug };
  const { method, url } = asObject(given['request']);
  if (method !== undefined || url !== undefined)
    kept['request'] = { method: word(method), url: typeof url === 'string' ? pathPattern(url) : undefined };
  if (typeof given['transaction'] === 'string') kept['transaction'] = pathPattern(given['transaction']);
  kept['tags'] = { ...pick(asObject(given['tags']), TAGS), ...drillTag(hint?.originalException) };
  kept['contexts'] = pick(asObject(given['contexts']), CONTEXTS);
  return kept as Event;
}

/** Of an error drill, what proves that it is one: a time, a name and a signature. */
function drillTag(error: unknown): Json {
  const { name, proof } = asObject(error);
  const isProof = typeof proof === 'string' && /^t=\d{10},id=[\w-]{1,64},v1=[0-9a-f]{64}$/.test(proof);
  return name === 'ErrorDrill' && isProof ? { 'lockstep.drill': proof } : {};
}

/** One line for the log of the platform: what kind of error, where, and nothing of what was in it. */
export function errorRecord(error: unknown, where: { readonly method?: string; readonly route?: string }): Json {
  const { name, code, digest, stack } = asObject(error);
  return {
    event: 'request-error',
    name: word(name),
    code: word(code),
    digest: word(digest),
    method: word(where.method),
    route: where.route === undefined ? '' : pathPattern(where.route),
    at: typeof stack === 'string' ? framesOf(stack) : [],
  };
}

/** `/patients/8217/notes?q=Anna` → `/patients/[id]/notes`: no query, and no segment that looks like a key. */
export function pathPattern(path: string): string {
  const [own = ''] = path.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '').split(/[?#]/);
  return own
    .split('/')
    .map((segment) => (/^[a-z]{1,24}(?:[-_][a-z]{1,24}){0,4}$|^\[.*\]$|^$|^\w+ $/.test(segment) ? segment : '[id]'))
    .join('/');
}

/** The places of a stack, without its first line: that is the message. */
function framesOf(stack: string): readonly string[] {
  const lines = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return lines.slice(0, 10).map((line) => line.trim());
}

/** An identifier as it is; anything longer or with spaces is a text, and texts are not let out. */
function word(value: unknown): string {
  return typeof value === 'string' && /^[\w.:-]{1,64}$/.test(value) ? value : '';
}

function pick(from: Json, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.filter((name) => from[name] !== undefined).map((name) => [name, from[name]]));
}

function asObject(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
