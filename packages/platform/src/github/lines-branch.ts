import { type Finding, failed, gap, looking, passed } from '../finding.ts';
import { atLeast, including, type Line, line, missingOf } from '../line.ts';
import { flag, integer, list, names } from '../policy/kinds.ts';
import type { BranchFacts } from './facts.ts';
import { maker, REST } from './maker.ts';
import { GITHUB_SCOPES } from './read.ts';

const ofBranch = maker<BranchFacts>(({ github }) => github?.rules, {
  scope: GITHUB_SCOPES.branch,
  source: `${REST}repos/rules#get-rules-for-a-branch`,
});
/** Without a ruleset there is nothing to bypass: everyone may do everything that a classic protection lets them. */
const NO_RULESET = failed('no-ruleset', {
  what: 'default branch',
  measured: 'no ruleset',
  expected: 'a ruleset',
  remedy: 'Create one for the default branch under Settings > Rules > Rulesets.',
});

export const branchLines: readonly Line[] = [
  ofBranch({
    key: 'github.required-checks',
    title: 'Required checks of the default branch',
    says: 'Status checks without which nothing is merged.',
    kind: names,
    ...including,
    now: ({ requiredChecks }) => requiredChecks,
    place: 'Rules > Rulesets > Require status checks to pass',
  }),
  ofBranch({
    key: 'github.pull-requests',
    title: 'Changes go through pull requests',
    says: 'Whether the default branch only takes pull requests.',
    kind: flag,
    recommended: true,
    now: ({ pullRequest }) => pullRequest,
    place: 'Rules > Rulesets > Require a pull request before merging',
  }),
  ofBranch({
    key: 'github.approvals',
    title: 'Approvals of a pull request',
    says: 'Approvals that a pull request needs.',
    kind: integer('approvals'),
    ...atLeast,
    now: ({ approvals }) => approvals,
    place: 'Rules > Rulesets > Required approvals',
  }),
  ofBranch({
    key: 'github.dismiss-stale-approvals',
    title: 'Approvals end with a new push',
    says: 'Whether a push after the approval needs a new approval.',
    kind: flag,
    now: ({ dismissesStale }) => dismissesStale,
    place: 'Rules > Rulesets > Dismiss stale pull request approvals',
  }),
  ofBranch({
    key: 'github.code-owner-approval',
    title: 'Approval by code owners',
    says: 'Whether a code owner has to approve.',
    kind: flag,
    now: ({ codeOwners }) => codeOwners,
    place: 'Rules > Rulesets > Require review from Code Owners',
  }),
  ofBranch({
    key: 'github.signed-commits',
    title: 'Signed commits',
    says: 'Whether commits of the default branch have to be signed.',
    kind: flag,
    now: ({ signatures }) => signatures,
    place: 'Rules > Rulesets > Require signed commits',
  }),
  ofBranch({
    key: 'github.linear-history',
    title: 'Linear history',
    says: 'Whether the default branch has no merge commits.',
    kind: flag,
    now: ({ linear }) => linear,
    place: 'Rules > Rulesets > Require linear history',
  }),
  ofBranch({
    key: 'github.force-push-blocked',
    title: 'Force pushes are blocked',
    says: 'Whether history of the default branch cannot be rewritten.',
    kind: flag,
    recommended: true,
    now: ({ forcePushBlocked }) => forcePushBlocked,
    place: 'Rules > Rulesets > Block force pushes',
  }),
  ofBranch({
    key: 'github.deletion-blocked',
    title: 'Deletion of the default branch is blocked',
    says: 'Whether the default branch cannot be deleted.',
    kind: flag,
    recommended: true,
    now: ({ deletionBlocked }) => deletionBlocked,
    place: 'Rules > Rulesets > Restrict deletions',
  }),
  line({
    key: 'github.bypass-actors',
    title: 'Who may bypass the rulesets',
    says: 'Who may bypass the rulesets of the default branch, as "TYPE ID MODE", and no one else.',
    scope: GITHUB_SCOPES.bypass,
    source: `${REST}repos/rules#get-a-repository-ruleset`,
    kind: list,
    propose: ({ github }) => {
      if (github?.rules.kind !== 'read' || github.rules.value.rulesets.length === 0) return undefined;
      const all = github.rules.value.rulesets.map(({ bypassActors }) => bypassActors);
      return all.some((one) => one === undefined) ? undefined : all.flatMap((one) => one ?? []);
    },
    judge: (wanted, { github }) =>
      looking(
        github?.rules,
        { what: 'Who may bypass the rulesets', expected: list.show(wanted), missing: missingOf('github.rules') },
        ({ rulesets }) => {
          if (rulesets.length === 0) return [NO_RULESET];
          return rulesets.map(({ bypassActors, name }): Finding => {
            if (bypassActors === undefined)
              return gap(
                `ruleset ${name}`,
                'GitHub does not show who may bypass it to this token',
                'Look under Settings > Rules > Rulesets, and accept this line with an end date: a token that may change the rules is too much for an audit.',
              );
            const seeing = {
              what: `ruleset ${name}`,
              measured: list.show(bypassActors),
              expected: `none but ${list.show(wanted)}`,
            };
            return bypassActors.every((one) => wanted.includes(one))
              ? passed(seeing)
              : failed('more-may-bypass', {
                  ...seeing,
                  remedy: 'Remove the others from the bypass list under Settings > Rules > Rulesets.',
                });
          });
        },
      ),
  }),
];
