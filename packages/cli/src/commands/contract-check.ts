import {
  checksJson,
  checksText,
  InputError,
  judgeChecks,
  makeCheckList,
  parseDuration,
  systemClock,
} from '@lockstep/base';
import type { Call, Command } from '../command.ts';
import { readText } from '../read-text.ts';

/** No file of an input is longer. */
const LONGEST_INPUT = 1024 * 1024;

export const contractCheck: Command = {
  name: 'contract-check',
  summary: 'asks a live backend for everything that its contract promises',
  details: `
Reads the contract (OpenAPI or Markdown; "postgrest" asks the backend itself), calls each operation with a safe method, and
ends with what it found: 0 where the contract is kept, 1 where it is broken, 2 where something could not be decided or was
not called.

Who asks is a YAML file: a list of name, headers, and optionally may and may-not. Examples are a YAML file: a map from
operations to path, query and headers.

  lockstep contract-check docs/openapi.yaml --base-url http://localhost:3000 --as identities.yml --examples examples.yml`,
  arguments: [{ name: 'CONTRACT', meaning: 'the file, within the current directory; or postgrest', required: true }],
  options: [
    { name: 'base-url', value: 'URL', meaning: 'the address of the backend' },
    { name: 'as', value: 'FILE', meaning: 'the identities that ask' },
    { name: 'examples', value: 'FILE', meaning: 'values to ask with' },
    {
      name: 'format',
      value: 'FORMAT',
      meaning: 'how the contract is written',
      choices: ['auto', 'openapi', 'markdown'],
      absent: 'auto',
    },
    {
      name: 'undocumented',
      value: 'WHAT',
      meaning: 'what fields that no document names do',
      choices: ['warn', 'fail'],
      absent: 'warn',
    },
    { name: 'coverage-minimum', value: 'SHARE', meaning: 'share of the operations that must be judged', absent: '1' },
    { name: 'request-timeout', value: 'DURATION', meaning: 'how long a single request may take', absent: '10s' },
    { name: 'routes', value: 'FILE', meaning: 'the routes of the backend, to find those without a contract' },
    { name: 'contact', value: 'NAME', meaning: 'whom to call when the backend does not answer' },
  ],
  run: async (call) => {
    const { baseUrl, timeoutMs, coverageMinimum } = numbersOf(call);
    const contracts = await import('@lockstep/contract');
    const structured = async (name: 'as' | 'examples') => {
      const path = call.text(name);
      const { value, problems } = contracts.readYaml(
        path === '' ? '' : await readText(path, LONGEST_INPUT, call),
        path,
      );
      if (problems.length > 0) throw new InputError(problems);
      return value;
    };
    const { identities, problems } = contracts.readIdentities(await structured('as'), call.text('as'));
    const read = contracts.readExamples(await structured('examples'), call.text('examples'));
    const wrong = [...problems, ...read.problems];
    if (wrong.length > 0) throw new InputError(wrong);
    const send = contracts.createClient({ timeoutMs, clock: systemClock, signal: call.signal, always: {}, fetch });
    const root = process.cwd();
    const files = contracts.repositoryFiles(root);
    const [first] = identities;
    const contract =
      call.text('CONTRACT') === 'postgrest'
        ? await contracts.askPostgrest(baseUrl, send, first === undefined ? {} : contracts.revealed(first.headers))
        : await contracts.readContract(
            contracts.repositoryPath(root, call.text('CONTRACT')),
            call.text('format') as 'auto' | 'openapi' | 'markdown',
            files,
          );
    const unknown = contracts.unknownExamples(read.examples, contract);
    if (unknown.length > 0) throw new InputError(unknown);
    const routes = call.text('routes');
    const { checks, notVerified } = await contracts.checkContract(
      contract,
      {
        baseUrl,
        identities,
        examples: read.examples,
        methods: 'safe',
        protectedBy: [],
        skip: [],
        undocumented: call.text('undocumented') === 'fail' ? 'fail' : 'warn',
        coverageMinimum,
        latencyBudgetMs: undefined,
        contact: call.text('contact'),
        routes: routes === '' ? undefined : contracts.readRoutes(await readText(routes, LONGEST_INPUT, call), routes),
      },
      { send, clock: systemClock, signal: call.signal },
    );
    const tool = { name: 'contract-check', version: 'cli' };
    const list = makeCheckList({ subject: baseUrl.host, nowMs: Date.now(), run: null, tool, checks, notVerified });
    const judgement = judgeChecks(list, { onUnknown: 'fail', reportOnly: false }, Date.now());
    const answer = call.json ? checksJson(judgement) : checksText(judgement, call.terminal.paint);
    call.terminal.write(answer.endsWith('\n') ? answer : `${answer}\n`);
    return judgement.verdict;
  },
};

function numbersOf({ text }: Call) {
  const url = text('base-url');
  const timeoutMs = parseDuration(text('request-timeout'));
  const coverageMinimum = Number(text('coverage-minimum'));
  const problems = [
    ...(URL.canParse(url) && /^https?:/.test(url)
      ? []
      : ['--base-url: required, expected a URL that starts with https:// or http://']),
    ...(timeoutMs === undefined ? ['--request-timeout: expected a duration like 500ms, 10s or 1m'] : []),
    ...(coverageMinimum >= 0 && coverageMinimum <= 1 ? [] : ['--coverage-minimum: expected a number from 0 up to 1']),
  ];
  if (problems.length > 0) throw new InputError(problems);
  return { baseUrl: new URL(url), timeoutMs: timeoutMs ?? 10_000, coverageMinimum };
}
