import { APPROVALS, type App, type Found } from '@lockstep/starters';
import type { Call } from '../../command.ts';
import { appsIn, type Given } from './choices.ts';

/** Asks one question until the answer will do. */
type AskOne = (question: string, usual: string, problem?: (answer: string) => string | undefined) => Promise<string>;

const PLACE = ['vercel-project', 'vercel-team', 'production-url'] as const;

/** Asks for what the options do not say. What is proposed is in brackets, and an empty answer takes it. */
export async function askRest(given: Given, found: Found, one: AskOne): Promise<Given> {
  const apps = given.apps ?? (await askApps(given, found, one));
  const approvals = given.approvals ?? (await askApprovals(one));
  if (apps.length <= 1) return { ...given, apps, approvals, inputs: await askPlace(given.inputs, '', one) };
  const scoped = new Map(given.scoped);
  for (const { name } of apps)
    scoped.set(name, await askPlace({ ...given.inputs, ...scoped.get(name) }, ` of ${name}`, one));
  return { ...given, apps, approvals, scoped };
}

/** A question to the person at the terminal, asked again where the answer will not do. */
export function asker(call: Call, ask: NonNullable<Call['terminal']['ask']>): AskOne {
  return async (question, usual, problem = () => undefined) => {
    for (;;) {
      const answer = (await ask(`${question}${usual === '' ? '' : ` [${usual}]`}: `, call.signal)) || usual;
      const wrong = problem(answer);
      if (wrong === undefined) return answer;
      call.terminal.tell(`${wrong}\n`);
    }
  };
}

async function askApps({ into }: Given, { apps }: Found, one: AskOne): Promise<readonly App[]> {
  const [first] = apps;
  if (apps.length <= 1) return first === undefined || first.directory === '.' ? [] : [first];
  const usual = apps.map(({ name, directory }) => `${name}=${directory}`).join(',');
  const problemOf = (answer: string) => {
    const problems: string[] = [];
    appsIn(answer, into, problems);
    return problems[0];
  };
  const answer = await one(
    'Apps that are released on their own; the first one brings the migrations',
    usual,
    problemOf,
  );
  return appsIn(answer, into, []);
}

async function askApprovals(one: AskOne): Promise<(typeof APPROVALS)[number]> {
  const names = APPROVALS.join(', ');
  const answer = await one(`Who lets a release happen (${names})`, 'none', (text) =>
    APPROVALS.some((name) => name === text) ? undefined : `expected one of ${names}`,
  );
  return APPROVALS.find((name) => name === answer) ?? 'none';
}

async function askPlace(inputs: Readonly<Record<string, string>>, of: string, one: AskOne) {
  const place: Record<string, string> = { ...inputs };
  const questions: Readonly<Record<(typeof PLACE)[number], string>> = {
    'vercel-project': `Vercel project${of}`,
    'vercel-team': `Vercel team${of}, empty for a personal account`,
    'production-url': `Address of the app${of}`,
  };
  for (const name of PLACE) place[name] = await one(questions[name], inputs[name] ?? '', PROBLEMS[name]);
  return place;
}

const PROBLEMS: Readonly<Record<(typeof PLACE)[number], (answer: string) => string | undefined>> = {
  'vercel-project': (answer) => (answer === '' ? 'expected the name of a project' : undefined),
  'vercel-team': () => undefined,
  'production-url': (answer) =>
    URL.canParse(answer) && /^https?:$/.test(new URL(answer).protocol)
      ? undefined
      : 'expected an address like https://shop.example',
};
