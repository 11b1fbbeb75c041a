import type { Send } from './ask/client.ts';
import type { Contract } from './contract.ts';
import type { ContractFindings, ContractRules, ContractTools } from './run-checks.ts';
import type { SourceFile } from './uses/read-sources.ts';
import type { Use } from './uses/use.ts';

/** `runChecks`, loaded where it is needed: the judge of schemas is large. */
export async function checkContract(
  contract: Contract,
  rules: ContractRules,
  tools: ContractTools,
): Promise<ContractFindings> {
  const { runChecks } = await import('./run-checks.ts');
  return await runChecks(contract, rules, tools);
}

/** `readPostgrest`, loaded where it is needed. */
export async function askPostgrest(
  baseUrl: URL,
  send: Send,
  headers: Readonly<Record<string, string>>,
): Promise<Contract> {
  const { readPostgrest } = await import('./read/postgrest.ts');
  return await readPostgrest(baseUrl, send, headers);
}

/** `findUses` of each file, loaded where it is needed: the parser is large. */
export async function usesOf(sources: readonly SourceFile[], schema: string): Promise<readonly Use[]> {
  const { findUses } = await import('./uses/find-uses.ts');
  return sources.flatMap((source) => findUses(source, schema));
}
