import { readAccept } from '@lockstep/action-kit/audit';
import { dryRunEnd } from '@lockstep/action-kit/contract-check/dry-run';
import { checkEverything } from '@lockstep/action-kit/contract-check/engine';
import type { Host } from '@lockstep/action-kit/contract-check/host';
import { type Inputs, inputs, problemsOf } from '@lockstep/action-kit/contract-check/inputs';
import { problemsBetween, readInputs } from '@lockstep/action-shell';
import { InputError, plainLine, silent, systemClock, type Verdict } from '@lockstep/base';
import type { Call } from '../../command.ts';
import { OwnWords } from '../../own-words.ts';
import { readText } from '../../read-text.ts';
import { tellChecks } from '../../tell-checks.ts';
import { tellEnd } from '../../tell-end.ts';
import { FILES, options, VARIABLES } from './options.ts';

/** No file of an input is longer. */
const LONGEST_INPUT = 1024 * 1024;
const LISTS = ['source', 'row-security', 'protected', 'skip'];

const WORDS = new OwnWords({
  ...Object.fromEntries(options.map(({ name }) => [name, `--${name}`])),
  ...VARIABLES,
  contract: 'CONTRACT',
});

/** What the action does, with the inputs from a command line. */
export async function run(call: Call): Promise<Verdict> {
  const values = await readValues(call);
  const { backend, checks, notVerified, order, subject } = await checkEverything(values, hostOf(call));
  if (order !== undefined) call.terminal.tell(`releases: ${order.release}; rollbacks: ${order.rollback}\n`);
  if (values['dry-run']) return tellEnd(call, 'contract-check', dryRunEnd(backend));
  return tellChecks(call, {
    ...{ subject, tool: 'contract-check', onUnknown: values['on-unknown'] },
    accept: readAccept(values.accept).acceptances,
    checks: WORDS.checks(checks),
    notVerified: WORDS.gaps(notVerified),
  });
}

async function readValues(call: Call): Promise<Inputs> {
  const raw = new Map<string, string>([['contract', call.text('CONTRACT')]]);
  for (const { name, value } of options) {
    const given = value === undefined ? String(call.flag(name)) : call.text(name);
    const isFile = FILES.some((one) => one === name) && given !== '' && !(name === 'functions' && given === 'all');
    const text = isFile ? await readText(given, LONGEST_INPUT, call) : given;
    raw.set(name, LISTS.includes(name) ? text.replaceAll(',', '\n') : text);
  }
  for (const [name, variable] of Object.entries(VARIABLES)) raw.set(name, process.env[variable] ?? '');
  const read = readInputs(inputs, (name) => raw.get(name) ?? '');
  const problems = [...read.problems, ...problemsBetween(inputs, read, problemsOf)];
  if (problems.length > 0) throw new InputError(problems.map((one) => WORDS.text(one)));
  return read.values;
}

function hostOf({ signal, terminal }: Call): Host {
  const line = (text: string) => terminal.tell(`${plainLine(text)}\n`);
  return {
    ...{ clock: systemClock, instance: 'terminal', signal, mask: () => {} },
    env: {
      ...{ actor: '', runUrl: '', workspace: process.cwd() },
      apiUrl: process.env['GITHUB_API_URL'] || 'https://api.github.com',
    },
    log: {
      ...{ ...silent, info: line, notice: line, warning: line, foreign: line },
      group: async (title, work) => {
        line(title);
        return await work();
      },
    },
  };
}
