import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { jsonText } from '@lockstep/base';
import type { Command } from '../command.ts';

export const version: Command = {
  name: 'version',
  summary: 'prints the version',
  details: `
Of lockstep, and of the Node.js that runs it.`,
  arguments: [],
  options: [],
  run: async ({ json, terminal }) => {
    const facts = { lockstep: ownVersion(), node: process.versions.node };
    terminal.write(json ? jsonText(facts) : `lockstep ${facts.lockstep} (node ${facts.node})\n`);
    return 'pass';
  },
};

/** Of the package: its manifest stands beside the bundle, else above the compiled files. */
export function ownVersion(): string {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const beside = path.join(here, 'package.json');
  const manifest = existsSync(beside) ? beside : path.join(here, '..', '..', 'package.json');
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { readonly version: string }).version;
}
