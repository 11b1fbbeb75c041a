import { InputError, isMap, RemoteError } from '@lockstep/base';
import type { Send } from '../ask/client.ts';
import { jsonOf } from '../ask/exchange.ts';
import type { Contract, Json, Operation } from '../contract.ts';
import { contractOf } from './openapi.ts';

/**
 * Reads what PostgREST says of itself (Swagger 2.0, at its root): a table or view is a path, a column is a field.
 * docs.postgrest.org/en/stable/references/api/openapi.html. Supabase's Data API is one. Throws RemoteError where it does
 * not say.
 */
export async function readPostgrest(
  baseUrl: URL,
  send: Send,
  headers: Readonly<Record<string, string>>,
): Promise<Contract> {
  const url = new URL(baseUrl);
  url.pathname = `${baseUrl.pathname.replace(/\/+$/, '')}/`;
  const exchange = await send({ method: 'GET', url, headers: { ...headers, accept: 'application/openapi+json' } });
  const service = 'PostgREST';
  if (exchange.kind === 'lost')
    throw new RemoteError(`${url.host} does not answer`, { service, code: exchange.code, retryable: true });
  const description = exchange.status === 200 ? jsonOf(exchange)?.value : undefined;
  if (!isMap(description))
    throw new RemoteError(`${url.host}${url.pathname} does not describe itself`, {
      service,
      status: exchange.status,
      retryable: false,
      hint: 'give an identity that may read the description in "as" (Supabase shows it to secret keys only), and let "openapi-mode" be on',
    });
  return postgrestContract(description);
}

/** The contract in a description that was read. */
export function postgrestContract(description: Readonly<Record<string, Json>>): Contract {
  if (description['swagger'] !== '2.0') throw new InputError("the description is not PostgREST's (swagger 2.0)");
  const contract = contractOf(
    { ...description, definitions: nullableColumns(description['definitions']) },
    { file: undefined, line: () => undefined, format: 'postgrest' },
  );
  return { ...contract, prefix: '', operations: contract.operations.filter(({ path }) => path !== '/').map(asAsked) };
}

/** A column that is not required may be null, which a description in Swagger 2.0 cannot say. */
function nullableColumns(definitions: Json): Json {
  if (!isMap(definitions)) return definitions;
  return Object.fromEntries(
    Object.entries(definitions).map(([name, table]) => {
      if (!isMap(table) || !isMap(table['properties'])) return [name, table];
      const required = Array.isArray(table['required']) ? (table['required'] as Json[]) : [];
      const properties = Object.entries(table['properties']).map(([column, schema]) => {
        if (required.includes(column) || !isMap(schema)) return [column, schema];
        const { enum: values, ...rest } = schema;
        const listed = Array.isArray(values) ? { enum: [...(values as Json[]), null] } : {};
        return [
          column,
          {
            ...rest,
            ...listed,
            ...(schema['type'] === undefined ? {} : { type: [schema['type'], 'null'] }),
          },
        ];
      });
      return [name, { ...table, properties: Object.fromEntries(properties) }];
    }),
  );
}

/** A table is asked for one row, and never for all of them. */
function asAsked(operation: Operation): Operation {
  const isTable = operation.method === 'GET' && !operation.path.startsWith('/rpc/');
  const parameters = operation.parameters
    .filter(({ in: place }) => place !== 'header' || !isTable)
    .map((one) => (isTable && one.in === 'query' ? { ...one, required: false } : one));
  if (!isTable) return { ...operation, parameters };
  const limit = { name: 'limit', in: 'query' as const, required: true, example: '1' };
  return { ...operation, parameters: [...parameters.filter(({ name }) => name !== 'limit'), limit] };
}
