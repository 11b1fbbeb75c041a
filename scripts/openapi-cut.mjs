/**
 * Cuts a service's own OpenAPI description down to the operations that the proving ground's stand-in of it answers, and
 * writes packages/proving-ground/src/NAME/openapi-cut.json. Run by hand when an operation is added or the service changes
 * (of Supabase's, scripts/docs.mjs then makes the types of its client):
 *
 *   node scripts/openapi-cut.mjs github|sentry|stripe|supabase|vercel [path to its description]
 *
 * Without a path it fetches the description: GitHub's by `npm pack` of @octokit/openapi, which is never a dependency,
 * since it weighs 385 MB; the others' from where their services publish them.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  GITHUB_CLOUD_OPERATIONS,
  GITHUB_OPERATIONS,
  SENTRY_OPERATIONS,
  STRIPE_OPERATIONS,
  SUPABASE_OPERATIONS,
  VERCEL_OPERATIONS,
} from './openapi-operations.mjs';

const GITHUB_SOURCE = '@octokit/openapi@23.0.2';
const SUPABASE_SOURCE = 'https://api.supabase.com/api/v1-json';
const VERCEL_SOURCE = 'https://raw.githubusercontent.com/vercel/sdk/1a425c5a2/vercel-spec.json';
const STRIPE_SOURCE = 'https://raw.githubusercontent.com/stripe/openapi/master/openapi/spec3.json';
const SENTRY_SOURCE = 'https://raw.githubusercontent.com/getsentry/sentry-api-schema/main/openapi-derefed.json';

const SERVICES = {
  github: {
    operations: [...GITHUB_OPERATIONS, ...GITHUB_CLOUD_OPERATIONS],
    fetch: fetchGitHub,
    // With a path, the other description is in the file beside it.
    read: (given) =>
      withCloud(readFileSync(given, 'utf8'), readFileSync(path.join(path.dirname(given), 'ghec.json'), 'utf8')),
  },
  sentry: { operations: SENTRY_OPERATIONS, fetch: () => fetched(SENTRY_SOURCE) },
  stripe: { operations: STRIPE_OPERATIONS, fetch: () => fetched(STRIPE_SOURCE) },
  // Its alternatives overlap: an answer is often more than one of them.
  vercel: { operations: VERCEL_OPERATIONS, overlaps: true, fetch: () => fetched(VERCEL_SOURCE) },
  supabase: { operations: SUPABASE_OPERATIONS, fetch: () => fetched(SUPABASE_SOURCE) },
};

const METHODS = ['get', 'put', 'post', 'delete', 'patch'];

const [name, given] = process.argv.slice(2);
const service = SERVICES[name];
if (service === undefined) throw new Error(`which service? ${Object.keys(SERVICES).join(' or ')}`);
const read = service.read ?? ((file) => readFileSync(file, 'utf8'));
const source = given === undefined ? await service.fetch() : read(given);
const whole = JSON.parse(service.overlaps === true ? source.replaceAll('"oneOf"', '"anyOf"') : source);
const cut = cutDown(whole, service.operations);
const target = new URL(`../packages/proving-ground/src/${name}/openapi-cut.json`, import.meta.url);
writeFileSync(fileURLToPath(target), `${JSON.stringify(cut)}\n`);
console.log(`${service.operations.length} operations, ${Math.round(Buffer.byteLength(JSON.stringify(cut)) / 1000)} kB`);

async function fetched(source) {
  const answer = await fetch(source);
  if (!answer.ok) throw new Error(`${source}: HTTP ${answer.status}`);
  return answer.text();
}

function fetchGitHub() {
  const folder = mkdtempSync(path.join(tmpdir(), 'openapi-'));
  try {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const packed = execFileSync(npm, ['pack', GITHUB_SOURCE, '--silent', '--pack-destination', folder], {
      encoding: 'utf8',
    });
    const members = ['api.github.com', 'ghec'].map((one) => `package/generated/${one}.json`);
    execFileSync('tar', ['-xzf', path.join(folder, packed.trim()), '-C', folder, ...members]);
    return withCloud(...members.map((member) => readFileSync(path.join(folder, member), 'utf8')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The description of github.com, and of GitHub Enterprise Cloud what only that has. */
function withCloud(source, cloudSource) {
  const [whole, cloud] = [JSON.parse(source), JSON.parse(cloudSource)];
  for (const [route, item] of Object.entries(cloud.paths))
    if (METHODS.some((method) => GITHUB_CLOUD_OPERATIONS.includes(item[method]?.operationId)))
      whole.paths[route] = { ...item, ...whole.paths[route] };
  for (const [kind, members] of Object.entries(cloud.components))
    whole.components[kind] = { ...members, ...whole.components[kind] };
  return JSON.stringify(whole);
}

function cutDown(whole, operations) {
  const missing = new Set(operations);
  const paths = {};
  for (const [route, item] of Object.entries(whole.paths))
    for (const method of METHODS) {
      const operation = item[method];
      if (operation === undefined || !missing.delete(operation.operationId)) continue;
      paths[route] ??= {};
      paths[route][method] = operationOf(operation);
    }
  if (missing.size > 0) throw new Error(`the description has no ${[...missing].join(', ')}`);
  return {
    openapi: whole.openapi,
    info: { title: `Cut of ${whole.info.title}`, version: whole.info.version, license: whole.info.license },
    paths,
    components: reachable(whole.components, paths),
  };
}

function operationOf({ operationId, parameters, requestBody, responses, security }) {
  const body = requestBody === undefined ? undefined : closed(bare(jsonOnly(requestBody)));
  const answers = Object.fromEntries(
    answersOf(responses).map(([status, answer]) => [status, { description: '', ...bare(jsonOnly(answer)) }]),
  );
  const needs = (security ?? []).flatMap(({ fga_permissions: permissions }) =>
    permissions === undefined ? [] : [permissions],
  );
  return {
    operationId,
    parameters: bare(parameters ?? []),
    ...(body && { requestBody: body }),
    responses: answers,
    ...(needs.length > 0 && { needs }),
  };
}

/** What comes with no status of its own is an error whose shape nobody reads, and can weigh more than all the rest. */
function answersOf(responses) {
  return Object.entries(responses).filter(([status]) => status !== 'default');
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
    if (found === undefined) throw new Error(`the description has no ${ref}`);
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
