import type { Command } from '../../packages/cli/src/command.ts';
import { type Pair, WRONG } from '../../packages/cli/test/pairs/pair.ts';

const LIST = 'packages/cli/test/pairs/pairs.ts';

/** What is listed of the commands of `lockstep`. */
export interface Listed {
  readonly pairs: readonly Pair[];
  readonly elsewhere: Readonly<Record<string, string>>;
  readonly alone: Readonly<Record<string, string>>;
}

/** Whose commands of their own are one engine of an action, so that one table has them. */
const WHOLE = ['archive'];

/** The command lines of `lockstep` without options: `up`, and `backup drill` where a command has some of its own. */
export function typedCommands(commands: readonly Command[]): readonly string[] {
  return commands.flatMap(({ arguments: given, name }) => {
    const [first] = given;
    if (first?.name !== 'COMMAND' || !first.required || WHOLE.includes(name)) return [name];
    return first.meaning.split(', ').map((own) => `${name} ${own}`);
  });
}

/** What is wrong with the list: an action's command that is not compared with it could say something else. */
export function pairFindings(typed: readonly string[], { alone, elsewhere, pairs }: Listed): readonly string[] {
  const listed = [...pairs.map(({ command }) => command), ...Object.keys(elsewhere), ...Object.keys(alone)];
  return [
    ...typed
      .filter((name) => !listed.includes(name))
      .map((name) => `lockstep ${name}: give it a pair in ${LIST}, or say there why no action does it`),
    ...[...new Set(listed.filter((name, nth) => listed.indexOf(name) !== nth))].map(
      (name) => `lockstep ${name}: listed twice in ${LIST}`,
    ),
    ...listed.filter((name) => !typed.includes(name)).map((name) => `lockstep ${name}: there is no such command`),
    ...pairs.flatMap(thinFindings),
  ];
}

const KINDS: Readonly<Record<string, (one: Pair['cases'][string]) => boolean>> = {
  'that passes': ({ verdict }) => verdict === 'pass',
  'that fails': ({ reason, verdict }) => verdict === 'fail' && reason !== WRONG,
  'that is not known': ({ verdict }) => verdict === 'unknown',
  'of wrong usage': ({ reason }) => reason === WRONG,
};

function thinFindings({ cases, command }: Pair): readonly string[] {
  return Object.entries(KINDS)
    .filter(([, isOfIt]) => !Object.values(cases).some(isOfIt))
    .map(([kind]) => `lockstep ${command}: no case ${kind}`);
}
