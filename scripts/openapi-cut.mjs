/**
 * Cuts GitHub's own OpenAPI description down to the operations that the proving ground's GitHub answers, and writes
 * packages/proving-ground/src/github/openapi-cut.json. Run by hand when an operation is added or GitHub changes:
 *
 *   node scripts/openapi-cut.mjs [path to an api.github.com.json]
 *
 * Without a path it fetches @octokit/openapi with `npm pack`. That package is never a dependency: it weighs 385 MB.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCE = '@octokit/openapi@23.0.2';
const TARGET = fileURLToPath(new URL('../packages/proving-ground/src/github/openapi-cut.json', import.meta.url));

const OPERATIONS = [
  'actions/cancel-workflow-run',
  'actions/create-workflow-dispatch',
  'actions/get-allowed-actions-repository',
  'actions/get-github-actions-permissions-repository',
  'actions/get-reviews-for-run',
  'actions/get-workflow',
  'actions/get-workflow-run',
  'actions/get-workflow-run-attempt',
  'actions/list-environment-secrets',
  'actions/list-environment-variables',
  'actions/list-jobs-for-workflow-run-attempt',
  'actions/list-repo-organization-secrets',
  'actions/list-repo-organization-variables',
  'actions/list-repo-secrets',
  'actions/list-repo-variables',
  'actions/list-workflow-runs',
  'actions/list-workflow-runs-for-repo',
  'checks/create',
  'checks/get',
  'checks/list-annotations',
  'checks/list-for-ref',
  'checks/update',
  'git/create-ref',
  'git/get-ref',
  'git/get-tree',
  'git/list-matching-refs',
  'issues/add-labels',
  'issues/create',
  'issues/create-comment',
  'issues/delete-comment',
  'issues/get',
  'issues/get-comment',
  'issues/list-comments',
  'issues/list-for-repo',
  'issues/update',
  'issues/update-comment',
  'pulls/get',
  'pulls/list',
  'pulls/list-commits',
  'pulls/list-files',
  'pulls/list-reviews',
  'rate-limit/get',
  'repos/compare-commits-with-basehead',
  'repos/create-commit-status',
  'repos/create-deployment',
  'repos/create-deployment-status',
  'repos/create-release',
  'repos/delete-deployment',
  'repos/generate-release-notes',
  'repos/get',
  'repos/get-all-environments',
  'repos/get-branch',
  'repos/get-branch-rules',
  'repos/get-collaborator-permission-level',
  'repos/get-combined-status-for-ref',
  'repos/get-commit',
  'repos/get-content',
  'repos/get-deployment',
  'repos/get-deployment-status',
  'repos/get-environment',
  'repos/get-latest-release',
  'repos/get-release',
  'repos/get-release-by-tag',
  'repos/list-branches',
  'repos/list-commit-statuses-for-ref',
  'repos/list-commits',
  'repos/list-deployment-statuses',
  'repos/list-deployments',
  'repos/list-pull-requests-associated-with-commit',
  'repos/list-releases',
  'repos/list-tags',
  'repos/update-release',
];

const METHODS = ['get', 'put', 'post', 'delete', 'patch'];

const source = process.argv[2] === undefined ? fetchSource() : readFileSync(process.argv[2], 'utf8');
const cut = cutDown(JSON.parse(source));
writeFileSync(TARGET, `${JSON.stringify(cut)}\n`);
console.log(`${OPERATIONS.length} operations, ${Math.round(Buffer.byteLength(JSON.stringify(cut)) / 1000)} kB`);

function fetchSource() {
  const folder = mkdtempSync(path.join(tmpdir(), 'openapi-'));
  try {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const packed = execFileSync(npm, ['pack', SOURCE, '--silent', '--pack-destination', folder], { encoding: 'utf8' });
    const member = 'package/generated/api.github.com.json';
    execFileSync('tar', ['-xzf', path.join(folder, packed.trim()), '-C', folder, member]);
    return readFileSync(path.join(folder, member), 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function cutDown(whole) {
  const missing = new Set(OPERATIONS);
  const paths = {};
  for (const [route, item] of Object.entries(whole.paths))
    for (const method of METHODS) {
      const operation = item[method];
      if (operation === undefined || !missing.delete(operation.operationId)) continue;
      paths[route] ??= {};
      paths[route][method] = operationOf(operation);
    }
  if (missing.size > 0) throw new Error(`GitHub's description has no ${[...missing].join(', ')}`);
  return {
    openapi: whole.openapi,
    info: { title: `Cut of ${whole.info.title}`, version: whole.info.version, license: whole.info.license },
    paths,
    components: reachable(whole.components, paths),
  };
}

function operationOf({ operationId, parameters, requestBody, responses }) {
  const body = requestBody === undefined ? undefined : closed(bare(jsonOnly(requestBody)));
  const answers = Object.fromEntries(
    Object.entries(responses).map(([status, answer]) => [status, { description: '', ...bare(jsonOnly(answer)) }]),
  );
  return { operationId, parameters: bare(parameters ?? []), ...(body && { requestBody: body }), responses: answers };
}

/** Bodies in other media types are never sent by us, and would be the first one that the validator picks. */
function jsonOnly(message) {
  const json = message.content?.['application/json'];
  const { content: _, headers: __, ...rest } = message;
  return json === undefined ? rest : { ...rest, content: { 'application/json': { schema: json.schema } } };
}

/** Without prose, examples and vendor extensions; with `nullable` in a form that ajv takes. */
function bare(node, parentKey = '') {
  if (Array.isArray(node)) return node.map((item) => bare(item));
  if (typeof node !== 'object' || node === null) return node;
  const names = parentKey === 'properties' || parentKey === 'schemas';
  const kept = Object.entries(node).filter(([key, value]) => names || !isProse(key, value));
  const out = Object.fromEntries(kept.map(([key, value]) => [key, bare(value, names ? '' : key)]));
  return names ? out : nullableForAjv(out);
}

function isProse(key, value) {
  if (key.startsWith('x-')) return true;
  if (['description', 'title', 'summary'].includes(key)) return typeof value === 'string';
  return ['example', 'examples', 'externalDocs', 'deprecated', 'headers', 'default'].includes(key);
}

/** ajv refuses `nullable` without `type`, and holds a null against `enum`. */
function nullableForAjv(schema) {
  if (schema.nullable !== true) return schema;
  if (schema.type === undefined) {
    const { nullable: _, ...rest } = schema;
    return { anyOf: [rest, { enum: [null] }] };
  }
  return Array.isArray(schema.enum) && !schema.enum.includes(null)
    ? { ...schema, enum: [...schema.enum, null] }
    : schema;
}

/** GitHub ignores a field that it does not know, and so hides a typing mistake of ours: here it is an error. */
function closed(node) {
  if (Array.isArray(node)) return node.map(closed);
  if (typeof node !== 'object' || node === null) return node;
  const out = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, closed(value)]));
  const isObjectSchema = out.type === 'object' && out.properties !== undefined;
  return isObjectSchema && out.additionalProperties === undefined ? { ...out, additionalProperties: false } : out;
}

/** The components that the paths refer to, directly or through each other. */
function reachable(components, paths) {
  const kept = {};
  const queue = [...refsOf(paths)];
  for (let ref = queue.pop(); ref !== undefined; ref = queue.pop()) {
    const [, , kind, name] = ref.split('/');
    if (kept[kind]?.[name] !== undefined) continue;
    const found = components[kind]?.[name];
    if (found === undefined) throw new Error(`GitHub's description has no ${ref}`);
    kept[kind] ??= {};
    kept[kind][name] = kind === 'responses' ? { description: '', ...bare(jsonOnly(found)) } : bare(found);
    queue.push(...refsOf(kept[kind][name]));
  }
  const sorted = (object) => Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
  return sorted(Object.fromEntries(Object.entries(kept).map(([kind, members]) => [kind, sorted(members)])));
}

function refsOf(node) {
  if (Array.isArray(node)) return node.flatMap(refsOf);
  if (typeof node !== 'object' || node === null) return [];
  return typeof node.$ref === 'string' ? [node.$ref] : Object.values(node).flatMap(refsOf);
}
