#!/usr/bin/env node
/**
 * How often a gate with three metrics raises a false alarm, and how soon it finds that errors became twice as many: its own
 * rules and loop, on traces with a daily rhythm, bursts and gaps (packages/health/test/fixtures/traffic, committed; the
 * generator next to them says how they are made). Releases begin at every time of the day. Time is simulated, numbers are not.
 */
import { readFileSync } from 'node:fs';
import { parseMeasured } from '../../packages/health/lib/conditions/parse.js';
import { runMetrics } from '../../packages/health/lib/metrics/index.js';
import { mulberry32, STEP_S, services, trafficOf } from '../../packages/health/test/fixtures/traffic/generate.mjs';

const BAKE_S = 120;
const HISTORY_S = 3600;
/** Releases at random times of each trace. */
const RELEASES = 1000;
const FOLDER = new URL('../../packages/health/test/fixtures/traffic/', import.meta.url);

/** Days that no rule and no number of the test was chosen by: each of these is looked at here alone. */
const HELD_OUT = Array.from({ length: 60 }, (_, index) => 20_000 + index);

/** Rows of { what, measured, budget, ok }. */
export async function* bench() {
  for (const name of ['calm', 'restless']) {
    const same = await releases(read(name), { worse: 1, seed: 11 });
    yield row(`3 metrics, ${name} trace: a release like the one before fails`, share(same, failed), '≤', 0.02);
    yield row(`3 metrics, ${name} trace: it passes`, share(same, passed), '≥', 0.9);
    const worse = await releases(read(name), { worse: 2, seed: 12, only: around50 });
    const what = `errors doubled from 2 % at 50 requests/s, ${name} trace: found within 2 min`;
    yield row(what, share(worse, foundIn(120)), '≥', 0.95);
  }
  const small = await releases(read('small'), { worse: 1, seed: 13 });
  yield row('3 metrics, 4 requests/s: a release like the one before fails', share(small, failed), '≤', 0.02);
  for (const name of ['calm', 'restless']) {
    const same = await heldOut(services[name], { worse: 1, count: 60 });
    yield row(
      `3 metrics, sixty other ${name} days: a release like the one before fails`,
      share(same, failed),
      '≤',
      0.02,
    );
  }
  for (const [name, errors, limit] of [
    ['calm', 0.02, 0.95],
    ['calm', 0.01, 0.95],
    // Where the rate itself wanders by a fifth for minutes, twice as many for two minutes is no certain sign.
    ['restless', 0.02, 0.9],
    ['restless', 0.01],
    ['calm', 0.005],
    ['calm', 0.002],
  ]) {
    const worse = await heldOut({ ...services[name], errors }, { worse: 2, count: 30, only: around50 });
    const what = `errors doubled from ${errors * 100} % at 50 requests/s, sixty other ${name} days: found within 2 min`;
    const found = share(worse, foundIn(120));
    yield limit === undefined ? reported(what, found) : row(what, found, '≥', limit);
  }
  // A service that wanders faster or slower than the test takes for granted.
  for (const backS of [100, 1200]) {
    const service = { ...services.restless, backS };
    const same = share(await heldOut(service, { worse: 1, count: 50 }), failed);
    yield row(`3 metrics, sixty days that wander for ${backS} s: a release like the one before fails`, same, '≤', 0.02);
    const worse = await heldOut(service, { worse: 2, count: 20, only: around50 });
    yield reported(
      `errors doubled from 2 %, sixty days that wander for ${backS} s: found within 2 min`,
      share(worse, foundIn(120)),
    );
  }
}

async function heldOut(service, { worse, count, only }) {
  const ends = [];
  for (const seed of HELD_OUT)
    ends.push(...(await releases(trafficOf(service, 1, seed), { worse, seed: seed + worse, count, only })));
  return ends;
}

function read(name) {
  const [, ...lines] = readFileSync(new URL(`${name}.csv`, FOLDER), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => line.split(',').map(Number));
}

async function releases(steps, { worse, seed, count = RELEASES, only = () => true }) {
  const random = mulberry32(seed);
  const ends = [];
  while (ends.length < count) {
    const room = steps.length * STEP_S - HISTORY_S - BAKE_S - 600;
    const at = HISTORY_S + 60 + Math.floor(random() * room);
    if (!only(steps, at)) continue;
    ends.push(await release(steps, at, worse, random));
  }
  return ends;
}

/** Whether the half hour before had 45 to 60 requests a second: the rhythm has twice as many at noon as at night. */
function around50(steps, at) {
  const before = steps
    .slice(Math.floor((at - HISTORY_S) / STEP_S), Math.floor(at / STEP_S))
    .filter(([all]) => all >= 0);
  const perSecond = before.reduce((sum, [all]) => sum + all, 0) / (before.length * STEP_S);
  return perSecond >= 45 && perSecond <= 60;
}

/** One release at a second of the trace: what the gate ended with, and after how many seconds. */
async function release(steps, at, worse, random) {
  // The deadline of a gate by default is five minutes behind its bake; nothing is waited for here that long.
  const clock = simulatedClock(at * 1000);
  let foundAfterS;
  const run = await runMetrics(
    {
      metrics: metricsOn(steps, at, worse, random),
      candidate: { deployment: undefined, commit: undefined },
      baseline: { deployment: undefined, commit: undefined },
      swap: { from: at * 1000, to: at * 1000 },
      bakeMs: BAKE_S * 1000,
      deadlineAt: (at + BAKE_S + 180) * 1000,
    },
    { clock, signal: new AbortController().signal, log: { info() {}, warning() {}, debug() {}, error() {} } },
    () => {
      foundAfterS ??= clock.now() / 1000 - at;
    },
  );
  return { verdict: run.verdict, foundAfterS, ends: run.runs.map(({ ending }) => ending.verdict) };
}

/** Errors by the test on counts; the 95th percentile and the load by conditions. */
function metricsOn(steps, at, worse, random) {
  const common = {
    provider: 'trace',
    about: 'window',
    success: undefined,
    failure: undefined,
    detect: undefined,
    floor: 0.001,
    historyMs: HISTORY_S * 1000,
    baseline: 'before',
    intervalMs: 15_000,
    delayMs: 15_000,
    windowMs: undefined,
    minSamples: 100,
    failureLimit: 0,
    errorLimit: 4,
    critical: true,
  };
  const source = (measure, counts = false) => ({
    measure: async (span) => measure(span),
    ...{ names: [], looksBack: true, ownBaseline: false, counts, reachMs: 0, usualDelayMs: 15_000 },
  });
  const spoiled = new Map();
  const sum = (span) => {
    let [all, bad, times, weight] = [0, 0, 0, 0];
    for (let step = Math.ceil(span.from / 1000 / STEP_S); step < Math.floor(span.to / 1000 / STEP_S); step++) {
      const [requests, failures, p95] = steps[step] ?? [-1, -1, -1];
      if (requests < 0) continue;
      all += requests;
      bad += failures;
      // From the release on each error comes with as many more as it is worse.
      if (worse > 1 && step * STEP_S >= at) {
        if (!spoiled.has(step)) spoiled.set(step, extra(failures, worse - 1, random));
        bad += spoiled.get(step);
      }
      times += p95 * requests;
      weight += requests;
    }
    return { all, bad, p95: weight === 0 ? undefined : times / weight };
  };
  const ofTimes = (span) => {
    const { all, p95 } = sum(span);
    return p95 === undefined ? { kind: 'empty', what: 'no data' } : { kind: 'value', value: p95, samples: all };
  };
  const ofLoad = (span) => {
    const { all } = sum(span);
    const value = all / ((span.to - span.from) / 1000) / 400;
    return all === 0 ? { kind: 'empty', what: 'no data' } : { kind: 'value', value, samples: all };
  };
  const ofErrors = (span) => {
    const { all, bad } = sum(span);
    return all === 0 ? { kind: 'empty', what: 'no data' } : { kind: 'counts', bad, all };
  };
  return [
    { ...common, name: 'errors', detect: 2, source: source(ofErrors, true) },
    {
      ...common,
      name: 'latency',
      failureLimit: 2,
      success: parseMeasured('[RATIO] < 1.5'),
      failure: parseMeasured('[RATIO] >= 2'),
      source: source(ofTimes),
    },
    { ...common, name: 'load', failureLimit: 2, success: parseMeasured('[VALUE] < 0.9'), source: source(ofLoad) },
  ];
}

/** As many more errors again, each by chance: a service that is worse is not worse by the clock. */
function extra(failures, times, random) {
  let more = 0;
  for (let n = 0; n < failures * 2; n++) if (random() < times / 2) more++;
  return more;
}

/** A clock that waits for no one: who sleeps the shortest goes on first. */
function simulatedClock(startMs) {
  let now = startMs;
  const sleepers = [];
  let isTurning = false;
  const turn = async () => {
    isTurning = true;
    while (sleepers.length > 0) {
      for (let rest = 0; rest < 12; rest++) await null;
      sleepers.sort((a, b) => a.due - b.due);
      const next = sleepers.shift();
      now = Math.max(now, next.due);
      next.wake();
      for (let rest = 0; rest < 12; rest++) await null;
    }
    isTurning = false;
  };
  return {
    now: () => now,
    sleep: (ms) =>
      new Promise((resolve) => {
        sleepers.push({ due: now + ms, wake: resolve });
        if (!isTurning) void turn();
      }),
  };
}

const failed = ({ verdict }) => verdict === 'fail';
const passed = ({ verdict }) => verdict === 'pass';
const foundIn = (seconds) => (end) => end.foundAfterS !== undefined && end.foundAfterS <= seconds;

function share(ends, which) {
  const unknown = ends.filter(({ verdict }) => verdict === 'unknown').length;
  const found = ends.map(({ foundAfterS }) => foundAfterS).filter((seconds) => seconds !== undefined);
  const median = found.sort((a, b) => a - b)[Math.floor(found.length / 2)];
  return { share: ends.filter(which).length / ends.length, of: ends.length, unknown: unknown / ends.length, median };
}

/** What the events that there are can carry, without a claim. */
function reported(what, seen) {
  return { ...row(what, seen, '≥', 0), budget: 'none, reported' };
}

function row(what, { of, share: got, unknown, median }, relation, limit) {
  const percent = (value) => `${Number((value * 100).toFixed(2))} %`;
  const soon = median === undefined ? '' : `, half of what fails after ${median} s`;
  return {
    what,
    measured: `${percent(got)} of ${of} releases, ${percent(unknown)} unknown${soon}`,
    budget: `${relation} ${percent(limit)}`,
    ok: relation === '≤' ? got <= limit : got >= limit,
  };
}
