/** Decides what publishing our packages to a registry means, from plain data. Node alone, no dependency. */
import { compareVersions, parseVersion } from './publish-plan.mjs';

/** In the order in which they are published: the command looks for the other one in its own version. */
export const PACKAGES = ['@lockstep-ci/rehearse', '@lockstep-ci/cli'];

/** The first npm that publishes as the workflow that runs it, without a token. */
const OLDEST_NPM = [11, 5, 1];

/**
 * @param tag the release's tag, `v1.2.3`
 * @param changelog as readChangelog gives it
 * @param repository `owner/name`, where the workflow runs
 * @param npm the version of npm
 * @param packages what was packed: `[{ name, version, manifest }]`
 * @param published what the registry has: name → `{ versions, tags }`, or undefined where it has no such package. Of
 *   the version at hand `versions` says whether it holds the same files: version → boolean
 * @returns `[{ name, version, distTag, does }]`; `does` is `publish`, or `nothing` where it is there already. Throws with
 *   all that is in the way, a line each.
 */
export function planNpm({ tag, changelog, repository, npm, packages, published }) {
  const version = parseVersion(tag.replace(/^v/, ''));
  if (version === undefined || !tag.startsWith('v'))
    throw new Error(`${tag}: no tag of a version; run this on one like v1.2.3`);
  const problems = [];
  const newest = changelog.versions[0]?.version.text;
  if (newest !== version.text)
    problems.push(`${tag}: the newest version of CHANGELOG.md is ${newest ?? 'none'}; check out the commit of the tag`);
  if (!isNewEnough(npm))
    problems.push(
      `npm ${npm} cannot publish as a workflow; use ${OLDEST_NPM.join('.')} or later (Node.js 24 brings it)`,
    );
  for (const name of PACKAGES)
    if (!packages.some((one) => one.name === name)) problems.push(`${name}: not packed; run scripts/pack.mjs`);
  const steps = packages.map((one) => planOne(one, { version, repository, problems, found: published.get(one.name) }));
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return PACKAGES.map((name) => steps.find((step) => step.name === name));
}

function planOne({ name, version: packed, manifest }, { version, repository, problems, found }) {
  if (!PACKAGES.includes(name)) problems.push(`${name}: none of ours; delete its tarball`);
  if (packed !== version.text)
    problems.push(`${name}: packed as ${packed}, not as ${version.text}; run scripts/pack.mjs with that version`);
  for (const problem of manifestProblems(manifest, repository)) problems.push(`${name}: package.json: ${problem}`);
  if (found === undefined)
    problems.push(
      `${name}: the registry has no such package yet, and only a person can publish its first version; see docs/releasing.md`,
    );
  const isThere = found?.versions.get(version.text);
  if (isThere === false)
    problems.push(
      `${name}: ${version.text} is published with other files; a number is never used twice: release the next one`,
    );
  const others = [...(found?.versions.keys() ?? [])].flatMap((text) => parseVersion(text) ?? []);
  const distTag = distTagOf(version, others);
  return { name, version: version.text, distTag, does: isThere === true ? 'nothing' : 'publish' };
}

/** What users get who name no version: never a candidate, never an older line. */
export function distTagOf(version, published) {
  if (version.candidate !== undefined) return 'next';
  const later = published.filter((other) => other.candidate === undefined && compareVersions(other, version) > 0);
  // Not v1: npm refuses a tag that reads like a range of versions.
  return later.length === 0 ? 'latest' : `latest-${version.major}`;
}

/** What a registry or its users need of a package.json. */
export function manifestProblems(manifest, repository) {
  const url = manifest.repository?.url;
  const wanted = `git+https://github.com/${repository}.git`;
  const scripts = ['preinstall', 'install', 'postinstall', 'prepare'].filter(
    (name) => name in (manifest.scripts ?? {}),
  );
  return [
    ...(manifest.private === true ? ['private; scripts/pack.mjs makes what is published'] : []),
    ...(url === wanted ? [] : [`repository.url is ${url ?? 'missing'}; the provenance needs ${wanted}`]),
    ...(manifest.license === 'MIT' ? [] : ['license is not MIT']),
    ...(manifest.engines?.node === undefined ? ['engines.node is missing'] : []),
    ...(manifest.publishConfig?.access === 'public' ? [] : ['publishConfig.access is not public']),
    ...(Object.keys(manifest.dependencies ?? {}).length === 0 ? [] : ['it has dependencies; all of it is bundled']),
    ...(scripts.length === 0 ? [] : [`it runs ${scripts.join(', ')} where it is installed`]),
  ];
}

/**
 * How the files of a tarball differ from the tree that it says it is made of; [] where they do not. Both: path → digest.
 * `made` are paths that packing makes and the tree does not have.
 */
export function compareFiles(packed, tree, made) {
  const paths = [...new Set([...packed.keys(), ...tree.keys()])].sort();
  return paths.flatMap((path) => {
    if (made.some((one) => one.test(path))) return [];
    if (!packed.has(path)) return [`${path} is missing`];
    if (!tree.has(path)) return [`${path} is in no folder of the tree`];
    return packed.get(path) === tree.get(path) ? [] : [`${path} is not what the tree has`];
  });
}

/** What of a step is not so after it, read back from the registry; [] where all is. */
export function readBackProblems({ name, version, distTag }, found) {
  if (found?.versions.get(version) !== true)
    return [
      `${name}@${version}: published, and the registry does not show it with these files; look before you run it again`,
    ];
  const at = found.tags[distTag];
  return [
    ...(at === version
      ? []
      : [`${name}: the tag ${distTag} is at ${at ?? 'nothing'}; run: npm dist-tag add ${name}@${version} ${distTag}`]),
    ...(found.attested.has(version) ? [] : [`${name}@${version}: published without provenance`]),
  ];
}

function isNewEnough(npm) {
  const parts = npm.split('.').map((part) => Number.parseInt(part, 10));
  const at = OLDEST_NPM.findIndex((wanted, nth) => wanted !== parts[nth]);
  return at < 0 || parts[at] > OLDEST_NPM[at];
}
