import { failed, gap, looking, passed } from '../finding.ts';
import { type Line, line, missingOf } from '../line.ts';
import { flag } from '../policy/kinds.ts';
import { REST } from './maker.ts';
import { GITHUB_SCOPES } from './read.ts';

const PERSONAL = gap(
  'second factor',
  'the repository is of a personal account, and GitHub does not say whether that has a second factor',
  'Move the repository to an organization, or remove the line from the policy.',
);

/** The second factor of those who may reach the repository. */
export const peopleLines: readonly Line[] = [
  line<boolean>({
    key: 'github.second-factor',
    title: 'Second factor at GitHub',
    says: 'Whether the organization demands a second factor of everyone who reaches its repositories.',
    scope: GITHUB_SCOPES.owner,
    source: `${REST}orgs/orgs#get-an-organization`,
    kind: flag,
    propose: ({ github }) => (github?.organization?.kind === 'read' ? true : undefined),
    judge: (wanted, { github }) => {
      if (github?.repository.kind === 'read' && github.organization === undefined) return [PERSONAL];
      const about = { what: 'organization', expected: flag.show(wanted), missing: missingOf('github.organization') };
      return looking(github?.organization, about, ({ plan, requiresSecondFactor: found }) => {
        if (found === undefined)
          return [
            gap(
              about.what,
              `GitHub shows it to owners of the organization only${plan === undefined ? '' : ` (plan "${plan}")`}`,
              `Give the token this access: ${GITHUB_SCOPES.owner}.`,
            ),
          ];
        const seeing = { ...about, measured: flag.show(found) };
        const remedy =
          'Set "Require two-factor authentication" under Organization > Settings > Authentication security.';
        return [found === wanted ? passed(seeing) : failed('differs-from-policy', { ...seeing, remedy })];
      });
    },
  }),
  line<boolean>({
    key: 'github.members-second-factor',
    title: 'Members without a second factor at GitHub',
    says: 'Whether each member of the organization has to have a second factor.',
    scope: GITHUB_SCOPES.owner,
    source: `${REST}orgs/members#list-organization-members`,
    kind: flag,
    propose: ({ github }) => (github?.withoutSecondFactor?.kind === 'read' ? true : undefined),
    judge: (wanted, { github }) => {
      if (!wanted) return [];
      if (github?.repository.kind === 'read' && github.withoutSecondFactor === undefined) return [PERSONAL];
      const expected = 'a second factor';
      const about = { what: 'members', expected, missing: missingOf('github.members') };
      return looking(github?.withoutSecondFactor, about, (logins) =>
        logins.length === 0
          ? [passed({ what: 'members', measured: 'none without one', expected })]
          : logins.map((what) =>
              failed('no-second-factor', {
                ...{ what, measured: 'none', expected },
                remedy: 'Ask the member to turn it on, or remove the member from the organization.',
              }),
            ),
      );
    },
  }),
];
