import type { Conclusion, NodeResult } from './result.ts';

export interface GraphNode {
  readonly id: string;
  readonly needs: readonly string[];
}

/** What a job can know of the jobs before it. */
export interface Before {
  /** The `needs` context: the jobs it needs itself. */
  readonly needs: Readonly<Record<string, NodeResult>>;
  /** The results of every job that it needs, directly or not. */
  readonly ancestors: readonly Conclusion[];
}

/** Runs each job once all it needs have ended, as many at a time as can; the results by id. */
export async function runGraph<T extends GraphNode>(
  nodes: readonly T[],
  run: (node: T, before: Before) => Promise<NodeResult>,
): Promise<ReadonlyMap<string, NodeResult>> {
  const started = new Map<string, Promise<NodeResult>>();
  const results = new Map<string, NodeResult>();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const start = (node: T): Promise<NodeResult> => {
    const known = started.get(node.id);
    if (known !== undefined) return known;
    const work = (async () => {
      await Promise.all(node.needs.map((id) => startById(id)));
      const needs = Object.fromEntries(node.needs.map((id) => [id, resultOf(id)]));
      const ancestors = [...ancestorsOf(node.id)].map((id) => resultOf(id).result);
      const result = await run(node, { needs, ancestors });
      results.set(node.id, result);
      return result;
    })();
    started.set(node.id, work);
    return work;
  };
  const startById = (id: string) => {
    const node = byId.get(id);
    return node === undefined ? undefined : start(node);
  };
  const resultOf = (id: string): NodeResult => results.get(id) ?? { result: 'skipped', outputs: {} };
  const ancestorsOf = (id: string, found = new Set<string>()): Set<string> => {
    for (const need of byId.get(id)?.needs ?? []) {
      if (found.has(need)) continue;
      found.add(need);
      ancestorsOf(need, found);
    }
    return found;
  };
  await Promise.all(nodes.map(start));
  return results;
}
