import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { fixture } from './stage.ts';

/** Laid over what the fixture's caller passes; null leaves one out. */
export type Overlay = Readonly<Record<string, string | null>>;

/** Writes the consumer's own workflow into its repository, with these inputs and these secrets by their names. */
export function writeCaller(root: string, inputs: Overlay, secrets: Overlay): void {
  const path = '.github/workflows/release.yml';
  const workflow = parseDocument(readFileSync(join(fixture, 'repository', path), 'utf8'));
  const lay = (part: 'with' | 'secrets', overlay: Overlay, show: (name: string, value: string) => string) => {
    for (const [name, value] of Object.entries(overlay)) {
      const at = ['jobs', 'release', part, name];
      if (value === null) workflow.deleteIn(at);
      else workflow.setIn(at, show(name, value));
    }
  };
  lay('with', inputs, (_name, value) => value);
  lay('secrets', secrets, (name) => `\${{ secrets.${name} }}`);
  writeFileSync(join(root, path), String(workflow));
}
