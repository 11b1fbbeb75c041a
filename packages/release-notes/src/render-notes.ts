import { count, inlineText, linkTarget, markdownTable } from '@lockstep/base';
import type { Section } from './categories.ts';
import type { Change } from './changes.ts';
import type { NotedCommit } from './commit-range.ts';
import type { NotedMigration } from './migration-files.ts';
import type { Notes } from './notes.ts';
import type { Person } from './people.ts';

/** How many lines of each list are shown, from all to none, until it fits. */
const STEPS = [Infinity, 200, 100, 50, 25, 10, 5, 0];

/**
 * The notes as GitHub Markdown in at most `limit` characters: lists are cut, each with how much is missing. Nothing in
 * the titles or names of others can mention, format or link by itself.
 */
export function renderNotes(notes: Notes, limit: number): string {
  let text = '';
  for (const most of STEPS) {
    text = compose(notes, most);
    if (text.length <= limit) return text;
  }
  return `${text.slice(0, text.lastIndexOf('\n', limit - 2))}\n…`;
}

/** One plain line: `12 changes, 2 migrations, 1 without a down migration`. */
export function headline({ gained, lost, migrations, direction }: Notes): string {
  if (direction === 'first') return 'first release';
  if (direction === 'none') return 'no changes';
  const [added, removed] = [changesIn(gained).length, changesIn(lost).length];
  const withoutDown = [...migrations.gained, ...migrations.lost].filter((one) => one.down.kind === 'none').length;
  const files = migrations.gained.length + migrations.lost.length;
  return [
    added > 0 || removed === 0 ? count(added, 'change') : '',
    removed > 0 ? `${count(removed, 'change')} rolled back` : '',
    files > 0
      ? `${count(files, 'migration')}${withoutDown > 0 ? `, ${withoutDown} without a down migration` : ''}`
      : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** Every change as a plain line, without markup: those that are added, then those that are rolled back. */
export function changeLines({ gained, lost }: Notes): string[] {
  const line = (change: Change) => `${change.title.replace(/\s+/g, ' ')} (${change.reference})`;
  return [...changesIn(gained).map(line), ...changesIn(lost).map((change) => `rolled back: ${line(change)}`)];
}

function compose(notes: Notes, most: number): string {
  const { migrations, url, to } = notes;
  const blocks = [
    `## ${titleOf(notes)}`,
    summaryOf(notes),
    ...notes.gained.map((section) => sectionBlock(section, most)),
    migrationBlock('Migrations', migrations.gained, to, most),
    ...(notes.lost.length > 0 && notes.direction === 'both' ? ['## Rolled back'] : []),
    ...notes.lost.map((section) => sectionBlock(section, most)),
    migrationBlock('Migrations that are rolled back', lostFirst(migrations.lost), notes.from ?? to, most),
    editedBlock(migrations.edited, most),
    peopleBlock(notes.contributors, most),
    notes.caveats.map((caveat) => `> ${caveat}`).join('\n'),
    most === Infinity || url === '' ? '' : `Shortened; [the comparison on GitHub](${linkTarget(url)}) has everything.`,
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** A rollback goes from the newest to the oldest. */
function lostFirst(migrations: readonly NotedMigration[]): NotedMigration[] {
  return [...migrations].reverse();
}

function titleOf({ direction, environment, service }: Notes): string {
  const place = [environment, service].filter((part) => part !== '').map((part) => inlineText(part));
  const where = place.length === 0 ? '' : ` in ${place.join(' / ')}`;
  switch (direction) {
    case 'first':
      return `First release${where}`;
    case 'none':
      return `No changes${where}`;
    case 'back':
      return `Rolled back${where}`;
    case 'forward':
    case 'both':
      return `Changes${where}`;
  }
}

function summaryOf(notes: Notes): string {
  const { from, to, url } = notes;
  if (from === undefined) return `${commitLink(to)}. No earlier release is known.`;
  if (from.sha === to.sha) return `${commitLink(to)} is already live.`;
  return `From ${commitLink(from)} to ${commitLink(to)}: [${headline(notes)}](${linkTarget(url)}).`;
}

function sectionBlock({ title, changes }: Section, most: number): string {
  return [`### ${inlineText(title)}`, '', ...shortened(changes.map(changeLine), most, 'change')].join('\n');
}

function changeLine(change: Change): string {
  const scope = change.scope === '' ? '' : `**${inlineText(change.scope, 50)}:** `;
  const by = change.author.isBot ? '' : ` by ${personLink(change.author)}`;
  const line = `- ${scope}${inlineText(change.title)} ([${change.reference}](${linkTarget(change.url)}))${by}`;
  const breaks = change.breaking.filter((text) => text !== change.title).map((text) => `  - ${inlineText(text, 500)}`);
  return [line, ...breaks].join('\n');
}

function migrationBlock(title: string, migrations: readonly NotedMigration[], at: NotedCommit, most: number): string {
  if (migrations.length === 0) return '';
  const rows = migrations.map(({ path, down }) => [fileLink(path, at), downCell(down, at)]);
  const shown = rows.slice(0, most);
  const rest = rows.length - shown.length;
  const table = shown.length === 0 ? [] : [markdownTable(['migration', 'down migration'], shown)];
  return [`### ${title}`, '', ...table, ...(rest > 0 ? ['', `… and ${count(rest, 'more migration')}`] : [])].join('\n');
}

function downCell(down: NotedMigration['down'], at: NotedCommit): string {
  switch (down.kind) {
    case 'file':
      return fileLink(down.path, at);
    case 'same-file':
      return 'in the same file';
    case 'none':
      return '**none**';
    case 'unknown':
      return 'not known';
  }
}

function editedBlock(paths: readonly string[], most: number): string {
  if (paths.length === 0) return '';
  const lines = shortened(
    paths.map((path) => `- ${inlineText(path)}`),
    most,
    'file',
  );
  return ['### Migrations edited after their release', '', ...lines].join('\n');
}

function peopleBlock(people: readonly Person[], most: number): string {
  if (people.length === 0) return '';
  const shown = people.slice(0, Math.max(most, 20)).map(personLink);
  const rest = people.length - shown.length;
  return `### Contributors\n\n${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

function shortened(lines: readonly string[], most: number, one: string): string[] {
  const shown = lines.slice(0, most);
  const rest = lines.length - shown.length;
  return rest === 0 ? [...shown] : [...shown, `- … and ${count(rest, `more ${one}`)}`];
}

function commitLink(commit: NotedCommit): string {
  return `[\`${commit.sha.slice(0, 7)}\`](${linkTarget(commit.url)})`;
}

/** The file as it is at a commit, beside the page of which its own page is. */
function fileLink(path: string, at: NotedCommit): string {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  const name = path.slice(path.lastIndexOf('/') + 1);
  return `[${inlineText(name)}](${linkTarget(at.url.replace(/\/commit\/[0-9a-f]+$/, `/blob/${at.sha}/${encoded}`))})`;
}

function personLink({ login, name, url }: Person): string {
  if (login === '') return inlineText(name === '' ? 'unknown author' : name, 50);
  return url === '' ? inlineText(login, 50) : `[${inlineText(login, 50)}](${linkTarget(url)})`;
}

function changesIn(sections: readonly Section[]): Change[] {
  return sections.flatMap((section) => section.changes);
}
