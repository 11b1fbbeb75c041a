import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawnAction } from '@lockstep/proving-ground/action';
import { Faults } from '@lockstep/proving-ground/faults';
import { type GitHub, startGitHub } from '@lockstep/proving-ground/github';
import { Scope } from '@lockstep/proving-ground/scope';

const scope = new Scope();
let github: GitHub;
let cwd = '';
beforeAll(async () => {
  github = await startGitHub({ faults: new Faults() });
  github.repository('acme/shop').commit();
  cwd = scope.folder('lockstep-mistakes-');
});
afterAll(async () => {
  github.expectNoViolations();
  await github.close();
  await scope[Symbol.asyncDispose]();
});

function evidence(command: 'report' | 'documents' | 'collect', text: string | Buffer) {
  const input = command === 'documents' ? 'documents-file' : 'controls-file';
  writeFileSync(join(cwd, 'given.yml'), text);
  const permissions = { actions: 'read', contents: 'read', deployments: 'read' } as const;
  const inputs = {
    ...{ command, [input]: 'given.yml', to: scope.folder('lockstep-trail-') },
    'github-token': github.token({ repository: 'acme/shop', permissions }),
  };
  return spawnAction('evidence', inputs, { cwd, github: { api_url: github.url, repository: 'acme/shop' } });
}

const WRONG = `version: "1"
controls:
  - { id: A, framework: F, title: T, evidence: [{ checks: edge_audit, ids: [], max-age: 35 }] }
  - { id: b, framework: F, title: T, evidence: [{ documents: a.md }] }
  - { id: c, framework: F, titel: T, not-collected: x }
exceptions:
  - { control: d, reason: r, owner: olga, until: 2099-01-01 }
`;
const DOCUMENTS = `version: 1
documents:
  dpia: ../dpia.md
  pen-test: a.md
  contacts: { file: a.md, reviewed-within: 3 }
`;

test.each([
  ['report', WRONG, [1, 3, 3, 3, 3, 4, 5, 5, 7, 7, 7]],
  ['documents', DOCUMENTS, [3, 4, 5]],
] as const)('%s names each mistake of its file with its line, all at once', async (command, text, lines) => {
  const { log, status } = await evidence(command, text);
  expect(status).toBe(1);
  // Annotations are ten at most; the line of the verdict has all.
  const all = /\(invalid-input\): (.*)/.exec(log)?.[1]?.split('; given.yml') ?? [];
  const said = all.map((one) => Number(/\(line (\d+)\)/.exec(one)?.[1]));
  expect(said.sort((a, b) => a - b)).toEqual(lines);
});

test.each([
  ['an empty file', '', /got an empty file/],
  ['UTF-16', Buffer.from(`\uFEFFversion: 1\n`, 'utf16le'), /is not UTF-8; store it as UTF-8/],
  ['a file of another kind', Buffer.alloc(2_000_000, 'x'), /has 2000000 bytes, and at most 1048576 are read/],
])('%s is refused as what it is', async (_what, text, message) => {
  for (const command of ['collect', 'documents'] as const) {
    const { log, status } = await evidence(command, text);
    expect(status).toBe(1);
    expect(log).toMatch(message);
    expect(log).toContain('given.yml');
  }
});

test('an exception that is over is no mistake: the report goes on, and says which line to remove', async () => {
  const map = `version: 1
controls:
  - { id: a, framework: F, title: T, evidence: [{ document: a.md }] }
exceptions:
  - { control: a, reason: r, owner: 7, until: 2026-01-31 }
`;
  const { log, outputs } = await evidence('report', map);
  expect(outputs).toMatchObject({ controls: '1', current: '0', verdict: 'unknown' });
  expect(log).toContain('given.yml: line 5: the exception of a ended on 2026-01-31: remove it');
});
