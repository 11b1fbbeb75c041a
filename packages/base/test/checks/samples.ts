import type { Check, CheckList, NotVerified } from '../../src/checks/check.ts';
import { type CheckListFacts, makeCheckList } from '../../src/checks/make-list.ts';

export const NOW = Date.parse('2026-11-29T12:00:00Z');

export function check(verdict: Check['verdict'], more: Partial<Check> = {}): Check {
  return {
    id: 'csp-nonce',
    title: 'Every script has a nonce',
    verdict,
    reason: { pass: 'as-expected', fail: 'nonce-missing', unknown: 'no-answer' }[verdict],
    what: 'https://shop.example/',
    measured: verdict === 'unknown' ? '' : '2 of 3 scripts',
    expected: 'all scripts',
    remedy: verdict === 'pass' ? '' : 'give each script the nonce of its answer',
    ...more,
  };
}

export function gap(more: Partial<NotVerified> = {}): NotVerified {
  const because = 'the plan does not show it';
  return { id: 'firewall', what: 'the rules of the firewall', because, remedy: '', chosen: false, ...more };
}

export function listOf(checks: readonly Check[], more: Partial<CheckListFacts> = {}): CheckList {
  return makeCheckList({
    subject: 'https://shop.example',
    nowMs: NOW,
    run: 'https://github.com/acme/shop/actions/runs/1/attempts/1',
    tool: { name: 'edge-audit', version: '1.2.3' },
    checks,
    ...more,
  });
}
