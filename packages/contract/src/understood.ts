import { type Contract, isSafe, type Operation } from './contract.ts';

/** What was understood of a contract, one line for each operation: a misread document must be seen, not found out. */
export function understoodLines(contract: Contract): readonly string[] {
  return contract.operations.map((operation) => {
    const { where, name } = operation;
    const place = where === undefined ? '' : `${where.file}${where.line === undefined ? '' : `:${where.line}`}: `;
    return `${place}${name}: ${facts(operation).join(', ')}`;
  });
}

function facts(operation: Operation): readonly string[] {
  const { security, responses } = operation;
  const statuses = responses.map(({ status }) => status).join(' ');
  const hasBody = responses.some(({ content }) => content?.some(({ schema }) => schema !== undefined));
  const words = {
    required: 'needs credentials',
    optional: 'credentials optional',
    none: 'public',
    unstated: 'says nothing of credentials',
  };
  return [
    words[security],
    statuses === '' ? 'no status named' : `status ${statuses}`,
    hasBody ? 'body described' : 'no body described',
    ...(isSafe(operation) ? [] : ['may change something']),
  ];
}
