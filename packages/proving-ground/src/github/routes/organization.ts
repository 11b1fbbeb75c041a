import { type Call, listed, notFound, ok, type Routes, refusal } from '../call.ts';
import { nodeId, userShape } from '../shapes.ts';
import { userNamed } from '../world.ts';

const metadata = [{ metadata: 'read' }] as const;

/** The organization that owns the repository, as its owners see it, and others. */
export const organizationRoutes: Routes = {
  'orgs/get-audit-log': { needs: metadata, answer: auditLog },
  'orgs/get': { needs: metadata, answer: organization },
  'orgs/list-members': { needs: metadata, answer: members },
  'repos/get-repo-ruleset-history': { needs: [{ administration: 'write' }], answer: history },
  'users/get-by-id': { needs: metadata, answer: account },
};

/** Who administers the repository is taken for an owner of its organization. */
function isOwner({ repo, user }: Call): boolean {
  return repo.people.get(user.login) === 'admin';
}

function organization(call: Call) {
  const { base, repo } = call;
  const { login, type } = repo.owner;
  if (type !== 'Organization' || call.params['org'] !== login) return notFound();
  const { plan = 'team', requiresSecondFactor = false } = repo.settings.organization ?? {};
  const url = `${base}/orgs/${login}`;
  const links = ['repos', 'events', 'hooks', 'issues', 'members', 'public_members'];
  return ok({
    login,
    id: repo.owner.id,
    node_id: nodeId(type, repo.owner.id),
    url,
    ...Object.fromEntries(links.map((name) => [`${name}_url`, `${url}/${name}`])),
    avatar_url: `${base}/avatars/${repo.owner.id}`,
    description: null,
    html_url: `${base}/${login}`,
    has_organization_projects: true,
    has_repository_projects: true,
    ...{ public_repos: 0, public_gists: 0, followers: 0, following: 0 },
    type,
    created_at: repo.createdAt,
    updated_at: repo.createdAt,
    archived_at: null,
    ...(isOwner(call)
      ? {
          two_factor_requirement_enabled: requiresSecondFactor,
          plan: { name: plan, space: 1, private_repos: 999_999, filled_seats: 2, seats: 3 },
        }
      : {}),
  });
}

function members(call: Call) {
  const filter = call.query.get('filter') ?? 'all';
  if (filter !== 'all' && !isOwner(call)) return refusal(422, 'Validation Failed');
  const { withoutSecondFactor = [] } = call.repo.settings.organization ?? {};
  const logins = filter === 'all' ? [...call.repo.people.keys()] : withoutSecondFactor;
  return listed(call, logins, (login) => userShape(call.base, userNamed(login)));
}

/** Only GitHub Enterprise Cloud has it, and only owners see it. Of the phrase it knows `repo:` and `created:>=`. */
function auditLog(call: Call) {
  const { auditLog: entries = [], organization } = call.repo.settings;
  if (organization?.plan !== 'enterprise' || !isOwner(call)) return notFound();
  const words = (call.query.get('phrase') ?? '').split(' ');
  const qualifier = (name: string) => words.find((word) => word.startsWith(name))?.slice(name.length);
  const [repository, since] = [qualifier('repo:'), qualifier('created:>=')];
  const found = entries.filter(
    ({ at, repo }) => (repository === undefined || repo === repository) && (since === undefined || at >= since),
  );
  return listed(call, found, ({ action, at, login, more, repo }) => ({
    '@timestamp': Date.parse(at),
    created_at: Date.parse(at),
    _document_id: `${action} ${at}`,
    action,
    actor: login,
    actor_id: userNamed(login).id,
    org: call.repo.owner.login,
    repo,
    ...more,
  }));
}

function history(call: Call) {
  const id = Number(call.params['ruleset_id']);
  const entries = (call.repo.settings.rulesetHistory ?? []).filter(({ ruleset }) => ruleset === id);
  return listed(call, entries, ({ at, login }) => ({
    version_id: 1,
    actor: { id: userNamed(login).id, type: 'User' },
    updated_at: at,
  }));
}

function account(call: Call) {
  const known = (call.repo.settings.rulesetHistory ?? []).map(({ login }) => userNamed(login));
  const found = known.find(({ id }) => String(id) === call.params['account_id']);
  if (found === undefined) return notFound();
  const nothing = ['bio', 'blog', 'company', 'email', 'hireable', 'location', 'name'];
  return ok({
    ...userShape(call.base, found),
    ...Object.fromEntries(nothing.map((name) => [name, name === 'blog' ? '' : null])),
    ...{ followers: 0, following: 0, public_gists: 0, public_repos: 0 },
    created_at: call.at,
    updated_at: call.at,
    user_view_type: 'public',
  });
}
