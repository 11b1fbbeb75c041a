import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { layRelease } from '../../examples/prescriptions/history/lay.mjs';
import { digestOf, filesOf, setNames } from '../../packages/app/src/index.ts';
import { planFiles } from '../starters.ts';

const app = join(import.meta.dirname, '../../examples/prescriptions');
const read = (path: string) => readFileSync(join(app, path), 'utf8');

/** As its README says that they were installed. */
const inputs = {
  'vercel-project': 'prescriptions',
  'vercel-team': 'acme',
  'production-url': 'https://prescriptions.example',
};
const usual = {
  ...inputs,
  'test-config': '.lockstep/candidate.yml',
  'tenant-audit': 'require',
  'tenant-accept': read('.lockstep/tenants-accept.yml').trim(),
};
const audits = {
  ...inputs,
  'platform-audit': 'require',
  'supabase-project': 'abcdefghijklmnopqrst',
  'database-report': 'require',
  paths: '/\n/prescriptions',
  'dns-resolvers': '1.1.1.1\n8.8.8.8',
};
const backups = {
  to: 's3://acme-backups/prescriptions',
  'encrypt-to': 'age1u7yemqwstgkwy0kddv6hy0jwcrsq7lc2zptzgfhgjepyhtezafxqgxfuk6',
  'after-restore': '.lockstep/erasures.sql',
  'policy-file': '.lockstep/backup.yml',
};
const evidence = {
  'controls-file': '.lockstep/controls.yml',
  'documents-file': '.lockstep/documents.yml',
  'status-title': 'Prescriptions',
  'anchor-to': 's3://acme-anchors/prescriptions',
};
const backend = {
  contract: 'docs/openapi.yaml',
  'backend-url': 'https://prescriptions.example',
  'row-security': 'public',
  webhooks: '- url: https://prescriptions.example/api/webhooks/stripe',
  examples: "'GET /api/v1/prescriptions/{id}': { path: { id: 00000000-0000-4000-8000-0000000000cc } }",
};
/** Of a team, by what app/README.md says. */
const OWN = ['lib/lockstep/checks.ts', 'lib/lockstep/security.ts'];

describe('the example', () => {
  const plans = [
    planFiles([], { inputs: usual }),
    planFiles(['audit'], { inputs: audits }),
    planFiles(['backup', 'drill'], { inputs: backups }),
    planFiles(['scan', 'alert-drill'], { inputs: {} }),
    planFiles(['evidence'], { inputs: evidence }),
    planFiles(['backend'], { inputs: backend }),
  ];
  const files = new Map(plans.flatMap((plan) => [...plan.files]));
  const missing = plans.flatMap((plan) => plan.missing);

  test('has every starter as it is now, with nothing left to fill in', () => {
    const hint =
      'node packages/cli/lib/main.js init --force --into examples/prescriptions with the names of its README';
    expect(missing).toEqual([]);
    expect(readdirSync(join(app, '.github/workflows')).sort()).toEqual(
      [...files.keys()].map((path) => path.replace('.github/workflows/', '')).sort(),
    );
    for (const [path, text] of files) expect({ hint, path, text: read(path) }).toEqual({ hint, path, text });
  });

  test('has the files of app/ as they are now, but for those that are its own', () => {
    const hint = 'node packages/cli/lib/main.js add app --into examples/prescriptions';
    const recorded = JSON.parse(read('.lockstep/app.json'));
    const layout = { router: 'app', src: false, middleware: false } as const;
    for (const [path, text] of filesOf(setNames({ all: false }), layout)) {
      if (OWN.includes(path)) continue;
      expect({ hint, path, text: read(path) }).toEqual({ hint, path, text });
      expect({ hint, path, digest: recorded[path] }).toEqual({ hint, path, digest: digestOf(text) });
    }
  });

  test('reads in its first releases no column that comes later', () => {
    const folder = mkdtempSync(join(tmpdir(), 'example-'));
    try {
      layRelease(1, folder);
      const names = ['lib/prescriptions.ts', 'lib/lockstep/checks.ts'];
      for (const text of names.map((name) => readFileSync(join(folder, name), 'utf8'))) {
        expect(text).toMatch(/\bdosage\b/);
        expect(text).not.toMatch(/\bdose_(?:amount|unit)\b|\bpayments\b/);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('installs what it names, from no particular registry', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json'));
    const { packages } = JSON.parse(read('package-lock.json'));
    const named = { ...dependencies, ...devDependencies };
    for (const [name, version] of Object.entries(named)) {
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
      expect(packages[`node_modules/${name}`].version).toBe(version);
    }
    expect(read('package-lock.json')).not.toMatch(/https?:\/\/[^"]*\.tgz/);
  });
});
