import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Audit, Place } from './needed-settings.ts';

/** The section of a policy, and the input of platform-audit with the token for it. */
const TOKENS = {
  vercel: 'vercel-token',
  supabase: 'supabase-token',
  github: 'github-token',
  stripe: 'stripe-key',
  sentry: 'sentry-token',
} as const;
/** Of the lines of a release, those that are asked of Supabase. */
export const RELEASE_LINES: readonly string[] = ['healthy', 'functions', 'functions-with-jwt', 'functions-current'];

export interface PolicySecret extends Place {
  readonly name: string;
  readonly section: string;
  /** The policy. */
  readonly path: string;
}

export interface PolicyNeeds {
  readonly secrets: readonly PolicySecret[];
  /** A policy that cannot be read, or that is not there where one is demanded. */
  readonly problems: readonly string[];
}

/** The secrets that steps of platform-audit need for the policy in `folder`. */
export function policyNeeds(folder: string, audits: readonly Audit[]): PolicyNeeds {
  const secrets = new Map<string, PolicySecret>();
  const problems = new Set<string>();
  for (const { step, ...place } of audits) {
    const given = step.with ?? {};
    const path = String(given['platform-policy'] ?? '.lockstep/platform.yml');
    const isRelease = String(given['lines'] ?? 'all') !== 'all';
    const policy = policyAt(join(folder, path));
    if (policy === 'absent') {
      if (!isRelease) problems.add(`${path}: ${place.where} compares with it; write it with lockstep platform init`);
      continue;
    }
    if (policy === 'unreadable') {
      problems.add(`${path}: not readable as YAML`);
      continue;
    }
    for (const [section, input] of Object.entries(TOKENS)) {
      if (!hasLines(policy[section], isRelease && section === 'supabase')) continue;
      for (const [, name = ''] of String(given[input] ?? '').matchAll(/\bsecrets\.([A-Za-z_]\w*)/g)) {
        const key = `${place.environment}/${name}`;
        if (name !== 'GITHUB_TOKEN' && !secrets.has(key)) secrets.set(key, { name, ...place, section, path });
      }
    }
  }
  return { secrets: [...secrets.values()], problems: [...problems] };
}

function hasLines(section: unknown, isOfRelease: boolean): boolean {
  const names = typeof section === 'object' && section !== null ? Object.keys(section) : [];
  return names.some((name) => !isOfRelease || RELEASE_LINES.includes(name));
}

function policyAt(file: string): Readonly<Record<string, unknown>> | 'absent' | 'unreadable' {
  if (!existsSync(file)) return 'absent';
  try {
    const policy: unknown = parse(readFileSync(file, 'utf8')) ?? {};
    return typeof policy === 'object' && policy !== null ? (policy as Record<string, unknown>) : 'unreadable';
  } catch {
    return 'unreadable';
  }
}
