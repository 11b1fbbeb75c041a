import type { World } from './look.ts';

/** Users get this version, everywhere, and it works. */
export function live(version: `v${number}`): Pick<World, 'live' | 'healthy' | 'autoAssign'> {
  return { live: [version], healthy: true, autoAssign: true };
}

/** The migrations of the fixture, and the columns that each of them brings. */
const MIGRATIONS = {
  prescriptions: ['20260105090000', 'id', 'patient', 'medicine', 'created_at'],
  dosage: ['20260112090000', 'dosage'],
  refills: ['20260119090000', 'refills'],
  pharmacies: ['20260126090000', 'pharmacy'],
  notes: ['20260202090000', 'note'],
} as const;

/** These migrations are applied, no other is, and both histories and the tables themselves agree. */
export function schema(...names: readonly (keyof typeof MIGRATIONS)[]): Pick<World, 'history' | 'side' | 'columns'> {
  const versions = names.map((name) => MIGRATIONS[name][0]);
  const own = names.flatMap((name) => MIGRATIONS[name].slice(1).map((column) => `prescriptions.${column}`));
  const others = names.includes('pharmacies') ? ['pharmacies.id', 'pharmacies.name'] : [];
  return {
    history: versions,
    side: versions.map((version) => `${version} applied`),
    columns: [...others, ...own].toSorted(),
  };
}
