import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PULL_REQUEST = /^\.github\/workflows\/lockstep-pull-request[\w-]*\.yml$/;
const AUDIT = /^\.github\/workflows\/lockstep-audit[\w-]*\.yml$/;

type Inputs = Readonly<Record<string, string>>;

/** Options that fit a repository by what is in it, and that were neither given nor refused: one line each. */
export function suggestOptions(into: string, paths: readonly string[], inputs: Inputs): readonly string[] {
  return [...ofTenants(into, paths, inputs), ...ofPlatform(into, paths, inputs)];
}

function ofTenants(into: string, paths: readonly string[], inputs: Inputs): readonly string[] {
  const directory = inputs['migrations-directory'] ?? 'supabase/migrations';
  const isChecked = paths.some((path) => PULL_REQUEST.test(path));
  if (!isChecked || 'tenant-audit' in inputs || !hasPolicies(join(into, directory))) return [];
  const intent = inputs['tenant-intent'] ?? '.lockstep/tenants.yml';
  const missing = existsSync(join(into, intent)) ? '' : `; describe the tenants in ${intent} first`;
  return [
    `${directory} has policies: "--with tenant-audit=worse" tries on each pull request whether they keep tenants apart${missing} (actions/tenant-audit/README.md)`,
  ];
}

/** Whoever has the audit of every week can have that of the settings too. */
function ofPlatform(into: string, paths: readonly string[], inputs: Inputs): readonly string[] {
  if (!paths.some((path) => AUDIT.test(path)) || 'platform-audit' in inputs) return [];
  const policy = inputs['platform-policy'] ?? '.lockstep/platform.yml';
  const missing = existsSync(join(into, policy)) ? '' : `; write ${policy} with "lockstep platform init" first`;
  return [
    `"--with platform-audit=require --with vercel-project=NAME" compares each week how Vercel, Supabase, GitHub, Stripe and Sentry are set with your policy${missing} (docs/platform.md)`,
  ];
}

function hasPolicies(folder: string): boolean {
  if (!existsSync(folder)) return false;
  const files = readdirSync(folder, { withFileTypes: true }).filter((one) => one.isFile() && one.name.endsWith('.sql'));
  return files.some(({ name }) => /\bcreate\s+policy\b/i.test(readFileSync(join(folder, name), 'utf8')));
}
