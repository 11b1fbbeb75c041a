import { type Check, InputError, Secret } from '@lockstep/base';
import {
  askPostgrest,
  type Contract,
  type Coverage,
  checkContract,
  compatibility,
  createClient,
  planCalls,
  readContract,
  readRoutes,
  repositoryFiles,
  repositoryPath,
  revealed,
  type Send,
  understoodLines,
  unknownExamples,
} from '@lockstep/contract';
import { type Findings, NOTHING } from './findings.ts';
import type { Host } from './host.ts';
import { examplesOf, type Inputs, identitiesOf, patternsOf } from './inputs.ts';

export interface ContractFindings extends Findings {
  /** Operations of the contract; undefined where none was read. */
  readonly operations: number | undefined;
  /** Undefined where the backend was not asked. */
  readonly coverage: Coverage | undefined;
  /** In a dry run: what would be done, in one sentence. */
  readonly would: string;
}

const NO_CONTRACT: ContractFindings = { ...NOTHING, operations: undefined, coverage: undefined, would: '' };

/** What the contract says, compared with the live backend and with the contract of the live release. */
export async function checkBackend(values: Inputs, shell: Host): Promise<ContractFindings> {
  const baseUrl = values['base-url'];
  if (values.contract === '') return NO_CONTRACT;
  if (baseUrl === undefined) {
    const contract = await readFileContract(values.contract, values, shell);
    const checks = values['dry-run'] ? [] : await comparedWithLive(values, contract, shell);
    return { ...NO_CONTRACT, checks, operations: contract.operations.length, would: 'would compare two contracts' };
  }
  const { identities } = identitiesOf(values);
  const { examples } = examplesOf(values);
  for (const { headers } of identities) for (const secret of Object.values(headers)) maskParts(secret, shell);
  const send = client(values, shell);
  const contract = await contractOf(values, { baseUrl, send, shell });
  const problems = unknownExamples(examples, contract);
  if (problems.length > 0) throw new InputError(problems);
  const plan = {
    baseUrl,
    identities,
    examples,
    methods: values.methods,
    protectedBy: patternsOf(values.protected),
    skip: patternsOf(values.skip),
  };
  await shell.log.group(`Understood ${contract.operations.length} operations of ${values.contract}`, async () => {
    for (const line of understoodLines(contract)) shell.log.info(line);
  });
  for (const note of contract.notes) shell.log.warning(note);
  if (values['dry-run']) return dryRun(contract, planCalls(contract, plan), shell);
  const { checks, notVerified, coverage } = await checkContract(
    contract,
    {
      ...plan,
      undocumented: values.undocumented,
      coverageMinimum: values['coverage-minimum'],
      latencyBudgetMs: values['latency-budget'],
      contact: values.contact,
      routes: await routesOf(values, shell),
    },
    { send, clock: shell.clock, signal: shell.signal, onOperation: (name) => shell.log.info(`asking ${name}`) },
  );
  const compared = await comparedWithLive(values, contract, shell);
  return { checks: [...checks, ...compared], notVerified, coverage, operations: coverage.all, would: '' };
}

async function comparedWithLive(values: Inputs, contract: Contract, shell: Host): Promise<readonly Check[]> {
  if (values['live-contract'] === '') return [];
  return compatibility(await readFileContract(values['live-contract'], values, shell), contract);
}

async function readFileContract(path: string, values: Inputs, { env }: Host): Promise<Contract> {
  return await readContract(
    repositoryPath(env.workspace, path),
    values['contract-format'],
    repositoryFiles(env.workspace),
  );
}

function dryRun(contract: Contract, plan: ReturnType<typeof planCalls>, shell: Host): ContractFindings {
  for (const { operation, url, identity } of plan.calls)
    shell.log.info(`would ask ${operation.method} ${url.pathname}${url.search} as ${identity?.name ?? 'no one'}`);
  for (const { operation, because } of plan.notCalled) shell.log.info(`would not call ${operation.name}: ${because}`);
  const all = contract.operations.length;
  return { ...NO_CONTRACT, operations: all, would: `would call ${plan.calls.length} of ${all} operations` };
}

export function client(values: Inputs, { clock, signal }: Host): Send {
  const bypass = values['protection-bypass'];
  const always = bypass.isEmpty ? {} : { 'x-vercel-protection-bypass': bypass.reveal() };
  return createClient({ timeoutMs: values['request-timeout'], clock, signal, always, fetch });
}

async function contractOf(
  values: Inputs,
  { baseUrl, send, shell }: { readonly baseUrl: URL; readonly send: Send; readonly shell: Host },
): Promise<Contract> {
  const [first] = identitiesOf(values).identities;
  if (values.contract === 'postgrest')
    return await askPostgrest(baseUrl, send, first === undefined ? {} : revealed(first.headers));
  return await readFileContract(values.contract, values, shell);
}

async function routesOf({ routes }: Inputs, { env }: Host): Promise<readonly string[] | undefined> {
  if (routes === '') return undefined;
  const path = repositoryPath(env.workspace, routes);
  return readRoutes(await repositoryFiles(env.workspace).read(path), path);
}

/** Of `Bearer TOKEN` the token alone is masked too: a service may quote it without its scheme. */
function maskParts(secret: Secret, shell: Host): void {
  shell.mask(secret);
  const [, credential = ''] = /^\S+ (\S{4,})$/.exec(secret.reveal()) ?? [];
  if (credential !== '') shell.mask(new Secret(credential));
}
