import {
  decimal,
  duration,
  flag,
  list,
  oneOf,
  type Shape,
  secret,
  text,
  url,
  type Values,
} from '@lockstep/action-shell';
import {
  type Example,
  type Identity,
  type OperationPattern,
  PATTERN_FORM,
  readExamples,
  readIdentities,
  readPattern,
  readRequirements,
  readWebhooks,
} from '@lockstep/contract';
import { readAccept } from '../audit.ts';
import { functionInputs, functionProblems } from '../functions.ts';
import { auditInputs, supabaseInputs } from '../inputs.ts';
import { readYamlInput } from '../yaml-input.ts';

export const inputs = {
  contract: text(),
  'base-url': url(),
  as: secret(),
  examples: text(),
  'coverage-minimum': decimal(1, { min: 0, max: 1 }),
  undocumented: oneOf(['warn', 'fail'], 'warn'),
  'live-contract': text(),
  routes: text(),
  source: list(),
  'scratch-database-url': secret(),
  'missing-in-schema': oneOf(['warn', 'fail'], 'warn'),
  requires: text(),
  'health-url': url(),
  'ledger-token': secret(),
  webhooks: text(),
  'webhook-secret': secret(),
  'data-checks': text(),
  'row-security': list(),
  'database-url': secret(),
  protected: list(),
  skip: list(),
  methods: oneOf(['safe', 'all'], 'safe'),
  disposable: flag(false),
  'latency-budget': duration(),
  contact: text(),
  'contract-format': oneOf(['auto', 'openapi', 'markdown'], 'auto'),
  'request-timeout': duration('10s'),
  directory: text('supabase/migrations'),
  'down-directory': text('supabase/rollbacks'),
  'source-schema': text('public'),
  'data-timeout': duration('10s'),
  'dry-run': flag(false),
  ...auditInputs(),
  'protection-bypass': secret(),
  ...functionInputs(),
  ...supabaseInputs(),
} satisfies Shape;

export type Inputs = Values<typeof inputs>;

/** Problems between inputs. */
export function problemsOf(values: Inputs): readonly string[] {
  const problems = [
    ...identitiesOf(values).problems,
    ...examplesOf(values).problems,
    ...readAccept(values.accept).problems,
    ...requirementsOf(values).problems,
    ...webhooksOf(values).problems,
    ...functionProblems(values),
    ...patternProblems('protected', values.protected),
    ...patternProblems('skip', values.skip),
  ];
  const others = [values.requires, values.webhooks, values['data-checks'], values.functions];
  if (values.contract === '' && [...values.source, ...values['row-security'], ...others].every((one) => one === ''))
    problems.push(
      'input "contract": expected a file with the contract, or one of "source", "requires", "webhooks", "data-checks", "row-security" and "functions" to check that alone',
    );
  for (const name of ['base-url', 'health-url', 'functions-url'] as const)
    if (values[name]?.username || values[name]?.password)
      problems.push(
        `input "${name}": expected a URL without a user and a password; give credentials in "as", which is a secret`,
      );
  const needsHealth = requirementsOf(values).requirements.some(
    ({ needs, url: own }) => needs !== undefined && own === undefined,
  );
  if (needsHealth && values['health-url'] === undefined)
    problems.push('input "health-url": expected the URL of the health route that names what "requires" is about');
  if ((values['data-checks'] !== '' || values['row-security'].length > 0) && values['database-url'].isEmpty)
    problems.push('input "database-url": expected the URL of the database for "data-checks" and "row-security"');
  if (values.contract === '' && values['live-contract'] !== '')
    problems.push('input "contract": expected the file of this release that "live-contract" is compared with');
  if (values.source.length > 0 && values['scratch-database-url'].isEmpty)
    problems.push(
      'input "scratch-database-url": expected the URL of a disposable PostgreSQL server, where "source" is compared with the schema of the migrations',
    );
  if (
    values.contract !== '' &&
    values['base-url'] === undefined &&
    (values['live-contract'] === '' || values.contract === 'postgrest')
  )
    problems.push(
      'input "base-url": expected the URL of the live backend, or "live-contract" to compare two contracts without asking a backend',
    );
  if (values.methods === 'all' && !values.disposable)
    problems.push(
      'input "methods": all calls methods that change data; declare with "disposable: true" that the data of this backend may be thrown away',
    );
  return problems;
}

export function identitiesOf({ as }: Inputs): {
  readonly identities: readonly Identity[];
  readonly problems: readonly string[];
} {
  const { value, problems } = readYamlInput(as.reveal(), 'input "as"');
  return problems.length > 0 ? { identities: [], problems } : readIdentities(value, 'input "as"');
}

export function examplesOf({ examples }: Inputs): {
  readonly examples: readonly Example[];
  readonly problems: readonly string[];
} {
  const { value, problems } = readYamlInput(examples, 'input "examples"');
  return problems.length > 0 ? { examples: [], problems } : readExamples(value, 'input "examples"');
}

export function requirementsOf({ requires }: Inputs): ReturnType<typeof readRequirements> {
  const { value, problems } = readYamlInput(requires, 'input "requires"');
  return problems.length > 0 ? { requirements: [], problems } : readRequirements(value, 'input "requires"');
}

export function webhooksOf({ webhooks }: Inputs): ReturnType<typeof readWebhooks> {
  const { value, problems } = readYamlInput(webhooks, 'input "webhooks"');
  return problems.length > 0 ? { webhooks: [], problems } : readWebhooks(value, 'input "webhooks"');
}

export function patternsOf(lines: readonly string[]): readonly OperationPattern[] {
  return lines.flatMap((line) => readPattern(line) ?? []);
}

function patternProblems(name: string, lines: readonly string[]): readonly string[] {
  return lines
    .filter((line) => readPattern(line) === undefined)
    .map((line) => `input "${name}": expected ${PATTERN_FORM}, got ${JSON.stringify(line.slice(0, 200))}`);
}
