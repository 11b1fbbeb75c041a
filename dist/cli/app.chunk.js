export const id = 7394;
export const ids = [7394];
export const modules = {

/***/ 153965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  auditApp: () => (/* reexport */ auditApp),
  digestOf: () => (/* reexport */ digestOf),
  factsOf: () => (/* reexport */ factsOf),
  filesOf: () => (/* reexport */ filesOf),
  installApp: () => (/* reexport */ installApp),
  planInstall: () => (/* reexport */ planInstall),
  readApp: () => (/* reexport */ readApp),
  recordAfter: () => (/* reexport */ recordAfter),
  setNames: () => (/* reexport */ setNames),
  setOf: () => (/* reexport */ setOf)
});

;// CONCATENATED MODULE: ./packages/app/lib/detect.js
function majorOf(manifest) {
    const { dependencies, devDependencies } = (manifest ?? {});
    const range = dependencies?.['next'] ?? devDependencies?.['next'];
    if (typeof range !== 'string')
        return undefined;
    const [, major] = /(\d+)/.exec(range) ?? [];
    return major === undefined ? 16 : Number(major);
}
function layoutOf({ manifest, has }, options) {
    const major = majorOf(manifest);
    if (major === undefined)
        return undefined;
    const top = has('app') || has('pages');
    const src = !top && (has('src/app') || has('src/pages'));
    const below = src ? 'src/' : '';
    const found = has(`${below}pages`) && !has(`${below}app`) ? 'pages' : 'app';
    return {
        router: options.router === 'auto' ? found : options.router,
        src,
        middleware: options.middleware || major < 16,
    };
}

;// CONCATENATED MODULE: ./packages/app/lib/source/code.js
function withoutComments(text) {
    let out = '';
    let at = 0;
    let before = '';
    while (at < text.length) {
        const two = text.slice(at, at + 2);
        const end = two === '//' ? lineEnd(text, at) : two === '/*' ? commentEnd(text, at) : undefined;
        if (end !== undefined) {
            out += text.slice(at, end).replace(/[^\n]/g, '');
            at = end;
            continue;
        }
        const char = text.charAt(at);
        const quoted = /["'`]/.test(char) || (char === '/' && (before === '' || '(,=:[!&|?{};+'.includes(before)));
        const to = quoted ? quoteEnd(text, at) : at + 1;
        out += text.slice(at, to);
        if (!/\s/.test(char))
            before = text.charAt(to - 1);
        at = to;
    }
    return out;
}
function lineEnd(text, at) {
    const end = text.indexOf('\n', at);
    return end < 0 ? text.length : end;
}
function commentEnd(text, at) {
    const end = text.indexOf('*/', at + 2);
    return end < 0 ? text.length : end + 2;
}
function quoteEnd(text, at) {
    const mark = text.charAt(at);
    let inClass = false;
    for (let next = at + 1; next < text.length; next++) {
        const char = text.charAt(next);
        if (char === '\\')
            next++;
        else if (char === '\n' && mark !== '`')
            return next;
        else if (mark === '/' && char === '[')
            inClass = true;
        else if (mark === '/' && char === ']')
            inClass = false;
        else if (char === mark && !inClass)
            return next + 1;
    }
    return text.length;
}
function lineAt(text, index) {
    return text.slice(0, index).split('\n').length;
}

;// CONCATENATED MODULE: ./packages/app/lib/source/reach.js

const ENDINGS = ['', '.ts', '.tsx', '.js', '.jsx', '.mjs', '.cjs', '/index.ts', '/index.tsx', '/index.js'];
const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\(\s*)(['"])([^'"\n]+)\1/g;
function reachedFrom(start, sources) {
    const reached = new Set();
    const left = [...start];
    for (let path = left.pop(); path !== undefined; path = left.pop()) {
        const text = sources.get(path);
        if (text === undefined || reached.has(path))
            continue;
        reached.add(path);
        for (const [, , name = ''] of withoutComments(text).matchAll(IMPORT)) {
            const found = resolve(path, name, sources);
            if (found !== undefined)
                left.push(found);
        }
    }
    return [...reached].sort();
}
function resolve(from, name, sources) {
    const bases = name.startsWith('.')
        ? [joined([...from.split('/').slice(0, -1), ...name.split('/')])]
        : /^[@~]\//.test(name)
            ? [name.slice(2), `src/${name.slice(2)}`]
            : [];
    for (const base of bases)
        for (const ending of ENDINGS) {
            const bare = ending === '' ? base : `${base.replace(/\.(?:js|mjs|ts|tsx)$/, '')}${ending}`;
            if (sources.has(bare))
                return bare;
        }
    return undefined;
}
function joined(parts) {
    const kept = [];
    for (const part of parts) {
        if (part === '..')
            kept.pop();
        else if (part !== '.' && part !== '')
            kept.push(part);
    }
    return kept.join('/');
}

;// CONCATENATED MODULE: ./packages/app/lib/app-facts.js


const ROUTE = /^(?:src\/)?(?:app\/(.*\/)?route|pages\/(.*))\.[cm]?[jt]sx?$/;
const HEALTH = /^\/api\/(?:.*\/)?(?:health|healthz|live|ready|readiness|liveness)$/;
function factsOf(manifest, sources, prerendered) {
    return { sources, major: majorOf(manifest) ?? 16, prerendered };
}
function healthRoutes({ sources }) {
    return [...sources.keys()].sort().flatMap((file) => {
        const [matched, inApp, inPages] = ROUTE.exec(file) ?? [];
        if (matched === undefined)
            return [];
        const router = inPages === undefined ? 'app' : 'pages';
        const own = (inPages ?? inApp ?? '').replace(/\([^)/]*\)\//g, '').replace(/\/?(?:index)?$/, '');
        return HEALTH.test(`/${own}`) ? [{ path: `/${own}`, file, router }] : [];
    });
}
function healthCode(facts) {
    const files = healthRoutes(facts).map(({ file }) => file);
    return reachedFrom(files, facts.sources);
}

;// CONCATENATED MODULE: ./packages/app/lib/checks/check.js

function checkOf({ id, title, expected, remedy }, finding, sources) {
    const { verdict, reason, what, measured, line } = finding;
    const file = sources.has(what) ? what : undefined;
    return {
        id,
        title,
        verdict,
        reason,
        what,
        ...(file === undefined ? {} : { where: { file, line: line ?? 1 } }),
        measured,
        expected,
        remedy: verdict === 'pass' ? '' : remedy,
    };
}
function placesOf(pattern, paths, { sources }) {
    return paths.flatMap((path) => {
        const code = withoutComments(sources.get(path) ?? '');
        const match = pattern.exec(code);
        return match === null ? [] : [{ path, line: lineAt(code, match.index), found: match[0] }];
    });
}
function unlessFound(places, reason, words) {
    if (places.length === 0)
        return [{ verdict: 'pass', reason: 'as-expected', what: words.what, measured: words.clean }];
    return places.map(({ path, line }) => ({ verdict: 'fail', reason, what: path, measured: words.seen, line }));
}

;// CONCATENATED MODULE: ./packages/app/lib/checks/claims.js

const FIXED = /(['"])(?:x-)?ratelimit-(?:remaining|limit|reset)\1\s*[,:]\s*(?:["']?value["']?\s*:\s*)?(?:String\(\s*)?['"]?\d+/i;
const rateLimitHeader = {
    id: 'rate-limit-header',
    title: 'Headers of a rate limit come from a counter',
    expected: 'no fixed number in a header of a rate limit',
    remedy: 'Remove the header, or send what a counter says: `lockstep add app rate-limit`.',
    look: (facts) => unlessFound(placesOf(FIXED, [...facts.sources.keys()], facts), 'limit-never-counts', {
        what: 'app',
        seen: 'a fixed number',
        clean: `not in ${facts.sources.size} files`,
    }),
};
const REMOVED = /\b(?:getCLS|getFID|getFCP|getLCP|getTTFB|onFID)\b/;
const vitalsApi = {
    id: 'vitals-api',
    title: 'Web Vitals are measured by functions that exist',
    expected: 'no getCLS, getFID, getFCP, getLCP, getTTFB or onFID',
    remedy: 'Use `useReportWebVitals` of next/web-vitals, or onCLS, onINP, onLCP of web-vitals 3 and later: `lockstep add app vitals`. The removed ones are undefined, so nothing is ever reported.',
    look: (facts) => {
        const users = [...facts.sources.keys()].filter((path) => /['"]web-vitals['"]/.test(facts.sources.get(path) ?? ''));
        return unlessFound(placesOf(REMOVED, users, facts), 'removed-vitals-api', {
            what: 'app',
            seen: 'a function that web-vitals no longer has',
            clean: users.length === 0 ? 'web-vitals is not imported' : `not in ${users.length} files`,
        });
    },
};

;// CONCATENATED MODULE: ./packages/app/lib/checks/health-probes.js


const SESSION = /\bauth\s*\.\s*getSession\s*\(/;
const healthProbes = {
    id: 'health-probes',
    title: 'Health checks ask the server',
    expected: 'no auth.getSession() in the code of the health routes',
    remedy: 'Ask a table that the app reads (`supabase.from("notes").select("id").limit(1)`) and throw its error. `getSession()` answers without a request, so it cannot fail.',
    look: (facts) => {
        const reached = healthCode(facts);
        return reached.length === 0
            ? []
            : unlessFound(placesOf(SESSION, reached, facts), 'probe-cannot-fail', {
                what: 'health routes',
                seen: 'auth.getSession()',
                clean: `not in ${reached.length} files`,
            });
    },
};
const WAITS = /\bfetch\s*\(|\.query\s*\(|\.(?:select|rpc)\s*\(|\$query/;
const BOUNDED = /\bAbortSignal\b|\bAbortController\b|\bPromise\s*\.\s*race\b|\b\w*timeout\w*\b/i;
const healthDeadline = {
    id: 'health-deadline',
    title: 'Health checks have a timeout',
    expected: 'a timeout for each request and query',
    remedy: 'Run the checks with a timeout, as `healthAnswer` of lib/lockstep/health.ts does: a database that accepts and never answers otherwise keeps the route waiting until the platform answers for it.',
    look: (facts) => {
        const reached = healthCode(facts);
        const waiting = placesOf(WAITS, reached, facts);
        if (waiting.length === 0)
            return [];
        const bounded = placesOf(BOUNDED, reached, facts).length > 0;
        return unlessFound(bounded ? [] : waiting, 'no-deadline', {
            what: 'health routes',
            seen: 'a request without a timeout',
            clean: 'a timeout in the code of the health routes',
        });
    },
};
const PAYMENT = /\b[sr]k_live_\w*|\bapi\.stripe\.com\b|\benv\s*(?:\.|(?:\?\.)?\[\s*['"])\s*STRIPE_(?:SECRET|LIVE|API|RESTRICTED)\w*/;
const healthKeys = {
    id: 'health-keys',
    title: 'Health routes use no key of a payment provider',
    expected: 'no request to the payment provider on a public route',
    remedy: 'Remove the check. Everyone may call the health route, each call spends your key, and an outage of the provider would roll back a good release. Watch the provider elsewhere.',
    look: (facts) => {
        const reached = healthCode(facts);
        return reached.length === 0
            ? []
            : unlessFound(placesOf(PAYMENT, reached, facts), 'payment-key-in-health', {
                what: 'health routes',
                seen: 'a key or an address of Stripe',
                clean: `not in ${reached.length} files`,
            });
    },
};

;// CONCATENATED MODULE: ./packages/app/lib/checks/health-routes.js


const healthThere = {
    id: 'health-routes',
    title: 'The app has health routes',
    expected: '/api/health and a route for liveness',
    remedy: 'Run `lockstep add app health`.',
    look: (facts) => {
        const paths = healthRoutes(facts).map(({ path }) => path);
        const whole = paths.includes('/api/health') && paths.some((path) => /live/.test(path));
        return [
            {
                verdict: whole ? 'pass' : 'fail',
                reason: whole ? 'as-expected' : 'health-missing',
                what: 'app',
                measured: paths.length === 0 ? 'none' : paths.join(', '),
            },
        ];
    },
};
const healthFresh = {
    id: 'health-fresh',
    title: 'Health is asked for each request',
    expected: 'a route that Next.js does not prerender',
    remedy: 'Read something of the request in the handler (`request.headers`), or call `headers()`: Next.js 14 otherwise answers forever what was true during the build.',
    look: (facts) => healthRoutes(facts).map((route) => freshness(route, facts)),
};
function freshness({ path, file, router }, { sources, major, prerendered }) {
    const code = withoutComments(sources.get(file) ?? '');
    const frozen = (measured) => ({ verdict: 'fail', reason: 'health-frozen', what: file, measured });
    const fresh = (measured) => ({ verdict: 'pass', reason: 'as-expected', what: file, measured });
    if (prerendered?.includes(path) === true)
        return frozen('the last build prerendered it');
    if (/\bdynamic\s*=\s*(['"])(?:force-static|error)\1/.test(code))
        return frozen('dynamic = force-static');
    if (/\brevalidate\s*=\s*[1-9]/.test(code))
        return frozen('revalidate keeps old answers');
    if (router === 'pages')
        return fresh('the pages router prerenders no API route');
    if (prerendered !== undefined)
        return fresh('the last build did not prerender it');
    if (major >= 15)
        return fresh(`Next.js ${major} prerenders no route unless it says so`);
    const isDynamic = /\bdynamic\s*=\s*(['"])force-dynamic\1/.test(code) ||
        /\b(?:headers|cookies|connection|unstable_noStore)\(/.test(code);
    return isDynamic || readsRequest(code)
        ? fresh('the handler reads the request')
        : frozen(`Next.js ${major} prerenders a handler that reads nothing of the request`);
}
function readsRequest(code) {
    const [, name] = /\bGET\s*(?:=\s*(?:async\s*)?)?\(\s*(\w+)/.exec(code) ?? [];
    if (name === undefined)
        return false;
    const body = code.slice(code.search(/\bGET\b/)).replace(/^[^)]*\)/, '');
    return new RegExp(`(?:[(,]\\s*${name}\\b|\\b${name}\\.)`).test(body);
}

;// CONCATENATED MODULE: ./packages/app/lib/checks.js



const appChecks = [
    healthThere,
    healthFresh,
    healthProbes,
    healthDeadline,
    healthKeys,
    rateLimitHeader,
    vitalsApi,
];

;// CONCATENATED MODULE: ./packages/app/lib/audit.js


function auditApp(facts) {
    return appChecks.flatMap((check) => check.look(facts).map((finding) => checkOf(check, finding, facts.sources)));
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(565658);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(989278);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
// EXTERNAL MODULE: external "node:crypto"
let external_node_crypto__kept;
const external_node_crypto_ = () => (external_node_crypto__kept ??= __webpack_require__(823569));
;// CONCATENATED MODULE: ./packages/app/lib/plan-install.js

function planInstall(files, recorded, { read, force }) {
    return [...files].map(([path, text]) => ({ path, text, change: changeOf(text, recorded[path], read(path), force) }));
}
function changeOf(text, installed, there, force) {
    if (there === undefined)
        return 'new';
    if (there === text)
        return 'same';
    if (force || installed === digestOf(there))
        return 'updated';
    return installed === digestOf(text) ? 'yours' : 'kept';
}
function recordAfter(recorded, plan) {
    const written = plan.filter(({ change }) => change !== 'kept' && change !== 'yours');
    const all = { ...recorded, ...Object.fromEntries(written.map(({ path, text }) => [path, digestOf(text)])) };
    return Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
}
function digestOf(text) {
    return (0,external_node_crypto_().createHash)('sha256').update(text).digest('hex');
}

;// CONCATENATED MODULE: ./packages/app/lib/read-app.js





const SOURCE = /(?:\.[cm]?[jt]sx?|^vercel\.json)$/;
const LEFT_OUT = /^(?:node_modules|\..*|coverage|dist|build|out|public|tests?|__tests__|e2e|supabase)$/;
const TEST_FILE = /\.(?:test|spec|d)\.[cm]?tsx?$|\.(?:test|spec)\.[cm]?jsx?$/;
const MOST_FILES = 5_000;
const MOST_BYTES = 1_000_000;
function readApp(folder) {
    const manifest = readManifest(folder);
    const sources = new Map();
    const skipped = [];
    for (const path of pathsBelow(folder, '')) {
        if (sources.size >= MOST_FILES || (0,external_node_fs_.statSync)((0,external_node_path_.join)(folder, path)).size > MOST_BYTES)
            skipped.push(path);
        else
            sources.set(path, (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(folder, path), 'utf8'));
    }
    const gaps = skipped.map((path) => ({
        id: 'sources',
        what: path,
        because: `longer than ${MOST_BYTES} bytes, or behind the first ${MOST_FILES} files`,
        remedy: 'Name the folder of the app itself.',
        chosen: false,
    }));
    return { facts: factsOf(manifest, sources, readPrerendered(folder)), notVerified: gaps };
}
function readManifest(folder) {
    const file = (0,external_node_path_.join)(folder, 'package.json');
    const refuse = () => new errors/* InputError */.dz(`"${folder}": expected the folder of a Next.js app, with next in its package.json`);
    if (!(0,external_node_fs_.existsSync)(file))
        throw refuse();
    let manifest;
    try {
        manifest = JSON.parse((0,external_node_fs_.readFileSync)(file, 'utf8'));
    }
    catch (cause) {
        throw new errors/* InputError */.dz(`${file} is no JSON`, { cause });
    }
    if (majorOf(manifest) === undefined)
        throw refuse();
    return manifest;
}
function pathsBelow(folder, below) {
    const entries = (0,external_node_fs_.readdirSync)((0,external_node_path_.join)(folder, below), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    return entries.flatMap((entry) => {
        const path = below === '' ? entry.name : `${below}/${entry.name}`;
        if (entry.isDirectory())
            return LEFT_OUT.test(entry.name) ? [] : pathsBelow(folder, path);
        return entry.isFile() && SOURCE.test(entry.name) && !TEST_FILE.test(entry.name) ? [path] : [];
    });
}
function readPrerendered(folder) {
    try {
        const { routes } = JSON.parse((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(folder, '.next/prerender-manifest.json'), 'utf8'));
        return Object.keys(routes);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./packages/app/lib/files.generated.js
const SETS = {
    "health": { "says": "health routes: /api/health, /api/health/live, /api/health/ready", "files": ["lib/lockstep/health.ts", "lib/lockstep/checks.ts"], "app": ["app/api/health/route.ts", "app/api/health/live/route.ts", "app/api/health/ready/route.ts"], "pages": ["lib/lockstep/pages-api.ts", "pages/api/health/index.ts", "pages/api/health/live.ts", "pages/api/health/ready.ts"], "packages": ["pg", "@types/pg"], "then": "name in lib/lockstep/checks.ts what the app cannot do without; allow the Vercel variables with \"Automatically expose System Environment Variables\"" },
    "headers": { "says": "security headers, with a Content-Security-Policy with nonces", "files": ["proxy.ts", "lib/lockstep/secured.ts", "lib/lockstep/security-headers.ts", "lib/lockstep/security.ts", "lib/lockstep/check-pages.mjs"], "app": [], "pages": ["pages/_document.tsx"], "packages": [], "then": "make pages dynamic or list them in lib/lockstep/security.ts, and run check-pages.mjs after next build" },
    "errors": { "says": "errors in the log, without personal data, and a signed error drill", "files": ["instrumentation.ts", "lib/lockstep/scrub.ts", "lib/lockstep/error-drill.ts"], "app": ["app/api/error-drill/route.ts"], "pages": ["lib/lockstep/pages-api.ts", "pages/api/error-drill.ts"], "packages": [], "then": "set LOCKSTEP_DRILL_SECRET (32 characters or more) if you want the error drill" },
    "vitals": { "says": "Web Vitals of your users", "files": ["lib/lockstep/web-vitals.tsx", "lib/lockstep/vitals.ts", "lib/lockstep/scrub.ts"], "app": ["app/api/vitals/route.ts"], "pages": ["lib/lockstep/pages-api.ts", "pages/api/vitals.ts"], "packages": [], "then": "put <WebVitals /> into the root layout, or into pages/_app" },
    "rate-limit": { "says": "a rate limit that all instances share, in PostgreSQL", "files": ["lib/lockstep/rate-limit.ts", "lib/lockstep/rate-limit.sql"], "app": [], "pages": [], "packages": ["pg", "@types/pg"], "then": "put lib/lockstep/rate-limit.sql into a migration" },
    "rate-limit-firewall": { "says": "a rate limit in Vercel's firewall", "files": ["lib/lockstep/rate-limit-firewall.ts"], "app": [], "pages": [], "packages": ["@vercel/firewall"], "optional": true, "then": "add the rule to the firewall of the project, with the condition @vercel/firewall" },
};
const FILES = {
    "app/api/error-drill/route.ts": "import { drillAnswer } from '../../../lib/lockstep/error-drill';\n\nexport function POST(request: Request): Promise<Response> {\n  return drillAnswer(request, { secret: process.env['LOCKSTEP_DRILL_SECRET'] });\n}\n",
    "app/api/health/live/route.ts": "import { liveAnswer } from '../../../../lib/lockstep/health';\n\nexport function GET(request: Request): Response {\n  return liveAnswer(request);\n}\n",
    "app/api/health/ready/route.ts": "import { checks, variables } from '../../../../lib/lockstep/checks';\nimport { readyAnswer } from '../../../../lib/lockstep/health';\n\nexport function GET(request: Request): Promise<Response> {\n  return readyAnswer(request, { checks, variables });\n}\n",
    "app/api/health/route.ts": "import { checks } from '../../../lib/lockstep/checks';\nimport { healthAnswer } from '../../../lib/lockstep/health';\n\nexport function GET(request: Request): Promise<Response> {\n  return healthAnswer(request, checks);\n}\n",
    "app/api/vitals/route.ts": "import { vitalsAnswer } from '../../../lib/lockstep/vitals';\n\nexport function POST(request: Request): Promise<Response> {\n  return vitalsAnswer(request);\n}\n",
    "instrumentation.ts": "import { errorRecord } from './lib/lockstep/scrub';\n\n/** Once, when a server starts. The place for `Sentry.init` or `registerOTel`. */\nexport function register(): void {\n  const commit = process.env['VERCEL_GIT_COMMIT_SHA'] ?? '';\n  console.log(JSON.stringify({ event: 'started', deployment: process.env['VERCEL_DEPLOYMENT_ID'] ?? '', commit }));\n}\n\n/** Each error of a page, a route or an action (Next.js 15 and later). One line in the log, without its message. */\nexport function onRequestError(\n  error: unknown,\n  request: { readonly method: string },\n  context: { readonly routePath: string },\n): void {\n  console.error(JSON.stringify(errorRecord(error, { method: request.method, route: context.routePath })));\n}\n",
    "lib/lockstep/check-pages.mjs": "/**\n * After `next build`: fails where a prerendered page is not listed in `staticPages` of lib/lockstep/security.ts. Such a\n * page is under a policy with a nonce that its HTML does not have: it is shown, and none of its scripts run.\n *\n *   \"build\": \"next build && node lib/lockstep/check-pages.mjs\"\n */\nimport { existsSync, readFileSync, realpathSync } from 'node:fs';\nimport { dirname, join } from 'node:path';\nimport { fileURLToPath } from 'node:url';\n\nconst SECURITY = join(dirname(fileURLToPath(import.meta.url)), 'security.ts');\n\n/** Pages that Next.js writes itself and shows without scripts of yours. */\nconst ERROR_PAGES = ['/404', '/500', '/_error', '/_global-error'];\n\n/** Prerendered pages, from the manifest that `next build` writes: fixed paths, and patterns such as `/blog/[slug]`. */\nexport function prerendered({ routes = {}, dynamicRoutes = {} }) {\n  const pages = Object.entries(routes).filter(([, { dataRoute }]) => typeof dataRoute === 'string');\n  const patterns = Object.entries(dynamicRoutes).filter(([, { dataRoute }]) => typeof dataRoute === 'string');\n  return [...pages, ...patterns].map(([path]) => path).filter((path) => !ERROR_PAGES.includes(path));\n}\n\n/** Pages of the pages router that `next build` made files of, from its pages-manifest.json: `/about` → `pages/about.html`. */\nexport function filesOfPages(manifest) {\n  const pages = Object.entries(manifest).filter(([, file]) => file.endsWith('.html'));\n  return pages.map(([path]) => path).filter((path) => !ERROR_PAGES.includes(path));\n}\n\n/** The list in security.ts, which is TypeScript that only the build reads: the texts between its brackets. */\nexport function listed(text) {\n  const code = text.replace(/\\/\\*[\\s\\S]*?\\*\\//g, '').replace(/^\\s*\\/\\/.*$/gm, '');\n  const [, list] = /\\bstaticPages\\s*:\\s*\\[([^\\]]*)\\]/.exec(code) ?? [];\n  if (list === undefined) throw new Error('security.ts: expected staticPages: [ … ] with the paths as texts');\n  return [...list.matchAll(/(['\"])(.*?)\\1/g)].map(([, , path]) => path);\n}\n\nexport function pagesThatCannotRun(manifest, pages, files = {}) {\n  const covers = (page, path) => (page.endsWith('/*') ? path.startsWith(page.slice(0, -1)) : path === page);\n  const all = [...new Set([...prerendered(manifest), ...filesOfPages(files)])];\n  return all.filter((path) => !pages.some((page) => covers(page, path)));\n}\n\nfunction main() {\n  const built = process.argv[2] ?? '.next';\n  const manifest = join(built, 'prerender-manifest.json');\n  if (!existsSync(manifest)) return ['there is no .next/prerender-manifest.json: run this after next build'];\n  const pages = listed(readFileSync(SECURITY, 'utf8'));\n  const list = join(built, 'server/pages-manifest.json');\n  const files = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : {};\n  return pagesThatCannotRun(JSON.parse(readFileSync(manifest, 'utf8')), pages, files).map(\n    (path) =>\n      `${path} is prerendered and would be served under a policy with a nonce, so none of its scripts would run: make it dynamic (await connection() in the page or the root layout), or list it in staticPages`,\n  );\n}\n\nif (process.argv[1] !== undefined && fileURLToPath(import.meta.url) === realpathSync(process.argv[1])) {\n  const problems = main();\n  for (const problem of problems) console.error(`check-pages: ${problem}`);\n  const pages = existsSync(SECURITY) ? listed(readFileSync(SECURITY, 'utf8')) : [];\n  if (pages.length > 0)\n    console.log(\n      `check-pages: ${pages.join(', ')}: without a nonce; their policy restricts where scripts come from, and does not stop one that was injected`,\n    );\n  process.exitCode = problems.length === 0 ? 0 : 1;\n}\n",
    "lib/lockstep/checks.ts": "import { Pool } from 'pg';\nimport type { Checks } from './health';\n\n// Yours: what this app cannot do without, asked the way in which this version of the app asks it.\n\n/** Variables without which this app does not work. */\nexport const variables: readonly string[] = ['DATABASE_URL'];\n\nconst database = new Pool({\n  connectionString: process.env['DATABASE_URL'],\n  max: 1,\n  connectionTimeoutMillis: 3_000,\n  query_timeout: 3_000,\n});\ndatabase.on('error', () => undefined); // the next query reports an idle connection that broke\n\n/** Name the columns that the code reads: then a build that does not fit the schema is unhealthy. */\nexport const checks: Checks = {\n  database: { run: () => database.query('select 1') },\n};\n",
    "lib/lockstep/error-drill.ts": "/**\n * An error on request, to prove that errors arrive where you look for them. Only for a caller who can sign with the\n * secret; to anyone else the route does not exist.\n */\n\nexport class ErrorDrill extends Error {\n  override readonly name = 'ErrorDrill';\n  /** That this app made the error, on request and for which release; `scrubEvent` puts it into the event for Sentry. */\n  readonly proof: string;\n\n  constructor(id: string, proof: string) {\n    super(`error drill ${id}`);\n    this.proof = proof;\n  }\n}\n\n/** How old a signature may be, in seconds. */\nconst MOST_AGE = 60;\n\ninterface Settings {\n  readonly secret: string | undefined;\n  readonly now?: () => number;\n}\n\nconst HEADER = /^t=(\\d{10}),id=([\\w-]{1,64}),release=([\\w.@+-]{1,200}),v1=([0-9a-f]{64})$/;\n\n/**\n * Throws ErrorDrill where the header `x-lockstep-drill: t=SECONDS,id=ID,release=NAME,v1=HEX` is signed: HMAC-SHA-256 of\n * `SECONDS.ID.NAME` with the secret. Otherwise gives 404.\n */\nexport async function drillAnswer(request: Request, { secret, now = Date.now }: Settings): Promise<Response> {\n  const header = request.headers.get('x-lockstep-drill') ?? '';\n  const [, at = '', id = '', release = '', signature = ''] = HEADER.exec(header) ?? [];\n  const isFresh = Math.abs(now() / 1_000 - Number(at)) <= MOST_AGE;\n  // A short secret could be guessed from one signature.\n  const canSign = secret !== undefined && secret.length >= 32;\n  if (at === '' || !isFresh || !canSign || !(await isSigned(secret, `${at}.${id}.${release}`, signature)))\n    return new Response('Not Found', { status: 404, headers: { 'cache-control': 'no-store' } });\n  // Another text than the header's: who reads the event cannot ask for an error with it.\n  throw new ErrorDrill(id, `t=${at},id=${id},v1=${await sign(secret, `event.${at}.${id}.${release}`)}`);\n}\n\n/** For the caller: the header. `release` is the name of the release at Sentry. */\nexport async function signDrill(\n  secret: string,\n  { id, release, now = Date.now() }: { readonly id: string; readonly release: string; readonly now?: number },\n): Promise<string> {\n  const at = Math.floor(now / 1_000);\n  return `t=${at},id=${id},release=${release},v1=${await sign(secret, `${at}.${id}.${release}`)}`;\n}\n\nasync function sign(secret: string, text: string): Promise<string> {\n  const signature = await crypto.subtle.sign('HMAC', await keyOf(secret), bytes(text));\n  return Array.from(new Uint8Array(signature), (byte) => byte.toString(16).padStart(2, '0')).join('');\n}\n\n/** `verify` compares in a time that says nothing about the signature. */\nasync function isSigned(secret: string, text: string, hex: string): Promise<boolean> {\n  const signature = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));\n  return await crypto.subtle.verify('HMAC', await keyOf(secret), signature, bytes(text));\n}\n\nfunction keyOf(secret: string) {\n  return crypto.subtle.importKey('raw', bytes(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);\n}\n\nfunction bytes(text: string) {\n  return new TextEncoder().encode(text);\n}\n",
    "lib/lockstep/health.ts": "/**\n * Answers for /api/health, /api/health/live and /api/health/ready, in the formats that Lockstep's health-gate reads.\n * Answers are public: they name checks and never say why one failed. The reason goes to your own log.\n */\n\n/** Resolves if all is well, throws or rejects if not; `'warn'` is for what works with limits. */\nexport interface Check {\n  readonly run: (signal: AbortSignal) => Promise<unknown>;\n  /** `false`: its failure makes the answer degraded (200), not unhealthy (503). Default `true`. */\n  readonly critical?: boolean;\n  /** Default 3000. A check that does not settle by then has failed. */\n  readonly timeoutMs?: number;\n}\n\nexport type Checks = Readonly<Record<string, Check>>;\n\ninterface Settings {\n  readonly env?: Readonly<Record<string, string | undefined>>;\n  /** Where reasons go: your log, not the answer. */\n  readonly report?: (check: string, error: unknown) => void;\n}\n\ntype State = 'pass' | 'warn' | 'fail';\n\ninterface CheckResult {\n  readonly status: State;\n  readonly responseTime: number;\n}\n\n/** That the app runs, whatever its database does. */\nexport function liveAnswer(request: Request): Response {\n  isRead(request);\n  return answer(200, { status: 'alive', timestamp: new Date().toISOString() });\n}\n\n/** Whether the app is healthy, and which build this is. */\nexport async function healthAnswer(request: Request, checks: Checks, settings: Settings = {}): Promise<Response> {\n  isRead(request);\n  const { env = process.env } = settings;\n  const results = await runAll(checks, settings);\n  const states = Object.values(results).map(({ status }) => status);\n  // Without a check nothing is known, and that is not healthy.\n  const isDown = states.length === 0 || states.includes('fail');\n  const status = isDown ? 'unhealthy' : states.includes('warn') ? 'degraded' : 'healthy';\n  return answer(isDown ? 503 : 200, {\n    status,\n    timestamp: new Date().toISOString(),\n    checks: results,\n    metadata: {\n      deployment_id: env['VERCEL_DEPLOYMENT_ID'],\n      git_commit: env['VERCEL_GIT_COMMIT_SHA'],\n      environment: env['VERCEL_ENV'],\n    },\n  });\n}\n\n/**\n * Whether the app has all that it needs to serve: the variables of its environment, and its critical checks. Only a\n * caller with the token (`Authorization: Bearer …`, the variable HEALTH_TOKEN) sees which one is missing.\n */\nexport async function readyAnswer(\n  request: Request,\n  { checks, variables }: { readonly checks: Checks; readonly variables: readonly string[] },\n  settings: Settings = {},\n): Promise<Response> {\n  const { env = process.env } = settings;\n  const mayKnow = await holdsToken(request.headers.get('authorization'), env['HEALTH_TOKEN']);\n  const critical = Object.fromEntries(Object.entries(checks).filter(([, { critical = true }]) => critical));\n  const results = await runAll(critical, settings);\n  const list = [\n    ...variables.map((name) => ({ component: name, ready: isSet(env[name]) })),\n    ...Object.entries(results).map(([component, { status }]) => ({ component, ready: status === 'pass' })),\n  ];\n  const isReady = list.length > 0 && list.every(({ ready }) => ready);\n  return answer(isReady ? 200 : 503, {\n    status: isReady ? 'ready' : 'not ready',\n    timestamp: new Date().toISOString(),\n    checks: mayKnow ? list : [{ component: 'app', ready: isReady }],\n  });\n}\n\n/** `vercel env pull` writes [SENSITIVE] in place of a sensitive value; a build with that word has no key. */\nfunction isSet(value: string | undefined): boolean {\n  return value !== undefined && value.trim() !== '' && value !== '[SENSITIVE]';\n}\n\nasync function runAll(checks: Checks, settings: Settings): Promise<Record<string, CheckResult>> {\n  const entries = Object.entries(checks).map(async ([name, check]) => [name, await runOne(name, check, settings)]);\n  return Object.fromEntries(await Promise.all(entries));\n}\n\nasync function runOne(name: string, check: Check, { report = log }: Settings): Promise<CheckResult> {\n  const { run, critical = true, timeoutMs = 3_000 } = check;\n  const began = Date.now();\n  const end = new AbortController();\n  let timer: ReturnType<typeof setTimeout> | undefined;\n  const late = new Promise<never>((_, reject) => {\n    timer = setTimeout(() => {\n      const error = new Error(`no answer within ${timeoutMs} ms`);\n      reject(error);\n      end.abort(error);\n    }, timeoutMs);\n  });\n  let status: State;\n  try {\n    // In a promise, so that a check that throws at once has failed as well.\n    const work = Promise.resolve().then(() => run(end.signal));\n    status = (await Promise.race([work, late])) === 'warn' ? 'warn' : 'pass';\n  } catch (error) {\n    report(name, error);\n    status = critical ? 'fail' : 'warn';\n  } finally {\n    clearTimeout(timer);\n  }\n  return { status, responseTime: Date.now() - began };\n}\n\n/** The name and the code alone: messages of database drivers can hold addresses, users and values of rows. */\nfunction log(check: string, error: unknown): void {\n  const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown };\n  console.error(JSON.stringify({ event: 'health-check-failed', check, error: String(name), code: String(code ?? '') }));\n}\n\nasync function holdsToken(header: string | null, token: string | undefined): Promise<boolean> {\n  if (!isSet(token) || header === null) return false;\n  const [given, expected] = await Promise.all([digest(header), digest(`Bearer ${token}`)]);\n  // Digests of equal length, compared to their end: how long it takes says nothing about the token.\n  return given.reduce((difference, byte, index) => difference | (byte ^ (expected[index] ?? 0)), 0) === 0;\n}\n\nasync function digest(text: string): Promise<Uint8Array> {\n  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));\n}\n\n/**\n * Reads something of the request. A route that does is never prerendered, in Next.js 14 to 16, with cacheComponents or\n * without; one that does not gives the answer of build time forever in Next.js 14.\n */\nfunction isRead(request: Request): void {\n  request.headers.get('accept');\n}\n\nfunction answer(status: number, body: unknown): Response {\n  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } });\n}\n",
    "lib/lockstep/pages-api.ts": "import type { NextApiRequest, NextApiResponse } from 'next';\n\ntype Answer = (request: Request) => Response | Promise<Response>;\n\n/**\n * A route of the pages router from an answer to a Request. Each needs `export const config = { api: { bodyParser: false } }`\n * next to it where it reads a body, so that the answer decides how much of it is read.\n */\nexport function apiRoute(answer: Answer, method: 'GET' | 'POST') {\n  return async (request: NextApiRequest, response: NextApiResponse): Promise<void> => {\n    if (request.method !== method && !(method === 'GET' && request.method === 'HEAD')) {\n      response.setHeader('allow', method);\n      response.status(405).end();\n      return;\n    }\n    const answered = await answer(requestOf(request));\n    response.status(answered.status);\n    answered.headers.forEach((value, name) => {\n      response.setHeader(name, value);\n    });\n    response.end(Buffer.from(await answered.arrayBuffer()));\n  };\n}\n\nfunction requestOf(request: NextApiRequest): Request {\n  const headers = new Headers();\n  for (const [name, value] of Object.entries(request.headers))\n    for (const one of Array.isArray(value) ? value : [value ?? '']) headers.append(name, one);\n  // What a client says of its host decides nothing here: the answers read the headers and the body alone.\n  const url = new URL(request.url ?? '/', 'http://app.invalid');\n  const { method = 'GET' } = request;\n  if (method !== 'POST') return new Request(url, { method, headers });\n  return new Request(url, { method, headers, body: bodyOf(request), duplex: 'half' } as RequestInit);\n}\n\n/** By its events: behind a middleware Next.js 14 gives a request that is no whole stream of Node's. */\nfunction bodyOf(request: NextApiRequest): ReadableStream<Uint8Array> {\n  let isOver = false;\n  return new ReadableStream({\n    start(controller) {\n      const once = (end: () => void) => {\n        if (!isOver) end();\n        isOver = true;\n      };\n      request.on('data', (piece: Uint8Array) => {\n        if (!isOver) controller.enqueue(new Uint8Array(piece));\n      });\n      request.on('end', () => once(() => controller.close()));\n      request.on('error', (error) => once(() => controller.error(error)));\n    },\n    cancel() {\n      // What is left is received and dropped.\n      isOver = true;\n    },\n  });\n}\n",
    "lib/lockstep/rate-limit-firewall.ts": "/**\n * Counts calls in Vercel's firewall, before the function does any work. The rule has to be in the firewall of the project,\n * with the condition \"@vercel/firewall\" and this id. Outside of production the firewall counts nothing.\n */\nexport interface FirewallRule {\n  readonly id: string;\n  /** Its window, for `Retry-After`: the firewall does not say when to come back. */\n  readonly seconds: number;\n  /** Who is counted together, such as the id of a user; absent: the address of the caller. */\n  readonly key?: string;\n}\n\nexport type FirewallCounted = { readonly kind: 'within' } | { readonly kind: 'over'; readonly retryAfter: number };\n\n/** `checkRateLimit` of @vercel/firewall. */\nexport type CheckRateLimit = (\n  id: string,\n  options: { readonly request: Request; readonly rateLimitKey?: string },\n) => Promise<{ readonly rateLimited: boolean; readonly error?: string | undefined }>;\n\n/**\n * `countByFirewall(checkRateLimit, request, { id: 'login', seconds: 60 })`. Throws where the firewall has no such rule or\n * does not answer: nothing was counted then, and you decide.\n */\nexport async function countByFirewall(\n  check: CheckRateLimit,\n  request: Request,\n  { id, seconds, key }: FirewallRule,\n): Promise<FirewallCounted> {\n  const { rateLimited, error } = await check(id, { request, ...(key === undefined ? {} : { rateLimitKey: key }) });\n  if (rateLimited) return { kind: 'over', retryAfter: seconds };\n  if (error !== undefined) throw new Error(`the firewall did not count: ${error}`);\n  return { kind: 'within' };\n}\n",
    "lib/lockstep/rate-limit.sql": "-- Put this into a migration; its down migration is: drop table lockstep_rate_limit;\n-- Unlogged: after a crash of the server counting begins again, and no release waits for these writes.\ncreate unlogged table lockstep_rate_limit (key text primary key, began timestamptz not null, calls integer not null);\n-- On Supabase: neither a browser nor a signed-in user may see or reset it.\nalter table lockstep_rate_limit enable row level security;\n-- Now and then (pg_cron): delete from lockstep_rate_limit where began < now() - interval '1 day';\n",
    "lib/lockstep/rate-limit.ts": "/**\n * Counts calls in PostgreSQL, so that all instances of a function count together. The table is in rate-limit.sql. On\n * Vercel, `checkRateLimit` of @vercel/firewall does the same before the function starts.\n */\n\nexport interface Limit {\n  /** What is counted: the name of the route and who calls, hashed here: `['login', address]`. */\n  readonly key: readonly string[];\n  readonly most: number;\n  readonly seconds: number;\n}\n\nexport type Counted =\n  | { readonly kind: 'within'; readonly left: number }\n  | { readonly kind: 'over'; readonly retryAfter: number };\n\ntype Query = (sql: string, values: readonly unknown[]) => Promise<{ readonly rows: readonly unknown[] }>;\n\n/** Times are the database's: clocks of instances differ. Throws where the database does not answer; you decide then. */\nconst COUNT = `insert into lockstep_rate_limit as counted (key, began, calls) values ($1, now(), 1)\non conflict (key) do update set\n  calls = case when counted.began <= now() - make_interval(secs => $2) then 1 else counted.calls + 1 end,\n  began = case when counted.began <= now() - make_interval(secs => $2) then now() else counted.began end\nreturning calls, ceil(extract(epoch from began + make_interval(secs => $2) - now()))::int as seconds_left`;\n\n/** Counts one call. */\nexport async function count(query: Query, { key, most, seconds }: Limit): Promise<Counted> {\n  const { rows } = await query(COUNT, [await hashOf(key), seconds]);\n  const { calls, seconds_left } = rows[0] as { readonly calls: number; readonly seconds_left: number };\n  if (calls <= most) return { kind: 'within', left: most - calls };\n  return { kind: 'over', retryAfter: Math.max(1, seconds_left) };\n}\n\n/** The answer to a call over the limit. */\nexport function tooMany(retryAfter: number): Response {\n  return Response.json(\n    { error: 'too many requests' },\n    { status: 429, headers: { 'retry-after': String(retryAfter), 'cache-control': 'no-store' } },\n  );\n}\n\n/** No address of a caller is stored. */\nasync function hashOf(key: readonly string[]): Promise<string> {\n  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(key)));\n  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');\n}\n",
    "lib/lockstep/scrub.ts": "/**\n * What of an error may leave the app: a list of what is allowed, and nothing else. Messages are not on it: they hold what\n * went wrong with whose data, and database drivers put connection strings into them.\n */\n\n/** Tags that say something of the build or the platform, and nothing of a person. */\nconst TAGS = ['environment', 'release', 'runtime', 'route', 'router', 'deployment'];\nconst CONTEXTS = ['runtime', 'trace', 'app', 'os'];\nconst FRAME = ['filename', 'function', 'lineno', 'colno', 'in_app', 'module', 'debug_id'];\nconst EVENT = ['event_id', 'timestamp', 'platform', 'level', 'release', 'environment', 'sdk', 'fingerprint', 'type'];\n\ntype Json = Readonly<Record<string, unknown>>;\n\n/** For `beforeSend` and `beforeSendTransaction` of Sentry, with `sendDefaultPii: false`. `hint` has the error itself. */\nexport function scrubEvent<Event extends object>(event: Event, hint?: { readonly originalException?: unknown }): Event {\n  const given = event as Json;\n  const kept: Record<string, unknown> = pick(given, EVENT);\n  const values = listOf(asObject(given['exception'])['values']).map((exception) => {\n    const { type, mechanism, stacktrace } = asObject(exception);\n    const frames = listOf(asObject(stacktrace)['frames']).map((frame) => pick(asObject(frame), FRAME));\n    return {\n      type: word(type),\n      value: '[removed]',\n      mechanism: pick(asObject(mechanism), ['type', 'handled']),\n      stacktrace: { frames },\n    };\n  });\n  if (values.length > 0) kept['exception'] = { values };\n  const debug = asObject(given['debug_meta'])['images'];\n  if (debug !== undefined) kept['debug_meta'] = { images: debug };\n  const { method, url } = asObject(given['request']);\n  if (method !== undefined || url !== undefined)\n    kept['request'] = { method: word(method), url: typeof url === 'string' ? pathPattern(url) : undefined };\n  if (typeof given['transaction'] === 'string') kept['transaction'] = pathPattern(given['transaction']);\n  kept['tags'] = { ...pick(asObject(given['tags']), TAGS), ...drillTag(hint?.originalException) };\n  kept['contexts'] = pick(asObject(given['contexts']), CONTEXTS);\n  return kept as Event;\n}\n\n/** Of an error drill, what proves that it is one: a time, a name and a signature. */\nfunction drillTag(error: unknown): Json {\n  const { name, proof } = asObject(error);\n  const isProof = typeof proof === 'string' && /^t=\\d{10},id=[\\w-]{1,64},v1=[0-9a-f]{64}$/.test(proof);\n  return name === 'ErrorDrill' && isProof ? { 'lockstep.drill': proof } : {};\n}\n\n/** One line for the log of the platform: what kind of error, where, and nothing of what was in it. */\nexport function errorRecord(error: unknown, where: { readonly method?: string; readonly route?: string }): Json {\n  const { name, code, digest, stack } = asObject(error);\n  return {\n    event: 'request-error',\n    name: word(name),\n    code: word(code),\n    digest: word(digest),\n    method: word(where.method),\n    route: where.route === undefined ? '' : pathPattern(where.route),\n    at: typeof stack === 'string' ? framesOf(stack) : [],\n  };\n}\n\n/** `/patients/8217/notes?q=Anna` → `/patients/[id]/notes`: no query, and no segment that looks like a key. */\nexport function pathPattern(path: string): string {\n  const [own = ''] = path.replace(/^[a-z][a-z0-9+.-]*:\\/\\/[^/?#]*/i, '').split(/[?#]/);\n  return own\n    .split('/')\n    .map((segment) => (/^[a-z]{1,24}(?:[-_][a-z]{1,24}){0,4}$|^\\[.*\\]$|^$|^\\w+ $/.test(segment) ? segment : '[id]'))\n    .join('/');\n}\n\n/** The places of a stack, without its first line: that is the message. */\nfunction framesOf(stack: string): readonly string[] {\n  const lines = stack.split('\\n').filter((line) => /^\\s+at /.test(line));\n  return lines.slice(0, 10).map((line) => line.trim());\n}\n\n/** An identifier as it is; anything longer or with spaces is a text, and texts are not let out. */\nfunction word(value: unknown): string {\n  return typeof value === 'string' && /^[\\w.:-]{1,64}$/.test(value) ? value : '';\n}\n\nfunction pick(from: Json, names: readonly string[]): Record<string, unknown> {\n  return Object.fromEntries(names.filter((name) => from[name] !== undefined).map((name) => [name, from[name]]));\n}\n\nfunction asObject(value: unknown): Json {\n  return typeof value === 'object' && value !== null ? (value as Json) : {};\n}\n\nfunction listOf(value: unknown): readonly unknown[] {\n  return Array.isArray(value) ? value : [];\n}\n",
    "lib/lockstep/secured.ts": "import { type NextRequest, NextResponse } from 'next/server';\nimport { answerFor, type Security } from './security-headers';\n\n/**\n * Answers a request with the security headers. `respond` is for what else happens here, such as refreshing a session: it\n * gets the headers with which the page must be rendered, and gives the response.\n */\nexport async function secured(\n  request: NextRequest,\n  security: Security,\n  respond: (headers: Headers) => NextResponse | Promise<NextResponse> = next,\n): Promise<NextResponse> {\n  const proto = request.headers.get('x-forwarded-proto') ?? request.nextUrl.protocol.replace(':', '');\n  const { policy, nonce, headers } = answerFor(security, {\n    path: request.nextUrl.pathname,\n    isHttps: proto === 'https',\n    isDevelopment: process.env.NODE_ENV === 'development',\n  });\n  const forPage = new Headers(request.headers);\n  // Next.js reads the nonce from this header of the request and puts it on each script that it writes. Whatever a\n  // client sent in these two is replaced.\n  forPage.set('content-security-policy', policy);\n  if (nonce === undefined) forPage.delete('x-nonce');\n  else forPage.set('x-nonce', nonce);\n  const response = await respond(forPage);\n  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);\n  return response;\n}\n\nfunction next(headers: Headers): NextResponse {\n  return NextResponse.next({ request: { headers } });\n}\n",
    "lib/lockstep/security-headers.ts": "/** The response headers of this app. Pure: what a request gets, from what is known of it. */\n\n/** More places from which a page may load, by directive: `{ 'img-src': ['https://images.example.com'] }`. */\nexport type Allowed = Readonly<Partial<Record<Directive, readonly string[]>>>;\ntype Directive = 'script-src' | 'style-src' | 'img-src' | 'font-src' | 'connect-src' | 'frame-src' | 'form-action';\n\nexport interface Security {\n  readonly allowed: Allowed;\n  /**\n   * Pages that Next.js prerenders: `/about`, or `/blog/*` for all below. Their HTML is the same for everyone, so it has\n   * no nonce, and under a policy with a nonce none of its scripts would run.\n   */\n  readonly staticPages: readonly string[];\n  /** Where browsers report what the policy refused, for example `/api/csp`. */\n  readonly reportTo?: string;\n}\n\nexport interface Asked {\n  readonly path: string;\n  readonly isHttps: boolean;\n  readonly isDevelopment: boolean;\n}\n\nexport interface Answered {\n  readonly policy: string;\n  /** Undefined where the page has none. */\n  readonly nonce: string | undefined;\n  readonly headers: Readonly<Record<string, string>>;\n}\n\n/** The policy and the headers for one request. Each request gets a nonce of its own. */\nexport function answerFor(security: Security, asked: Asked): Answered {\n  const isApi = asked.path === '/api' || asked.path.startsWith('/api/');\n  const nonce = isApi || isStatic(security.staticPages, asked.path) ? undefined : newNonce();\n  const policy = isApi ? API_POLICY : pagePolicy(security, asked, nonce);\n  const reporting: Record<string, string> =\n    security.reportTo === undefined ? {} : { 'reporting-endpoints': `csp=\"${security.reportTo}\"` };\n  const hsts: Record<string, string> = asked.isHttps\n    ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' }\n    : {};\n  return { policy, nonce, headers: { ...SAME_FOR_ALL, ...hsts, ...reporting, 'content-security-policy': policy } };\n}\n\nconst SAME_FOR_ALL = {\n  'x-content-type-options': 'nosniff',\n  'x-frame-options': 'DENY',\n  'referrer-policy': 'strict-origin-when-cross-origin',\n  'cross-origin-opener-policy': 'same-origin',\n  'cross-origin-resource-policy': 'same-origin',\n  'permissions-policy': 'camera=(), geolocation=(), microphone=()',\n} as const;\n\nconst API_POLICY = \"default-src 'none'; frame-ancestors 'none'\";\n\n/** Whether a path is one of the list: `/about`, or below `/blog/*`. */\nexport function isStatic(pages: readonly string[], path: string): boolean {\n  const own = path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;\n  return pages.some((page) => (page.endsWith('/*') ? own.startsWith(page.slice(0, -1)) : own === page));\n}\n\n/**\n * With a nonce: scripts that the page names itself, and what those load. Without: the inline scripts of Next.js need\n * 'unsafe-inline', so this policy does not stop an injected script; it holds the rest.\n */\nfunction pagePolicy({ allowed, reportTo }: Security, asked: Asked, nonce: string | undefined): string {\n  const { isDevelopment, isHttps } = asked;\n  const scripts =\n    nonce === undefined ? [\"'self'\", \"'unsafe-inline'\"] : [\"'self'\", `'nonce-${nonce}'`, \"'strict-dynamic'\"];\n  // React's error overlay and fast refresh, which no production build has.\n  const development = isDevelopment ? [\"'unsafe-eval'\"] : [];\n  const styles = nonce === undefined || isDevelopment ? [\"'self'\", \"'unsafe-inline'\"] : [\"'self'\", `'nonce-${nonce}'`];\n  const sources: Record<string, readonly string[]> = {\n    'default-src': [\"'none'\"],\n    'script-src': [...scripts, ...development],\n    'style-src': styles,\n    // The style attributes that React and next/image write into the HTML. They run no code.\n    'style-src-attr': [\"'unsafe-inline'\"],\n    'img-src': [\"'self'\", 'data:', 'blob:'],\n    'font-src': [\"'self'\"],\n    'connect-src': [\"'self'\", ...(isDevelopment ? ['ws:'] : [])],\n    'frame-src': [],\n    'worker-src': [\"'self'\"],\n    'manifest-src': [\"'self'\"],\n    'form-action': [\"'self'\"],\n    'base-uri': [\"'none'\"],\n    'frame-ancestors': [\"'none'\"],\n  };\n  const lines = Object.entries(sources).map(([directive, own]) => {\n    const all = [...own, ...(allowed[directive as Directive] ?? [])];\n    return `${directive} ${all.length === 0 ? \"'none'\" : all.join(' ')}`;\n  });\n  if (isHttps) lines.push('upgrade-insecure-requests');\n  if (reportTo !== undefined) lines.push(`report-uri ${reportTo}`, 'report-to csp');\n  return lines.join('; ');\n}\n\n/** 128 bits that no one can guess. */\nfunction newNonce(): string {\n  return btoa(String.fromCharCode(...Array.from(crypto.getRandomValues(new Uint8Array(16)))));\n}\n",
    "lib/lockstep/security.ts": "import type { Security } from './security-headers';\n\n// Yours: what your pages load from elsewhere, and which of them are prerendered (`○` in the output of `next build`).\nexport const security: Security = {\n  allowed: {},\n  staticPages: [],\n};\n",
    "lib/lockstep/vitals.ts": "/** Beacons of Web Vitals: what a browser sends, and what of it is believed. */\n\nexport interface Vital {\n  readonly name: string;\n  readonly value: number;\n  readonly rating: string;\n  readonly route: string;\n}\n\n/** FID is no longer measured: INP took its place. */\nconst NAMES = ['CLS', 'FCP', 'INP', 'LCP', 'TTFB'];\nconst RATINGS = ['good', 'needs-improvement', 'poor'];\nconst MOST_BYTES = 1_024;\n\n/** The answer to a beacon. Anyone can send one, so it is short, of a known form, and holds no text of the sender. */\nexport async function vitalsAnswer(\n  request: Request,\n  keep: (vital: Vital) => void | Promise<void> = (vital) =>\n    console.log(JSON.stringify({ event: 'web-vital', ...vital })),\n): Promise<Response> {\n  const text = await firstBytes(request, MOST_BYTES);\n  const vital = text === undefined ? undefined : readVital(text);\n  if (vital === undefined) return empty(400);\n  await keep(vital);\n  return empty(204);\n}\n\nexport function readVital(text: string): Vital | undefined {\n  let json: unknown;\n  try {\n    json = JSON.parse(text);\n  } catch {\n    return undefined;\n  }\n  const { name, value, rating, route } = (json ?? {}) as Record<string, unknown>;\n  if (typeof name !== 'string' || !NAMES.includes(name)) return undefined;\n  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0 || value > 600_000) return undefined;\n  if (typeof rating !== 'string' || !RATINGS.includes(rating)) return undefined;\n  if (typeof route !== 'string' || !/^\\/[\\w/[\\].-]{0,100}$/.test(route)) return undefined;\n  return { name, value: Math.round(value * 1_000) / 1_000, rating, route };\n}\n\n/** Undefined where there are more: nothing is read beyond. */\nasync function firstBytes(request: Request, most: number): Promise<string | undefined> {\n  const reader = request.body?.getReader();\n  if (reader === undefined) return undefined;\n  const decoder = new TextDecoder();\n  let text = '';\n  for (let bytes = 0; ; ) {\n    const { done, value } = await reader.read();\n    if (done) return text + decoder.decode();\n    bytes += value.byteLength;\n    if (bytes > most) {\n      await reader.cancel();\n      return undefined;\n    }\n    text += decoder.decode(value, { stream: true });\n  }\n}\n\nfunction empty(status: number): Response {\n  return new Response(null, { status, headers: { 'cache-control': 'no-store' } });\n}\n",
    "lib/lockstep/web-vitals.tsx": "'use client';\n\nimport { useReportWebVitals } from 'next/web-vitals';\nimport { pathPattern } from './scrub';\n\n/** Put `<WebVitals />` into the root layout. */\nexport function WebVitals() {\n  useReportWebVitals(report);\n  return null;\n}\n\ninterface Metric {\n  readonly name: string;\n  readonly value: number;\n  readonly rating?: string;\n}\n\n/** One function for all renders: a new one would get everything again. */\nfunction report({ name, value, rating }: Metric): void {\n  // Next.js reports times of its own too (Next.js-hydration), which have no rating.\n  if (rating === undefined) return;\n  const vital = JSON.stringify({ name, value, rating, route: pathPattern(location.pathname) });\n  navigator.sendBeacon('/api/vitals', vital);\n}\n",
    "pages/_document.tsx": "import Document, { type DocumentContext, Head, Html, Main, NextScript } from 'next/document';\n\n/** Puts the nonce of the request on each script that Next.js writes: the pages router does not do it itself. */\nexport default class SecuredDocument extends Document<{ readonly nonce?: string }> {\n  static override async getInitialProps(context: DocumentContext) {\n    const initial = await Document.getInitialProps(context);\n    const nonce = context.req?.headers['x-nonce'];\n    return typeof nonce === 'string' ? { ...initial, nonce } : initial;\n  }\n\n  override render() {\n    const { nonce } = this.props;\n    return (\n      <Html lang=\"en\">\n        <Head nonce={nonce} />\n        <body>\n          <Main />\n          <NextScript nonce={nonce} />\n        </body>\n      </Html>\n    );\n  }\n}\n",
    "pages/api/error-drill.ts": "import { drillAnswer } from '../../lib/lockstep/error-drill';\nimport { apiRoute } from '../../lib/lockstep/pages-api';\n\nexport const config = { api: { bodyParser: false } };\n\nexport default apiRoute((request) => drillAnswer(request, { secret: process.env['LOCKSTEP_DRILL_SECRET'] }), 'POST');\n",
    "pages/api/health/index.ts": "import { checks } from '../../../lib/lockstep/checks';\nimport { healthAnswer } from '../../../lib/lockstep/health';\nimport { apiRoute } from '../../../lib/lockstep/pages-api';\n\nexport default apiRoute((request) => healthAnswer(request, checks), 'GET');\n",
    "pages/api/health/live.ts": "import { liveAnswer } from '../../../lib/lockstep/health';\nimport { apiRoute } from '../../../lib/lockstep/pages-api';\n\nexport default apiRoute(liveAnswer, 'GET');\n",
    "pages/api/health/ready.ts": "import { checks, variables } from '../../../lib/lockstep/checks';\nimport { readyAnswer } from '../../../lib/lockstep/health';\nimport { apiRoute } from '../../../lib/lockstep/pages-api';\n\nexport default apiRoute((request) => readyAnswer(request, { checks, variables }), 'GET');\n",
    "pages/api/vitals.ts": "import { apiRoute } from '../../lib/lockstep/pages-api';\nimport { vitalsAnswer } from '../../lib/lockstep/vitals';\n\n// The answer reads at most a beacon.\nexport const config = { api: { bodyParser: false } };\n\nexport default apiRoute((request) => vitalsAnswer(request), 'POST');\n",
    "proxy.ts": "import type { NextRequest } from 'next/server';\nimport { secured } from './lib/lockstep/secured';\nimport { security } from './lib/lockstep/security';\n\nexport function proxy(request: NextRequest) {\n  return secured(request, security);\n}\n\n/** Everything but files that never change; those have no HTML. */\nexport const config = { matcher: ['/((?!_next/static|_next/image|favicon.ico).*)'] };\n",
};

;// CONCATENATED MODULE: ./packages/app/lib/sets.js

function setNames({ all } = { all: true }) {
    return Object.keys(SETS).filter((name) => all || SETS[name]?.optional !== true);
}
function setOf(name) {
    const set = SETS[name];
    if (set === undefined)
        throw new Error(`there is no set ${name}`);
    return set;
}
function filesOf(names, { router, src, middleware }) {
    const paths = new Set(names.map(setOf).flatMap((set) => [...set.files, ...set[router]]));
    return new Map([...paths].map((path) => {
        const text = FILES[path];
        if (text === undefined)
            throw new Error(`the set has no file ${path}`);
        const [to, what] = path === 'proxy.ts' && middleware
            ? ['middleware.ts', text.replace('function proxy(', 'function middleware(')]
            : [path, text];
        return [src ? `src/${to}` : to, what];
    }));
}

;// CONCATENATED MODULE: ./packages/app/lib/install.js







const RECORD = '.lockstep/app.json';
function installApp(into, options) {
    const known = setNames();
    const problems = options.sets
        .filter((name) => !known.includes(name))
        .map((name) => `there is no set "${name}"; expected one of ${known.join(', ')}`);
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    const has = (path) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(into, path));
    const layout = layoutOf({ manifest: readManifest(into), has }, options);
    if (layout === undefined)
        throw new errors/* InputError */.dz(`"${into}": expected the folder of a Next.js app`);
    const sets = options.sets.length === 0 ? setNames({ all: false }) : options.sets;
    const recorded = readRecord((0,external_node_path_.join)(into, RECORD));
    const read = (path) => (has(path) ? (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(into, path), 'utf8') : undefined);
    const plan = planInstall(filesOf(sets, layout), recorded, { read, force: options.force });
    if (!options.dryRun) {
        const files = new Map(plan.flatMap(({ change, path, text }) => change === 'new' || change === 'updated' ? [[path, text]] : []));
        const left = Object.fromEntries(Object.entries(recorded).filter(([path]) => has(path)));
        options.write(files.set(RECORD, `${JSON.stringify(recordAfter(left, plan), null, 2)}\n`));
    }
    return { layout, sets, plan };
}
function readRecord(file) {
    if (!(0,external_node_fs_.existsSync)(file))
        return {};
    try {
        return JSON.parse((0,external_node_fs_.readFileSync)(file, 'utf8'));
    }
    catch (cause) {
        throw new errors/* InputError */.dz(`${file} is no JSON: delete it, and changed files are kept`, { cause });
    }
}

;// CONCATENATED MODULE: ./packages/app/lib/index.js








/***/ })

};
