import { describe, expect, test } from '@jest/globals';
import { readContract, understoodLines } from '../src/index.ts';
import { bad, check, filesOf } from './check.ts';
import { CLINIC } from './clinic.ts';

const read = (files: Readonly<Record<string, string>>, file = Object.keys(files)[0] ?? '') =>
  readContract(file, 'auto', filesOf(files));

/** The clinic as OpenAPI 3.0 has it, with what 3.0 alone knows. */
const THREE_ZERO = CLINIC.replace('openapi: 3.1.0', 'openapi: 3.0.3')
  .replace("next: { type: [string, 'null'] }", 'next: { type: string, nullable: true }')
  .replace('id: { type: [integer, string] }', 'id: { type: integer, minimum: 0, exclusiveMinimum: true }');

describe('OpenAPI', () => {
  test.each([
    ['3.0', THREE_ZERO],
    ['3.1', CLINIC],
    ['3.2', CLINIC.replace('openapi: 3.1.0', 'openapi: 3.2.0')],
    ['3.1 as JSON', ''],
  ])('%s: the same backend passes', async (version, text) => {
    const { parse } = await import('yaml');
    const document = version.endsWith('JSON') ? JSON.stringify(parse(CLINIC), null, 2) : text;
    const found = await check(undefined, { document });
    expect(bad(found)).toEqual([]);
    expect(found.coverage).toMatchObject({ all: 6, judged: 4 });
  });

  test('3.0: null is refused where it is not nullable, and a limit that excludes itself holds', async () => {
    const found = await check(
      ({ path, who }, sound) =>
        path === '/v1/patients/1' && who !== undefined
          ? { ...sound, body: { ...(sound.body as object), id: 0, name: null } }
          : undefined,
      { document: THREE_ZERO },
    );
    expect(bad(found)).toEqual(['fail operation/body body-invalid (GET /patients/{id})']);
    expect(found.checks.find(({ id, verdict }) => id === 'operation/body' && verdict === 'fail')?.measured).toBe(
      '/id breaks the rule "exclusiveMinimum"; /name is not of the type string',
    );
  });

  test('3.0: nullable next to an enumeration or a union permits null, and the schema can be used', async () => {
    const document = THREE_ZERO.replace(
      'status: { enum: [active, discharged] }',
      'status: { enum: [active, discharged], nullable: true }',
    ).replace('by: { type: string }', 'by: { oneOf: [{ type: string }], nullable: true }');
    const found = await check(
      ({ path, who }, sound) =>
        path === '/v1/patients/1' && who !== undefined
          ? {
              ...sound,
              body: { ...(sound.body as object), status: null, visits: [{ at: '2026-11-05T10:00:00Z', by: null }] },
            }
          : undefined,
      { document },
    );
    expect(bad(found)).toEqual([]);
  });

  test('in several files: references are followed within the repository', async () => {
    const [head = '', schemas = ''] = CLINIC.split(/^ {2}schemas:\n/m);
    const document = head.replaceAll('#/components/schemas/', './schemas.yaml#/');
    const found = await check(undefined, {
      file: 'api/api.yaml',
      document,
      files: { 'api/schemas.yaml': schemas.replaceAll(/^ {4}/gm, '') },
    });
    expect(bad(found)).toEqual([]);
    const drifted = await check(
      ({ path, who }, sound) => (path === '/v1/patients/1' && who !== undefined ? { ...sound, body: {} } : undefined),
      {
        file: 'api/api.yaml',
        document,
        files: { 'api/schemas.yaml': schemas.replaceAll(/^ {4}/gm, '') },
      },
    );
    expect(bad(drifted)).toEqual(['fail operation/body body-invalid (GET /patients/{id})']);
  });

  test.each([
    ['a file outside', '../../secrets.yaml#/x'],
    ['another site', 'https://example.com/schemas.yaml#/x'],
    ['a file that is not there', './none.yaml#/x'],
    ['nothing', '#/components/schemas/None'],
  ])('a reference to %s is refused, not skipped', async (_, ref) => {
    const text = CLINIC.replace("'#/components/schemas/Patient'", `'${ref}'`);
    await expect(read({ 'api/api.yaml': text })).rejects.toThrow(/a reference cannot be resolved/);
  });

  test('operations have the line of their method, and say what was understood of them', async () => {
    const contract = await read({ 'api.yaml': CLINIC });
    const lines = CLINIC.split('\n');
    const line = lines.indexOf('  /admin/users:') + 2;
    expect(understoodLines(contract)).toContain(
      `api.yaml:${line}: GET /admin/users: needs credentials, status 200 401 403, body described`,
    );
    expect(understoodLines(contract)).toContainEqual(expect.stringContaining('GET /health: public, status 200'));
  });

  test.each([
    ['no document', 'hello: world', /expected an OpenAPI document/],
    ['no operation', "openapi: 3.1.0\ninfo: { title: x, version: '1' }\npaths: {}", /no operation/],
    ['no YAML', 'a: [', /not readable as YAML/],
  ])('%s is refused', async (_, text, message) => {
    await expect(read({ 'api.yaml': text })).rejects.toThrow(message);
  });

  test('a schema that cannot be used is unknown, and names itself', async () => {
    const found = await check(undefined, {
      document: CLINIC.replace('name: { type: string }', "name: { type: string, pattern: '(' }"),
    });
    expect(bad(found)).toContain('unknown operation/body schema-unusable (GET /patients/{id})');
  });
});
