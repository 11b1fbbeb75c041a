import type { Line } from '@lockstep/platform';
import type { Inputs } from './inputs.ts';

/** What a snapshot holds: all services; what was built is no setting. */
export const SERVICES = ['vercel', 'supabase', 'github', 'stripe', 'sentry'] as const;

export function sectionOf({ key }: Line): string {
  return key.slice(0, key.indexOf('.'));
}

/** In the order in which they are asked. */
export function sectionsOf(asked: ReadonlySet<string>): readonly string[] {
  return [...SERVICES, 'bundle'].filter((section) => asked.has(section));
}

/** Whether `lines` asks for a line. Those of a release are about its settings, or about what was built. */
export function isSelected(line: Line, lines: Inputs['lines']): boolean {
  if (lines === 'all') return true;
  const isBuild = sectionOf(line) === 'bundle';
  return line.forRelease && (lines === 'release' || isBuild === (lines === 'release-build'));
}
