/**
 * The parts of a bundle that are loaded when they are needed: named for what is imported there, instead of by a number
 * that changes with every import elsewhere; and one file for all bundles that have the same one.
 */

/** The folder below dist/ for what several bundles have alike. */
export const SHARED = 'shared';
const SUFFIX = '.chunk.js';

/**
 * What webpack calls each part, and what it is called here: `945.index.js` → `pg.chunk.js`. `packageOf` gives the package
 * that a part is made of, where it holds nothing of ours: by that it has the same name in each bundle that splits it off,
 * whatever asks for it there.
 * @param {Iterable<any>} chunks
 * @param {(chunk: any) => string | undefined} packageOf
 */
export function chunkNames(chunks, packageOf = () => undefined) {
  const named = [...chunks].flatMap((chunk) => {
    const requests = [...chunk.groupsIterable].flatMap((group) => group.origins.map((origin) => origin.request));
    const isSplit = chunk.name === undefined;
    const own = nameOf(requests.filter(Boolean), isSplit);
    const whole = isSplit ? packageOf(chunk) : undefined;
    return [...chunk.files]
      .filter((file) => /^\d+\.index\.js$/.test(file))
      .map((file) => ({ file, own, name: whole === undefined ? own : nameOf([whole], isSplit) }));
  });
  const isTwice = (name) => named.filter((other) => other.name === name).length > 1;
  const names = new Map(named.map(({ file, name, own }) => [file, isTwice(name) ? own : name]));
  const taken = [...names.values()];
  const twice = taken.find((name, nth) => taken.indexOf(name) !== nth);
  if (twice !== undefined) throw new Error(`two parts of a bundle would be called ${twice}`);
  return names;
}

/** `isSplit`: webpack took it out of several parts, or out of a large one. */
function nameOf(requests, isSplit) {
  const words = [...new Set(requests)].sort().map((request) =>
    request
      .replace(/\.[cm]?js$/, '')
      .replace(/^(\.\/|@lockstep\/|@)/, '')
      .split('/')
      .filter((part) => !['dist', 'lib', 'wasm', 'index'].includes(part))
      .filter((part, nth, all) => part !== all[nth - 1])
      .join('-'),
  );
  return `${words.join('+')}${isSplit ? '.common' : ''}${SUFFIX}`;
}

const FILE_NAME = /return "" \+ chunkId \+ "\.index\.js";/;

/** The entry of a bundle, which asks for its parts by these names. */
export function withNames(code, names) {
  if (names.size === 0) return code;
  if (!FILE_NAME.test(code)) throw new Error('ncc names the parts of a bundle in another way by now');
  const byId = Object.fromEntries([...names].map(([file, name]) => [file.slice(0, -'.index.js'.length), name]));
  return code.replace(FILE_NAME, () => `return (${JSON.stringify(byId)})[chunkId];`);
}

/**
 * Takes out of the bundles (name → path → bytes) what two or more of them have alike, byte by byte, what is alike in
 * `standing` (path → bytes: the files of dist/shared, where not every bundle is built), and all of `always`; the entries
 * ask for it in dist/shared from then on. Returns what belongs into that folder. Where the same part is there in more than
 * one form, what most bundles have keeps its name, and each other form is called after the first bundle that has it.
 */
export function share(bundles, always, standing = new Map()) {
  const shared = new Map();
  const paths = new Set([...bundles.values()].flatMap((files) => [...files.keys()]));
  for (const path of [...paths].filter((each) => each.endsWith(SUFFIX) || always.includes(each)).sort())
    for (const { bytes, owners, place } of placesOf(path, bundles, standing)) {
      const isKnown = standing.get(place)?.equals(bytes) === true;
      // Another one in the place of one that stands waits for the whole build.
      if (!isKnown && (standing.has(path) || (owners.length < 2 && !(always.includes(path) && place === path))))
        continue;
      shared.set(place, bytes);
      for (const name of owners) move(bundles.get(name), path, place);
    }
  return shared;
}

/** Each form that a part has: its bytes, the bundles that have it, and what it is called where they share it. */
function placesOf(path, bundles, standing) {
  const forms = [];
  for (const [name, files] of [...bundles].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const bytes = files.get(path);
    if (bytes === undefined) continue;
    const known = forms.find((form) => form.bytes.equals(bytes));
    if (known === undefined) forms.push({ bytes, owners: [name] });
    else known.owners.push(name);
  }
  return forms
    .toSorted((a, b) => b.owners.length - a.owners.length)
    .map((form, nth) => {
      const own = nth === 0 ? path : path.replace(SUFFIX, `.${form.owners[0]}${SUFFIX}`);
      const [stands] = [...standing].find(([place, bytes]) => isFormOf(place, path) && bytes.equals(form.bytes)) ?? [
        own,
      ];
      return { ...form, place: stands };
    });
}

/** `transport.chunk.js`, or `transport.approval.chunk.js`. */
function isFormOf(place, path) {
  return place === path || (place.endsWith(SUFFIX) && place.startsWith(`${path.slice(0, -SUFFIX.length)}.`));
}

function move(files, path, place) {
  files.delete(path);
  if (!path.endsWith(SUFFIX)) return;
  for (const [file, bytes] of files) {
    if (!file.endsWith('.js')) continue;
    const code = bytes.toString('utf8');
    if (code.includes(`"${path}"`))
      files.set(file, Buffer.from(code.replaceAll(`"${path}"`, `"../${SHARED}/${place}"`)));
  }
}
