import type { ControlReport } from '../control.ts';
import { controlsCsv } from './csv.ts';
import { controlsHtml } from './html.ts';
import { controlsPredicate } from './in-toto.ts';
import { controlsJson } from './json.ts';
import { controlsMarkdown } from './markdown.ts';
import { controlsOscal } from './oscal.ts';

/** Every form of the same report, by the name of its file. */
export const CONTROL_FORMATS: Readonly<Record<string, (report: ControlReport) => string>> = {
  'controls.json': controlsJson,
  'controls.csv': controlsCsv,
  'controls.md': controlsMarkdown,
  'controls.html': controlsHtml,
  'controls.oscal.json': controlsOscal,
  'controls.predicate.json': controlsPredicate,
};
