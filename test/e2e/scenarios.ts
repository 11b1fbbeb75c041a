import { expect } from '@jest/globals';
import type { Strike } from '@lockstep/workflow-runner';
import type { ConsumerName, Team } from './consumers.ts';
import { live, schema } from './ends.ts';
import { press } from './press.ts';
import { recover } from './recovery.ts';
import type { End, Wish } from './release.ts';

/** What may become of a release to production, whoever releases; what a test release would have shown is not among it. */
export interface Scenario {
  /** A sentence, with the title before it: `a release`. */
  readonly name: string;
  /** Whether version 1 is live before. */
  readonly from: 'nothing' | 'version 1';
  /** What is so in production alone. */
  before?(team: Team): Promise<unknown>;
  readonly wish: Wish | ((team: Team) => Wish);
  /** Where it is played: everywhere, unless that would show nothing more. */
  readonly on?: readonly ConsumerName[];
  /** What somebody does once it is over. */
  after?(team: Team): Promise<unknown>;
  /** How its run ends, and what production is in the end. */
  readonly ends: Partial<Readonly<Record<keyof End, unknown>>>;
}

const found = 'released: found live';
const done = expect.stringMatching(/^released: dpl_\w+ is live$/);
const begins = (text: string) => expect.stringMatching(new RegExp(`^${text}`));
const KEPT = 'migrate \\(20260112090000 dosage\\)';
const cancelledInBake: Strike = { do: 'cancel', step: 'bake', afterMs: 300 };

export const scenarios: readonly Scenario[] = [
  {
    name: 'into emptiness brings app and schema',
    from: 'nothing',
    wish: { version: 1 },
    ends: {
      conclusion: 'success',
      ...live('v1'),
      ...schema('prescriptions'),
      ledger: [done],
      swaps: ['swapped: swapped'],
      messages: ['production / web: released'],
    },
  },
  {
    name: 'that is good is live with its schema, and no visitor noticed',
    from: 'version 1',
    wish: { version: 2 },
    ends: {
      conclusion: 'success',
      ...live('v2'),
      ...schema('prescriptions', 'dosage'),
      served: ['v1', 'v2'],
      ledger: [found, done],
      swaps: ['swapped: swapped'],
      messages: ['production / web: released'],
    },
  },
  {
    name: "whose second migration does not stand production's data leaves the schema as it was",
    from: 'version 1',
    before: ({ shop }) =>
      shop.ground.postgres.query(
        `insert into prescriptions (patient, medicine) values ('P-7', 'ibuprofen'), ('P-7', 'ibuprofen')`,
        [],
        shop.database,
      ),
    wish: {
      version: 2,
      files: {
        'supabase/migrations/20260113090000_once.sql':
          '-- lockstep: expand because the app never writes one twice\n' +
          'create unique index once on prescriptions (patient, medicine);\n',
        'supabase/rollbacks/20260113090000_once.sql': 'drop index once;\n',
      },
    },
    ends: {
      conclusion: 'failure',
      ...live('v1'),
      ...schema('prescriptions'),
      served: ['v1'],
      ledger: [found, begins('rolled-back: migrate: statement-failed: .*_once')],
      swaps: [],
      messages: ['production / web: rolled back'],
      told: expect.stringContaining('could not create unique index'),
    },
  },
  {
    name: 'that turns sick under visitors is taken back; its schema stays, and is named',
    from: 'version 1',
    wish: { version: 2, behaviour: 'sick-after-traffic' },
    ends: {
      conclusion: 'failure',
      ...live('v1'),
      ...schema('prescriptions', 'dosage'),
      served: ['v1', 'v2', 'v1'],
      ledger: [found, begins(`partly-rolled-back: remaining: ${KEPT}; health-gate: unhealthy: `)],
      swaps: ['put-back: swap-undone'],
      messages: ['production / web: partly rolled back'],
      told: expect.stringContaining('schema kept (20260112090000 dosage): the candidate had traffic'),
    },
  },
  {
    name: 'that a person cancels in its bake is taken back',
    from: 'version 1',
    wish: { version: 2, strikes: [cancelledInBake] },
    ends: {
      conclusion: 'cancelled',
      ...live('v1'),
      ...schema('prescriptions', 'dosage'),
      served: ['v1', 'v2', 'v1'],
      ledger: [found, begins(`partly-rolled-back: remaining: ${KEPT}; health-gate: cancelled: `)],
      swaps: ['put-back: swap-undone'],
      messages: ['production / web: partly rolled back'],
    },
  },
  {
    name: 'that a person takes back by hand is gone with its schema',
    from: 'version 1',
    wish: { version: 2 },
    after: async ({ shop }) => expect((await press(shop)).conclusion).toBe('success'),
    ends: {
      conclusion: 'success',
      ...live('v1'),
      ...schema('prescriptions'),
      ledger: [found, begins('rolled-back: ')],
      messages: [begins('production / web: rolled back')],
      told: expect.stringContaining('olga rolled back'),
    },
  },
  {
    name: 'whose build fails is never begun',
    from: 'version 1',
    on: ['monorepo'],
    wish: { version: 2, behaviour: 'build-fails' },
    ends: { conclusion: 'failure', ...live('v1'), ...schema('prescriptions'), served: ['v1'], ledger: [], swaps: [] },
  },
  {
    name: 'whose build reads the schema that it brings is good, where the schema comes first',
    from: 'version 1',
    on: ['monorepo'],
    wish: { version: 2, app: { prerender: true }, with: { order: 'migrate-first' } },
    ends: { conclusion: 'success', ...live('v2'), ...schema('prescriptions', 'dosage'), ledger: [found, done] },
  },
  {
    name: 'that reaches some of the hosts is taken back from all',
    from: 'version 1',
    on: ['monorepo'],
    before: async ({ shop }) => {
      const { vercel } = shop.ground;
      vercel.addDomain(shop.project, `www.${shop.host}`);
      vercel.jobs.plan({ failAliases: [`www.${shop.host}`] });
    },
    wish: { version: 2 },
    ends: {
      conclusion: 'failure',
      ...live('v1'),
      served: ['v1', 'v2', 'v1'],
      ledger: [found, begins(`partly-rolled-back: remaining: ${KEPT}; alias-swap: promote-failed: `)],
      swaps: ['put-back: swap-undone'],
    },
  },
  {
    name: 'whose health nobody can tell in the bake is held for a person',
    from: 'version 1',
    on: ['full'],
    wish: ({ shop }) => {
      const path = new RegExp(`^${shop.host.replace(/:.*/, '')}\\S*/api/health`);
      const cut = { service: 'edge', path, after: 2, times: Number.POSITIVE_INFINITY } as const;
      return { version: 2, faults: [{ ...cut, effect: { kind: 'reset-before' } }] };
    },
    ends: {
      conclusion: 'failure',
      ...live('v2'),
      ...schema('prescriptions', 'dosage'),
      ledger: [found, begins('held: in place: ')],
      messages: ['production / web: held until a person decides'],
    },
  },
  {
    name: 'whose runner is lost in the bake is taken back by recovering',
    from: 'version 1',
    on: ['full'],
    wish: { version: 2, strikes: [{ do: 'lose', step: 'bake', afterMs: 300 }] },
    after: ({ shop }) => recover(shop, 'dead'),
    ends: {
      conclusion: 'failure',
      ...live('v1'),
      ...schema('prescriptions'),
      ledger: [found, begins('rolled-back: ')],
    },
  },
  {
    name: 'that is not approved is never begun',
    from: 'version 1',
    on: ['full'],
    wish: { version: 2, approve: () => 'rejected' },
    ends: {
      conclusion: 'failure',
      ...live('v1'),
      ...schema('prescriptions'),
      served: ['v1'],
      ledger: [],
      swaps: [],
      messages: [],
    },
  },
];
