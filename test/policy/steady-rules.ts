/** Less is no generous end: a machine with other work to do is easily ten times as slow. */
const GENEROUS_MS = 30_000;
/** In the line above: why what comes hangs on real time, and why no verdict does. */
const EXPLAINED = /^\s*\/\/ Real time: \S/;

const PAUSE =
  /await (?:new Promise(?:<void>)?\(\((\w+)\) => (?:void )?setTimeout\(\1, [\d_]+\)\)|(?:pause|sleep|systemClock\.sleep)\([\d_]+\))/;
const LOOP = /\b(?:while|for) (?:await )?\(/;
/** A loop that looks at something is so short. */
const LOOP_LINES = 4;
const BOUND = /expect\((.+)\)\s*\.toBeLessThan(?:OrEqual)?\(([\d_]+)\)/;
/** The end that every test has by jest.config.mjs; a limit of its own may only be later. */
const TEST_MS = 120_000;
/** Of a file, and of a test or a hook: what it calls after a time of its own is shorter. */
const LIMIT = /\bjest\.setTimeout\(([\d_]+)\)|^\s*\}, (\d{2,3}_000)\);$/;
const ELAPSED = /\b(?:Date|performance)\.now\(\) - /;

/**
 * Where a test's verdict hangs on real time, as far as text can tell: an upper bound on what something took, a pause
 * after which something is expected to have happened, and a limit that is shorter than that of all tests. A test waits for what it needs, with a generous end.
 *
 * @returns one `line: message` each
 */
export function unsteady(text: string): string[] {
  const lines = text.split('\n');
  const measured = new Set(
    lines.flatMap((line) => {
      const [, name] = /\bconst (\w+) = (?:Date|performance)\.now\(\) - /.exec(line) ?? [];
      return name === undefined ? [] : [name];
    }),
  );
  return lines.flatMap((line, at) => {
    const above = lines[at - 1] ?? '';
    if (EXPLAINED.test(above)) return [];
    const [, what = '', most = ''] = BOUND.exec(line) ?? [];
    if ((ELAPSED.test(what) || measured.has(what)) && Number(most.replaceAll('_', '')) < GENEROUS_MS)
      return [`${at + 1}: expects real time to be short`];
    const [, ofFile, ofTest] = LIMIT.exec(line) ?? [];
    if (Number((ofFile ?? ofTest ?? '').replaceAll('_', '') || TEST_MS) < TEST_MS)
      return [`${at + 1}: ends a test before the limit of all`];
    const loop = lines.slice(Math.max(0, at - LOOP_LINES), at + 1).some((near) => LOOP.test(near));
    if (PAUSE.test(line) && !loop) return [`${at + 1}: pauses, and hopes`];
    return [];
  });
}
