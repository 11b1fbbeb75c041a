import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { Verdict } from '@lockstep/base';
import { type SpawnedAction, spawnAction } from '@lockstep/proving-ground/action';
import { Scope } from '@lockstep/proving-ground/scope';

/** One case, in a world of its own: the action and the command line that ask the same of it. */
export interface Asked {
  readonly cwd: string;
  /** Of the action. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Laid over the `github` context of the action. */
  readonly github?: Readonly<Record<string, string>>;
  readonly args: readonly string[];
  /** The variables of the command. */
  readonly env?: Readonly<Record<string, string>>;
  /** The variables of both. */
  readonly both?: Readonly<Record<string, string>>;
}

export interface Case {
  readonly verdict: Verdict;
  readonly reason: string;
  /** What one of them changes the other must not see: each is asked in a world of its own. */
  readonly changes?: boolean;
  readonly ask: (scope: Scope) => Asked | Promise<Asked>;
}

/** What a command and an action do alike, as cases: at least one that passes, fails, is not known, and is wrong usage. */
export interface Pair {
  /** As it is typed: `backup drill`. */
  readonly command: string;
  readonly action: string;
  readonly cases: Readonly<Record<string, Case>>;
}

/** The reason of every wrong usage, whose exit code is that of usage. */
export const WRONG = 'invalid-input';
const CODES: Readonly<Record<Verdict, number>> = { pass: 0, fail: 1, unknown: 2 };
const USAGE = 64;
const bundle = join(import.meta.dirname, '..', '..', '..', '..', 'dist', 'cli', 'index.js');

/** Runs both on a case: they give the same verdict, reason and list of checks, and the codes that go with it. */
export async function playPair({ action, command }: Pair, { ask, changes, reason, verdict }: Case): Promise<void> {
  await using scope = new Scope();
  const asked = await ask(scope);
  const step = await runAction(action, asked, scope);
  const line = await runLine(command, changes ? await ask(scope) : asked);
  expect(line.answer).toEqual(step.answer);
  expect(step.answer).toMatchObject({ verdict, reason });
  expect({ action: step.status, command: line.status }).toEqual({
    action: verdict === 'pass' ? 0 : 1,
    command: reason === WRONG ? USAGE : CODES[verdict],
  });
}

interface Answer {
  readonly verdict: unknown;
  readonly reason: unknown;
  /** Undefined where there is no list. */
  readonly checks: unknown;
}

async function runAction(action: string, { both, cwd, github = {}, inputs }: Asked, scope: Scope) {
  const temp = scope.folder('lockstep-pair-');
  const step: SpawnedAction = await spawnAction(action, inputs, { cwd, temp, github, ...(both && { env: both }) });
  const { reason, verdict } = step.outputs;
  const path = step.outputs['report-path'] ?? '';
  const report: unknown = path.endsWith('.json') && existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  return { status: step.status, answer: { verdict, reason, checks: checksIn(report) } satisfies Answer };
}

/** The servers of a case answer from this process, so the command must not block it. */
function runLine(command: string, { args, both, cwd, env }: Asked) {
  const line = [...command.split(' '), ...args, '--json'];
  const variables = { PATH: process.env['PATH'], HOME: cwd, ...both, ...env };
  return new Promise<{ readonly status: unknown; readonly answer: Answer }>((resolve, reject) => {
    execFile(process.execPath, [bundle, ...line], { cwd, env: variables }, (error, stdout, stderr) => {
      try {
        resolve({ status: error?.code ?? 0, answer: answerIn(stdout) });
      } catch (cause) {
        reject(new Error(`lockstep ${line.join(' ')}: no answer: ${stdout}${stderr}`, { cause }));
      }
    });
  });
}

function answerIn(stdout: string): Answer {
  const all = JSON.parse(stdout) as Readonly<Record<string, unknown>>;
  const { reason, verdict } = (all['judgement'] ?? all) as Readonly<Record<string, unknown>>;
  return { verdict, reason, checks: checksIn(all) };
}

/** The folder of a world, the id of a backup, and what the anchors of a caller are called. */
const OWN = /lockstep-pair-\w+|\d{8}T\d{6}Z-[0-9a-f]{8}|the input anchors|--anchor\b/g;

interface Told {
  readonly [name: string]: unknown;
}

/** What a list says, apart from what to do, which names inputs or options, and from what it measured to the number. */
function checksIn(report: unknown): unknown {
  const { checks, kind, notVerified } = report as Readonly<Record<string, readonly Told[]>> & {
    readonly kind?: string;
  };
  if (kind !== 'lockstep-checks/1') return undefined;
  const steady = (value: unknown) =>
    typeof value === 'string' ? value.replaceAll(OWN, '').replaceAll(/\d+(?:\.\d+)?/g, 'N') : value;
  const seen = (checks ?? []).map(({ id, measured, reason, verdict, what, where }) => ({
    ...{ id, verdict, reason, what: steady(what), measured: steady(measured), where },
  }));
  const gaps = (notVerified ?? []).map(({ chosen, id, what }) => ({ id, chosen, what: steady(what) }));
  return { seen, gaps };
}
