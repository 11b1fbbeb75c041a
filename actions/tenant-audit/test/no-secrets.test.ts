import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';

const ROOT = join(import.meta.dirname, '../../..');
const folders = ['.github/workflows', 'workflows-templates'];

interface Step {
  readonly uses?: string;
}
interface Workflow {
  readonly on?: unknown;
  readonly jobs?: Readonly<Record<string, { readonly steps?: readonly Step[] }>>;
}

/** Workflows whose steps use the action, with these steps. */
const users = folders.flatMap((folder) =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.yml'))
    .flatMap((name) => {
      const workflow = parse(readFileSync(join(ROOT, folder, name), 'utf8')) as Workflow;
      const steps = Object.values(workflow.jobs ?? {}).flatMap((job) => job.steps ?? []);
      const ours = steps.filter(({ uses }) => uses?.includes('actions/tenant-audit') === true);
      return ours.length > 0 ? [{ name, workflow, ours }] : [];
    }),
);

test('no step of the audit gets a secret, and no workflow of it runs with the secrets of the base on a fork', () => {
  expect(users.map(({ name }) => name)).toContain('quality.yml');
  for (const { ours, workflow } of users) {
    expect(JSON.stringify(ours)).not.toMatch(/secrets\s*[.[]|database-url/);
    expect(JSON.stringify(workflow.on)).not.toContain('pull_request_target');
  }
});
