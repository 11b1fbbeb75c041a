/**
 * What the reusable workflows ask for, as Markdown from their YAML: their contracts, and what each of their jobs may do
 * and sees.
 */
import { parseDocument } from 'yaml';
import { reusableWorkflows } from './pin-references.mjs';

const INTRODUCTION = `# The reusable workflows

<!-- written by scripts/docs.mjs from .github/workflows; do not edit -->

Call them as \`uses: lockstep-ci/lockstep/.github/workflows/NAME@v1\`, with secrets by their names and with the permissions
listed here: a called workflow may do at most what its caller grants. The [starters](../workflows-templates) do all that,
[pictures](workflows.md) show the steps, and [Permissions and secrets](permissions-and-secrets.md) gives the reasons.

An output is empty if its job did not reach it, and also if GitHub dropped it because a line of a secret occurs in it
([why](permissions-and-secrets.md#what-a-line-of-a-secret-does-to-outputs)): an empty \`verdict\` is unknown, never pass.
`;

/** The page of all of them. Throws where something has no description. */
export function referencePage() {
  return [INTRODUCTION, ...[...reusableWorkflows()].map(([name, text]) => sectionOf(name, text))].join('\n');
}

export function sectionOf(name, text) {
  const { on, jobs } = parseDocument(text).toJS();
  const { inputs = {}, secrets = {}, outputs = {} } = on.workflow_call ?? {};
  const described = (kind, key, { description }) => {
    if (typeof description !== 'string' || description.trim() === '')
      throw new Error(`${name}: the ${kind} ${key} has no description`);
    return cell(description);
  };
  return [
    `## ${name}`,
    '',
    introduction(text),
    '',
    `Permissions: ${listed(granted(jobs))}.`,
    '',
    ...table(['input', 'meaning', 'type', 'default'], inputs, ([key, input]) => [
      `\`${key}\``,
      described('input', key, input) + (input.required === true ? ' **Required.**' : ''),
      input.type,
      input.default === undefined || input.default === '' ? '' : `\`${cell(String(input.default))}\``,
    ]),
    ...table(['secret', 'meaning'], secrets, ([key, secret]) => [
      `\`${key}\``,
      described('secret', key, secret) + (secret.required === true ? ' **Required.**' : ''),
    ]),
    ...table(['output', 'meaning'], outputs, ([key, output]) => [`\`${key}\``, described('output', key, output)]),
  ].join('\n');
}

/** What each job of the reusable workflows may do, and why; its environment, and the secrets that it sees. */
export function jobsTable() {
  const rows = [...reusableWorkflows()].flatMap(([name, text]) => {
    const document = parseDocument(text);
    const jobs = /** @type {import('yaml').YAMLMap<any, any>} */ (document.get('jobs'));
    return jobs.items.map(({ key, value: job }) => jobRow(name, key.value, job));
  });
  return markdown(['workflow', 'job', 'GitHub environment', "GITHUB_TOKEN's permissions", 'secrets'], rows);
}

function jobRow(name, id, job) {
  const { environment, permissions } = job.toJSON();
  const why = (job.get('permissions')?.items ?? []).map(
    ({ key, value }) => `\`${key.value}: ${value.value}\`${value.comment ? ` (${value.comment.trim()})` : ''}`,
  );
  if (permissions === undefined) throw new Error(`${name}: job ${id} does not say what it may do`);
  const names = new Set([...String(job).matchAll(/\bsecrets\.([A-Z0-9_]+)/g)].map(([, secret]) => `\`${secret}\``));
  const where = typeof environment === 'object' ? environment.name : environment;
  return [
    `[\`${name}\`](workflows-reference.md#${anchor(name)})`,
    `\`${id}\``,
    where === undefined
      ? ''
      : cell(
          String(where)
            .replace(/\$\{\{ ?inputs\.([\w-]+) ?\}\}/g, '`$1`')
            .replace(/\$\{\{ ?(.*?) ?\}\}/g, '`$1`'),
        ),
    why.length === 0 ? 'none' : why.join(', '),
    [...names].join(', '),
  ];
}

function anchor(name) {
  return name.replace('.', '');
}

/** The most that any of its jobs asks for. */
function granted(jobs) {
  const rank = ['none', 'read', 'write'];
  const all = {};
  for (const { permissions = {} } of Object.values(jobs))
    for (const [what, level] of Object.entries(permissions))
      if (rank.indexOf(level) > rank.indexOf(all[what] ?? 'none')) all[what] = level;
  return Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1));
}

function listed(permissions) {
  return permissions.length === 0 ? 'none' : permissions.map(([what, level]) => `\`${what}: ${level}\``).join(', ');
}

/** The comment at the file's head, its lists of jobs as they stand there. */
function introduction(text) {
  const comment = /^(?:#.*\n)*/.exec(text)?.[0] ?? '';
  return comment
    .replace(/^# ?/gm, '')
    .trim()
    .replace(/^ {2}(\S+) {2,}(.*)$/gm, '- `$1`: $2');
}

function table(head, members, row) {
  const rows = Object.entries(members).map(row);
  return rows.length === 0 ? [] : [markdown(head, rows), ''];
}

function markdown(head, rows) {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function cell(text) {
  return text
    .trim()
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\|/g, '\\|');
}
