import { commit, deployment, healthy } from '../app.ts';
import { type Case, dead, html, json } from './case.ts';

const identity = { deployment, commit };

/** Which build answered. */
export const identityCases: readonly Case[] = [
  { what: 'the build that was asked for', answers: () => healthy(), asked: { identity }, is: 'ok' },
  {
    what: 'its deployment id without the prefix and its short commit',
    answers: () => healthy(),
    asked: { identity: { deployment: deployment.slice(4), commit: commit.slice(0, 7) } },
    is: 'ok',
  },
  {
    what: 'another deployment',
    answers: () => healthy({ metadata: { deployment_id: 'dpl_other', git_commit: commit } }),
    asked: { identity },
    is: 'wrong-identity',
  },
  {
    what: 'another commit',
    answers: () => healthy({ metadata: { deployment_id: deployment, git_commit: '0000000' } }),
    asked: { identity },
    is: 'wrong-identity',
  },
  {
    what: 'another build, even an unhealthy one',
    answers: () => ({
      ...healthy({ status: 'unhealthy', checks: dead, metadata: { deployment_id: 'dpl_other' } }),
      status: 503,
    }),
    asked: { identity },
    is: 'wrong-identity',
  },
  {
    what: 'another build out of a cache',
    answers: () => ({ ...healthy({ metadata: { deployment_id: 'dpl_other' } }), headers: { age: '9' } }),
    asked: { identity },
    is: 'wrong-identity',
  },
  {
    what: 'an answer that names no build when one was asked for',
    answers: () => healthy({ metadata: {} }),
    asked: { identity },
    is: 'identity-absent',
  },
  {
    what: 'an answer that names the deployment but not the commit',
    answers: () => healthy({ metadata: { deployment_id: deployment } }),
    asked: { identity },
    is: 'identity-absent',
  },
  {
    what: 'a readiness answer, whose format has no place for a build',
    answers: json(200, { status: 'ready', checks: [{ component: 'db', ready: true }] }),
    asked: { identity },
    is: 'ok',
  },
  {
    what: 'an unhealthy answer that is asked for its name alone',
    answers: () => ({ ...healthy({ status: 'unhealthy', checks: dead }), status: 503 }),
    asked: { format: 'identity', identity, criticality: { critical: ['database'], advisory: [] } },
    is: 'ok',
  },
  {
    what: 'a release id, asked for the name alone',
    answers: json(500, { status: 'fail', releaseId: commit }),
    asked: { format: 'identity', identity: { deployment: undefined, commit } },
    is: 'ok',
  },
  {
    what: 'another build, asked for its name alone',
    answers: () => healthy({ metadata: { deployment_id: 'dpl_other', git_commit: commit } }),
    asked: { format: 'identity', identity },
    is: 'wrong-identity',
  },
  {
    what: 'JSON without a name, asked for its name alone',
    answers: json(200, { status: 'healthy' }),
    asked: { format: 'identity', identity },
    is: 'identity-absent',
  },
  {
    what: 'a page, asked for its name alone',
    answers: html(200, '<html></html>'),
    asked: { format: 'identity', identity },
    is: 'contract-violation',
  },
  {
    what: 'a page of the build, named in a header',
    answers: html(200, '<html></html>', { 'x-build': commit }),
    asked: { format: 'plain', identity: { deployment: undefined, commit }, identityHeader: 'x-build' },
    is: 'ok',
  },
  {
    what: 'a page that lacks the header',
    answers: html(200, '<html></html>'),
    asked: { format: 'plain', identity: { deployment: undefined, commit }, identityHeader: 'x-build' },
    is: 'identity-absent',
  },
  {
    what: 'a page of another build, named in a header in no known form',
    answers: html(200, '<html></html>', { 'x-build': 'build-41' }),
    asked: { format: 'plain', identity: { deployment: 'build-42', commit: undefined }, identityHeader: 'x-build' },
    is: 'wrong-identity',
  },
  {
    what: "a Next.js page of another deployment, by its scripts' addresses",
    answers: html(200, '<script src="/_next/static/chunks/main.js?dpl=dpl_other"></script>'),
    asked: { format: 'plain', identity: { deployment, commit: undefined } },
    is: 'wrong-identity',
  },
];
