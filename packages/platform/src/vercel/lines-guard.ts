import { type Finding, failed, gap, looking, passed } from '../finding.ts';
import { type Line, line, missingOf, onlyFrom, setting } from '../line.ts';
import { flag, list, names } from '../policy/kinds.ts';
import type { DrainFacts, FirewallFacts, FirewallRule } from './facts.ts';
import { VERCEL_SCOPES } from './read.ts';

const FIREWALL = 'https://vercel.com/docs/rest-api/security/read-firewall-configuration';
const TEAM = 'https://vercel.com/docs/rest-api/teams/get-a-team';

/** Every wanted name, with what is wrong where it is not as it should be. */
function named(
  wanted: readonly string[],
  expected: string,
  look: (name: string) => { readonly measured: string; readonly good: boolean; readonly remedy: string },
): readonly Finding[] {
  return wanted.map((what) => {
    const { good, measured, remedy } = look(what);
    return good ? passed({ what, measured, expected }) : failed('not-active', { what, measured, expected, remedy });
  });
}

function firewallLine(
  parts: { readonly key: string; readonly title: string; readonly says: string },
  now: (firewall: FirewallFacts) => readonly string[],
  look: (firewall: FirewallFacts, wanted: readonly string[]) => readonly Finding[],
): Line {
  return line({
    ...parts,
    scope: VERCEL_SCOPES.team,
    source: FIREWALL,
    kind: names,
    propose: ({ vercel }) => {
      if (vercel?.firewall.kind !== 'read') return undefined;
      const found = now(vercel.firewall.value);
      return found.length === 0 ? undefined : found;
    },
    judge: (wanted, { vercel }) =>
      looking(
        vercel?.firewall,
        { what: parts.title, expected: list.show(wanted), missing: missingOf(parts.key) },
        (firewall) => look(firewall, wanted),
      ),
  });
}

const isEnforced = ({ action, onlyLogs }: FirewallRule): boolean => action === 'rate_limit' && !onlyLogs;

function limitText(rule: FirewallRule): string {
  const { active, limit, windowSeconds } = rule;
  const how = isEnforced(rule) ? '' : ', and nothing is stopped';
  const much = limit === undefined ? 'no limit' : `${limit} requests in ${windowSeconds ?? '?'} s${how}`;
  return `${active ? 'active' : 'not active'}, ${much}`;
}

const BLOCKING = ['deny', 'challenge', 'rate_limit'];

export const guardLines: readonly Line[] = [
  setting({
    key: 'vercel.firewall',
    title: 'Firewall of the project',
    says: 'Whether the firewall is on.',
    scope: VERCEL_SCOPES.team,
    source: FIREWALL,
    kind: flag,
    recommended: true,
    part: ({ vercel }) => vercel?.firewall,
    now: ({ enabled }) => enabled,
    remedy: (wanted) =>
      `Turn it ${wanted ? 'on' : 'off'} under Project > Firewall, or PATCH /v1/security/firewall/config with {"action": "firewallEnabled", "value": ${wanted}}.`,
  }),
  firewallLine(
    {
      key: 'vercel.firewall-managed-rules',
      title: 'Managed rules of the firewall',
      says: 'Managed rulesets that have to block or challenge: bot_protection, ai_bots, owasp.',
    },
    ({ managed }) => Object.keys(managed).sort(),
    ({ managed }, wanted) =>
      named(wanted, 'active, and not only logged', (name) => ({
        measured: managed[name] === undefined ? 'not active' : `action ${managed[name]}`,
        good: BLOCKING.includes(managed[name] ?? ''),
        remedy: `Set ${name} to challenge or deny under Project > Firewall > Rules.`,
      })),
  ),
  firewallLine(
    {
      key: 'vercel.firewall-owasp',
      title: 'Groups of the OWASP rules',
      says: 'Groups of the OWASP core rules that have to deny: sqli, xss, rce, lfi, rfi, php, java, gen, ma, sd, sf.',
    },
    ({ owasp }) => Object.keys(owasp).sort(),
    ({ owasp }, wanted) =>
      named(wanted, 'action deny', (name) => ({
        measured: owasp[name] === undefined ? 'not active' : `action ${owasp[name]}`,
        good: owasp[name] === 'deny',
        remedy: `Set the group ${name} to deny under Project > Firewall > Rules > OWASP Core Ruleset.`,
      })),
  ),
  firewallLine(
    {
      key: 'vercel.rate-limits',
      title: 'Rate limits of the firewall',
      says: 'Names of the firewall rules that limit requests, for sign-in and other costly routes.',
    },
    ({ rules }) => rules.filter(({ active, limit }) => active && limit !== undefined).map(({ name }) => name),
    ({ rules }, wanted) =>
      named(wanted, 'active, with a rate limit that is not only logged', (name) => {
        const rule = rules.find((one) => one.name === name);
        return {
          measured: rule === undefined ? 'no such rule' : limitText(rule),
          good: rule?.active === true && rule.limit !== undefined && isEnforced(rule),
          remedy: `Create or activate the rule "${name}" with a rate limit under Project > Firewall > Rules.`,
        };
      }),
  ),
  setting({
    key: 'vercel.firewall-bypasses',
    title: 'Addresses that are let past the firewall',
    says: 'Addresses that may be let past the firewall, and no others.',
    scope: VERCEL_SCOPES.team,
    source: FIREWALL,
    kind: list,
    ...onlyFrom,
    part: ({ vercel }) => vercel?.firewall,
    now: ({ bypasses }) => bypasses,
    remedy: () => 'Remove the others under Project > Firewall > Rules > IP Blocking.',
  }),
  line({
    key: 'vercel.drains',
    title: 'Drains of logs',
    says: 'Hosts that have to receive the logs of the project through a drain.',
    scope: VERCEL_SCOPES.team,
    source: 'https://vercel.com/docs/rest-api/drains/retrieve-a-list-of-all-drains',
    kind: names,
    propose: ({ vercel }) => {
      if (vercel?.drains.kind !== 'read') return undefined;
      const hosts = vercel.drains.value.flatMap(({ host, kinds }) =>
        host !== undefined && kinds.includes('log') ? [host] : [],
      );
      return hosts.length === 0 ? undefined : [...new Set(hosts)].sort();
    },
    judge: (wanted, { vercel }) =>
      looking(
        vercel?.drains,
        { what: 'Drains of logs', expected: list.show(wanted), missing: missingOf('vercel.drains') },
        (drains) =>
          named(wanted, 'an enabled drain of logs', (host) => ({
            ...drainAt(drains, host),
            remedy: `Create or enable a drain of logs to ${host} under Team > Settings > Drains.`,
          })),
      ),
  }),
  setting({
    key: 'vercel.webhook-hosts',
    title: 'Webhooks of the account',
    says: 'Hosts that webhooks of Vercel may call, and no others.',
    scope: VERCEL_SCOPES.team,
    source: 'https://vercel.com/docs/rest-api/webhooks/get-a-list-of-webhooks',
    kind: list,
    ...onlyFrom,
    part: ({ vercel }) => vercel?.webhooks,
    now: (webhooks) => [...new Set(webhooks.map(({ host }) => host))].sort(),
    remedy: () => 'Remove the others under Team > Settings > Webhooks.',
  }),
  setting({
    key: 'vercel.owners',
    title: 'Owners of the team',
    says: 'People who may be owners of the team, by username, and no others.',
    scope: VERCEL_SCOPES.owner,
    source: 'https://vercel.com/docs/rest-api/teams/list-team-members',
    kind: list,
    ...onlyFrom,
    part: ({ vercel }) => vercel?.members,
    now: (members) =>
      members
        .filter(({ role }) => role === 'OWNER')
        .map(({ name }) => name)
        .sort(),
    remedy: () => 'Give the others a smaller role under Team > Settings > Members.',
  }),
  setting({
    key: 'vercel.members',
    title: 'Members of the team',
    says: 'People who may be in the team, by username, and no others.',
    scope: VERCEL_SCOPES.owner,
    source: 'https://vercel.com/docs/rest-api/teams/list-team-members',
    kind: list,
    ...onlyFrom,
    part: ({ vercel }) => vercel?.members,
    now: (members) => members.map(({ name }) => name).sort(),
    remedy: () => 'Remove the others under Team > Settings > Members, or add them to the policy.',
  }),
  setting({
    key: 'vercel.saml',
    title: 'Sign-in by SAML',
    says: 'Whether members have to sign in through your identity provider, where the second factor is enforced.',
    scope: VERCEL_SCOPES.team,
    source: TEAM,
    kind: flag,
    part: ({ vercel }) => vercel?.team,
    now: ({ samlEnforced }) => samlEnforced,
    remedy: (wanted) =>
      `Turn "Require Team Members to log in with SAML" ${wanted ? 'on' : 'off'} under Team > Settings > Security & Privacy.`,
  }),
  setting({
    key: 'vercel.sensitive-by-policy',
    title: 'New variables are sensitive',
    says: 'Whether new variables of production and previews are always of the type Sensitive.',
    scope: VERCEL_SCOPES.team,
    source: TEAM,
    kind: flag,
    recommended: true,
    part: ({ vercel }) => vercel?.team,
    now: ({ sensitivePolicy }) => sensitivePolicy === 'on',
    remedy: (wanted) =>
      `Turn "Enforce Sensitive Environment Variables" ${wanted ? 'on' : 'off'} under Team > Settings > Security & Privacy.`,
  }),
  setting({
    key: 'vercel.hide-ip-addresses',
    title: 'Addresses of visitors are hidden',
    says: 'Whether addresses of visitors are kept out of the dashboard and of drains.',
    scope: VERCEL_SCOPES.team,
    source: TEAM,
    kind: flag,
    part: ({ vercel }) => vercel?.team,
    now: ({ hidesAddresses, hidesAddressesInDrains }) => hidesAddresses && hidesAddressesInDrains,
    remedy: (wanted) =>
      `Turn "IP Address Visibility" ${wanted ? 'off' : 'on'} under Team > Settings > Security & Privacy.`,
  }),
  line<boolean>({
    key: 'vercel.second-factor',
    title: 'Second factor at Vercel',
    says: 'Whether members need a second factor. Its API does not say it, so this line is always reported as not verified.',
    scope: 'none: Vercel has no documented route',
    source: 'https://vercel.com/docs/two-factor-authentication',
    kind: flag,
    propose: () => undefined,
    judge: (wanted) =>
      wanted
        ? [
            gap(
              'Members of the team',
              "Vercel's description of its API says nothing of a second factor",
              'Look under Team > Settings > Security & Privacy, and accept this line with an end date; vercel.saml can be seen.',
            ),
          ]
        : [],
  }),
  line({
    key: 'vercel.alerts',
    title: 'Alert rules at Vercel',
    says: 'Alert rules that have to exist at Vercel. Its API does not describe them, so this line is always reported as not verified.',
    scope: 'none: Vercel has no documented route',
    source: 'https://vercel.com/docs/alerts',
    kind: names,
    propose: () => undefined,
    judge: (wanted) =>
      wanted.map((name) =>
        gap(
          `alert rule ${name}`,
          "Vercel's description of its API has no route for alert rules",
          'Look under Project > Observability > Alerts, and accept this line with an end date.',
        ),
      ),
  }),
];

function drainAt(drains: readonly DrainFacts[], host: string): { readonly measured: string; readonly good: boolean } {
  const there = drains.filter((one) => one.host === host);
  const logs = there.filter(({ kinds }) => kinds.includes('log'));
  if (logs.some(({ status }) => status === 'enabled')) return { measured: 'enabled', good: true };
  if (logs[0] !== undefined) return { measured: logs[0].status, good: false };
  return { measured: there.length === 0 ? 'no drain to it' : 'a drain, but not of logs', good: false };
}
