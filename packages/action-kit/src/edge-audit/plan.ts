import { Secret, SITE_PATH } from '@lockstep/base';
import {
  BEACONS,
  type Beacon,
  BURST_LIMIT,
  type Burst,
  type ClientHeader,
  type EdgePlan,
  GRADE_NAMES,
  selectionProblems,
} from '@lockstep/edge';
import { readAccept } from '../audit.ts';
import type { Inputs } from './inputs.ts';

const MOST_PATHS = 50;

/** Everything that is wrong with the inputs together. */
export function problemsOf(values: Inputs): readonly string[] {
  const problems: string[] = [];
  for (const name of ['paths', 'api-paths', 'csrf-paths'] as const)
    for (const path of values[name])
      if (!SITE_PATH.test(path)) problems.push(`input "${name}": "${path}", expected a path that starts with one /`);
  if (values.paths.length === 0 || values.paths.length > MOST_PATHS)
    problems.push(`input "paths": ${values.paths.length} paths, expected 1 to ${MOST_PATHS}`);
  for (const line of values.bursts) if (burstOf(line) === undefined) problems.push(burstProblem(line));
  for (const origin of values['cors-origins'])
    if (!URL.canParse(origin) || new URL(origin).origin !== origin)
      problems.push(`input "cors-origins": "${origin}", expected an origin like https://app.example.com`);
  for (const line of clientOf(values['other-client'].reveal()).wrong)
    problems.push(`input "other-client": line ${line}, expected NAME: VALUE like Authorization: Bearer …`);
  for (const word of values.telemetry)
    if (beaconOf(word) === undefined)
      problems.push(`input "telemetry": "${word}", expected one of ${BEACONS.join(', ')}`);
  if (!GRADE_NAMES.includes(values['min-grade'].toUpperCase()))
    problems.push(`input "min-grade": "${values['min-grade']}", expected one of ${GRADE_NAMES.join(', ')}`);
  for (const host of values.hosts)
    if (!/^[a-z0-9.-]+(?::\d+)?$/i.test(host))
      problems.push(`input "hosts": "${host}", expected a host name, with a port where needed`);
  for (const name of ['dns-resolvers', 'dns-authority'] as const)
    for (const address of values[name])
      if (!/^[0-9a-f.:[\]]+$/i.test(address)) problems.push(`input "${name}": "${address}", expected an IP address`);
  if (!values['probe-production'] && values['site-kind'] === 'production')
    for (const name of ['csrf-paths', 'bursts'] as const)
      if (values[name].length > 0)
        problems.push(
          `input "${name}": these probes send requests that can change something, and "site-kind" is production; audit a preview, or set "probe-production" to true`,
        );
  if (values['identity-path'] === 'none' && (values['expect-deployment'] !== '' || values['expect-commit'] !== ''))
    problems.push(
      'input "identity-path": none, expected a path, because "expect-deployment" or "expect-commit" is set',
    );
  problems.push(...selectionProblems(values.checks), ...readAccept(values.accept).problems);
  return problems;
}

/** The plan of inputs that have no problems. */
export function planOf(values: Inputs, url: URL): EdgePlan {
  const httpUrl = values['http-url'] ?? new URL(`http://${url.hostname}/`);
  return {
    url: new URL(url.origin),
    httpUrl: new URL(httpUrl.origin),
    environment: values['site-kind'],
    paths: values.paths,
    hosts: values.hosts.map((host) => host.toLowerCase()),
    skipPaths: values['skip-paths'],
    checks: values.checks,
    minTls: values['min-tls'] === '1.3' ? 'TLSv1.3' : 'TLSv1.2',
    minDaysLeft: values['min-days-left'],
    minGrade: values['min-grade'].toUpperCase(),
    csp: values.csp,
    apiPaths: values['api-paths'],
    corsOrigins: values['cors-origins'],
    csrfPaths: values['csrf-paths'],
    bursts: values.bursts.flatMap((line) => burstOf(line) ?? []),
    otherClient: clientOf(values['other-client'].reveal()).headers,
    probeProduction: values['probe-production'],
    beacons: values.telemetry.flatMap((word) => beaconOf(word) ?? []),
    dns: {
      resolvers: values['dns-resolvers'],
      maxTtlSeconds: Math.floor(values['dns-max-ttl'] / 1000),
      expect: values['dns-expect'].map((one) => one.toLowerCase().replace(/\.$/, '')),
      authority: values['dns-authority'],
    },
  };
}

/** `POST /api/login 20`. */
function burstOf(line: string): Burst | undefined {
  const found = /^(GET|HEAD|POST) (\/\S*) (\d{1,3})$/.exec(line);
  if (found === null || !SITE_PATH.test(found[2] ?? '')) return undefined;
  const requests = Number(found[3]);
  if (requests < 2 || requests > BURST_LIMIT) return undefined;
  return { method: found[1] as Burst['method'], path: found[2] ?? '', requests };
}

/** `Authorization: Bearer …`, one header per line. */
function clientOf(text: string): { readonly headers: readonly ClientHeader[]; readonly wrong: readonly number[] } {
  const lines = text.split('\n').map((line) => /^\s*(?:([A-Za-z0-9-]+):\s*(\S[^\r\n]*?))?\s*$/.exec(line));
  return {
    headers: lines.flatMap((found) =>
      found?.[1] === undefined ? [] : [{ name: found[1].toLowerCase(), value: new Secret(found[2] ?? '') }],
    ),
    wrong: lines.flatMap((found, at) => (found === null ? [at + 1] : [])),
  };
}

function burstProblem(line: string): string {
  return `input "bursts": "${line}", expected METHOD PATH COUNT like POST /api/login 20, with GET, HEAD or POST and 2 to ${BURST_LIMIT} requests`;
}

function beaconOf(word: string): Beacon | undefined {
  return BEACONS.find((one) => one === word);
}
