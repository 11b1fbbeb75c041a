/** Decides what publishing the newest version of CHANGELOG.md means, from plain data. Node alone, no dependency. */

/** `1.2.3`, or `1.2.3-rc.1` for one that no moving tag follows. */
const VERSION = /^(\d+)\.(\d+)\.(\d+)(?:-rc\.(\d+))?$/;

export function parseVersion(text) {
  const match = VERSION.exec(text);
  if (match === null) return undefined;
  const [major, minor, patch] = match.slice(1, 4).map(Number);
  return { text, major, minor, patch, candidate: match[4] === undefined ? undefined : Number(match[4]) };
}

/** A candidate comes before the version it is one of. */
export function compareVersions(a, b) {
  const rank = ({ major, minor, patch, candidate }) => [major, minor, patch, candidate ?? Infinity];
  const [left, right] = [rank(a), rank(b)];
  const at = left.findIndex((value, n) => value !== right[n]);
  return at < 0 ? 0 : left[at] - right[at];
}

/** The versions of a changelog, newest first, each with its date and its text. Throws where it breaks its form. */
export function readChangelog(text) {
  const [head, ...parts] = text.split(/^## /m);
  if (!/^# /.test(head)) throw new Error('CHANGELOG.md: expected a title "# …" in its first line');
  const entries = parts.map((part) => {
    const [title, ...body] = part.split('\n');
    return { title: title.trim(), notes: body.join('\n').trim() };
  });
  const unreleased = entries[0]?.title === 'Unreleased' ? entries.shift() : undefined;
  const versions = entries.map(({ title, notes }) => {
    const [, version = '', date = ''] = /^(\S+) - (\d{4}-\d\d-\d\d)$/.exec(title) ?? [];
    const parsed = parseVersion(version);
    if (parsed === undefined) throw new Error(`CHANGELOG.md: expected "## 1.2.3 - 2026-01-31", got "## ${title}"`);
    if (notes === '') throw new Error(`CHANGELOG.md: ${version} says nothing`);
    return { version: parsed, date, notes };
  });
  return { unreleased: unreleased?.notes ?? '', versions };
}

/**
 * @param changelog as readChangelog gives it
 * @param tags the remote's tags: name → commit, Map
 * @param commit what is to be published
 * @param branch where the workflow runs: `main`, or `release/v1` for an older line
 * @returns `{ version, tag, move, isLatest, prerelease, notes, done }`. `move`: the moving tag with where it is and
 *   goes to, undefined where it stays. `done`: whether the tag is there already, after a run that ended half-way.
 */
export function planPublish({ changelog, tags, commit, branch }) {
  const [newest] = changelog.versions;
  if (newest === undefined) throw new Error('CHANGELOG.md: no version in it; write one above the older ones');
  if (changelog.unreleased !== '')
    throw new Error(
      'CHANGELOG.md: there are unreleased changes; put them under the version, or leave them for the next',
    );
  const { version } = newest;
  const line = `v${version.major}`;
  if (branch !== 'main' && branch !== `release/${line}`)
    throw new Error(`${version.text} is published from main, or from release/${line}, not from ${branch}`);

  const tag = `v${version.text}`;
  const found = tags.get(tag);
  if (found !== undefined && found !== commit)
    throw new Error(`${tag} is published already, at ${found}; write the next version into CHANGELOG.md`);
  const others = [...tags.keys()]
    .flatMap((name) => (name.startsWith('v') ? (parseVersion(name.slice(1)) ?? []) : []))
    .filter((other) => other.text !== version.text);
  if (found === undefined) requireNext(version, others);

  const isNewest = (rivals) => rivals.every((other) => compareVersions(other, version) < 0);
  const prerelease = version.candidate !== undefined;
  const final = others.filter((other) => other.candidate === undefined);
  const leads = !prerelease && isNewest(final.filter((other) => other.major === version.major));
  const at = tags.get(line);
  return {
    version: version.text,
    tag,
    done: found !== undefined,
    move: leads && at !== commit ? { tag: line, from: at, to: commit } : undefined,
    isLatest: !prerelease && isNewest(final),
    prerelease,
    notes: newest.notes,
  };
}

/** No version is left out: a gap is a typing mistake, or a tag that was deleted. */
function requireNext(version, others) {
  const final = others.filter((other) => other.candidate === undefined).sort(compareVersions);
  const before = final.filter((other) => other.major === version.major).at(-1);
  const { major, minor, patch } = before ?? {};
  const first = final.length === 0 ? ['0.1.0', '1.0.0'] : [`${final.at(-1).major + 1}.0.0`];
  const next = before === undefined ? first : [`${major}.${minor}.${patch + 1}`, `${major}.${minor + 1}.0`];
  const base = version.text.replace(/-rc\.\d+$/, '');
  if (!next.includes(base))
    throw new Error(
      `${version.text} does not follow ${before?.text ?? 'what is published'}; expected ${next.join(' or ')}`,
    );
  const later = others.find((other) => other.text.startsWith(`${base}-rc.`) && compareVersions(other, version) > 0);
  if (later !== undefined) throw new Error(`${version.text} comes after ${later.text}, which is published`);
}

/** Where the moving tag goes when a version is taken back. Throws where that is no published version of its line. */
export function planMove({ tags, line, version }) {
  const parsed = parseVersion(version.replace(/^v/, ''));
  const to = tags.get(`v${parsed?.text}`);
  if (parsed === undefined || to === undefined || parsed.candidate !== undefined)
    throw new Error(`${version}: no published version`);
  if (line !== `v${parsed.major}`) throw new Error(`${line} cannot lead to ${version}: it is another line`);
  return { tag: line, from: tags.get(line), to };
}
