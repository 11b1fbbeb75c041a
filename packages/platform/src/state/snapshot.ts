import { InputError } from '@lockstep/base';
import type { Part } from '../facts/part.ts';
import type { Facts } from '../facts.ts';
import { githubState } from './github-state.ts';
import { mapped, ordered, plain, type State } from './plain.ts';
import { supabaseState } from './supabase-state.ts';
import { vercelState } from './vercel-state.ts';

export const SNAPSHOT_KIND = 'lockstep-platform/1';

/** How everything is set, by service and part: names and shapes. Of two equal worlds it is the same, byte by byte. */
export interface Snapshot {
  readonly kind: typeof SNAPSHOT_KIND;
  readonly services: Readonly<Record<string, Readonly<Record<string, State>>>>;
  /** Parts that could not be read, `vercel.firewall`, and services that did not answer: without them it is not whole. */
  readonly notRead: readonly string[];
}

type Parts = Readonly<Record<string, Part<State>>>;

/** What was read, as it may be kept and committed. */
export function snapshotOf(facts: Facts): Snapshot {
  const services: Record<string, Parts> = {
    ...(facts.vercel === undefined ? {} : { vercel: vercelState(facts.vercel) }),
    ...(facts.supabase === undefined ? {} : { supabase: supabaseState(facts.supabase) }),
    ...(facts.github === undefined ? {} : { github: githubState(facts.github) }),
    ...(facts.stripe === undefined
      ? {}
      : {
          stripe: {
            webhooks: mapped(facts.stripe.endpoints, (endpoints) =>
              Object.fromEntries(
                endpoints.map(({ apiVersion = null, events, live, status, url }) => [
                  url,
                  { apiVersion, events: [...events], live, status },
                ]),
              ),
            ),
          },
        }),
    ...(facts.sentry === undefined
      ? {}
      : {
          sentry: {
            project: mapped(facts.sentry.project, ({ id: _id, ...project }) => plain(project)),
            alerts: mapped(facts.sentry.alerts, (alerts) =>
              Object.fromEntries(alerts.map(({ name, ...alert }) => [name, plain(alert)])),
            ),
          },
        }),
  };
  const notRead = Object.entries(services).flatMap(([service, parts]) =>
    Object.entries(parts).flatMap(([name, part]) => (part.kind === 'read' ? [] : [`${service}.${name}`])),
  );
  return {
    kind: SNAPSHOT_KIND,
    services: Object.fromEntries(
      Object.entries(services).map(([service, parts]) => [
        service,
        Object.fromEntries(
          Object.entries(parts).flatMap(([name, part]) => (part.kind === 'read' ? [[name, part.value]] : [])),
        ),
      ]),
    ),
    notRead: [...notRead, ...Object.keys(facts.unanswered ?? {})].sort(),
  };
}

/** The text of a snapshot: names in order, so that a difference in it is a difference in what is set. */
export function snapshotText(snapshot: Snapshot): string {
  return `${JSON.stringify(ordered(plain(snapshot)), null, 2)}\n`;
}

const MOST_CHARACTERS = 16 * 1024 * 1024;

/** Reads a snapshot that was written before. Throws InputError for anything else. */
export function readSnapshot(text: string, file: string): Snapshot {
  if (text.length > MOST_CHARACTERS) throw new InputError(`${file}: too long for a snapshot`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new InputError(`${file}: not readable as JSON; expected a snapshot of \`lockstep platform snapshot\``, {
      cause,
    });
  }
  const { kind, notRead, services } = (value ?? {}) as Partial<Record<keyof Snapshot, unknown>>;
  const isWhole = isMap(services) && Object.values(services).every(isMap) && Array.isArray(notRead);
  if (kind !== SNAPSHOT_KIND || !isWhole || !notRead.every((one) => typeof one === 'string'))
    throw new InputError(`${file}: no snapshot: expected a JSON object whose "kind" is "${SNAPSHOT_KIND}"`);
  return value as Snapshot;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
