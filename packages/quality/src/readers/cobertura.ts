import { type Reading, unreadable } from '../report.ts';
import type { Source } from '../source.ts';
import { coverage } from './coverage.ts';
import { readXml } from './xml.ts';

/**
 * Cobertura XML. Lines are counted where a class lists them; the same lines stand a second time under its methods.
 */
export async function readCobertura(source: Source): Promise<Reading> {
  const lines = { covered: 0, total: 0 };
  const branches = { covered: 0, total: 0 };
  const files = new Set<string>();
  let root = '';
  await readXml(source, {
    open(name, attributes, path) {
      if (path.length === 0) root = name;
      if (name === 'class') files.add(attributes['filename'] ?? '');
      if (name !== 'line' || path.at(-2) !== 'class') return;
      lines.total++;
      if (Number(attributes['hits']) > 0) lines.covered++;
      const [, covered, total] = /\((\d+)\/(\d+)\)/.exec(attributes['condition-coverage'] ?? '') ?? [];
      branches.covered += Number(covered ?? 0);
      branches.total += Number(total ?? 0);
    },
  });
  if (root !== 'coverage') return unreadable('report-malformed', `its root is <${root}>, not <coverage>`);
  return coverage(files.size, { lines, branches });
}
