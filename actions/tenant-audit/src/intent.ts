import { describe } from '@lockstep/base';
import { type Intent, readIntent } from '@lockstep/tenants';
import { parse } from 'yaml';
import type { Inputs } from './inputs.ts';

const YAML = ['identities', 'own-rows', 'buckets', 'fixtures'] as const;

/** What the caller means by "apart", and every reason why it cannot be followed. */
export function intentOf(values: Inputs): { readonly intent: Intent; readonly problems: readonly string[] } {
  const unreadable: string[] = [];
  const read = Object.fromEntries(
    YAML.map((name) => {
      try {
        return [name, values[name] === '' ? undefined : (parse(values[name]) as unknown)];
      } catch (error) {
        unreadable.push(`input "${name}": not readable as YAML: ${describe(error)}`);
        return [name, undefined];
      }
    }),
  );
  const { intent, problems } = readIntent({
    tenantTable: values['tenant-table'],
    userTable: values['user-table'],
    membership: values.membership,
    identities: read['identities'],
    ownRows: read['own-rows'],
    buckets: read['buckets'],
    fixtures: read['fixtures'],
    schemas: values.schemas,
    publicObjects: values['public-objects'],
    auditTables: values['audit-tables'],
    callable: values.callable,
  });
  return { intent, problems: [...unreadable, ...problems] };
}
