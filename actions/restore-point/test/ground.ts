import { type SpawnedAction, spawnAction } from '@lockstep/proving-ground/action';
import { Faults } from '@lockstep/proving-ground/faults';
import { type GitHub, type RepositorySeed, startGitHub } from '@lockstep/proving-ground/github';
import { type Supabase, type SupabaseProjectSeed, startSupabase } from '@lockstep/proving-ground/supabase';

export const REF = 'abcdefghijklmnopqrst';
type Inputs = Readonly<Record<string, string>>;

/** A Supabase project, a repository, and a step between them. */
export interface Ground extends AsyncDisposable {
  readonly faults: Faults;
  readonly supabase: Supabase;
  readonly project: SupabaseProjectSeed;
  readonly repo: RepositorySeed;
  step(inputs?: Inputs, deployments?: 'read' | 'write'): Promise<SpawnedAction>;
}

export async function aGround(): Promise<Ground> {
  const faults = new Faults();
  const [github, supabase]: [GitHub, Supabase] = await Promise.all([
    startGitHub({ faults }),
    startSupabase({ faults }),
  ]);
  const repo = github.repository('acme/shop');
  const sha = repo.commit();
  const project = supabase.project(REF);
  return {
    ...{ faults, supabase, project, repo },
    step: (inputs = {}, deployments = 'write') =>
      spawnAction(
        'restore-point',
        {
          'supabase-project': REF,
          'supabase-token': supabase.token({ permissions: ['backups_read', 'backups_write'] }),
          'supabase-api-url': supabase.url,
          'database-url': `postgresql://postgres:hidden@db.${REF}.supabase.co:5432/postgres`,
          environment: 'production',
          service: 'web',
          'release-id': '20261122T041300Z-3f9a2c',
          ...inputs,
        },
        {
          github: {
            api_url: github.url,
            server_url: 'https://github.example',
            repository: 'acme/shop',
            run_id: '77',
            run_attempt: '1',
            sha,
            triggering_actor: 'octocat',
            token: github.token({
              repository: 'acme/shop',
              permissions: { deployments },
              login: 'github-actions[bot]',
            }),
          },
        },
      ),
    async [Symbol.asyncDispose]() {
      await Promise.all([github.close(), supabase.close()]);
      github.expectNoViolations();
      supabase.expectNoViolations();
    },
  };
}
