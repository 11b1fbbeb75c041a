import { readAnchored } from '@lockstep/action-kit/evidence/found-trail';
import { type GatherTools, type GatherValues, gather } from '@lockstep/action-kit/evidence/gather';
import { InputError, parseDuration, readTogether } from '@lockstep/base';
import type { Collected, ControlMap } from '@lockstep/evidence';
import type { Call } from '../../command.ts';
import { githubWithArtifacts, repositoryIn, tokenOf, webAddressOf } from '../../github-access.ts';
import { logOf } from '../../log.ts';
import { ownVersion } from '../version.ts';
import { clockOfTrail } from './given.ts';
import { givenAnchors, placesOf } from './places.ts';

/** Reads what a map of controls asks for, as the action does. */
export type Gathering = (map: ControlMap) => Promise<Collected>;

/** By the settings of a command line. Nothing is asked yet. Throws InputError with all that is wrong. */
export async function gatheringOf(call: Call): Promise<Gathering> {
  const { signal, terminal } = call;
  const { anchors, values, world } = await readTogether({
    values: () => valuesOf(call),
    anchors: () => givenAnchors(call),
    world: async () => worldOf(await repositoryOf(call), signal),
  });
  const clock = await clockOfTrail(call);
  const tools: GatherTools = {
    ...{ clock, log: logOf(terminal), workspace: process.cwd(), run: null, version: ownVersion() },
    ...world,
    trail: async () => await readAnchored(await placesOf(call, clock), anchors, { clock, signal }),
  };
  return (map) => gather(values, map, tools);
}

function worldOf(repository: string, signal: AbortSignal): Pick<GatherTools, 'github' | 'repository'> {
  return { github: githubWithArtifacts(repository, signal, tokenOf()), repository: webAddressOf(repository) };
}

async function repositoryOf(call: Call): Promise<string> {
  const problems: string[] = [];
  const repository = await repositoryIn('.', call, problems);
  if (tokenOf().isEmpty)
    problems.push(
      'GITHUB_TOKEN: required in the environment to read runs, artifacts and the ledger; `report` of a file needs none',
    );
  if (problems.length > 0) throw new InputError(problems);
  return repository;
}

function valuesOf(call: Call): GatherValues {
  const problems: string[] = [];
  const name = (option: string, expected: string): string => {
    const given = call.text(option);
    if (given === '') problems.push(`--${option}: expected ${expected}`);
    return given;
  };
  const duration = (option: string): number => {
    const ms = parseDuration(call.text(option));
    if (ms === undefined) problems.push(`--${option}: expected a duration like 35d, got "${call.text(option)}"`);
    return ms ?? 0;
  };
  const values = {
    environment: name('environment', 'the name of an environment'),
    service: call.text('service'),
    'ledger-creator': name('ledger-creator', 'a login, such as github-actions[bot]'),
    'quality-workflow': name('quality-workflow', 'the file of a workflow'),
    'trusted-branches': call.texts('trusted-branch'),
    'report-files': call.texts('report-file'),
    window: duration('window'),
    'max-unanchored': duration('max-unanchored'),
  };
  if (problems.length > 0) throw new InputError(problems);
  return values;
}
