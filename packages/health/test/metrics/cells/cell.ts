import type { MetricReport } from '../../../src/index.ts';

/** What every source has to be seen to do. */
export const cases = [
  'finds a candidate that is worse',
  'passes one that is equal',
  'is unknown on an empty answer',
  'is unknown on an error',
  'is unknown below its minimum of samples',
  'is unknown while data is late',
  'refuses a window that began before the swap',
  'shows nothing of a hostile text',
] as const;
export type Case = (typeof cases)[number];

/** One world for each case; throws InputError where the metric itself is refused. */
export type Cells = Readonly<Record<Case, () => Promise<{ readonly report: MetricReport }>>>;

/** In every text that a hostile source has. */
export const HOSTILE = '</td>|@all <img src=x> ::error::patient 4711 `](http://e.vil)';
