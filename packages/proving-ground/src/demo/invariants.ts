import { count } from '@lockstep/base';
import type { Observation } from './observation.ts';
import type { DemoRelease } from './releases.ts';

/** Everything about a release that is not as it must be; empty where all is well. */
export function violations(release: DemoRelease, seen: Observation): string[] {
  const { expect } = release;
  const problems: string[] = [];
  const must = (holds: boolean, problem: string) => {
    if (!holds) problems.push(`v${release.version}: ${problem}`);
  };
  must(seen.conclusion === expect.conclusion, `the workflow ended as ${seen.conclusion}, not ${expect.conclusion}`);
  must(seen.serves === expect.serves, `v${seen.serves ?? '?'} serves, not v${expect.serves}`);
  must(seen.schema === expect.schema, `the schema is at ${seen.schema}, not ${expect.schema}`);
  must(seen.healthy, `v${seen.serves ?? '?'} is not healthy on the schema at ${seen.schema}`);
  must(seen.traffic.requests > 0, 'no request was made, so nothing was proven');
  must(
    seen.traffic.failed === 0,
    `${seen.traffic.failed} of ${count(seen.traffic.requests, 'request')} failed: ${seen.traffic.firstFailures.join('; ')}`,
  );
  must(seen.stale === 0, `${seen.stale} requests were answered by the wrong build after a swap was acknowledged`);
  must(
    seen.reachedTraffic === expect.reachesTraffic,
    expect.reachesTraffic ? 'it never reached its users' : 'its users saw it, although it failed before the swap',
  );
  if (expect.told)
    must(saysEnd(seen.message, expect.end), `the message says ${JSON.stringify(seen.message)}, not "${expect.end}"`);
  else must(seen.message === undefined, `the message arrived (${seen.message}), although Slack was down`);
  must(seen.ledger === expect.end, `the ledger says ${seen.ledger}, not ${expect.end}`);
  if (expect.end === 'rolled-back' && expect.reachesTraffic) {
    must(
      seen.undone.join() === 'alias-swap,migrate',
      `undone: ${seen.undone.join(', ')}; traffic must be restored first, then the schema`,
    );
  }
  return problems;
}

function saysEnd(message: string | undefined, end: string): boolean {
  return message?.toLowerCase().includes(end.replaceAll('-', ' ')) ?? false;
}
