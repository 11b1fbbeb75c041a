import { $RefParser } from '@apidevtools/json-schema-ref-parser';
import { describe, InputError, isMap } from '@lockstep/base';
import { upgrade } from '@scalar/openapi-upgrader';
import type { Contract, Json } from '../contract.ts';
import { operationsOf, prefixOf } from './operations.ts';
import type { Origin } from './origin.ts';
import { type ContractFiles, linesOf, parseData, parseMap } from './source.ts';

/** References are resolved against this; what leaves it would leave the repository. */
const ROOT = '/repository/';

/**
 * Reads an OpenAPI document (2.0 to 3.2) with the files that it refers to. Schemas come out as JSON Schema 2020-12, which
 * is what OpenAPI 3.1 says, so that everything behind it knows one dialect. Throws InputError with what is wrong.
 */
export async function readOpenApi(file: string, files: ContractFiles): Promise<Contract> {
  const text = await files.read(file);
  const document = parseMap(text, file);
  const version = document['openapi'] ?? document['swagger'];
  if (typeof version !== 'string' || !/^(2\.0|3\.[0-2](\.\d+)?)$/.test(version))
    throw new InputError(
      `${file}: expected an OpenAPI document with "openapi: 3.0", 3.1 or 3.2 (or "swagger: '2.0'") at its top`,
    );
  return contractOf(await bundled(file, document, files), { file, line: linesOf(text), format: 'openapi' });
}

/** The contract in a document whose references all stay within it. */
export function contractOf(bundle: Readonly<Record<string, Json>>, origin: Origin): Contract {
  const document = readableSchemas(upgrade(structuredClone(bundle), '3.1') as Json);
  if (!isMap(document)) throw new InputError(`${origin.file ?? 'the description'}: not an OpenAPI document`);
  const { operations, notes } = operationsOf(document, origin);
  const info = document['info'];
  const title = isMap(info) && typeof info['title'] === 'string' ? info['title'] : '';
  return { format: origin.format, title, prefix: prefixOf(document), operations, document, notes };
}

async function bundled(
  file: string,
  document: Readonly<Record<string, Json>>,
  files: ContractFiles,
): Promise<Readonly<Record<string, Json>>> {
  const read = async ({ url }: { readonly url: string }): Promise<string> => {
    if (!url.startsWith(ROOT))
      throw new InputError(`${file}: refers to ${url.replace(/\?.*$/s, '')}, which is not a file of the repository`);
    return await files.read(decodeURIComponent(url.slice(ROOT.length)));
  };
  try {
    const bundle = await $RefParser.bundle(`${ROOT}${file}`, structuredClone(document) as object, {
      resolve: { http: false, file: false, repository: { order: 1, canRead: true, read } },
      parse: {
        json: false,
        text: false,
        binary: false,
        yaml: {
          order: 1,
          canParse: true,
          parse: ({ data, url }: { data: string | Buffer; url: string }) =>
            parseData(String(data), url.replace(ROOT, '')),
        },
      },
    });
    return bundle as Readonly<Record<string, Json>>;
  } catch (error) {
    throw new InputError(`${file}: a reference cannot be resolved: ${describe(error).replaceAll(ROOT, '')}`, {
      cause: error,
    });
  }
}

/**
 * Schemas for what is read, not for what is sent: a required field that is write-only never comes back (OpenAPI 3.1,
 * "readOnly and writeOnly"), so that it is not required of an answer.
 */
function readableSchemas(value: Json): Json {
  if (Array.isArray(value)) return value.map(readableSchemas);
  if (!isMap(value)) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, readableSchemas(one)]));
  const { required, properties } = copy;
  if (Array.isArray(required) && isMap(properties)) {
    const isWriteOnly = (name: unknown) => {
      const property = properties[String(name)];
      return isMap(property) && property['writeOnly'] === true;
    };
    copy['required'] = required.filter((name) => !isWriteOnly(name));
  }
  return typeof copy['nullable'] === 'boolean' && copy['type'] === undefined ? withNull(copy) : copy;
}

/** OpenAPI 3.0 defines `nullable` next to a type only; documents of the field have it next to an enumeration or a union. */
function withNull({ nullable, ...schema }: Record<string, Json>): Json {
  if (nullable !== true) return schema;
  const values = schema['enum'];
  if (Array.isArray(values) && !values.includes(null)) schema['enum'] = [...(values as Json[]), null];
  for (const union of ['anyOf', 'oneOf']) {
    const list = schema[union];
    if (Array.isArray(list)) schema[union] = [...(list as Json[]), { type: 'null' }];
  }
  return schema;
}
