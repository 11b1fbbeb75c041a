import { type Verdict, xmlQuoted } from '@lockstep/base';
import type { GateReport } from './report.ts';

interface Case {
  readonly name: string;
  readonly seconds: number;
  /** `unknown` becomes an error, `advisory` a skip with its message. */
  readonly state: Verdict | 'advisory';
  readonly message: string;
}

/** The report as JUnit XML: a case for each path, each metric, one for the gate as a whole, one for the comparison. */
export function junitOf(report: GateReport): string {
  const cases: Case[] = report.paths.map((path) => {
    const own = report.probes.filter((probe) => probe.path === path.path);
    const decided = report.path === path.path;
    return {
      name: `${path.path} answers well`,
      seconds: own.reduce((sum, probe) => sum + probe.ms, 0) / 1000,
      state: decided ? report.verdict : path.successes > 0 ? 'pass' : 'unknown',
      message: decided ? report.message : 'was not settled when the gate ended',
    };
  });
  if (report.comparison !== undefined) {
    const { verdict, message, required } = report.comparison;
    const state = required || verdict === 'pass' ? verdict : 'advisory';
    cases.push({ name: 'no worse than the baseline', seconds: 0, state, message });
  }
  for (const { critical, message, name, verdict } of report.metrics)
    cases.push({
      name: `metric ${name}`,
      seconds: 0,
      state: critical || verdict === 'pass' ? verdict : 'advisory',
      message,
    });
  const seconds = (Date.parse(report.endedAt) - Date.parse(report.startedAt)) / 1000;
  cases.push({ name: 'the gate', seconds, state: report.verdict, message: report.message });
  const many = (state: Case['state']) => cases.filter((one) => one.state === state).length;
  const suite = `health-gate ${report.phase} ${report.asked}`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites><testsuite name=${xmlQuoted(suite)} tests="${cases.length}" failures="${many('fail')}" errors="${many('unknown')}" skipped="${many('advisory')}" time="${seconds}" timestamp=${xmlQuoted(report.startedAt)}>`,
    ...cases.map((one) => caseXml(one, suite)),
    '</testsuite></testsuites>',
    '',
  ].join('\n');
}

function caseXml({ name, seconds, state, message }: Case, suite: string): string {
  const element = { pass: undefined, fail: 'failure', unknown: 'error', advisory: 'skipped' }[state];
  const inner = element === undefined ? '' : `<${element} message=${xmlQuoted(message)}/>`;
  return `<testcase classname=${xmlQuoted(suite)} name=${xmlQuoted(name)} time="${seconds.toFixed(3)}">${inner}</testcase>`;
}
