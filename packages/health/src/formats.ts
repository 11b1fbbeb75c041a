import { identifier, word } from './fields.ts';
import { type Identity, identityOf, noIdentity } from './identity.ts';
import type { Check, FormatName, Health, Reading } from './reading.ts';

type Json = Readonly<Record<string, unknown>>;

/** What a format promises, beside how to read it: the consistency rules hold an answer to it. */
export interface Format {
  readonly name: FormatName;
  /** Whether an answer of unknown format is one of this. */
  readonly recognises: (body: unknown, contentType: string) => boolean;
  readonly read: (body: unknown) => Reading;
  /** Whether the status code is the one that goes with a state of health. */
  readonly statusFits: (health: Health, status: number) => boolean;
  readonly needs: readonly ('checks' | 'timestamp')[];
  /** Whether the contract has a place for the build's identity. */
  readonly identifies: boolean;
  /** Its checks, if it has any, are not looked at: they cannot be asked for by name either. */
  readonly withoutChecks?: true;
}

const ok = (status: number) => status === 200;
const success = (status: number) => status >= 200 && status < 300;
const unavailable = (status: number) => status === 503;

/** healthy and degraded answer 200, unhealthy 503. */
const exact = (health: Health, status: number) => (health === 'unhealthy' ? unavailable(status) : ok(status));

/** draft-inadarei-api-health-check, section 3: pass and warn in 2xx or 3xx, fail in 4xx or 5xx. */
const byClass = (health: Health, status: number) =>
  health === 'unhealthy' ? status >= 400 && status < 600 : status >= 200 && status < 400;

/** `{status: healthy|degraded|unhealthy, timestamp, checks: {NAME: {status: pass|warn|fail}}, metadata}` */
const health: Format = {
  name: 'health',
  recognises: (body) => isObject(body) && ['healthy', 'degraded', 'unhealthy'].includes(String(body['status'])),
  read: (body) => {
    const json = asObject(body);
    const metadata = asObject(json['metadata']);
    return reading(
      'health',
      json['status'],
      words({ healthy: 'healthy', degraded: 'degraded', unhealthy: 'unhealthy' }),
      {
        checks: namedChecks(json['checks'], 'status', checkWords),
        timestamp: json['timestamp'],
        identity: {
          deployment: identifier(metadata['deployment_id']),
          commit: identifier(metadata['git_commit']),
        },
      },
    );
  },
  statusFits: exact,
  needs: ['checks', 'timestamp'],
  identifies: true,
};

/** `{status: ready|not ready|error, checks: [{component, ready, message}]}` */
const ready: Format = {
  name: 'ready',
  recognises: (body) =>
    isObject(body) && ['ready', 'not ready', 'error'].includes(String(body['status'])) && !('details' in body),
  read: (body) => {
    const json = asObject(body);
    const list = json['checks'];
    const checks = Array.isArray(list)
      ? list.map((entry: unknown): Check => {
          const check = asObject(entry);
          const state = check['ready'] === true ? 'pass' : check['ready'] === false ? 'fail' : 'unclear';
          return { name: word(check['component']), state };
        })
      : undefined;
    return reading('ready', json['status'], words({ ready: 'healthy', 'not ready': 'unhealthy', error: 'unhealthy' }), {
      checks,
      timestamp: json['timestamp'],
    });
  },
  statusFits: exact,
  needs: ['checks'],
  identifies: false,
};

/** `{status: alive, timestamp, pid, uptime}` */
const live: Format = {
  name: 'live',
  recognises: (body) => isObject(body) && body['status'] === 'alive',
  read: (body) => {
    const json = asObject(body);
    return reading('live', json['status'], words({ alive: 'healthy' }), {
      timestamp: json['timestamp'],
      uptime: json['uptime'],
    });
  },
  statusFits: exact,
  needs: ['timestamp'],
  identifies: false,
};

/** draft-inadarei-api-health-check-06; `checks` is an object of arrays. */
const ietf: Format = {
  name: 'health+json',
  recognises: (body, contentType) =>
    isObject(body) &&
    (contentType.includes('application/health+json') ||
      (ietfWords(body['status']) !== undefined && Object.values(asObject(body['checks'])).some(Array.isArray))),
  read: (body) => {
    const json = asObject(body);
    const checks = isObject(json['checks'])
      ? Object.entries(json['checks']).flatMap(([name, entries]): Check[] =>
          (Array.isArray(entries) ? entries : [entries]).map((entry: unknown) => {
            // Section 4.5: a check without a status reports a value and judges nothing.
            const status = asObject(entry)['status'];
            return { name: word(name), state: status === undefined ? 'pass' : ietfStates(status) };
          }),
        )
      : [];
    return reading('health+json', json['status'], ietfWords, {
      checks,
      timestamp: newest(json['checks']),
      identity: identityOf(json['releaseId']),
    });
  },
  statusFits: byClass,
  needs: [],
  identifies: true,
};

/** Spring Boot Actuator: `{status: UP|DOWN|OUT_OF_SERVICE|UNKNOWN, components}`; UP and UNKNOWN answer 200. */
const actuator: Format = {
  name: 'actuator',
  recognises: (body) => isObject(body) && actuatorWords(body['status']) !== undefined,
  read: (body) => {
    const json = asObject(body);
    return reading('actuator', json['status'], actuatorWords, {
      checks:
        namedChecks(json['components'] ?? json['details'], 'status', (value) => stateOf(actuatorWords(value))) ?? [],
    });
  },
  statusFits: exact,
  needs: [],
  identifies: false,
};

/** @nestjs/terminus: `{status: ok|error|shutting_down, info, error, details: {NAME: {status: up|down}}}` */
const terminus: Format = {
  name: 'terminus',
  recognises: (body) =>
    isObject(body) && ['ok', 'error', 'shutting_down'].includes(String(body['status'])) && isObject(body['details']),
  read: (body) => {
    const json = asObject(body);
    const states = words<Check['state']>({ up: 'pass', down: 'fail' });
    return reading(
      'terminus',
      json['status'],
      words({ ok: 'healthy', error: 'unhealthy', shutting_down: 'unhealthy' }),
      {
        checks: namedChecks(json['details'], 'status', (value) => states(value) ?? 'unclear'),
      },
    );
  },
  statusFits: exact,
  needs: ['checks'],
  identifies: false,
};

/** Supabase Management API, `GET /v1/projects/{ref}/health`: `[{name, status: ACTIVE_HEALTHY|COMING_UP|UNHEALTHY}]` */
const supabase: Format = {
  name: 'supabase',
  recognises: (body) =>
    Array.isArray(body) &&
    body.length > 0 &&
    body.every((entry) => supabaseWords(asObject(entry)['status']) !== undefined),
  read: (body) => {
    const entries = (Array.isArray(body) ? body : []).map(asObject);
    const checks = entries.map(
      (entry): Check => ({ name: word(entry['name']), state: stateOf(supabaseWords(entry['status'])) }),
    );
    const states = checks.map((check) => check.state);
    const worst =
      states.includes('fail') || states.includes('unclear') ? 'fail' : states.includes('warn') ? 'warn' : 'pass';
    const overall = words<Health>({ pass: 'healthy', warn: 'degraded', fail: 'unhealthy' });
    return reading('supabase', worst, overall, { checks: entries.length === 0 ? undefined : checks });
  },
  statusFits: (_health, status) => success(status),
  needs: ['checks'],
  identifies: false,
};

/**
 * JSON that names its build, in any of the ways above, whatever it says of its health: asks a build that may not be
 * healthy yet, because its schema is still to come, for its name alone.
 */
const identity: Format = {
  name: 'identity',
  recognises: () => false,
  read: (body) => {
    const json = asObject(body);
    const released = identityOf(json['releaseId']);
    const { deployment, commit } = health.read(body).identity;
    return reading('identity', 'answered', words({ answered: 'healthy' }), {
      identity: { deployment: deployment ?? released.deployment, commit: commit ?? released.commit },
    });
  },
  statusFits: () => true,
  needs: [],
  identifies: true,
  withoutChecks: true,
};

/** Anything that answers 2xx; the caller's conditions say the rest. */
const plain: Format = {
  name: 'plain',
  recognises: () => false,
  read: () => reading('plain', 'answered', words({ answered: 'healthy' }), {}),
  statusFits: (_health, status) => success(status),
  needs: [],
  identifies: false,
  withoutChecks: true,
};

const detectable: readonly Format[] = [health, live, terminus, supabase, actuator, ietf, ready];
const all: readonly Format[] = [...detectable, identity, plain];

export function formatNamed(name: FormatName): Format {
  return all.find((format) => format.name === name) ?? plain;
}

/** The format of a JSON body, where one recognises it. */
export function detectFormat(body: unknown, contentType: string): Format | undefined {
  return detectable.find((format) => format.recognises(body, contentType.toLowerCase()));
}

interface Rest {
  readonly checks?: readonly Check[] | undefined;
  readonly timestamp?: unknown;
  readonly uptime?: unknown;
  readonly identity?: Identity;
}

function reading(
  format: FormatName,
  status: unknown,
  meaning: (word: unknown) => Health | undefined,
  rest: Rest,
): Reading {
  return {
    format,
    word: word(status),
    health: meaning(status),
    checks: rest.checks ?? [],
    checksStated: rest.checks !== undefined,
    timestamp: timeOf(rest.timestamp),
    uptime: typeof rest.uptime === 'number' ? rest.uptime : undefined,
    identity: rest.identity ?? noIdentity,
  };
}

function namedChecks(
  value: unknown,
  key: string,
  state: (value: unknown) => Check['state'],
): readonly Check[] | undefined {
  if (!isObject(value)) return undefined;
  return Object.entries(value).map(([name, check]) => ({ name: word(name), state: state(asObject(check)[key]) }));
}

function words<T>(table: Readonly<Record<string, T>>): (value: unknown) => T | undefined {
  return (value) => (typeof value === 'string' && Object.hasOwn(table, value) ? table[value] : undefined);
}

const checkStates = words<Check['state']>({ pass: 'pass', warn: 'warn', fail: 'fail' });
function checkWords(value: unknown): Check['state'] {
  return checkStates(value) ?? 'unclear';
}

const ietfTable = words<Health>({
  pass: 'healthy',
  ok: 'healthy',
  up: 'healthy',
  warn: 'degraded',
  fail: 'unhealthy',
  error: 'unhealthy',
  down: 'unhealthy',
});
function ietfWords(value: unknown): Health | undefined {
  return ietfTable(typeof value === 'string' ? value.toLowerCase() : value);
}
function ietfStates(value: unknown): Check['state'] {
  return stateOf(ietfWords(value));
}

const actuatorWords = words<Health>({
  UP: 'healthy',
  UNKNOWN: 'degraded',
  DOWN: 'unhealthy',
  OUT_OF_SERVICE: 'unhealthy',
});
const supabaseWords = words<Health>({ ACTIVE_HEALTHY: 'healthy', COMING_UP: 'degraded', UNHEALTHY: 'unhealthy' });

function stateOf(value: Health | undefined): Check['state'] {
  if (value === undefined) return 'unclear';
  return value === 'healthy' ? 'pass' : value === 'degraded' ? 'warn' : 'fail';
}

/** Milliseconds since the epoch, also from a number of seconds or milliseconds. */
function timeOf(value: unknown): number | 'unreadable' | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number') return value > 1e11 ? value : value * 1_000;
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? 'unreadable' : at;
}

/** The newest `time` of any check: the draft knows no time of the whole answer. */
function newest(checks: unknown): unknown {
  const times = Object.values(asObject(checks))
    .flatMap((entries) => (Array.isArray(entries) ? entries : []))
    .map((entry: unknown) => timeOf(asObject(entry)['time']))
    .filter((time) => typeof time === 'number');
  return times.length === 0 ? undefined : Math.max(...times);
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asObject(value: unknown): Json {
  return isObject(value) ? value : {};
}
