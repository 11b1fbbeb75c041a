import { describe, expect, test } from '@jest/globals';
import { readContract, understoodLines } from '../src/index.ts';
import { bad, check, filesOf } from './check.ts';

const API = `# Clinic API

| Method | Path | Auth | Status |
|---|---|---|---|
| GET | /v1/health | none | 200 |
| GET | \`/v1/admin/users\` | bearer | 200, 401, 403 |
| DELETE | /v1/patients/:id | yes | 204, 401 |
| ??? | see below | | |

### GET /v1/patients

Auth: required

Status: 200, 401

Response:

\`\`\`json
{ "items": [{ "id": 1 }], "next": null }
\`\`\`

### 2. \`GET /v1/patients/:id\`

- Auth: required
- 200 one patient
- 401 without a token
- 404 no such patient

#### Response 200

\`\`\`json
{ "id": 1, "name": "Ann" }
\`\`\`

### POST /v1/patients

Auth: required

\`\`\`json
{ "name": "Ann" }
\`\`\`

## Also

\`HEAD /v1/health\` answers without a body.
`;

const OURS = { document: API, file: 'API.md', undocumented: 'warn' as const };
const EXAMPLES = [
  {
    operation: 'GET /v1/patients/{id}',
    path: { id: '1' },
    query: {},
    headers: {},
    body: undefined,
    expect: undefined,
    cleanUp: undefined,
  },
];

describe('a Markdown document', () => {
  test('what was understood has its lines, and what was not is said', async () => {
    const contract = await readContract('API.md', 'auto', filesOf({ 'API.md': API }));
    expect(understoodLines(contract)).toEqual([
      'API.md:5: GET /v1/health: public, status 200, no body described',
      'API.md:6: GET /v1/admin/users: needs credentials, status 200 401 403, no body described',
      'API.md:7: DELETE /v1/patients/{id}: needs credentials, status 204 401, no body described, may change something',
      'API.md:10: GET /v1/patients: needs credentials, status 200 401, body described',
      'API.md:22: GET /v1/patients/{id}: needs credentials, status 200 401 404, body described',
      'API.md:35: POST /v1/patients: needs credentials, no status named, no body described, may change something',
      'API.md:45: HEAD /v1/health: says nothing of credentials, no status named, no body described',
    ]);
    expect(contract.notes).toEqual([
      'API.md:8: a row of a table of operations whose method and path could not be read',
      'API.md:39: an example that may be a request or an answer: say "Response" above it',
    ]);
  });

  test('is kept by the same backend, but for a HEAD that it does not have', async () => {
    const found = await check(undefined, { ...OURS, examples: EXAMPLES });
    expect(bad(found)).toEqual(['fail operation/mounted not-mounted (HEAD /v1/health)']);
    expect(found.coverage).toMatchObject({ all: 7, counted: 5, judged: 5 });
  });

  test('a name that the example promises and that is gone', async () => {
    const found = await check(
      ({ path, who }, sound) =>
        path === '/v1/patients/1' && who !== undefined ? { ...sound, body: { id: 1 } } : undefined,
      {
        ...OURS,
        examples: EXAMPLES,
      },
    );
    expect(bad(found)).toContain('fail operation/body body-invalid (GET /v1/patients/{id})');
  });

  test('a route that the document says is protected and that is open', async () => {
    const found = await check(({ path }) => (path === '/v1/admin/users' ? { status: 200, body: [] } : undefined), {
      ...OURS,
      examples: EXAMPLES,
    });
    expect(bad(found)).toContain('fail operation/refuses-no-token open-without-token (GET /v1/admin/users)');
  });
});
