import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sourcesIn } from '../packages/starters/lib/sources.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * The module by which `lockstep init` carries the starters, the workflows that they call, and what the actions take, templates of documents, and maps of
 * controls.
 */
export function starterFilesModule(sources = sourcesIn(root)) {
  const entry = ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},`;
  const list = (name, type, all) => [
    `export const ${name}: Readonly<Record<string, ${type}>> = {`,
    ...[...all].map(entry),
    '};',
    '',
  ];
  return [
    '// Written by scripts/docs.mjs from workflows-templates/, .github/workflows/, actions/ and packages/starters/.',
    "import type { ActionInputs } from './sources.ts';",
    '',
    ...list('TEMPLATES', 'string', sources.templates),
    ...list('WORKFLOWS', 'string', sources.workflows),
    ...list('ACTIONS', 'ActionInputs', sources.actions),
    ...list('DOCUMENTS', 'string', sources.documents),
    ...list('CONTROLS', 'string', sources.controls),
  ].join('\n');
}
