import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { readControls } from '@lockstep/evidence';
import { readDocumentList } from '@lockstep/evidence/documents';
import { Scope } from '@lockstep/proving-ground/scope';
import { parse } from 'yaml';
import { sourcesIn } from '../../starters/src/index.ts';
import { initCommand } from '../src/commands/init.ts';
import { runProgram } from '../src/program.ts';
import type { Terminal } from '../src/terminal.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const sources = sourcesIn(root);
const LIST = '.lockstep/documents.yml';
const MAP = '.lockstep/controls.yml';
const CONTACTS = 'docs/compliance/contacts.md';

const scope = new Scope();
afterAll(() => scope[Symbol.asyncDispose]());

let folder: string;
beforeEach(() => {
  folder = scope.folder('lockstep-init-');
  expect(spawnSync('git', ['init', '--quiet', '--initial-branch=main'], { cwd: folder }).status).toBe(0);
});

/** What would ask for more than a yes. */
const never = async (): Promise<never> => {
  throw new Error('it asks for what no document needs');
};
const NEVER_ASKED = { text: never, choose: never, secret: never };

async function init(line: readonly string[], answer?: 'no') {
  let [out, err] = ['', ''];
  const asked: string[] = [];
  const refuse = async (question: string) => {
    asked.push(question);
    return false;
  };
  const terminal: Terminal = {
    ...{ stdin: process.stdin, debug: false },
    write: (text) => {
      out += text;
    },
    writeSecret: () => undefined,
    tell: (text) => {
      err += text;
    },
    ...{ paint: (_verdict, word) => word, onInterrupt: () => () => undefined },
    person: answer === undefined ? undefined : async () => ({ ...NEVER_ASKED, confirm: refuse }),
  };
  const code = await runProgram(['init', '--into', folder, ...line], [initCommand(sources)], terminal);
  return { code, out, err, asked };
}

const lay = (path: string, text: string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const read = (path: string) => readFileSync(join(folder, path), 'utf8');
const files = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && !one.parentPath.includes('.git/') && !one.parentPath.endsWith('.git'))
    .map(({ name }) => name)
    .sort();

test('every document of the list that has a template, the list, and a map of all frameworks that reads', async () => {
  const { code, err, out } = await init(['--documents']);
  expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('wrote 11 files\n') });
  const list = readDocumentList(read(LIST), LIST);
  const missing = list.documents.filter(({ file }) => !existsSync(join(folder, file)));
  expect(missing.map(({ kind }) => kind)).toEqual(['runbook']);
  expect(err).toContain('docs/BACKUP-RUNBOOK.md: "lockstep backup runbook" writes it');
  expect(err).toMatch(/docs\/compliance\/contacts\.md: 24 places, each marked with \[FILL IN\]/);
  expect(err).toContain('next: lockstep evidence documents');
  const ids = readControls(read(MAP), MAP, Date.now()).controls.map(({ id }) => id);
  const each = [...sources.controls].flatMap(([name, text]) =>
    readControls(text, name, Date.now()).controls.map(({ id }) => id),
  );
  expect([...ids].sort()).toEqual(each.sort());
  expect(existsSync(join(folder, '.github'))).toBe(false);
  expect(await init(['--documents'])).toMatchObject({
    code: 0,
    out: expect.stringContaining('everything is there already'),
  });
});

test('what somebody filled in is kept, also with --force, and what is missing is written next to it', async () => {
  lay(CONTACTS, '# ours\n');
  lay(MAP, '# ours as well\n');
  const { code, out } = await init(['--documents', '--force']);
  expect(code).toBe(0);
  expect([read(CONTACTS), read(MAP)]).toEqual(['# ours\n', '# ours as well\n']);
  expect(out).toContain(`kept     ${CONTACTS}`);
  expect(out).toContain('new      docs/compliance/dpia.md');
  const json = JSON.parse((await init(['--documents', '--json'])).out);
  expect(json).toMatchObject({ written: false, files: [], kept: expect.arrayContaining([CONTACTS, MAP, LIST]) });
});

test('a dry run shows each line and writes nothing; neither does a no, and nothing else is asked', async () => {
  const dry = await init(['--documents', '--dry-run']);
  expect(dry.out).toContain('+# Contacts and escalation');
  const no = await init(['--documents'], 'no');
  expect(no).toMatchObject({ code: 0, asked: ['Write 11 files?'] });
  expect(files()).toEqual([]);
});

test("the repository's own list says where documents are, and which are not needed", async () => {
  const list = 'version: 1\ndocuments:\n  contacts: people.md\n  dpia: { not-needed: no risk is high }\n';
  lay(LIST, list);
  const { code, err } = await init(['--documents', '--frameworks', 'gdpr,soc-2']);
  expect(code).toBe(0);
  expect(read('people.md')).toBe(sources.documents.get('contacts'));
  expect(read(LIST)).toBe(list);
  expect(files()).not.toContain('contacts.md');
  expect(files()).not.toContain('dpia.md');
  expect(err).toContain(`${LIST}: add the line "retention: docs/compliance/retention.md"`);
  const ids = readControls(read(MAP), MAP, Date.now()).controls.map(({ id }) => id);
  expect(new Set(ids.map((id) => id.split('-')[0]))).toEqual(new Set(['gdpr', 'soc2']));
});

test('with the starter evidence, which then judges them; records are those of the last environment', async () => {
  const { code } = await init(['evidence', '--documents', '--environments', 'staging,live']);
  expect(code).toBe(0);
  const { jobs } = parse(read('.github/workflows/lockstep-evidence.yml'));
  expect(jobs.evidence.with).toMatchObject({ 'documents-file': LIST, 'controls-file': MAP });
  const records = readControls(read(MAP), MAP, Date.now())
    .controls.flatMap(({ evidence }) => evidence)
    .flatMap((source) => (source.kind === 'record' ? [source.subject] : []));
  expect(records).toContain('live/*');
  expect(records).not.toContain('production/*');
});

const APPS = ['--apps', 'web=apps/web,api=apps/api'];
test.each<[string, readonly string[], readonly string[]]>([
  ['one app', [], ['release', 'audit']],
  ['a second person who approves', ['--approvals', 'two-person'], ['promote', 'audit']],
  ['two environments', ['--environments', 'staging,production'], ['promote-production', 'audit-production']],
  ['two apps', APPS, ['release-web', 'release-api', 'audit-web', 'audit-api']],
  [
    'both',
    [...APPS, '--environments', 'staging,live'],
    ['promote-web-live', 'promote-api-live', 'audit-web-live', 'audit-api-live'],
  ],
  ['a set with a name', ['--named', 'shop'], ['release-shop', 'audit-shop']],
])('rows of the map name the workflows that are installed: %s', async (_what, line, names) => {
  for (const path of ['apps/web/next.config.js', 'apps/api/next.config.js']) lay(path, '');
  const wanted = ['release,audit', '--documents', '--frameworks', 'hipaa,gdpr,soc-2'];
  expect(await init([...wanted, ...line])).toMatchObject({ code: 0 });
  const rowsOf = () =>
    readControls(read(MAP), MAP, Date.now())
      .controls.flatMap(({ evidence }) => evidence)
      .flatMap((source) => (source.kind === 'workflow' ? [source.workflow] : []));
  const rows = rowsOf();
  expect(new Set(rows)).toEqual(new Set([...names.map((name) => `lockstep-${name}.yml`), 'lockstep-drill.yml']));
  expect(files()).toEqual(expect.arrayContaining(rows.filter((name) => name !== 'lockstep-drill.yml')));
  // Documents that are added later find the same.
  rmSync(join(folder, MAP));
  const environments = line.includes('--environments') ? line.slice(line.indexOf('--environments')) : [];
  expect(await init([...wanted.slice(1), ...environments])).toMatchObject({ code: 0 });
  expect(rowsOf()).toEqual(rows);
});

test.each<[string, readonly string[], RegExp]>([
  ['no framework', ['--documents', '--frameworks', 'soc2'], /--frameworks: expected hipaa, .*, got "soc2"/],
  ['no documents', ['--frameworks', 'gdpr'], /--frameworks: needs --documents/],
  ['no workflow for an input', ['--documents', '--vercel-project', 'shop'], /without STARTERS no workflow is written/],
])('%s: refused in a line, and nothing is written', async (_what, line, said) => {
  const { code, err } = await init(line);
  expect({ code, err }).toEqual({ code: 64, err: expect.stringMatching(said) });
  expect(files()).toEqual([]);
});

test('a list with mistakes names them, and a link that leads nowhere is left alone', async () => {
  lay(LIST, 'version: 1\ndocuments:\n  contract: a.md\n');
  expect(await init(['--documents'])).toMatchObject({ code: 64, err: expect.stringContaining('no kind "contract"') });
  expect(files()).toEqual(['documents.yml']);
  lay(LIST, 'version: 1\ndocuments:\n  contacts: people.md\n');
  symlinkSync('elsewhere/nowhere.md', join(folder, 'people.md'));
  expect(await init(['--documents'])).toMatchObject({ code: 0, out: expect.stringContaining('kept     people.md') });
});
