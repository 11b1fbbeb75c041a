#!/usr/bin/env node
/**
 * Measures by simulation what the health gate claims of itself, and exits 1 where a claim does not hold. The rules
 * under test are the gate's own, fed with generated answers; the seed is fixed, so every run says the same.
 *
 *   node test/bench/health.mjs            after `node scripts/build.mjs health-gate`
 *   node test/bench/health.mjs --quick    a tenth of the trials
 */
import {
  compareAt,
  errorSamples,
  FALSE_ALARM,
  findableDelta,
  looksOf,
  POWER,
} from '../../packages/health/lib/compare/comparison.js';
import { endingAt, observe, openGate } from '../../packages/health/lib/gate.js';

const scale = process.argv.includes('--quick') ? 0.1 : 1;
const random = generator(20_260_101);
const rows = [];

const like = { ratio: 1, errors: 0 };
const byDefault = { samples: 60, maxLatencyRatio: 1.5, minLatencyDeltaMs: 10, maxErrorDelta: findableDelta(60) };
const forTwoPoints = { ...byDefault, samples: errorSamples(0.02), maxErrorDelta: 0.02 };
const level = 2 * FALSE_ALARM;

comparison('identical builds fail', 1000, byDefault, like, like, 'fail', ['≤', level]);
comparison('identical builds pass', 1000, byDefault, like, like, 'pass', ['≥', 0.9]);
comparison('identical builds with 1 % errors fail', 1000, byDefault, flawed(0.01), flawed(0.01), 'fail', ['≤', level]);
comparison('1.5× slower fails', 1000, byDefault, { ...like, ratio: 1.5 }, like, 'fail', ['≥', POWER]);
comparison('1.5× slower passes', 1000, byDefault, { ...like, ratio: 1.5 }, like, 'pass', ['≤', 0.1]);
comparison('2 points more errors fail', 1000, forTwoPoints, flawed(0.02), like, 'fail', ['≥', POWER]);
comparison('2 points more errors pass', 1000, forTwoPoints, flawed(0.02), like, 'pass', ['≤', 0.1]);
comparison('identical, judged for 2 points, fail', 1000, forTwoPoints, flawed(0.005), flawed(0.005), 'fail', [
  '≤',
  level,
]);

for (const paths of [1, 3])
  for (const how of ['unhealthy', 'platform-error', 'timeout'])
    bake(
      `99.5 % service, ${paths} path(s), ${how}: rolled back`,
      20_000,
      { paths, how, sick: 0.005, lasts: 1 },
      'fail',
      ['<', 0.01],
    );
bake(
  '99.5 % service in bursts of 3: rolled back',
  20_000,
  { paths: 1, how: 'unhealthy', sick: 0.005 / 3, lasts: 3 },
  'fail',
  ['<', 0.01],
);
bake('20 % of requests fail: rolled back', 2_000, { paths: 1, how: 'unhealthy', sick: 0.2, lasts: 1 }, 'fail', [
  '≥',
  POWER,
]);
bake('every request fails: rolled back', 200, { paths: 1, how: 'unhealthy', sick: 1, lasts: 1 }, 'fail', ['≥', 1]);
bake('every request times out: held', 200, { paths: 1, how: 'timeout', sick: 1, lasts: 1 }, 'unknown', ['≥', 1]);

console.table(rows);
if (rows.some((row) => !row.holds)) {
  console.error('health bench: a claim does not hold');
  process.exitCode = 1;
}

function comparison(what, trials, rules, candidate, baseline, verdict, claim) {
  let used = 0;
  const shares = tally(trials, () => {
    const result = compare(rules, candidate, baseline);
    used += result.pairs;
    return result.verdict;
  });
  const pairs = `${Math.round(used / shares.trials)} of ${rules.samples}`;
  note({ what, ...shares, work: `${pairs} pairs` }, verdict, claim);
}

/** One comparison of two simulated services, with every look the gate would take. */
function compare(rules, candidate, baseline) {
  const arms = [candidate, baseline].map((service) => ({ service, times: [], asked: 0 }));
  const looks = looksOf(rules.samples);
  for (let pair = 1; ; pair++) {
    for (const arm of arms) {
      arm.asked++;
      if (random() >= arm.service.errors) arm.times.push({ path: '/', ms: latency(arm.service.ratio) });
    }
    const look = looks.find((one) => one.at === pair);
    if (look === undefined) continue;
    const result = compareAt(look, rules, arms[0], arms[1]);
    if (result.verdict !== 'unknown' || pair === rules.samples) return result;
  }
}

/** Log-normal around 90 ms with a spread of half a log unit; two in a hundred are four times as slow. */
function latency(ratio) {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return 90 * ratio * Math.exp(0.5 * normal) * (random() < 0.02 ? 4 : 1);
}

function flawed(errors) {
  return { ratio: 1, errors };
}

function bake(what, trials, service, verdict, claim) {
  let seconds = 0;
  const shares = tally(trials, () => {
    const { ending, elapsedMs } = oneBake(service);
    seconds += elapsedMs / 1000;
    return ending.verdict;
  });
  note({ what, ...shares, work: `${Math.round(seconds / shares.trials)} s` }, verdict, claim);
}

/** One bake with the action's defaults. Each trouble lasts so many probes. */
function oneBake({ paths, how, sick, lasts }) {
  const names = Array.from({ length: paths }, (_, index) => `/${index}`);
  const rules = {
    paths: names,
    successThreshold: 3,
    failureLimit: 3,
    errorLimit: 4,
    bakeMs: 120_000,
    deadlineMs: 300_000,
    degraded: 'warn',
    availabilityFloor: 0.995,
    judgeColdStart: false,
    identityAsked: false,
  };
  const trouble = new Map(names.map((name) => [name, 0]));
  let state = openGate(rules);
  for (let round = 0; ; round++) {
    for (const name of names) {
      const left = trouble.get(name);
      const bad = left > 0 || random() < sick;
      trouble.set(name, bad ? (left > 0 ? left - 1 : lasts - 1) : 0);
      state = observe(rules, state, name, { class: bad ? how : 'healthy', because: '', identified: false });
    }
    const elapsedMs = Math.max(0, round - 1) * 5_000;
    const ending = endingAt(rules, state, elapsedMs);
    if (ending !== undefined) return { ending, elapsedMs };
  }
}

function tally(wanted, trial) {
  const trials = Math.max(100, Math.round(wanted * scale));
  const counts = { pass: 0, fail: 0, unknown: 0 };
  for (let n = 0; n < trials; n++) counts[trial()]++;
  return { trials, pass: counts.pass / trials, fail: counts.fail / trials, unknown: counts.unknown / trials };
}

function note(row, verdict, [relation, limit]) {
  const got = row[verdict];
  const holds = relation === '≤' ? got <= limit : relation === '<' ? got < limit : got >= limit;
  const percent = (share) => `${(share * 100).toFixed(2)} %`;
  const { pass, fail, unknown, ...rest } = row;
  rows.push({
    ...rest,
    pass: percent(pass),
    fail: percent(fail),
    unknown: percent(unknown),
    claim: `${verdict} ${relation} ${percent(limit)}`,
    holds,
  });
}

/** Mulberry32. */
function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
