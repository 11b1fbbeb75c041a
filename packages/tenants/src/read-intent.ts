import type { Identity, Intent, Membership, OwnRows } from './intent.ts';

/** What the caller wrote, its YAML read. */
export interface WrittenIntent {
  readonly tenantTable: string;
  readonly userTable: string;
  /** `schema.table(user_column, tenant_column)`, maybe with a third one for the role; '' where there is none. */
  readonly membership: string;
  readonly identities: unknown;
  readonly ownRows: unknown;
  readonly ownerColumns: unknown;
  readonly buckets: unknown;
  readonly fixtures: unknown;
  readonly schemas: readonly string[];
  readonly publicObjects: readonly string[];
  readonly auditTables: readonly string[];
  readonly callable: readonly string[];
  readonly channels: readonly string[];
}

const NAME = /^[^\s.,()"']+\.[^\s.,()"']+$/;
const KNOWN = ['name', 'role', 'user', 'claims', 'settings', 'member-role'];

const visitor: Identity = {
  name: 'anon',
  role: 'anon',
  isUser: false,
  claims: {},
  settings: {},
  memberRole: undefined,
};
/** What every Supabase project has: somebody who is not signed in, and a member of a tenant. */
const DEFAULT: readonly Identity[] = [visitor, { ...visitor, name: 'member', role: 'authenticated', isUser: true }];

/** The intent, and every reason why it cannot be followed. */
export function readIntent(written: WrittenIntent): { readonly intent: Intent; readonly problems: readonly string[] } {
  const problems: string[] = [];
  const name = (input: string, text: string) => {
    if (!NAME.test(text)) problems.push(`input "${input}": expected SCHEMA.NAME, got "${text}"`);
    return text;
  };
  const identities = readIdentities(written.identities, problems);
  const intent: Intent = {
    tenantTable: name('tenant-table', written.tenantTable),
    userTable: name('user-table', written.userTable),
    membership: readMembership(written.membership, problems),
    identities,
    schemas: written.schemas,
    publicObjects: written.publicObjects.map((text) => name('public-objects', text)),
    auditTables: written.auditTables.map((text) => name('audit-tables', text)),
    callable: written.callable.map((text) => name('callable', text)),
    channels: written.channels.map((text) => topic(text, problems)),
    ownRows: readOwnRows(written.ownRows, identities, problems),
    ownerColumns: readTexts('owner-columns', written.ownerColumns, problems),
    buckets: readTexts('buckets', written.buckets, problems),
    fixtures: readTexts('fixtures', written.fixtures, problems),
  };
  if (intent.membership === undefined && intent.tenantTable !== intent.userTable && !identities.some(namesTenant))
    problems.push(
      'input "membership": nothing says how a user belongs to a tenant; give the membership table, or `identities` whose claims or settings hold {tenant}',
    );
  return { intent, problems };
}

const INPUTS = [
  ...['tenant-table', 'user-table', 'membership', 'identities', 'own-rows', 'owner-columns', 'buckets', 'fixtures'],
  ...['schemas', 'public-objects', 'audit-tables', 'callable', 'channels'],
];

/** The same from one document with the inputs by their names. */
export function readWrittenIntent(document: unknown): ReturnType<typeof readIntent> {
  const fields = record(document) ?? {};
  const problems = Object.keys(fields)
    .filter((name) => !INPUTS.includes(name))
    .map((name) => `"${name}" is not known; expected ${INPUTS.join(', ')}`);
  if (record(document) === undefined) problems.push('the intent is no map of inputs');
  const text = (name: string, absent = '') => (typeof fields[name] === 'string' ? fields[name] : absent);
  const list = (name: string, absent: readonly string[] = []) => {
    const value = fields[name] ?? absent;
    return Array.isArray(value) ? value.map(String) : [String(value)];
  };
  const read = readIntent({
    tenantTable: text('tenant-table'),
    userTable: text('user-table', 'auth.users'),
    membership: text('membership'),
    identities: fields['identities'],
    ownRows: fields['own-rows'],
    ownerColumns: fields['owner-columns'],
    buckets: fields['buckets'],
    fixtures: fields['fixtures'],
    schemas: list('schemas', ['public']),
    publicObjects: list('public-objects'),
    auditTables: list('audit-tables'),
    callable: list('callable'),
    channels: list('channels'),
  });
  return { intent: read.intent, problems: [...problems, ...read.problems] };
}

/** Without an id in it, the topic is one for everyone. */
function topic(text: string, problems: string[]): string {
  if (!/\{(tenant|user)\}/.test(text))
    problems.push(`input "channels": expected a topic with {tenant} or {user} in it, got "${text}"`);
  return text;
}

function namesTenant({ claims, settings }: Identity): boolean {
  return JSON.stringify([claims, settings]).includes('{tenant}');
}

function readMembership(text: string, problems: string[]): Membership | undefined {
  if (text === '') return undefined;
  const found = /^([^\s.()]+\.[^\s.()]+)\s*\(([^()]*)\)$/.exec(text.trim());
  const columns = (found?.[2] ?? '').split(',').map((one) => one.trim());
  const [userColumn = '', tenantColumn = '', roleColumn] = columns;
  if (found === null || columns.length < 2 || columns.length > 3 || columns.includes('')) {
    problems.push(
      `input "membership": expected SCHEMA.TABLE(USER_COLUMN, TENANT_COLUMN) or with a third column for the role, got "${text}"`,
    );
    return undefined;
  }
  return { table: found[1] ?? '', userColumn, tenantColumn, roleColumn };
}

function readIdentities(written: unknown, problems: string[]): readonly Identity[] {
  if (written === undefined || written === null) return DEFAULT;
  if (!Array.isArray(written) || written.length === 0) {
    problems.push('input "identities": expected a list');
    return DEFAULT;
  }
  const identities = written.map((entry: unknown, at) =>
    readIdentity(entry, `input "identities": entry ${at + 1}`, problems),
  );
  const names = identities.map(({ name }) => name);
  const twice = names.filter((one, at) => names.indexOf(one) !== at);
  if (twice.length > 0) problems.push(`input "identities": the name "${twice[0]}" is given twice`);
  if (!identities.some(({ isUser }) => isUser)) problems.push('input "identities": none of them is a user of a tenant');
  return identities;
}

function readIdentity(entry: unknown, where: string, problems: string[]): Identity {
  const fields = record(entry);
  if (fields === undefined) {
    problems.push(`${where}: expected a map with name and role`);
    return visitor;
  }
  const unknown = Object.keys(fields).filter((key) => !KNOWN.includes(key));
  if (unknown.length > 0) problems.push(`${where}: "${unknown[0]}" is not known; expected ${KNOWN.join(', ')}`);
  const text = (key: string) => {
    const value = fields[key];
    if (typeof value === 'string' && value !== '') return value;
    problems.push(`${where}: "${key}" is missing`);
    return '';
  };
  const { claims = {}, settings = {}, user = true } = fields;
  if (record(claims) === undefined) problems.push(`${where}: "claims" is no map`);
  if (typeof user !== 'boolean') problems.push(`${where}: "user" is neither true nor false`);
  const memberRole = fields['member-role'];
  return {
    name: text('name'),
    role: text('role'),
    isUser: user === true,
    claims: record(claims) ?? {},
    settings: textsOf(settings, `${where}: "settings"`, problems),
    memberRole: memberRole === undefined ? undefined : String(memberRole),
  };
}

function readOwnRows(written: unknown, identities: readonly Identity[], problems: string[]): readonly OwnRows[] {
  if (written === undefined || written === null) return [];
  const fields = record(written);
  if (fields === undefined) {
    problems.push('input "own-rows": expected a map of identities, each with a list of tables');
    return [];
  }
  return Object.entries(fields).map(([identity, tables]) => {
    if (!identities.some(({ isUser, name }) => isUser && name === identity))
      problems.push(`input "own-rows": "${identity}" is none of the identities that are users`);
    const list = typeof tables === 'string' ? [tables] : Array.isArray(tables) ? tables.map(String) : [];
    if (list.length === 0) problems.push(`input "own-rows": "${identity}" has no table`);
    return { identity, tables: list };
  });
}

function readTexts(input: string, written: unknown, problems: string[]): Readonly<Record<string, string>> {
  return written === undefined || written === null ? {} : textsOf(written, `input "${input}"`, problems);
}

function textsOf(written: unknown, where: string, problems: string[]): Readonly<Record<string, string>> {
  const fields = record(written);
  if (fields !== undefined && Object.values(fields).every((value) => typeof value === 'string'))
    return fields as Record<string, string>;
  problems.push(`${where}: expected a map of texts`);
  return {};
}

function record(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}
