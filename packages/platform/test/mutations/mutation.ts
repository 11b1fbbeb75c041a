import type { Service, World } from '../world.ts';

/** One thing that is set otherwise than the policy says. */
export interface Mutation {
  /** The check that has to turn red, and no other. */
  readonly id: string;
  readonly what: string;
  /** The services that have to be asked again. */
  readonly services: readonly Service[];
  readonly change: (world: World) => void | Promise<void>;
  /** Lines that say the same in other words, and so would be red too. */
  readonly without?: readonly string[];
}

export function on(
  service: Service,
  id: string,
  what: string,
  change: (world: World) => void | Promise<void>,
  without?: readonly string[],
): Mutation {
  return { id: `${service}.${id}`, what, services: [service], change, ...(without === undefined ? {} : { without }) };
}
