import type { Part } from '../facts/part.ts';
import type { VercelFacts } from '../vercel/facts.ts';
import { mapped, plain, type State } from './plain.ts';

/** What of a Vercel project and its team is kept. What changes by itself (dates, certificates) is not. */
export function vercelState(facts: VercelFacts): Readonly<Record<string, Part<State>>> {
  return {
    // Its id belongs to the account, and is another one in a project that replaces it.
    project: mapped(facts.project, ({ id: _id, ...project }) => plain(project)),
    domains: mapped(facts.domains, (domains) =>
      Object.fromEntries(
        domains
          .filter(({ name }) => !/\.vercel\.app$/.test(name))
          .map(({ name, verified: _verified, ...domain }) => [name, plain(domain)]),
      ),
    ),
    env: mapped(facts.env, (rows) =>
      Object.fromEntries(
        rows.map(({ gitBranch, key, targets, type }) => [
          [key, [...targets].sort().join('+'), ...(gitBranch === undefined ? [] : [gitBranch])].join(' '),
          { key, type, targets: [...targets].sort(), ...(gitBranch === undefined ? {} : { gitBranch }) },
        ]),
      ),
    ),
    firewall: mapped(facts.firewall, ({ bypasses, enabled, managed, owasp, rules }) => ({
      enabled,
      managed: { ...managed },
      owasp: { ...owasp },
      bypasses: [...bypasses].sort(),
      rules: Object.fromEntries(
        rules.map(({ definition, name, whole }) => [name, { definition: plain(definition), whole }]),
      ),
    })),
    drains: mapped(facts.drains, (drains) =>
      Object.fromEntries(drains.map(({ name, ...drain }) => [name, plain(drain)])),
    ),
    webhooks: mapped(facts.webhooks, (webhooks) =>
      Object.fromEntries(webhooks.map(({ events, host }) => [host, { events: [...events] }])),
    ),
    team: mapped(facts.team, ({ slug: _slug, plan: _plan, ...team }) => plain(team)),
    members: mapped(facts.members, (members) => Object.fromEntries(members.map(({ name, role }) => [name, { role }]))),
  };
}
