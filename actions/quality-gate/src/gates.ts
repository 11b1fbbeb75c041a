import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Shell } from '@lockstep/action-shell';
import { detectGates, type Gate, type GateDeclaration, gatesOf, lookAt, parseGates } from '@lockstep/quality';
import type { Inputs } from './inputs.ts';

export interface FoundGates {
  readonly gates: readonly Gate[];
  /** Where they are from, for people. */
  readonly from: string;
  /** As detected, to copy; undefined where they were declared. */
  readonly detected: readonly GateDeclaration[] | undefined;
}

/** The gates of `gates`, else of the file of `config`, else those that fit the repository. Throws InputError. */
export function findGates(values: Inputs, shell: Pick<Shell, 'env' | 'log'>): FoundGates {
  if (values.gates !== '')
    return { gates: parseGates(values.gates, 'gates'), from: 'declared in the input "gates"', detected: undefined };
  const path = resolve(shell.env.workspace, values.config);
  if (existsSync(path)) {
    const gates = parseGates(readFileSync(path, 'utf8'), values.config);
    return { gates, from: `declared in ${values.config}`, detected: undefined };
  }
  const project = lookAt(shell.env.workspace);
  const { gates, found, left } = detectGates(project);
  for (const line of found) shell.log.info(`found: ${line}`);
  for (const line of left) shell.log.info(`not run: ${line}`);
  if (!project.installed) shell.log.warning('there is no node_modules: install the dependencies in an earlier step');
  return { gates: gatesOf(gates, 'detected gates'), from: 'detected', detected: gates };
}
