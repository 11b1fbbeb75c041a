import type { Behaviour } from '../app/consumer-app.ts';
import type { Fault } from '../faults/faults.ts';

/** One release of the demo: what is special about it, and how the world must look when it is over. */
export interface DemoRelease {
  readonly version: number;
  readonly title: string;
  readonly behaviour: Behaviour;
  /** Columns that its code reads, by table: what its migration adds must be there, what was taken back need not. */
  readonly requires: Readonly<Record<string, readonly string[]>>;
  /** What is wrong with the world while it runs. */
  readonly faults: readonly Fault[];
  readonly expect: {
    readonly conclusion: 'success' | 'failure';
    /** As the ledger and the message tell it. */
    readonly end: 'released' | 'rolled-back';
    /** The version that serves afterwards. */
    readonly serves: number;
    /** The newest migration afterwards. */
    readonly schema: string;
    /** Whether users ever saw the new version. */
    readonly reachesTraffic: boolean;
    /** Whether the message arrives. */
    readonly told: boolean;
  };
}

const slackIsDown: Fault = {
  service: 'slack',
  times: Number.POSITIVE_INFINITY,
  effect: { kind: 'status', status: 503 },
};

const first = ['id', 'patient', 'medicine', 'created_at'];

export const demoReleases: readonly DemoRelease[] = [
  {
    version: 1,
    title: 'the first release',
    behaviour: 'healthy',
    requires: { prescriptions: first },
    faults: [],
    expect: released(1, '20260105090000'),
  },
  {
    version: 2,
    title: 'a good release under load',
    behaviour: 'healthy',
    requires: { prescriptions: [...first, 'dosage'] },
    faults: [],
    expect: released(2, '20260112090000'),
  },
  {
    version: 3,
    title: 'fails its gate before the swap',
    behaviour: 'sick',
    requires: { prescriptions: [...first, 'dosage', 'refills'] },
    faults: [],
    expect: { ...rolledBack(2, '20260112090000'), reachesTraffic: false },
  },
  {
    version: 4,
    title: 'looks healthy, turns sick in the bake',
    behaviour: 'sick-after-traffic',
    requires: { prescriptions: [...first, 'dosage', 'pharmacy'], pharmacies: ['id', 'name'] },
    faults: [],
    expect: { ...rolledBack(2, '20260112090000'), reachesTraffic: true },
  },
  {
    version: 5,
    title: 'good, but Slack is down',
    behaviour: 'healthy',
    requires: { prescriptions: [...first, 'dosage', 'note'] },
    faults: [slackIsDown],
    expect: { ...released(5, '20260202090000'), told: false },
  },
];

function released(serves: number, schema: string): DemoRelease['expect'] {
  return { conclusion: 'success', end: 'released', serves, schema, reachesTraffic: true, told: true };
}

function rolledBack(serves: number, schema: string): DemoRelease['expect'] {
  return { conclusion: 'failure', end: 'rolled-back', serves, schema, reachesTraffic: true, told: true };
}
