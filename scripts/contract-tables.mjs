/**
 * The tables of an action's README: its inputs in groups, its outputs, its reasons. Groups and examples are comments in
 * action.yml, types are in src/inputs.ts, reasons in src/reasons.ts.
 */
import { parseDocument } from 'yaml';

/** The groups of inputs, in the order in which a reader needs them. */
export const GROUPS = {
  Needed: 'What it cannot do without.',
  Common: 'What most callers decide.',
  Tuning: 'Good as they are for most; limits, times and formats.',
  Access: 'Tokens, endpoints and where records are kept.',
  Internal: 'Set by the action itself; leave them alone.',
};

/**
 * Group and example of each input, from the comments above it: `# Common` begins a group, `# Example: VALUE` is of the
 * next input. Throws where an input has no group.
 */
export function inputNotes(text, name) {
  const inputs = /** @type {import('yaml').YAMLMap<import('yaml').Scalar>} */ (parseDocument(text).get('inputs'));
  const notes = {};
  let group;
  for (const [index, { key }] of (inputs?.items ?? []).entries()) {
    const comment = [index === 0 ? inputs.commentBefore : undefined, key.commentBefore].filter(Boolean).join('\n');
    let example;
    for (const line of comment
      .split('\n')
      .map((one) => one.trim())
      .filter(Boolean)) {
      if (line.startsWith('Example: ')) example = line.slice('Example: '.length);
      else if (line in GROUPS) group = line;
    }
    if (group === undefined) throw new Error(`actions/${name}/action.yml: no group is above "${key.value}"`);
    notes[key.value] = { group, example };
  }
  return notes;
}

/** One table for each group of inputs, and one of the outputs. */
export function contractOf({ manifest, text, shape, name }) {
  const notes = inputNotes(text, name);
  const inputs = Object.entries(manifest.inputs ?? {});
  const blocks = Object.keys(GROUPS).flatMap((group) => {
    const rows = inputs.filter(([key]) => notes[key].group === group);
    if (rows.length === 0) return [];
    return [
      `### ${group}`,
      '',
      `${GROUPS[group]}`,
      '',
      ...table(
        ['input', 'type', 'default', 'example', 'meaning'],
        rows.map(([key, input]) => [
          `\`${key}\``,
          shape[key].type,
          code(input.default),
          code(exampleFor(key, notes[key], shape[key], name)),
          described(input, key, name),
        ]),
      ),
      '',
    ];
  });
  const outputs = table(
    ['output', 'meaning'],
    Object.entries(manifest.outputs ?? {}).map(([key, output]) => [`\`${key}\``, described(output, key, name)]),
  );
  return ['', ...blocks, '### Outputs', '', ...outputs, ''].join('\n');
}

/** The example of action.yml, or one that the type suggests. Throws where a reader would have to guess. */
function exampleFor(key, { group, example }, field, name) {
  const shown = example ?? exampleOf(field, key);
  if (shown === undefined && group !== 'Internal')
    throw new Error(`actions/${name}/action.yml: "${key}" has no example: write "# Example: VALUE" above it`);
  return shown;
}

/** What needs no example of its own: the other value of a switch, a word that is not the default, a secret's name. */
function exampleOf({ type, default: byDefault, parse }, key) {
  if (type === 'boolean') return byDefault === 'true' ? 'false' : 'true';
  if (type === 'secret') return byDefault ?? `\${{ secrets.${key.toUpperCase().replaceAll('-', '_')} }}`;
  if (type === 'duration') return byDefault ?? '10m';
  if (byDefault !== undefined && byDefault !== '' && !type.startsWith('`')) return byDefault;
  const words = [...type.matchAll(/`([^`]*)`/g)].map(([, word]) => word);
  const other = words.find((word) => word !== byDefault && parse(word).ok);
  return other;
}

function described(item, key, name) {
  if (typeof item.description !== 'string' || item.description.trim() === '') {
    throw new Error(`actions/${name}/action.yml: "${key}" has no description`);
  }
  return item.description.trim();
}

/** The rows of an action's reasons: those of its own, then those of its gates, then what the post step says. */
export function reasonRows(reasons) {
  return Object.entries(reasons).flatMap(([code, entry]) =>
    all(entry.step ?? 'main').map((step) => ({
      code,
      step,
      verdict: all(entry.verdict).join(' or '),
      meaning: entry.meaning,
      remedy: entry.remedy,
    })),
  );
}

const STEPS = {
  main: 'The step itself',
  gate: 'A gate within the step',
  post: 'The post step, at the end of the job',
};

export function reasonsOf(reasons) {
  const rows = reasonRows(reasons);
  return Object.entries(STEPS)
    .filter(([step]) => rows.some((row) => row.step === step))
    .flatMap(([step, title]) => [
      `${title}:`,
      '',
      ...table(
        ['reason', 'verdict', 'meaning', 'what to do'],
        rows
          .filter((row) => row.step === step)
          .map(({ code: one, verdict, meaning, remedy }) => [`\`${one}\``, verdict, meaning, remedy]),
      ),
      '',
    ])
    .join('\n');
}

export function table(head, rows) {
  const line = (cells) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)];
}

function cell(text) {
  return text.replace(/\s*\n\s*/g, ' ').replace(/(?<!\\)\|/g, '\\|');
}

function code(value) {
  return value === undefined || value === '' ? '' : `\`${String(value)}\``;
}

function all(one) {
  return Array.isArray(one) ? one : [one];
}
