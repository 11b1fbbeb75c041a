import type { BuildEvent } from './state.ts';
import type { World } from './world.ts';

/** Adds a line to the log of a deployment's build. */
export function log(world: World, id: string, type: BuildEvent['type'], text: string): void {
  const events = world.store.now.deployments.get(id)?.events ?? [];
  world.store.patch('deployments', id, { events: [...events, { type, at: world.store.stamp(), text }] });
}
