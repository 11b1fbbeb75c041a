import { mkdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { type Clock, count, formatDuration, isFresh, nameSome } from '@lockstep/base';
import type { Baseline, LineText } from './baseline.ts';
import { type CommandEnd, type CommandRequest, commandEnvironment } from './command.ts';
import type { Gate } from './gate.ts';
import { type GateJudgement, judgeGate } from './judge.ts';
import { withAddress } from './page-url.ts';
import { type Floors, readFloors } from './ratchet.ts';
import type { ReadGit } from './read-git.ts';
import { readReport } from './readers.ts';
import { type ReportReading, unreadable } from './report.ts';
import { type FoundReports, reportPaths, stdoutPath } from './report-paths.ts';
import { inOrder } from './schedule.ts';
import { scanForSecrets } from './secrets/scan.ts';
import type { ReportSource } from './source.ts';
import { stampOf, writtenAt } from './stamp.ts';

export interface GateResult {
  readonly gate: Gate;
  readonly judgement: GateJudgement;
  readonly attempts: number;
  readonly durationMs: number;
  /** Everything that its last try printed; undefined where no command was run. */
  readonly logPath: string | undefined;
}

export interface GateRunContext {
  /** The repository's root. */
  readonly root: string;
  /** A folder of our own, for logs and reports. */
  readonly reportDirectory: string;
  /** Gates at a time. */
  readonly concurrency: number;
  readonly baseline: Baseline | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly runCommand: (request: CommandRequest) => Promise<CommandEnd>;
  readonly readGit: ReadGit;
  readonly onStart?: (gate: Gate, attempt: number) => void;
  readonly onEnd?: (result: GateResult) => void;
}

/** What is read before anything runs: a wrong file ends the run while nothing has begun. */
interface Prepared {
  readonly lineText: LineText;
  readonly floors: ReadonlyMap<string, Floors | undefined>;
}

/** Waits between the tries of a gate, in milliseconds: long enough for a registry to recover from a blip. */
const RETRY_DELAYS_MS = [1_000, 4_000, 10_000, 20_000, 30_000];

/**
 * Runs all gates, in parallel where their `after` allows it, and judges each. Results in the order of the gates.
 * Throws InputError on a ratchet file that is none, or an address that is not set, before anything runs.
 */
export async function runGates(declared: readonly Gate[], around: GateRunContext): Promise<readonly GateResult[]> {
  const gates = declared.map((gate) => withAddress(gate, around.env));
  mkdirSync(around.reportDirectory, { recursive: true });
  const before = new Map(gates.map((gate) => [gate.name, stampsOf(gate, around)]));
  const committed: Prepared = {
    lineText: lineReader(around.root),
    floors: new Map(gates.map((gate) => [gate.name, floorsOf(gate, around)])),
  };
  return await inOrder(gates, around.concurrency, async (gate) => {
    const result = await runGate(gate, around, before.get(gate.name) ?? new Map(), committed);
    around.onEnd?.(result);
    return result;
  });
}

async function runGate(gate: Gate, around: GateRunContext, before: Stamps, committed: Prepared): Promise<GateResult> {
  const started = around.clock.now();
  for (let attempt = 1; ; attempt++) {
    around.onStart?.(gate, attempt);
    const judgement = await tryGate(gate, around, attempt === 1 ? before : stampsOf(gate, around), committed);
    const again = judgement.verdict !== 'pass' && attempt <= gate.retry && !around.signal.aborted;
    if (again) {
      await around.clock.sleep(RETRY_DELAYS_MS[attempt - 1] ?? 0, around.signal).catch(() => undefined);
      continue;
    }
    const logPath = gate.run === undefined ? undefined : logOf(gate, around);
    return { gate, judgement, attempts: attempt, durationMs: around.clock.now() - started, logPath };
  }
}

async function tryGate(
  gate: Gate,
  around: GateRunContext,
  before: Stamps,
  committed: Prepared,
): Promise<GateJudgement> {
  const end = gate.run === undefined ? undefined : await around.runCommand(requestOf(gate, gate.run, around));
  const ended = end === undefined || end.kind === 'exited';
  const reading = ended ? await readingOf(gate, around, end, before) : undefined;
  return judgeGate(
    gate,
    { end, reading },
    {
      baseline: around.baseline?.gates[gate.name],
      floors: committed.floors.get(gate.name),
      lineText: committed.lineText,
      nowMs: around.clock.now(),
    },
  );
}

async function readingOf(
  gate: Gate,
  around: GateRunContext,
  end: CommandEnd | undefined,
  before: Stamps,
): Promise<ReportReading | undefined> {
  if (gate.uses === 'secrets') return await scanForSecrets(around.root, around.readGit, around.signal);
  if (gate.format === undefined) return undefined;
  const found = reportPaths(gate, around);
  const problem = notAll(gate, found) ?? fromBefore(gate, around, found.paths, before);
  if (problem !== undefined) return problem;
  const sources = found.paths.map(
    (path): ReportSource => ({
      path,
      root: around.root,
      directory: resolve(around.root, gate.directory),
      exitCode: end?.kind === 'exited' ? end.exitCode : undefined,
    }),
  );
  return await readReport(gate.format, sources, gate.allow, around);
}

/** Files that should be there and are not: what they would have said is not known. */
function notAll({ shards, reports }: Gate, { paths, missing }: FoundReports): ReportReading | undefined {
  if (missing.length > 0) return unreadable('report-absent', `no file matches ${nameSome(missing, 5)}`);
  if (shards === undefined || paths.length === shards) return undefined;
  const found = `${count(paths.length, 'file')} for ${nameSome(reports, 3)}`;
  return unreadable('report-incomplete', `found ${found}, expected ${shards} ("shards")`);
}

function fromBefore(
  gate: Gate,
  around: GateRunContext,
  paths: readonly string[],
  before: Stamps,
): ReportReading | undefined {
  const writtenHere = gate.run !== undefined || gate.after.length > 0;
  for (const path of paths) {
    const shown = path === stdoutPath(gate, around) ? 'stdout' : relative(around.root, path);
    const stamp = before.get(path);
    if (writtenHere && stamp !== undefined && stampOf(path) === stamp)
      return unreadable('report-stale', `${shown} is from before this run: it was not written again`);
    const written = writtenAt(path);
    // What does not exist has no age: its reader says that it is absent.
    if (gate.maxAgeMs === undefined || written === undefined) continue;
    const ageMs = around.clock.now() - written;
    if (!isFresh(ageMs, gate.maxAgeMs))
      return unreadable(
        'report-stale',
        `${shown} was written ${ageMs < 0 ? 'in the future' : `${formatDuration(ageMs)} ago`}`,
      );
  }
  return undefined;
}

/** What the files of a report looked like, by path. */
type Stamps = ReadonlyMap<string, string | undefined>;

function stampsOf(gate: Gate, around: GateRunContext): Stamps {
  return new Map(reportPaths(gate, around).paths.map((path) => [path, stampOf(path)]));
}

function requestOf(gate: Gate, script: string, around: GateRunContext): CommandRequest {
  return {
    script,
    directory: resolve(around.root, gate.directory),
    env: { ...commandEnvironment(around.env), ...gate.env, LOCKSTEP_REPORTS: around.reportDirectory },
    timeoutMs: gate.timeoutMs,
    logPath: logOf(gate, around),
    stdoutPath: gate.reports.includes('stdout') ? stdoutPath(gate, around) : undefined,
    signal: around.signal,
  };
}

function logOf(gate: Gate, around: GateRunContext): string {
  return join(around.reportDirectory, `${gate.name}.log`);
}

function floorsOf(gate: Gate, around: GateRunContext): Floors | undefined {
  return gate.ratchet === undefined ? undefined : readFloors(resolve(around.root, gate.ratchet));
}

/** Lines of files, each file read once. */
function lineReader(root: string): LineText {
  const files = new Map<string, readonly string[]>();
  return ({ file, line }) => {
    if (file === undefined || line === undefined) return undefined;
    let lines = files.get(file);
    if (lines === undefined) {
      try {
        lines = readFileSync(join(root, file), 'utf8').split('\n');
      } catch {
        lines = [];
      }
      files.set(file, lines);
    }
    return lines[line - 1];
  };
}
