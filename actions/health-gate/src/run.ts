import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineAction, type Outcome, type Shell } from '@lockstep/action-shell';
import { InputError, sealEvidence } from '@lockstep/base';
import { type GateReport, openProber, reportOn, runGate, summaryOf, type Target } from '@lockstep/health';
import { type Inputs, inputs } from './inputs.ts';
import { planOf, problemsOf } from './plan.ts';

export const action = defineAction({ name: 'health-gate', inputs, check: problemsOf, run });

async function run(values: Inputs, shell: Shell): Promise<Outcome> {
  if (values.url === undefined) throw new InputError('input "url": required');
  const target: Target = { origin: new URL(values.url.origin), host: values.host || undefined };
  const asked = values.host === '' ? values.url.origin : `${values.url.origin} as ${values.host}`;
  const plan = planOf(values);
  const bypass = values['protection-bypass'];
  const prober = openProber({
    target,
    credentials: async () => (bypass.isEmpty ? {} : { 'x-vercel-protection-bypass': bypass }),
    proxyEnv: process.env,
  });
  shell.log.info(`${values.phase}: asking ${asked} for ${plan.rules.paths.join(', ')}`);
  try {
    const gate = await runGate(plan, { prober, clock: shell.clock, signal: shell.signal, log: shell.log });
    return publish(reportOn(asked, values.phase, plan.rules, gate), values, shell);
  } finally {
    prober.close();
  }
}

function publish(report: GateReport, values: Inputs, shell: Shell): Outcome {
  const { verdict, reason } = report;
  shell.log.info(report.proof);
  shell.summary.add(summaryOf(report));
  const policy = values['on-unknown'] || (values.phase === 'pre' ? 'fail' : 'hold');
  if (verdict === 'unknown' && policy === 'hold') shell.journal?.held(reason);
  const identity = report.identities.at(-1)?.identity;
  const evidence = sealEvidence({
    deployment: identity?.deployment ?? null,
    commit: identity?.commit ?? null,
    planDigest: values['plan-digest'] || null,
    verdicts: { [`health-gate:${values.phase}`]: verdict },
    run: shell.env.runUrl,
    at: report.endedAt,
  });
  return {
    verdict,
    reason,
    message: report.message,
    passes: verdict === 'pass' || (verdict === 'unknown' && policy === 'warn'),
    outputs: {
      evidence,
      identity: { deployment: identity?.deployment ?? null, commit: identity?.commit ?? null },
      'report-path': writeReport(report, shell),
      'first-failure': report.firstFailure ?? '',
    },
  };
}

function writeReport(report: GateReport, shell: Shell): string {
  const folder = join(shell.env.tempDir, 'lockstep', 'health-gate', shell.instance);
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'report.json');
  writeFileSync(path, `${JSON.stringify(report, null, 2)}\n`);
  return path;
}
