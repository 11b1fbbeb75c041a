import { textSource } from '../sql/source.ts';
import { findMarks } from './find-marks.ts';
import { cutSections, hasSections } from './sections.ts';

/**
 * Whether a migration has its down migration inside itself, behind the mark of whatever tool wrote it. What only looks
 * like a mark, in a string or a function body, is text.
 */
export function hasDownHalf(file: string, sql: string): boolean {
  const source = textSource(file, sql);
  return hasSections(findMarks(source)) && cutSections(source, []).down !== undefined;
}
