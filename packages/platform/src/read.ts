import type { SupabaseApi } from '@lockstep/supabase';
import type { BundleFacts } from './bundle/facts.ts';
import type { Part } from './facts/part.ts';
import type { Facts, ReleaseFacts } from './facts.ts';
import { type GitHubReads, readGitHub } from './github/read.ts';
import type { JsonApi } from './json-api.ts';
import { readSentry, type SentryPlace } from './sentry/read.ts';
import { readStripe } from './stripe/read.ts';
import { readSupabase } from './supabase/read.ts';
import { readVercel, type VercelPlace, type VercelReads } from './vercel/read.ts';
import type { Unasked } from './why.ts';

/** What there is to ask. A service without access is absent, and its lines are not verified. */
export interface PlatformWorld {
  readonly nowMs: number;
  readonly release: ReleaseFacts;
  readonly vercel?: { readonly api: VercelReads; readonly place: VercelPlace };
  readonly supabase?: { readonly api: SupabaseApi; readonly ref: string };
  readonly github?: { readonly api: GitHubReads; readonly environment: string };
  /** `form`: the letters before the second `_` of the key (`rk_live_`), which say what kind it is. */
  readonly stripe?: { readonly api: JsonApi; readonly form: string };
  readonly sentry?: { readonly api: JsonApi; readonly place: SentryPlace };
  readonly bundle?: () => Promise<Part<BundleFacts>>;
  /** Sections without access, with what is missing. */
  readonly unasked?: Readonly<Record<string, Unasked>>;
  /** How the caller names the token of each service. */
  readonly tokenNames?: Readonly<Record<string, string>>;
}

/** Reads everything, and changes nothing. Throws only when it is cancelled. */
export async function readPlatform(world: PlatformWorld): Promise<Facts> {
  // One service after the other: an audit is no load, and no rate limit is met.
  const vercel = world.vercel && (await readVercel(world.vercel.api, world.vercel.place));
  const supabase = world.supabase && (await readSupabase(world.supabase.api, world.supabase.ref));
  const github = world.github && (await readGitHub(world.github.api, world.github.environment));
  const stripe = world.stripe && (await readStripe(world.stripe.api, world.stripe.form));
  const sentry = world.sentry && (await readSentry(world.sentry.api, world.sentry.place));
  const bundle = await world.bundle?.();
  return {
    nowMs: world.nowMs,
    release: world.release,
    ...(world.unasked === undefined ? {} : { unasked: world.unasked }),
    ...(world.tokenNames === undefined ? {} : { tokenNames: world.tokenNames }),
    ...(vercel === undefined ? {} : { vercel }),
    ...(supabase === undefined ? {} : { supabase }),
    ...(github === undefined ? {} : { github }),
    ...(stripe === undefined ? {} : { stripe }),
    ...(sentry === undefined ? {} : { sentry }),
    ...(bundle === undefined ? {} : { bundle }),
  };
}
