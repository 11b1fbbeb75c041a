import { RemoteError } from '@lockstep/base';
import type { PlatformWorld } from '../../src/index.ts';

type Api = Readonly<Record<string, unknown>>;
type Method = (...args: unknown[]) => Promise<unknown>;

/** What a service answered to one question: JSON, or a refusal. */
export interface Taped {
  readonly service: string;
  readonly question: string;
  readonly answer: unknown;
  readonly refusal: unknown;
}

const SERVICES = ['vercel', 'supabase', 'github', 'stripe', 'sentry'] as const;
const READS: readonly string[] = ['read', 'readAll', 'readPages'];

/** The same world, each answer of which is written down. */
export function taping(world: PlatformWorld, tape: Taped[]): PlatformWorld {
  return wrapped(world, (service, question, ask) =>
    ask().then(
      (answer) => {
        tape.push({ service, question, answer, refusal: undefined });
        return answer;
      },
      (refusal: unknown) => {
        tape.push({ service, question, answer: undefined, refusal });
        throw refusal;
      },
    ),
  );
}

/** The world that was written down, without any request; `instead` gives another answer to some questions. */
export function replaying(
  world: PlatformWorld,
  tape: readonly Taped[],
  instead: (question: string) => { readonly answer: unknown } | undefined,
): PlatformWorld {
  const known = new Map(tape.map((one) => [`${one.service} ${one.question}`, one]));
  return wrapped(world, (service, question) => {
    const other = instead(`${service} ${question}`);
    if (other !== undefined) return Promise.resolve(other.answer);
    const found = known.get(`${service} ${question}`);
    // Asked for what another answer named: there is none of it.
    if (found === undefined)
      return Promise.reject(new RemoteError(question, { service, status: 404, retryable: false }));
    return found.refusal === undefined ? Promise.resolve(structuredClone(found.answer)) : Promise.reject(found.refusal);
  });
}

type Ask = (service: string, question: string, ask: () => Promise<unknown>) => Promise<unknown>;

function wrapped(world: PlatformWorld, answer: Ask): PlatformWorld {
  const services = SERVICES.flatMap((service) => {
    const access = world[service];
    return access === undefined
      ? []
      : [[service, { ...access, api: wrappedApi(service, access.api, answer) }] as const];
  });
  return { ...world, ...Object.fromEntries(services) };
}

function wrappedApi(service: string, api: object, answer: Ask): Api {
  return new Proxy(api as Api, {
    get: (target, name) => {
      const member = Reflect.get(target, name);
      if (!READS.includes(String(name)) || typeof member !== 'function') return member;
      return (...args: unknown[]) =>
        answer(service, `${String(name)} ${JSON.stringify(args)}`, () => (member as Method).apply(target, args));
    },
  });
}
