import { join } from 'node:path';
import * as starters from '@lockstep/starters';

/** The starters of this checkout, as they are now: what the package carries may be older than a change. */
export const sources = starters.sourcesIn(join(import.meta.dirname, '..'));

export const templates = sources.templates;

export function planFiles(names: readonly string[], options: starters.StarterOptions = {}): starters.PlannedFiles {
  return starters.planFiles(names, sources, options);
}

export function inputsOf(template: string): readonly string[] {
  return starters.inputsOf(template, sources);
}

export const { writeFiles } = starters;
