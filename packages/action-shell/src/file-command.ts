import { appendFileSync } from 'node:fs';
import { exportVariable, saveState, setOutput } from '@actions/core';
import { redactData, Secret } from '@lockstep/base';

export type OutputValue = string | number | boolean | object | Secret;

/** Where the runner reads what a step gives; without a runner GitHub's toolkit prints it. */
const PLACES = {
  output: { variable: 'GITHUB_OUTPUT', print: setOutput },
  state: { variable: 'GITHUB_STATE', print: saveState },
  variable: { variable: 'GITHUB_ENV', print: exportVariable },
} as const;

/**
 * Gives the runner an output, a state or a variable, as GitHub's toolkit does; but that draws the end of each value from
 * `node:crypto`, which is a fifth of the start of every step. An end that does not occur in the value is as safe. A
 * Secret is given on purpose; nothing else that leaves has one in it.
 */
export function giveRunner(kind: keyof typeof PLACES, name: string, value: OutputValue): void {
  const { variable, print } = PLACES[kind];
  const path = process.env[variable] ?? '';
  const text = value instanceof Secret ? value.reveal() : textOf(redactData({ [name]: value })[name]);
  if (path === '') return void print(name, text);
  if (kind === 'variable') process.env[name] = text;
  appendFileSync(path, keyValue(name, text));
}

/** The lines that say so: `NAME<<END`, the value, `END`. */
export function keyValue(name: string, value: string): string {
  let end = 'lockstep_end';
  while (value.includes(end)) end += '_';
  return `${name}<<${end}\n${value}\n${end}\n`;
}

function textOf(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
