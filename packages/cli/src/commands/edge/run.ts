import { type Inputs, inputs } from '@lockstep/action-kit/edge-audit/inputs';
import { lookAtSite } from '@lockstep/action-kit/edge-audit/look';
import { planOf, problemsOf } from '@lockstep/action-kit/edge-audit/plan';
import { problemsBetween, readInputs } from '@lockstep/action-shell';
import { InputError, systemClock, type Verdict } from '@lockstep/base';
import type { EdgePlan } from '@lockstep/edge';
import type { Call } from '../../command.ts';
import { OwnWords } from '../../own-words.ts';
import { tellChecks } from '../../tell-checks.ts';
import { BYPASS, LEFT_OUT, options } from './options.ts';

/** Options whose values have commas between them. */
const LISTS = new Set([
  ...['paths', 'api-paths', 'cors-origins', 'telemetry', 'checks', 'hosts', 'skip-paths'],
  ...['dns-resolvers', 'dns-expect', 'dns-authority'],
]);

const WORDS = new OwnWords({
  ...Object.fromEntries(Object.keys(LEFT_OUT).map((name) => [name, `${name} of the action edge-audit`])),
  ...Object.fromEntries(options.map(({ name }) => [name, `--${name}`])),
  'protection-bypass': BYPASS,
  url: 'URL',
});

/** What the action does, with the inputs from a command line. */
export async function run(call: Call): Promise<Verdict> {
  const { plan, values } = read(call);
  const { checks, gaps } = await lookAtSite(values, plan, { clock: systemClock, signal: call.signal });
  const found = { checks: WORDS.checks(checks), notVerified: WORDS.gaps(gaps) };
  return tellChecks(call, { subject: plan.url.host, tool: 'edge-audit', ...found });
}

/** Everything that the command line says. Throws InputError with all that is wrong in it. */
function read(call: Call): { readonly values: Inputs; readonly plan: EdgePlan } {
  const raw = new Map([
    ['url', call.text('URL')],
    ['protection-bypass', process.env[BYPASS] ?? ''],
    ...options.map(({ name }): [string, string] => {
      const text = call.text(name);
      return [name, LISTS.has(name) ? text.replaceAll(',', '\n') : text];
    }),
  ]);
  const given = readInputs(inputs, (name) => raw.get(name) ?? '');
  const problems = [...given.problems, ...problemsBetween(inputs, given, problemsOf)];
  const { url } = given.values;
  if (problems.length > 0 || url === undefined) throw new InputError(problems.map((one) => WORDS.text(one)));
  return { values: given.values, plan: planOf(given.values, url) };
}
