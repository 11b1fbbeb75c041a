import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '..', '..');

interface Door {
  /** What a source file has that lets text out of the process. */
  readonly shows: RegExp;
  /** The files that may have it, each with what it passes the text through; nothing where no text of ours leaves. */
  readonly files: Readonly<Record<string, RegExp>>;
}

const NO_TEXT = /(?:)/;
const REDACTED = /\bredact(?:Text|Data)\(/;

/** Every way out. Who opens another one says here how its text is redacted. */
const DOORS: Readonly<Record<string, Door>> = {
  'the runner': {
    shows: /@actions\/core/,
    files: {
      'packages/action-shell/src/edge.ts': REDACTED,
      'packages/action-shell/src/file-command.ts': REDACTED,
    },
  },
  "the runner's files": {
    shows: /['"]GITHUB_(?:OUTPUT|ENV|STATE|STEP_SUMMARY|PATH)['"]/,
    files: {
      'packages/action-shell/src/edge.ts': REDACTED,
      'packages/action-shell/src/file-command.ts': REDACTED,
    },
  },
  'the console': {
    shows: /\bprocess\.std(?:out|err)\b|\bconsole\.(?:log|error|warn|info|debug)\(/,
    files: { 'packages/cli/src/terminal.ts': REDACTED },
  },
  GitHub: { shows: /@octokit\/core/, files: { 'packages/github/src/transport.ts': /redactData\(parameters\)/ } },
  requests: {
    shows: /\bfetch\(|node:https?'/,
    files: {
      'packages/notify/src/exchange.ts': /body: bodyOf\([\s\S]*const clean = redactData\(body\)/,
      // What is deployed, and its settings, are to arrive as they are; of Supabase a restore point's name; else GET.
      'packages/base/src/service-api.ts': NO_TEXT,
      'packages/health/src/probe.ts': NO_TEXT, // GET alone
      'packages/health/src/metrics/ask-json.ts': NO_TEXT, // the caller's queries, with numbers and names of builds in them
      'packages/edge/src/ask/asker.ts': NO_TEXT, // GET, and an empty form where a caller listed the path
      'packages/backup/src/targets/s3/transport.ts': NO_TEXT, // a backup, which is encrypted, is to arrive as it is
      'packages/platform/src/bundle/read.ts': NO_TEXT, // GET alone
      'packages/evidence/src/documents/links/follow-links.ts': NO_TEXT, // HEAD and GET alone
      'packages/cli/src/commands/error-drill.ts': NO_TEXT, // a signature; its POST has no body
      'packages/action-shell/src/proxy.ts': NO_TEXT, // only sets the proxy
      'packages/action-kit/src/gate-credentials.ts': NO_TEXT, // GET alone
    },
  },
  mail: {
    shows: /\bsendMail\(/,
    files: { 'packages/notify/src/channels/email.ts': /sendMail\(\{ \.\.\.redactData\(/ },
  },
  files: {
    shows: /\b(?:writeFile(?:Sync)?|appendFile(?:Sync)?)\(/,
    files: {
      'packages/action-shell/src/edge.ts': REDACTED,
      'packages/action-shell/src/file-command.ts': REDACTED,
      'packages/action-shell/src/state.ts': REDACTED,
      'packages/action-shell/src/held-summary.ts': REDACTED,
      'packages/action-shell/src/journal.ts': REDACTED,
      'packages/action-kit/src/audit.ts': REDACTED,
      'actions/database-report/src/run.ts': REDACTED,
      'actions/evidence/src/collect/write-files.ts': REDACTED,
      'packages/starters/src/write-files.ts': NO_TEXT, // workflows, with names that their user gave
      'actions/platform-audit/src/drift.ts': REDACTED,
      'actions/tenant-audit/src/review.ts': REDACTED,
      'actions/tenant-audit/src/run.ts': REDACTED,
      'packages/action-kit/src/local-server/local-server.ts': NO_TEXT, // the password of its own server, deleted with it
      'packages/cli/src/files.ts': REDACTED,
      'packages/cli/src/migrations/write-files.ts': REDACTED,
      'packages/quality/src/report-files.ts': REDACTED,
      'actions/backup/src/drill.ts': REDACTED,
      'actions/notify/src/drill.ts': REDACTED,
      'actions/health-gate/src/publish.ts': REDACTED,
      'actions/migrate/src/report.ts': REDACTED,
      'actions/preview-comment/src/sources.ts': REDACTED,
      'actions/release-notes/src/run.ts': REDACTED,
    },
  },
  'events in the database': {
    shows: /insert into lockstep\.events/,
    files: { 'packages/migrations/src/history/write.ts': /JSON\.stringify\(redactData\(detail\)\)/ },
  },
  'errors as text': { shows: /^export function describe\(/m, files: { 'packages/base/src/errors.ts': REDACTED } },
  secrets: {
    // Masks of the process itself are made of the register alone, so nobody else needs the forms of a secret.
    shows: /\bsecretForms\(/,
    files: { 'packages/base/src/secret-forms.ts': NO_TEXT, 'packages/action-shell/src/edge.ts': /setSecret\(form\)/ },
  },
};

const sources = ['packages', 'actions'].flatMap((kind) =>
  readdirSync(join(root, kind))
    .filter((name) => !['proving-ground', 'workflow-runner'].includes(name))
    .flatMap((name) => filesBelow(join(root, kind, name, 'src'))),
);

function filesBelow(folder: string): readonly { readonly path: string; readonly text: string }[] {
  let names: string[];
  try {
    names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch {
    return [];
  }
  return (
    names
      // What a script wrote is data, in which there may be code of an app.
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.generated.ts'))
      .map((name) => ({
        path: relative(root, join(folder, name)),
        text: readFileSync(join(folder, name), 'utf8').replace(/^import type .*$/gm, ''),
      }))
  );
}

/** Files that let text out and are no door, and doors that let it out as it is. */
function waysAround(
  { shows, files }: Door,
  given: readonly { readonly path: string; readonly text: string }[],
): readonly string[] {
  return given.flatMap(({ path, text }) => {
    if (!shows.test(text)) return [];
    const passes = files[path];
    if (passes === undefined) return [`${path}: lets text out, and is no door`];
    return passes.test(text) ? [] : [`${path}: lets text out as it is`];
  });
}

test.each(Object.entries(DOORS))('no text goes around the door to %s', (_what, door) => {
  expect(waysAround(door, sources)).toEqual([]);
  const there = new Set(sources.filter(({ text }) => door.shows.test(text)).map(({ path }) => path));
  expect(Object.keys(door.files).filter((path) => !there.has(path))).toEqual([]);
});

test('a way around is seen', () => {
  const door = DOORS['requests'] as Door;
  const around = [
    { path: 'packages/notify/src/channels/pager.ts', text: 'await fetch(url, { body })' },
    { path: 'packages/notify/src/exchange.ts', text: 'await world.fetch(call.url, { body: call.body })' },
    { path: 'packages/notify/src/quiet.ts', text: 'nothing' },
  ];
  expect(waysAround(door, around)).toEqual([
    'packages/notify/src/channels/pager.ts: lets text out, and is no door',
    'packages/notify/src/exchange.ts: lets text out as it is',
  ]);
});
