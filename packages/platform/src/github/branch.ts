import { at, numberAt, textAt } from '@lockstep/base';
import { listAt } from '../facts/pick.ts';
import type { BranchFacts, RulesetFacts } from './facts.ts';

interface Classic {
  /** The branch itself, which names the required checks. */
  readonly checks: unknown;
  /** Its protection, where there is one and the token may see it. */
  readonly whole: unknown;
}

/** What rulesets and classic protection demand together: the stricter of both holds. */
export function branchOf(
  rules: readonly unknown[],
  rulesets: readonly RulesetFacts[],
  { checks, whole }: Classic,
): BranchFacts {
  const ofType = (type: string): readonly unknown[] => rules.filter((rule) => at(rule, 'type') === type);
  const pulls = ofType('pull_request');
  const review = at(whole, 'required_pull_request_reviews');
  const isOn = (...path: readonly string[]): boolean => at(whole, ...path) === true;
  const any = (list: readonly unknown[], name: string): boolean =>
    list.some((rule) => at(rule, 'parameters', name) === true);
  const required = [
    ...ofType('required_status_checks').flatMap((rule) => listAt(rule, 'parameters', 'required_status_checks')),
    ...listAt(checks, 'protection', 'required_status_checks', 'checks'),
  ].flatMap((one) => textAt(one, 'context') ?? []);
  return {
    requiredChecks: [...new Set(required)].sort(),
    pullRequest: pulls.length > 0 || review !== undefined,
    approvals: Math.max(
      0,
      ...pulls.map((rule) => numberAt(rule, 'parameters', 'required_approving_review_count') ?? 0),
      numberAt(review, 'required_approving_review_count') ?? 0,
    ),
    dismissesStale: any(pulls, 'dismiss_stale_reviews_on_push') || at(review, 'dismiss_stale_reviews') === true,
    codeOwners: any(pulls, 'require_code_owner_review') || at(review, 'require_code_owner_reviews') === true,
    signatures: ofType('required_signatures').length > 0 || isOn('required_signatures', 'enabled'),
    linear: ofType('required_linear_history').length > 0 || isOn('required_linear_history', 'enabled'),
    forcePushBlocked: ofType('non_fast_forward').length > 0 || isBlocked(whole, 'allow_force_pushes'),
    deletionBlocked: ofType('deletion').length > 0 || isBlocked(whole, 'allow_deletions'),
    rulesets: [...rulesets].sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

function isBlocked(whole: unknown, name: string): boolean {
  return at(whole, name, 'enabled') === false;
}
