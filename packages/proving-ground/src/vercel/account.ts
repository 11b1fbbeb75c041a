import { requireAccount } from './access.ts';
import { param, type Route, readBody } from './api.ts';
import { page } from './page.ts';
import { Refusal } from './refusal.ts';
import type { Team } from './state.ts';

/** Whose account it is. The token of a project gets 404 here, which is what ends Vercel's own CLI with such a token. */
export const accountRoutes: readonly Route[] = [
  {
    method: 'GET',
    paths: ['/v2/user'],
    answer: (_world, { access }) => {
      requireAccount(access, 'User');
      const { id, username, email } = access.person;
      const user = { id, uid: id, username, email, name: username, avatar: null, limited: true };
      return { status: 200, body: { user: { ...user, defaultTeamId: null, version: null } } };
    },
  },
  {
    method: 'GET',
    paths: ['/v2/teams', '/v1/teams'],
    answer: (world, { access }) => {
      requireAccount(access, 'User');
      const pagination = { count: 1, next: null, prev: null };
      return { status: 200, body: { teams: [teamJson(world.team)], pagination } };
    },
  },
  {
    method: 'GET',
    paths: ['/v2/teams/:team', '/teams/:team', '/v1/teams/:team'],
    answer: (world, call) => {
      requireAccount(call.access, 'Team');
      const wanted = param(call, 'team');
      if (wanted !== world.team.id && wanted !== world.team.slug)
        throw new Refusal(404, 'not_found', 'The specified team could not be found');
      return { status: 200, body: { ...teamJson(world.team), ...world.settings.team } };
    },
  },
  {
    method: 'PATCH',
    paths: ['/v2/teams/:team'],
    answer: (world, call) => {
      requireAccount(call.access, 'Team');
      const body = readBody(call, [
        'hideIpAddresses',
        'hideIpAddressesInLogDrains',
        'sensitiveEnvironmentVariablePolicy',
      ]);
      Object.assign(world.settings.team, body);
      return { status: 200, body: { ...teamJson(world.team), ...world.settings.team } };
    },
  },
  {
    method: 'GET',
    paths: ['/v3/teams/:team/members'],
    answer: (world, call) => {
      requireAccount(call.access, 'Team');
      const { items, pagination } = page(world.settings.members, ({ createdAt }) => createdAt, call.query);
      return {
        status: 200,
        body: { members: items, pagination: { hasNext: pagination.next !== null, ...pagination } },
      };
    },
  },
];

function teamJson({ id, slug, name, plan }: Team): object {
  const membership = { role: 'OWNER', confirmed: true, uid: 'member', teamId: id, createdAt: 0, created: 0 };
  const about = { creatorId: 'user_lockstep', description: null, stagingPrefix: slug, createdAt: 0, updatedAt: 0 };
  return { id, slug, name, avatar: null, ...about, limited: true, membership, billing: { plan } };
}
