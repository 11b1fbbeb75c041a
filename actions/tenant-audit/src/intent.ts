import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readYamlInput } from '@lockstep/action-kit/yaml-input';
import { describe } from '@lockstep/base';
import { type Intent, readIntent, readWrittenIntent } from '@lockstep/tenants';
import type { Inputs } from './inputs.ts';

const YAML = ['identities', 'own-rows', 'owner-columns', 'buckets', 'fixtures'] as const;

type ReadIntent = { readonly intent: Intent; readonly problems: readonly string[] };

/** What the caller means by "apart", from a file of the repository or from the inputs, and every reason why it cannot be followed. */
export function intentOf(values: Inputs, workspace = process.env['GITHUB_WORKSPACE'] ?? process.cwd()): ReadIntent {
  const path = values['intent-path'];
  if (path === '') return fromInputs(values);
  const others = ['tenant-table', 'membership', ...YAML].filter((name) => values[name as 'membership'] !== '');
  const twice = others.map((name) => `input "${name}": cannot be combined with intent-path, whose file says it`);
  const { intent, problems } = readWrittenIntent(written(path, workspace, twice));
  return { intent, problems: [...twice, ...problems.map((problem) => `${path}: ${problem}`)] };
}

function written(path: string, workspace: string, problems: string[]): unknown {
  let text: string;
  try {
    text = readFileSync(resolve(workspace, path), 'utf8');
  } catch (error) {
    problems.push(`input "intent-path": ${path} cannot be read: ${describe(error)}`);
    return {};
  }
  const read = readYamlInput(text, `input "intent-path": ${path}`);
  problems.push(...read.problems);
  return read.problems.length > 0 ? {} : read.value;
}

function fromInputs(values: Inputs): ReadIntent {
  const unreadable: string[] = [];
  const read = Object.fromEntries(
    YAML.map((name) => {
      if (values[name] === '') return [name, undefined];
      const { value, problems: wrong } = readYamlInput(values[name], `input "${name}"`);
      unreadable.push(...wrong);
      return [name, value];
    }),
  );
  const { intent, problems } = readIntent({
    tenantTable: values['tenant-table'],
    userTable: values['user-table'],
    membership: values.membership,
    identities: read['identities'],
    ownRows: read['own-rows'],
    ownerColumns: read['owner-columns'],
    buckets: read['buckets'],
    fixtures: read['fixtures'],
    schemas: values.schemas,
    publicObjects: values['public-objects'],
    auditTables: values['audit-tables'],
    callable: values.callable,
    channels: values.channels,
  });
  return { intent, problems: [...unreadable, ...problems] };
}
