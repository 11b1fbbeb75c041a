import type { Section } from './parts.ts';
import type { PublicStatus } from './public-status.ts';
import { availability } from './sections/availability.ts';
import { drills } from './sections/drills.ts';
import { environments } from './sections/environments.ts';
import { evidence } from './sections/evidence.ts';
import { incidents } from './sections/incidents.ts';
import { releases } from './sections/releases.ts';

/** In the order of the page. */
export const sections: readonly ((status: PublicStatus) => Section)[] = [
  environments,
  incidents,
  availability,
  releases,
  drills,
  evidence,
];
