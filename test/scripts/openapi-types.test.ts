import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { SUPABASE_TYPED, SUPABASE_UNTYPED } from '../../scripts/openapi-operations.mjs';
import { supabaseTypesModule, typesOf } from '../../scripts/openapi-types.mjs';

const root = join(import.meta.dirname, '..', '..');

const json = (schema: object) => ({ content: { 'application/json': { schema } } });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: object) => ({ type: 'object', properties, required: Object.keys(properties) });
const cut = {
  paths: {
    '/v1/{ref}/a': {
      get: {
        operationId: 'get-a',
        parameters: [
          { name: 'ref', in: 'path' },
          { name: 'many', in: 'query', schema: { type: 'integer' } },
        ],
        responses: { 200: json(ref('Outer')) },
      },
      put: {
        operationId: 'put-a',
        parameters: [],
        requestBody: json(ref('Sent')),
        responses: { 200: json(ref('Other')) },
      },
    },
  },
  components: {
    schemas: {
      Inner: object({ words: { type: 'array', items: { enum: ['x', 'y'], nullable: true, type: 'string' } } }),
      Other: object({ b: { type: 'string' } }),
      Outer: object({ inner: { type: 'array', items: ref('Inner') } }),
      Sent: object({ c: { type: 'boolean' } }),
    },
  },
};

test('the shapes of what is asked, and of nothing else', () => {
  expect(typesOf(cut, { typed: ['get-a'], untyped: [] })).toBe(`export const PATHS = {
  'get-a': '/v1/{ref}/a',
} as const;

export interface Operations {
  readonly 'get-a': {
    readonly query: { readonly many?: number };
    readonly body: undefined;
    readonly answer: Outer;
  };
}

export interface Inner {
  readonly words: readonly ('x' | 'y' | null)[];
}

export interface Outer {
  readonly inner: readonly Inner[];
}
`);
});

test('what is read by its members has no shape; what is sent has', () => {
  const text = typesOf(cut, { typed: [], untyped: ['put-a'] });
  expect(text).toContain('readonly answer: unknown;');
  expect(text).toContain('export interface Sent {');
  expect(text).not.toContain('interface Other');
});

test('is seen red: an operation that the description does not have, and a shape that nobody knows', () => {
  expect(() => typesOf(cut, { typed: ['get-b'], untyped: [] })).toThrow('the cut has no get-b');
  const odd = { ...cut, components: { schemas: { ...cut.components.schemas, Inner: { not: {} } } } };
  expect(() => typesOf(odd, { typed: ['get-a'], untyped: [] })).toThrow('no type for {"not":{}}');
});

test('each operation with a type is asked by something', () => {
  const asked = ['packages/supabase/src', 'packages/platform/src']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts') && !name.endsWith('.generated.ts'))
        .map((name) => readFileSync(join(root, folder, name), 'utf8')),
    )
    .flatMap((text) => [...text.matchAll(/api\.(?:read|change)\('([\w-]+)'/g)].map(([, id]) => id));
  expect([...new Set(asked)].sort()).toEqual([...SUPABASE_TYPED, ...SUPABASE_UNTYPED].sort());
});

test('members of settings that the platform audit keeps are in the description', async () => {
  const { AUTH_MEMBERS } = await import('../../packages/platform/src/supabase/auth-members.ts');
  const { components } = JSON.parse(
    readFileSync(join(root, 'packages/proving-ground/src/supabase/openapi-cut.json'), 'utf8'),
  );
  const known = Object.keys(components.schemas.AuthConfigResponse.properties);
  expect(AUTH_MEMBERS.filter((name) => !known.includes(name))).toEqual([]);
});

test('the file of the client is what is made of the description', () => {
  expect(readFileSync(join(root, 'packages/supabase/src/openapi.generated.ts'), 'utf8')).toBe(supabaseTypesModule());
});
