/** What a command line asks of the world, and so which faults of the world it meets. */
export interface Line {
  /** As somebody would type it, in the folder of `project`. */
  readonly args: readonly string[];
  /** The variable that names its database. */
  readonly database?: string;
  /** It asks GitHub. */
  readonly github?: true;
  /** It needs git. */
  readonly git?: true;
  /** A file that the caller names; its place in `args` says what it is called here. */
  readonly file?: string;
  /** The folder that the caller names or is in has to be a repository or an app. */
  readonly folder?: string;
  /** What it writes into. */
  readonly writes?: true;
  /** What it could not read it writes down, so that its file is there in any case. */
  readonly partial?: true;
  /** It starts a server, whatever the folder holds. */
  readonly server?: true;
}

const migrations = { database: 'LOCKSTEP_DATABASE_URL' } as const;
const github = { GITHUB_REPOSITORY: 'acme/shop', GITHUB_TOKEN: 'ghp_walkwalkwalk' };

/** Each command, by one line or more; `walk.test.ts` holds that none is missing. */
export const lines: Readonly<Record<string, Line>> = {
  init: { args: ['init', '--branch', 'main', '--yes'], writes: true, folder: '--into' },
  'init from git': { args: ['init', '--yes'], git: true, writes: true },
  'init of documents': {
    args: ['init', '--documents', '--branch', 'main', '--yes'],
    ...{ writes: true, folder: '--into' },
  },
  doctor: { args: ['doctor'], folder: '--in' },
  rehearse: { args: ['rehearse'] },
  releases: { args: ['releases'], github: true },
  new: { args: ['new', 'add notes'], writes: true, folder: '--directory' },
  'new from a file': { args: ['new', 'add notes', '--from', 'up.sql'], file: 'up.sql' },
  'down-draft': { args: ['down-draft', 'supabase/migrations/20260101000000_a.sql'] },
  lint: { args: ['lint'], folder: '--directory' },
  'lint staged': { args: ['lint', '--staged'], git: true },
  plan: { args: ['plan'], ...migrations },
  up: { args: ['up'], ...migrations },
  down: { args: ['down'], ...migrations },
  status: { args: ['status'], ...migrations },
  adopt: { args: ['adopt', '20260101000000'], ...migrations },
  import: { args: ['import'], ...migrations },
  repair: { args: ['repair', '20260101000000', '--because', 'a typo'], ...migrations },
  archive: { args: ['archive', 'list'], ...migrations },
  verify: { args: ['verify'], ...migrations },
  db: { args: ['db', '--run', 'exit 3'], server: true },
  'access-review': { args: ['access-review'], database: 'LOCKSTEP_SCRATCH_URL' },
  'access-review that writes': { args: ['access-review', '--write'], database: 'LOCKSTEP_SCRATCH_URL', writes: true },
  add: { args: ['add', 'app'], writes: true, folder: '--into' },
  'app-audit': { args: ['app-audit'] },
  'backup create': { args: ['backup', 'create', '--to', 'kept', '--encrypt-to', 'none'], database: 'DATABASE_URL' },
  'backup drill': { args: ['backup', 'drill', '--to', 'kept'] },
  'backup status': { args: ['backup', 'status', '--to', 'kept'], folder: '--to' },
  'backup restore': { args: ['backup', 'restore', '--to', 'kept'] },
  'backup runbook': { args: ['backup', 'runbook', '--to', 'kept', '--policy-file', 'policy.yml'], file: 'policy.yml' },
  checks: { args: ['checks', 'list.json'], file: 'list.json' },
  'contract-check': { args: ['contract-check', 'postgrest'] },
  'database-report': { args: ['database-report'], database: 'DATABASE_URL' },
  'database-report that writes': {
    args: ['database-report', '--snapshot', 'deep/er/counts.json'],
    ...{ database: 'DATABASE_URL', writes: true },
  },
  'edge-audit': { args: ['edge-audit', 'http://127.0.0.1:1'] },
  'error-drill': { args: ['error-drill', '--url', 'http://127.0.0.1:1', '--release', 'one'] },
  'evidence record': {
    args: ['evidence', 'record', '--to', 'trail', '--event', 'access-change', '--subject', 'shop'],
    ...{ writes: true, folder: '--to' },
  },
  'evidence record of a file': {
    args: ['evidence', 'record', '--to', 'trail', '--event', 'drill', '--subject', 'shop', '--file', 'proof.txt'],
    file: 'proof.txt',
  },
  'evidence verify': { args: ['evidence', 'verify', '--to', 'trail'], folder: '--to' },
  'evidence collect': {
    args: ['evidence', 'collect', '--to', 'trail', '--controls-file', 'controls.yml'],
    ...{ github: true, writes: true, partial: true, file: 'controls.yml' },
  },
  'evidence report': {
    args: ['evidence', 'report', '--evidence-path', 'evidence.json', '--controls-file', 'controls.yml'],
    ...{ writes: true, file: 'evidence.json' },
  },
  'evidence report that collects': {
    args: ['evidence', 'report', '--to', 'trail', '--controls-file', 'controls.yml'],
    ...{ github: true, writes: true, partial: true, file: 'controls.yml', folder: '--report-directory' },
  },
  'evidence documents': {
    args: ['evidence', 'documents', '--documents-file', 'documents.yml'],
    file: 'documents.yml',
  },
  'evidence status': {
    args: ['evidence', 'status', '--status-title', 'Shop'],
    ...{ github: true, writes: true, partial: true, folder: '--status-directory' },
  },
  'evidence incident': { args: ['evidence', 'incident'], github: true },
  'evidence error-budget': { args: ['evidence', 'error-budget'] },
  explain: { args: ['explain', 'internal-error'] },
  'platform init': { args: ['platform', 'init'], writes: true, github: true },
  'platform audit': { args: ['platform', 'audit', '--policy', 'platform.yml'], file: 'platform.yml' },
  'platform snapshot': { args: ['platform', 'snapshot'], github: true, writes: true },
  'platform compare': { args: ['platform', 'compare', '--snapshot', 'platform.json'], file: 'platform.json' },
  'platform restore-plan': { args: ['platform', 'restore-plan', '--snapshot', 'platform.json'], file: 'platform.json' },
  'tenant-audit': { args: ['tenant-audit', 'tenants.yml'], database: 'LOCKSTEP_SCRATCH_URL', file: 'tenants.yml' },
  help: { args: ['help'] },
  version: { args: ['version'] },
};

/** A folder in which each line above finds what it needs. */
export const project: Readonly<Record<string, string>> = {
  'supabase/migrations/20260101000000_a.sql': 'create table a (id int primary key, tenant int not null);\n',
  'supabase/rollbacks/20260101000000_a.sql': 'drop table a;\n',
  'up.sql': 'create table b (id int primary key);\n',
  'tenants.yml': 'tenant-table: public.a\nmembership: public.a (tenant, id)\n',
  'list.json': '{"kind":"lockstep-checks/1"}',
  'proof.txt': 'seen\n',
  'documents.yml': 'version: 1\ndocuments:\n  retention: retention.md\n',
  'controls.yml':
    'version: 1\ncontrols:\n  - { id: a, framework: F, title: A, evidence: [{ workflow: audit.yml, max-age: 9d }] }\n',
  'evidence.json':
    '{"kind":"lockstep-collected/1","at":"2026-01-01T00:00:00.000Z","found":{"lists":[],"broken":[],"records":[],"runs":[],"files":{},"unread":{}},"numbers":null,"notes":[]}\n',
  'policy.yml': 'recovery:\n  max-data-age: 30h\n',
  'platform.yml': '{}\n',
  'platform.json': '{}\n',
  'package.json': '{"dependencies":{"next":"16.0.0"}}\n',
  'app/page.tsx': 'export default function Page() {\n  return null;\n}\n',
};

/** The names of services that the lines ask, where they are to ask anyone. */
export function asking(line: Line, database: string, api: string): Readonly<Record<string, string>> {
  return {
    ...(line.database === undefined ? {} : { [line.database]: database }),
    ...(line.github === undefined ? {} : { ...github, GITHUB_API_URL: api }),
  };
}
