import type { Outcome } from '@lockstep/action-shell';
import { lineName, publicStatus, type StatusFacts, statusJson, statusPage } from '@lockstep/evidence';
import { availabilityProblems } from '../availability.ts';
import { collectFacts, linesOf, type StatusTools, type StatusValues } from './status-facts.ts';

const NOTHING: Omit<StatusFacts, 'title'> = {
  at: 0,
  ...{ environments: null, releases: null, incidents: null, availability: null, drills: null, controls: null },
};

/** What is wrong with the values, as far as it can be seen without asking. */
export function statusProblems(values: StatusValues): readonly string[] {
  const title = values['status-title'];
  if (publicStatus({ ...NOTHING, title }, []) !== undefined) return availabilityProblems(values);
  return [
    ...availabilityProblems(values),
    `input "status-title": expected a title for the public: at most 60 letters, digits, spaces and .&'()-, got "${title}"`,
  ];
}

export interface StatusPages {
  /** By their names in the folder of the page. */
  readonly files: Readonly<Record<string, string>>;
  readonly outcome: Outcome<'page-written' | 'page-incomplete'>;
  /** Environments that are on it. */
  readonly names: readonly string[];
  readonly size: string;
  /** What could not be read, and is missing on the page. */
  readonly gaps: readonly string[];
}

/** The status page, as HTML and as JSON, of what may be public. `folder`: where it will be. Throws InputError. */
export async function statusPages(values: StatusValues, tools: StatusTools, folder: string): Promise<StatusPages> {
  const { facts, gaps } = await collectFacts(values, tools);
  const names = linesOf(values).map(lineName);
  const shown = publicStatus(facts, names);
  if (shown === undefined) throw new Error('the title was checked before');
  const page = statusPage(shown);
  const size = `${Math.ceil(Buffer.byteLength(page) / 1_000)} kB`;
  return {
    ...{ names, size, gaps },
    files: { 'index.html': page, 'status.json': statusJson(shown) },
    outcome:
      gaps.length === 0
        ? { verdict: 'pass', reason: 'page-written', message: `the status page is in ${folder}, ${size}` }
        : {
            ...{ verdict: 'unknown', reason: 'page-incomplete' },
            message: `the status page is in ${folder}, without ${gaps.join('; ')}`,
          },
  };
}
