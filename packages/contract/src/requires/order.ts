import type { Requirement } from './requirement.ts';

/** In which order services are released and rolled back: the one that is needed is there before, and goes after. */
export interface ReleaseOrder {
  readonly release: string;
  readonly rollback: string;
}

/** Undefined where nothing is required. */
export function orderOf(
  requirements: readonly Pick<Requirement, 'name'>[],
  own = 'this release',
): ReleaseOrder | undefined {
  if (requirements.length === 0) return undefined;
  const needed = requirements.map(({ name }) => name).join(' and ');
  return { release: `${needed}, then ${own}`, rollback: `${own}, then ${needed}` };
}
