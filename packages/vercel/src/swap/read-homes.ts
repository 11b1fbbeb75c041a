import type { VercelApi } from '../client.ts';
import type { SwapPlan } from './plan-swap.ts';
import { type Expectation, type ReadBack, type ReadBackTools, readBack } from './read-back.ts';

/**
 * Reads back that a swap was undone. Names have different previous deployments where they came from different ones:
 * each group is read on its own.
 */
export async function readHomes(api: VercelApi, swap: SwapPlan, tools: ReadBackTools): Promise<ReadBack> {
  const parts: ReadBack[] = [];
  for (const expected of homesOf(swap)) parts.push(await readBack(api, expected, tools));
  return {
    differs: parts.flatMap((part) => part.differs),
    unclear: parts.flatMap((part) => part.unclear),
    confirmed: parts.flatMap((part) => part.confirmed),
    byRecord: parts.flatMap((part) => part.byRecord),
  };
}

function homesOf(swap: SwapPlan): Expectation[] {
  const common = { projectId: swap.projectId, otherCommit: swap.toCommit, crons: swap.crons !== undefined };
  if (swap.strategy !== 'alias') {
    if (swap.from === undefined) return [];
    const hosts = swap.hosts.map((move) => move.host);
    return [
      {
        ...common,
        deploymentId: swap.from,
        commit: swap.fromCommit,
        hosts,
        pointers: true,
        rolledOut: swap.rolls ? swap.to : undefined,
      },
    ];
  }
  const homes = new Map<string, string[]>();
  for (const { host, from } of swap.hosts) if (from !== undefined) homes.set(from, [...(homes.get(from) ?? []), host]);
  return [...homes].map(([deploymentId, hosts]) => ({
    ...common,
    deploymentId,
    commit: undefined,
    hosts,
    pointers: false,
    rolledOut: undefined,
  }));
}
