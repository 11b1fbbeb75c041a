/**
 * What did not run, a line each: how many by sampling, and of the others in which file and what they need. Pure.
 *
 * @param {readonly { file: string, skipped: number, source: string }[]} files how many tests of a file were skipped
 * @param {readonly string[]} lines what the tests said: `tests of FILE: 3 of 16 cases (…)`
 * @returns {string[]}
 */
export function skippedLines(files, lines) {
  const sampled = new Map();
  for (const line of lines) {
    const [, file = '', ran, all] = /^tests of (\S+): (\d+) of (\d+) cases/.exec(line) ?? [];
    if (file !== '') sampled.set(file, (sampled.get(file) ?? 0) + Number(all) - Number(ran));
  }
  const counted = files.map(({ file, skipped, source }) => {
    const bySampling = Math.min(skipped, sampled.get(file) ?? 0);
    return { file, bySampling, others: skipped - bySampling, needs: needsOf(source) };
  });
  const total = counted.reduce((sum, { bySampling }) => sum + bySampling, 0);
  const inFiles = counted.filter(({ bySampling }) => bySampling > 0).length;
  return [
    ...(total > 0 ? [`skipped: ${total} in ${inFiles} files by sampling; LOCKSTEP_FAULTS=all runs all`] : []),
    ...counted
      .filter(({ others }) => others > 0)
      .map(({ file, needs, others }) => `skipped: ${others} in ${file}: ${needs || 'the file says what they need'}`),
  ];
}

/** What a test may do, and what it is given, need nothing of the machine. */
const SETTINGS = /^LOCKSTEP_(?:FAULTS|SEED|TURN|WRITE|RECORD|POSTGRES|SCRATCH_URL|DRILL_SECRET)$/;

function needsOf(source) {
  const named = [...source.matchAll(/process\.env\[?\.?'?(LOCKSTEP_[A-Z_]+)/g)].map(([, name = '']) => name);
  const needed = [...new Set(named)].filter((name) => !SETTINGS.test(name));
  return needed.length === 0 ? '' : `they need ${needed.join(', ')}`;
}
