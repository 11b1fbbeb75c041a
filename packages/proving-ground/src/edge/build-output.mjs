/**
 * Serves one Build Output folder, as a process of its own: `node build-output.mjs FOLDER`. Static files, routes and
 * Node functions of https://vercel.com/docs/build-output-api/v3. Plain JavaScript: it is started by Node itself.
 * Not served: edge functions and middleware, the fallbacks of prerenders (their function answers), image optimisation.
 */
import { createReadStream, existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const root = realpathSync(process.argv[2] ?? '.');
const config = JSON.parse(readFileSync(path.join(root, 'config.json'), 'utf8'));
const functions = findFunctions(path.join(root, 'functions'));
const files = findFiles(path.join(root, 'static'), config.overrides ?? {});
const phases = splitPhases(config.routes ?? []);

/** Name of each function (`api/users`) to its folder. Symlinked folders count. */
function findFunctions(folder, prefix = '', found = new Map()) {
  if (!existsSync(folder)) return found;
  for (const name of readdirSync(folder)) {
    const full = path.join(folder, name);
    if (!statSync(full).isDirectory()) continue;
    if (name.endsWith('.func')) found.set(prefix + name.slice(0, -'.func'.length), full);
    else findFunctions(full, `${prefix}${name}/`, found);
  }
  return found;
}

/** Path of each static file to the file and its type, under the name that an override gives it. */
function findFiles(folder, overrides) {
  const found = new Map();
  if (!existsSync(folder)) return found;
  for (const name of readdirSync(folder, { recursive: true }).map(String)) {
    const full = path.join(folder, name);
    if (!statSync(full).isFile()) continue;
    const key = name.split(path.sep).join('/');
    const override = overrides[key] ?? {};
    found.set(override.path ?? key, { full, type: override.contentType ?? typeOf(key) });
  }
  return found;
}

function typeOf(name) {
  const types = {
    html: 'text/html; charset=utf-8',
    css: 'text/css; charset=utf-8',
    js: 'application/javascript; charset=utf-8',
    json: 'application/json; charset=utf-8',
    txt: 'text/plain; charset=utf-8',
    svg: 'image/svg+xml',
    png: 'image/png',
    ico: 'image/x-icon',
    woff2: 'font/woff2',
  };
  return types[path.extname(name).slice(1)] ?? 'application/octet-stream';
}

/** Routes up to the first `handle` run first, then those behind each handle, in Vercel's order. */
function splitPhases(routes) {
  const split = { start: [], filesystem: [], rewrite: [], resource: [], miss: [], hit: [], error: [] };
  let phase = 'start';
  for (const route of routes) {
    if (route.handle === undefined) split[phase].push(route);
    else phase = route.handle;
  }
  return split;
}

/** The file or function under a path, or undefined. */
function lookUp(pathname) {
  const name = decodeURIComponent(pathname).replace(/^\/+|\/+$/g, '');
  for (const key of name === '' ? ['index', 'index.html'] : [name, `${name}/index`, `${name}/index.html`]) {
    if (files.has(key)) return { kind: 'file', ...files.get(key) };
    if (functions.has(key)) return { kind: 'function', folder: functions.get(key) };
  }
  return undefined;
}

function matches(route, visit) {
  if (route.methods !== undefined && !route.methods.includes(visit.method)) return null;
  const holds = ({ type, key, value }) => {
    const subject =
      type === 'host'
        ? visit.host
        : type === 'header'
          ? visit.headers[key.toLowerCase()]
          : type === 'query'
            ? visit.query.get(key)
            : new RegExp(`(?:^|;\\s*)${key}=([^;]*)`).exec(visit.headers.cookie ?? '')?.[1];
    if (subject === undefined || subject === null) return false;
    return value === undefined || new RegExp(`^(?:${value})$`).test(subject);
  };
  if (!(route.has ?? []).every(holds) || (route.missing ?? []).some(holds)) return null;
  return new RegExp(route.src, route.caseSensitive ? '' : 'i').exec(visit.pathname);
}

/** Walks the phases. Returns what to serve, with the headers and the status that routes added on the way. */
function resolve(visit) {
  const headers = {};
  let status;
  for (const phase of ['start', 'filesystem', 'rewrite', 'resource', 'miss']) {
    const hit = phase === 'start' ? undefined : lookUp(visit.pathname);
    if (hit !== undefined) return { ...hit, headers, status };
    for (const route of phases[phase]) {
      const match = matches(route, visit);
      if (match === null) continue;
      const fill = (text) => text.replace(/\$(\d+|\w+)/g, (_all, name) => match[name] ?? match.groups?.[name] ?? '');
      for (const [name, value] of Object.entries(route.headers ?? {})) headers[name.toLowerCase()] = fill(value);
      if (route.status !== undefined) status = route.status;
      if (headers.location !== undefined) return { kind: 'none', headers, status: status ?? 308 };
      if (route.dest !== undefined) {
        const [pathname, query] = fill(route.dest).split('?');
        visit.pathname = pathname.startsWith('/') ? pathname : `/${pathname}`;
        for (const [name, value] of new URLSearchParams(query ?? '')) visit.query.set(name, value);
        const found = route.check || phase !== 'start' ? lookUp(visit.pathname) : undefined;
        if (found !== undefined) return { ...found, headers, status };
      }
      if (!route.continue) break;
    }
  }
  for (const route of phases.error) {
    if (matches(route, visit) === null || (route.status ?? 404) !== (status ?? 404)) continue;
    const found = lookUp(route.dest ?? '/404');
    if (found !== undefined) return { ...found, headers, status: status ?? 404 };
  }
  return { kind: 'none', headers, status: status ?? 404 };
}

const loaded = new Map();

/** The function's handler. A module that does not load is tried again by the next visit, as a new instance would. */
async function load(folder) {
  const known = loaded.get(folder);
  if (known !== undefined) return known;
  const { handler, environment = {} } = JSON.parse(readFileSync(path.join(folder, '.vc-config.json'), 'utf8'));
  Object.assign(process.env, environment);
  const file = path.join(folder, handler);
  const isModule = file.endsWith('.mjs') || nearestType(path.dirname(file)) === 'module';
  const module = isModule ? await import(pathToFileURL(file).href) : createRequire(file)(file);
  const exported = module?.default?.default ?? module?.default ?? module;
  if (typeof exported !== 'function') throw new Error(`${handler} does not export a function (req, res)`);
  loaded.set(folder, exported);
  return exported;
}

function nearestType(folder) {
  const manifest = path.join(folder, 'package.json');
  if (existsSync(manifest)) return JSON.parse(readFileSync(manifest, 'utf8')).type ?? 'commonjs';
  return path.dirname(folder) === folder || folder === root ? 'commonjs' : nearestType(path.dirname(folder));
}

async function invoke(folder, incoming, outgoing) {
  try {
    const handler = await load(folder);
    await handler(incoming, outgoing);
  } catch (error) {
    console.error(error);
    if (outgoing.headersSent) return outgoing.destroy();
    outgoing.writeHead(500, { 'content-type': 'text/plain', 'x-vercel-error': 'FUNCTION_INVOCATION_FAILED' });
    outgoing.end('A server error has occurred\n\nFUNCTION_INVOCATION_FAILED\n');
  }
}

function sendFile({ full, type }, incoming, outgoing, status) {
  const { size, mtimeMs } = statSync(full);
  const etag = `"${size.toString(16)}-${Math.floor(mtimeMs).toString(16)}"`;
  const standing = { etag, 'content-type': type, 'cache-control': 'public, max-age=0, must-revalidate' };
  for (const [name, value] of Object.entries(standing)) if (!outgoing.hasHeader(name)) outgoing.setHeader(name, value);
  if (incoming.headers['if-none-match'] === etag) return outgoing.writeHead(304).end();
  outgoing.writeHead(status ?? 200, { 'content-length': size, 'x-vercel-cache': 'HIT' });
  if (incoming.method === 'HEAD') outgoing.end();
  else createReadStream(full).pipe(outgoing);
}

const server = createServer((incoming, outgoing) => {
  const url = new URL(incoming.url ?? '/', 'http://localhost');
  const { method, headers } = incoming;
  const visit = { method, headers, host: headers.host, pathname: url.pathname, query: url.searchParams };
  const found = resolve(visit);
  for (const [name, value] of Object.entries(found.headers)) outgoing.setHeader(name, value);
  if (found.kind === 'file') return sendFile(found, incoming, outgoing, found.status);
  outgoing.setHeader('x-vercel-cache', 'MISS');
  if (found.kind === 'function') {
    if (found.status !== undefined) outgoing.statusCode = found.status;
    return void invoke(found.folder, incoming, outgoing);
  }
  const missing = found.status === 404;
  if (missing) outgoing.setHeader('x-vercel-error', 'NOT_FOUND');
  outgoing.writeHead(found.status, { 'content-type': 'text/plain' });
  outgoing.end(missing ? 'The page could not be found\n\nNOT_FOUND\n' : '');
});
// The edge keeps its connections. Were we to close one, a visit could be lost on it.
server.keepAliveTimeout = 0;
server.listen(0, '127.0.0.1', () => console.log(`lockstep: listening on ${server.address().port}`));
