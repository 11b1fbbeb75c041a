#!/usr/bin/env node
/**
 * Measures what the health gate claims of itself: its error rates by simulation, with the gate's own rules under test
 * and generated answers (the seed is fixed, so every run says the same), and what it adds to the time of its probes.
 * Needs `node scripts/build.mjs health-gate` before.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  compareAt,
  errorSamples,
  FALSE_ALARM,
  findableDelta,
  looksOf,
  POWER,
} from '../../packages/health/lib/compare/comparison.js';
import { endingAt, observe, openGate } from '../../packages/health/lib/gate.js';

const like = { ratio: 1, errors: 0 };
const byDefault = { samples: 60, maxLatencyRatio: 1.5, minLatencyDeltaMs: 10, maxErrorDelta: findableDelta(60) };
const forTwoPoints = { ...byDefault, samples: errorSamples(0.02), maxErrorDelta: 0.02 };
const level = 2 * FALSE_ALARM;
const random = generator(20_260_101);

/** Rows of { what, measured, budget, ok }. */
export async function* bench() {
  const slower = { ...like, ratio: 1.5 };
  yield comparison('identical builds fail', byDefault, like, like, 'fail', ['≤', level]);
  yield comparison('identical builds pass', byDefault, like, like, 'pass', ['≥', 0.9]);
  yield comparison('identical builds with 1 % errors fail', byDefault, flawed(0.01), flawed(0.01), 'fail', [
    '≤',
    level,
  ]);
  yield comparison('a 1.5 × slower build fails', byDefault, slower, like, 'fail', ['≥', POWER]);
  yield comparison('a 1.5 × slower build passes', byDefault, slower, like, 'pass', ['≤', 0.1]);
  yield comparison('a build with 2 points more errors fails', forTwoPoints, flawed(0.02), like, 'fail', ['≥', POWER]);
  yield comparison('a build with 2 points more errors passes', forTwoPoints, flawed(0.02), like, 'pass', ['≤', 0.1]);
  yield comparison('identical builds, judged for 2 points, fail', forTwoPoints, flawed(0.005), flawed(0.005), 'fail', [
    '≤',
    level,
  ]);
  for (const paths of [1, 3])
    for (const how of ['unhealthy', 'platform-error', 'timeout'])
      yield bake(
        `a 99.5 % service (${paths} path, ${how}) is rolled back`,
        20_000,
        { paths, how, sick: 0.005, lasts: 1 },
        'fail',
        ['<', 0.01],
      );
  yield bake(
    'a 99.5 % service in bursts of three is rolled back',
    20_000,
    { paths: 1, how: 'unhealthy', sick: 0.005 / 3, lasts: 3 },
    'fail',
    ['<', 0.01],
  );
  yield bake(
    'a service that fails 20 % of requests is rolled back',
    2_000,
    { paths: 1, how: 'unhealthy', sick: 0.2, lasts: 1 },
    'fail',
    ['≥', POWER],
  );
  yield bake(
    'a service that fails every request is rolled back',
    200,
    { paths: 1, how: 'unhealthy', sick: 1, lasts: 1 },
    'fail',
    ['≥', 1],
  );
  yield bake('a service that never answers is held', 200, { paths: 1, how: 'timeout', sick: 1, lasts: 1 }, 'unknown', [
    '≥',
    1,
  ]);
  yield await overhead();
}

/** What a whole run of the action takes beyond its probes: the process, the rules, the files it writes. */
async function overhead() {
  const folder = mkdtempSync(join(tmpdir(), 'lockstep-bench-'));
  const server = createServer((_, answer) => {
    const body = { status: 'healthy', timestamp: new Date().toISOString(), checks: { database: { status: 'pass' } } };
    setTimeout(() => answer.setHeader('content-type', 'application/json').end(JSON.stringify(body)), 20);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const script = fileURLToPath(new URL('../../dist/health-gate/index.js', import.meta.url));
  const inputs = { url: `http://127.0.0.1:${server.address().port}`, interval: '0ms', paths: '/a\n/b' };
  const extras = [];
  for (let turn = 0; turn < 10; turn++) {
    const temp = join(folder, String(turn));
    const files = Object.fromEntries(
      ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'].map((name) => [name, join(folder, `${name}-${turn}`)]),
    );
    for (const file of Object.values(files)) writeFileSync(file, '');
    const named = Object.fromEntries(
      Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
    );
    const env = { PATH: process.env.PATH, GITHUB_ACTIONS: 'true', RUNNER_TEMP: temp, ...files, ...named };
    const started = performance.now();
    await new Promise((resolve) => spawn(process.execPath, [script], { env, stdio: 'ignore' }).on('exit', resolve));
    extras.push(performance.now() - started - probesOf(temp));
  }
  server.close();
  rmSync(folder, { recursive: true });
  const best = Math.min(...extras);
  return {
    what: 'a run of the gate beyond its probes',
    measured: `${best.toFixed(0)} ms`,
    budget: '< 150 ms',
    ok: best < 150,
  };
}

/** The time that the probes themselves took: of each round the slowest. */
function probesOf(temp) {
  const path = readdirSync(temp, { recursive: true })
    .map(String)
    .find((file) => file.endsWith('report.json'));
  const { probes } = JSON.parse(readFileSync(join(temp, path), 'utf8'));
  const rounds = new Map();
  for (const { round, ms } of probes) rounds.set(round, Math.max(rounds.get(round) ?? 0, ms));
  return [...rounds.values()].reduce((sum, ms) => sum + ms, 0);
}

function comparison(what, rules, candidate, baseline, verdict, claim) {
  let used = 0;
  const shares = tally(1_000, () => {
    const result = compare(rules, candidate, baseline);
    used += result.pairs;
    return result.verdict;
  });
  return row(what, shares, `${Math.round(used / shares.trials)} of ${rules.samples} pairs`, verdict, claim);
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
  return row(what, shares, `${Math.round(seconds / trials)} s`, verdict, claim);
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

function tally(trials, trial) {
  const counts = { pass: 0, fail: 0, unknown: 0 };
  for (let n = 0; n < trials; n++) counts[trial()]++;
  return { trials, pass: counts.pass / trials, fail: counts.fail / trials, unknown: counts.unknown / trials };
}

function row(what, shares, work, verdict, [relation, limit]) {
  const got = shares[verdict];
  const ok = relation === '≤' ? got <= limit : relation === '<' ? got < limit : got >= limit;
  const percent = (share) => `${Number((share * 100).toFixed(2))} %`;
  const rest = verdict === 'unknown' ? '' : `, ${percent(shares.unknown)} unknown`;
  return {
    what,
    measured: `${percent(got)} of ${shares.trials}${rest}, ${work} each`,
    budget: `${relation} ${percent(limit)}`,
    ok,
  };
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
