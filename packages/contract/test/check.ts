import { type Check, systemClock } from '@lockstep/base';
import { type ContractFindings, createClient, readContract, readExamples, readIdentities } from '../src/index.ts';
import { type ContractRules, runChecks } from '../src/run-checks.ts';
import { type Backend, DOCTOR, type Fault, PATIENT, startBackend } from './backend.ts';
import { CLINIC } from './clinic.ts';

export const filesOf = (files: Readonly<Record<string, string>>) => ({
  read: async (path: string) => {
    const text = files[path];
    if (text === undefined) throw new Error(`${path}: no such file`);
    return text;
  },
});

export const IDENTITIES = readIdentities(
  [
    { name: 'doctor', headers: { Authorization: DOCTOR } },
    { name: 'patient', headers: { Authorization: PATIENT }, may: ['GET /patients'], 'may-not': ['/admin/*'] },
  ],
  'as',
).identities;

export const EXAMPLES = readExamples({ 'GET /patients/{id}': { path: { id: 1 } } }, 'examples').examples;

export interface Asked extends ContractFindings {
  readonly backend: Backend;
}

/** Checks a backend with this fault, and is done with it. */
export async function check(
  fault?: Fault,
  change: Partial<ContractRules> & {
    readonly document?: string;
    readonly file?: string;
    readonly files?: Readonly<Record<string, string>>;
  } = {},
): Promise<Asked> {
  const { document = CLINIC, file = 'api.yaml', files = {}, ...rules } = change;
  const backend = await startBackend(fault);
  try {
    const contract = await readContract(file, 'auto', filesOf({ [file]: document, ...files }));
    const { signal } = new AbortController();
    const clock = { now: Date.now, sleep: async () => {} };
    const send = createClient({ timeoutMs: 20_000, clock: systemClock, signal, always: {}, fetch });
    const findings = await runChecks(
      contract,
      {
        baseUrl: backend.url,
        identities: IDENTITIES,
        examples: EXAMPLES,
        methods: 'safe',
        protectedBy: [],
        skip: [],
        undocumented: 'fail',
        coverageMinimum: 1,
        latencyBudgetMs: undefined,
        contact: '',
        routes: undefined,
        ...rules,
      },
      { send, clock, signal },
    );
    return { ...findings, backend };
  } finally {
    await backend.close();
  }
}

/** What did not pass, as `id reason what`. */
export function bad({ checks }: { readonly checks: readonly Check[] }): readonly string[] {
  return checks
    .filter(({ verdict }) => verdict !== 'pass')
    .map(({ id, verdict, reason, what }) => `${verdict} ${id} ${reason} (${what})`);
}
