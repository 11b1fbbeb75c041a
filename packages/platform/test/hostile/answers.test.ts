import { beforeAll, expect, test } from '@jest/globals';
import { loadGitHubContract } from '@lockstep/proving-ground/github';
import type { Contract } from '@lockstep/proving-ground/openapi';
import { loadSupabaseContract } from '@lockstep/proving-ground/supabase';
import { sampleOf } from '../../../../test/faults/matrix.ts';
import {
  type Audited,
  auditPlatform,
  type Facts,
  type PlatformWorld,
  type PolicyLine,
  platformLines,
  readPlatform,
  readPolicy,
  writePolicy,
} from '../../src/index.ts';
import { mutations } from '../mutations.ts';
import { goodWorld } from '../world.ts';
import { replaying, type Taped, taping } from './replay.ts';
import { type Variation, variationsOf } from './variations.ts';

/**
 * Answers that no description allows: of a world in which a line fails, each member of each answer gone, null and of
 * another type. The line may fail or be unknown; it must not pass.
 */
let good: Facts;
let lines: readonly PolicyLine[];
beforeAll(async () => {
  await using world = await goodWorld();
  good = await readPlatform(world.access());
  const written = writePolicy(good, platformLines)
    .replace('  # functions-current:', '  functions-current: [send-mail]')
    .replace('  # drill-event:', '  drill-event: true');
  lines = readPolicy(written, 'platform.yml', platformLines).policy.lines;
});

const passes = ({ checks, notVerified }: Audited, id: string): boolean =>
  !checks.some((one) => one.id === id && one.verdict !== 'pass') && !notVerified.some((one) => one.id === id);

interface Case {
  readonly id: string;
  readonly world: PlatformWorld;
  readonly tape: readonly Taped[];
}

/** Names the variations with which the line passes. */
async function passing({ id, tape, world }: Case): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const { answer, question, refusal, service } of tape.filter((one) => one.service === id.split('.')[0])) {
    if (refusal !== undefined) continue;
    for (const variation of variationsOf(answer)) {
      if (isOfClient(question, variation.what) || isDescribed(service, question, variation)) continue;
      const other = replaying(world, tape, (asked) =>
        asked === `${service} ${question}` ? { answer: variation.answer } : undefined,
      );
      const facts = { ...good, ...(await readPlatform(other)) };
      if (
        passes(
          auditPlatform(
            lines.filter(({ line }) => line.key === id),
            facts,
          ),
          id,
        )
      )
        found.add(`${question} ${variation.what}`);
    }
  }
  return [...found].sort();
}

/** What the clients of the services make themselves, whatever the service answers: lists, and whether they are whole. */
function isOfClient(question: string, what: string): boolean {
  return !question.startsWith('read ') && /^(?:the answer|items|whole) is/.test(what);
}

const vendors = mutations.filter(({ id }) => !id.startsWith('bundle.'));

const GITHUB_NAME = /^read \["(\w+)\.(\w+)"/;
const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Whether the service may answer so, by its own description: then the line says what the answer says. */
function isDescribed(service: string, question: string, { answer, what }: Variation): boolean {
  const isFine = (contract: Contract, operation: string): boolean =>
    contract.operations.includes(operation) && contract.checkAnswer(operation, 200, answer).length === 0;
  if (service === 'supabase') return isFine(loadSupabaseContract(), /"([\w-]+)"/.exec(question)?.[1] ?? '');
  if (service === 'github') {
    const [, scope = '', name = ''] = GITHUB_NAME.exec(question) ?? [];
    return isFine(loadGitHubContract(), `${kebab(scope)}/${kebab(name)}`);
  }
  return service === 'vercel' && OPTIONAL.has(what);
}

/** What Vercel's description lets be left out or be null, and where that is a setting of its own. */
const OPTIONAL = new Set([
  ...['publicSource', 'rootDirectory', 'crons.disabledAt', 'envs[].gitBranch', 'ips'].flatMap((name) => [
    `${name} is gone`,
    `${name} is null`,
  ]),
  'drains[].status is gone',
]);

const chosen = sampleOf('hostile answers', vendors, 10);

test.each(chosen.map((one) => [one.id, one.what, one] as const))(
  '%s: %s: no answer of another form passes',
  async (id, _what, mutation) => {
    await using world = await goodWorld();
    await mutation.change(world);
    const tape: Taped[] = [];
    const access = world.access(mutation.services);
    await readPlatform(taping(access, tape));
    expect(await passing({ id, world: access, tape })).toEqual([]);
  },
);
