import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PULL_REQUEST = /^\.github\/workflows\/lockstep-pull-request[\w-]*\.yml$/;

/** Options that fit a repository by what is in it, and that were neither given nor refused: one line each. */
export function suggestOptions(into, paths, inputs) {
  const directory = inputs['migrations-directory'] ?? 'supabase/migrations';
  const isChecked = paths.some((path) => PULL_REQUEST.test(path));
  if (!isChecked || 'tenant-audit' in inputs || !hasPolicies(join(into, directory))) return [];
  const intent = inputs['tenant-intent'] ?? '.lockstep/tenants.yml';
  const missing = existsSync(join(into, intent)) ? '' : `; describe the tenants in ${intent} first`;
  return [
    `${directory} has policies: "--with tenant-audit=worse" tries on each pull request whether they keep tenants apart${missing} (actions/tenant-audit/README.md)`,
  ];
}

function hasPolicies(folder) {
  if (!existsSync(folder)) return false;
  const files = readdirSync(folder, { withFileTypes: true }).filter((one) => one.isFile() && one.name.endsWith('.sql'));
  return files.some(({ name }) => /\bcreate\s+policy\b/i.test(readFileSync(join(folder, name), 'utf8')));
}
