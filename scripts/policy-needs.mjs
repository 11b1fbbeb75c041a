/**
 * What a platform policy needs of the settings around it: the secrets by which the services that it is about are asked.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** The section of a policy, and the input of platform-audit with the token for it. */
const TOKENS = {
  vercel: 'vercel-token',
  supabase: 'supabase-token',
  github: 'github-token',
  stripe: 'stripe-key',
  sentry: 'sentry-token',
};
/** Of the lines of a release, those that are asked of Supabase. */
export const RELEASE_LINES = ['healthy', 'functions', 'functions-with-jwt', 'functions-current'];

/**
 * The secrets that steps of platform-audit need for the policy in `folder`: `{ name, environment, where, crosses }` each.
 * A policy that cannot be read, or that is not there where one is demanded, is a problem.
 *
 * @param {string} folder
 * @param {readonly { step: Record<string, any>, environment: string, where: string, crosses: boolean }[]} audits
 */
export function policyNeeds(folder, audits) {
  const secrets = new Map();
  const problems = new Set();
  for (const { step, ...place } of audits) {
    const given = step.with ?? {};
    const path = String(given['platform-policy'] ?? '.lockstep/platform.yml');
    const isRelease = String(given.lines ?? 'all') !== 'all';
    const policy = policyAt(join(folder, path));
    if (policy === undefined) {
      if (!isRelease) problems.add(`${path}: ${place.where} compares with it; write it with lockstep platform init`);
      continue;
    }
    if (policy === null) {
      problems.add(`${path}: not readable as YAML`);
      continue;
    }
    for (const [section, input] of Object.entries(TOKENS)) {
      if (!hasLines(policy[section], isRelease && section === 'supabase')) continue;
      for (const [, name] of String(given[input] ?? '').matchAll(/\bsecrets\.([A-Za-z_]\w*)/g)) {
        const key = `${place.environment}/${name}`;
        if (name !== 'GITHUB_TOKEN' && !secrets.has(key)) secrets.set(key, { name, ...place, section, path });
      }
    }
  }
  return { secrets: [...secrets.values()], problems: [...problems] };
}

function hasLines(section, ofRelease) {
  const names = typeof section === 'object' && section !== null ? Object.keys(section) : [];
  return names.some((name) => !ofRelease || RELEASE_LINES.includes(name));
}

/** Undefined where there is none, null where it cannot be read. */
function policyAt(file) {
  if (!existsSync(file)) return undefined;
  try {
    const policy = parse(readFileSync(file, 'utf8')) ?? {};
    return typeof policy === 'object' ? policy : null;
  } catch {
    return null;
  }
}
