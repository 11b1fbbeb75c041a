import type { Secret } from '@lockstep/base';
import type { Unasked } from '@lockstep/platform';
import type { PlatformAccess } from './platform-access.ts';

/** How the caller names what a service needs: inputs of an action, or variables and options of a command. */
export interface ServiceNames {
  readonly token: string;
  readonly places: Readonly<Record<string, string>>;
}

export interface PlatformNames {
  readonly vercel: ServiceNames;
  readonly supabase: ServiceNames;
  readonly github: ServiceNames;
  readonly stripe: ServiceNames;
  readonly sentry: ServiceNames;
  /** What gives a build to look at. */
  readonly bundle: string;
}

interface Needed {
  readonly token: Secret;
  /** By their names in `PlatformNames`; empty where the caller gave none. */
  readonly places: Readonly<Record<string, string>>;
}

/** What each service cannot be asked without. */
function neededOf({ github, sentry, stripe, supabase, vercel }: PlatformAccess): Readonly<Record<string, Needed>> {
  return {
    vercel: { token: vercel.token, places: { project: vercel.project } },
    supabase: { token: supabase.token, places: { project: supabase.project } },
    github: { token: github.token, places: { repository: github.repo } },
    stripe: { token: stripe.token, places: {} },
    sentry: { token: sentry.token, places: { organization: sentry.organization, project: sentry.project } },
  };
}

/** The sections that cannot be asked, each with all that is missing. */
export function unaskedOf(
  access: PlatformAccess,
  sections: readonly string[],
  names: PlatformNames,
): Readonly<Record<string, Unasked>> {
  const needed = neededOf(access);
  const unasked: Record<string, Unasked> = {};
  for (const section of sections) {
    const service = needed[section];
    const why = service === undefined ? buildMissing(access, names) : missing(service, namesOf(names, section));
    if (why !== undefined) unasked[section] = why;
  }
  return unasked;
}

function namesOf(names: PlatformNames, section: string): ServiceNames {
  const found = names[section as keyof PlatformNames];
  return typeof found === 'string' || found === undefined ? { token: '', places: {} } : found;
}

function missing({ places, token }: Needed, names: ServiceNames): Unasked | undefined {
  const absent = Object.entries(places).flatMap(([name, value]) => (value === '' ? [names.places[name] ?? name] : []));
  if (token.isEmpty) {
    const chosen = absent.length === Object.keys(places).length;
    const all = [names.token, ...absent].join(' and ');
    return { because: `${names.token} is not set`, remedy: `Set ${all}, or leave the service out.`, chosen };
  }
  if (absent.length === 0) return undefined;
  const what = absent.join(' and ');
  return {
    because: `${names.token} is set, and ${what} ${absent.length === 1 ? 'is' : 'are'} not`,
    remedy: `Set ${what}, or leave the service out: without ${names.token} it is not asked.`,
    chosen: false,
  };
}

function buildMissing({ bundle }: PlatformAccess, names: PlatformNames): Unasked | undefined {
  if (bundle.directory !== '' || bundle.url !== undefined) return undefined;
  return {
    because: `${names.bundle} is not set`,
    remedy: `Set ${names.bundle}, or leave the build out.`,
    chosen: true,
  };
}

/** The name of the token of each service. */
export function tokenNamesOf({ bundle: _, ...services }: PlatformNames): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(services).map(([service, { token }]) => [service, token]));
}
