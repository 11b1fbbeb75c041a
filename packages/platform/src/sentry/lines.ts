import { type Finding, failed, gap, looking, passed } from '../finding.ts';
import { type Line, line, missingOf, onlyFrom, setting } from '../line.ts';
import { flag, list, names } from '../policy/kinds.ts';
import type { AlertFacts, SentryMember, SentryProjectFacts } from './facts.ts';
import { drillLine } from './line-drill.ts';
import { SENTRY_SCOPES } from './read.ts';

const PROJECT = 'https://docs.sentry.io/api/projects/retrieve-a-project/';
const ALERTS = 'https://docs.sentry.io/api/monitors/fetch-alerts/';

function ofProject(
  parts: { readonly key: string; readonly title: string; readonly says: string; readonly place: string },
  now: (project: SentryProjectFacts) => boolean | undefined,
): Line {
  const { place, ...naming } = parts;
  return setting({
    ...naming,
    scope: SENTRY_SCOPES.project,
    source: PROJECT,
    kind: flag,
    recommended: true,
    part: ({ sentry }) => sentry?.project,
    now,
    remedy: (wanted) => `Turn it ${wanted ? 'on' : 'off'} under ${place}.`,
  });
}

function alertFinding(name: string, found: AlertFacts | undefined): Finding {
  const expected = 'enabled';
  if (found === undefined)
    return failed('alert-missing', {
      what: name,
      measured: 'no such alert',
      expected,
      remedy: `Create the alert "${name}" under Monitors > Alerts.`,
    });
  const seeing = { what: name, measured: found.enabled ? 'enabled' : 'disabled', expected };
  return found.enabled
    ? passed(seeing)
    : failed('alert-disabled', { ...seeing, remedy: `Enable "${name}" under Monitors > Alerts.` });
}

export const sentryLines: readonly Line[] = [
  line({
    key: 'sentry.alerts',
    title: 'Alerts at Sentry',
    says: 'Names of alerts that have to exist and be enabled.',
    scope: SENTRY_SCOPES.alerts,
    source: ALERTS,
    kind: names,
    propose: ({ sentry }) =>
      sentry?.alerts.kind === 'read' && sentry.alerts.value.length > 0
        ? sentry.alerts.value.map(({ name }) => name).sort()
        : undefined,
    judge: (wanted, { sentry }) =>
      looking(
        sentry?.alerts,
        { what: 'Alerts at Sentry', expected: list.show(wanted), missing: missingOf('sentry.alerts') },
        (alerts) =>
          wanted.map((name) =>
            alertFinding(
              name,
              alerts.find((one) => one.name === name),
            ),
          ),
      ),
  }),
  line<boolean>({
    key: 'sentry.alerts-reach-someone',
    title: 'Alerts reach a destination',
    says: 'Whether each enabled alert has to notify someone: an alert without an action reaches no one.',
    scope: SENTRY_SCOPES.alerts,
    source: ALERTS,
    kind: flag,
    propose: ({ sentry }) => (sentry?.alerts.kind === 'read' ? true : undefined),
    judge: (wanted, { sentry }) =>
      wanted
        ? looking(
            sentry?.alerts,
            { what: 'Alerts at Sentry', expected: 'a destination', missing: missingOf('sentry.alerts') },
            (alerts) => {
              const enabled = alerts.filter((one) => one.enabled);
              if (enabled.length === 0)
                return [
                  failed('no-alert', {
                    what: 'Alerts at Sentry',
                    measured: 'none is enabled',
                    expected: 'a destination',
                    remedy: 'Create an alert under Monitors > Alerts.',
                  }),
                ];
              return enabled.map(({ destinations, name }) => {
                const seeing = { what: name, measured: list.show(destinations), expected: 'a destination' };
                return destinations.length > 0
                  ? passed(seeing)
                  : failed('alert-without-destination', {
                      ...seeing,
                      remedy: `Add an action to "${name}" under Monitors > Alerts.`,
                    });
              });
            },
          )
        : [],
  }),
  ofProject(
    {
      key: 'sentry.data-scrubber',
      title: 'Scrubbing of data at Sentry',
      says: 'Whether Sentry removes passwords, card numbers and the like from events.',
      place: 'Project Settings > Security & Privacy > Data Scrubber',
    },
    ({ dataScrubber }) => dataScrubber,
  ),
  ofProject(
    {
      key: 'sentry.scrub-ip-addresses',
      title: 'Addresses of visitors at Sentry',
      says: 'Whether Sentry stores no addresses of visitors.',
      place: 'Project Settings > Security & Privacy > Prevent Storing of IP Addresses',
    },
    ({ scrubsAddresses }) => scrubsAddresses,
  ),
  ofProject(
    {
      key: 'sentry.second-factor',
      title: 'Second factor at Sentry',
      says: 'Whether members of the organization need a second factor.',
      place: 'Settings > Security & Privacy > Require Two-Factor Authentication',
    },
    ({ requiresSecondFactor }) => requiresSecondFactor,
  ),
  setting({
    key: 'sentry.allowed-domains',
    title: 'Domains that may send events',
    says: 'Domains whose pages may send events, and no others; * is every one.',
    scope: SENTRY_SCOPES.project,
    source: PROJECT,
    kind: list,
    ...onlyFrom,
    part: ({ sentry }) => sentry?.project,
    now: ({ allowedDomains }) => allowedDomains,
    remedy: (wanted) => `Set the allowed domains to ${list.show(wanted)} under Project Settings > General.`,
  }),
  line<boolean>({
    key: 'sentry.members-second-factor',
    title: 'Members without a second factor at Sentry',
    says: 'Whether each member of the organization has to have a second factor.',
    scope: SENTRY_SCOPES.members,
    source: 'https://docs.sentry.io/api/organizations/list-an-organizations-members/',
    kind: flag,
    propose: ({ sentry }) => (sentry?.members.kind === 'read' ? true : undefined),
    judge: (wanted, { sentry }) => (wanted ? looking(sentry?.members, MEMBERS, membersFindings) : []),
  }),
  drillLine,
];

const MEMBERS = { what: 'members', expected: 'a second factor', missing: missingOf('sentry.members') };

function membersFindings(members: readonly SentryMember[]): readonly Finding[] {
  const { expected, what } = MEMBERS;
  const without = members.filter(({ secondFactor }) => secondFactor === false);
  if (members.length === 0) return [gap(what, 'Sentry lists none', 'Check the scope member:read.')];
  if (without.length === 0) return [passed({ what, measured: `${members.length}, none without one`, expected })];
  return without.map(({ name, role }) =>
    failed('no-second-factor', {
      ...{ what: `${name} (${role})`, measured: 'none', expected },
      remedy: 'Turn on "Require Two-Factor Authentication" under Settings > Security & Privacy.',
    }),
  );
}
