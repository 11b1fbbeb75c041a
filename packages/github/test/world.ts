import { type Clock, type RetryPolicy, Secret } from '@lockstep/base';
import { hastyClock } from '@lockstep/proving-ground/clock';
import { Faults } from '@lockstep/proving-ground/faults';
import { type GitHub as GitHubServer, type RepositorySeed, startGitHub } from '@lockstep/proving-ground/github';
import { type ClientOptions, createGitHubClient, type GitHub } from '../src/index.ts';

/** Remembers what was waited for, in milliseconds. */
export function fastClock(): Clock & { readonly waits: readonly number[] } {
  const waits: number[] = [];
  const clock = hastyClock(50);
  return {
    waits,
    now: clock.now,
    sleep: (ms, signal) => {
      waits.push(ms);
      return clock.sleep(ms, signal);
    },
  };
}

export const quick: RetryPolicy = { attempts: 4, firstDelayMs: 1, maxDelayMs: 4, budgetMs: 60_000 };

export interface TestWorld {
  readonly faults: Faults;
  readonly server: GitHubServer;
  readonly repo: RepositorySeed;
  /** The first commit. */
  readonly sha: string;
  readonly lines: string[];
  client(options?: Partial<ClientOptions>): GitHub;
  token(permissions?: Readonly<Record<string, 'read' | 'write'>>, login?: string): Secret;
  close(): Promise<void>;
}

export async function openWorld(): Promise<TestWorld> {
  const faults = new Faults();
  const server = await startGitHub({ faults });
  const repo = server.repository('acme/shop');
  const sha = repo.commit();
  const lines: string[] = [];
  const log = { info: record, warning: record, debug: record };
  function record(line: string) {
    lines.push(line);
  }
  const token: TestWorld['token'] = (permissions, login = 'github-actions[bot]') => {
    const all = { deployments: 'write', actions: 'read', contents: 'read' } as const;
    return new Secret(server.token({ repository: 'acme/shop', permissions: permissions ?? all, login }));
  };
  return {
    faults,
    server,
    repo,
    sha,
    lines,
    token,
    client: (options = {}) =>
      createGitHubClient({
        token: options.token ?? token(),
        apiUrl: server.url,
        repository: { owner: 'acme', repo: 'shop' },
        clock: fastClock(),
        log,
        signal: new AbortController().signal,
        retry: quick,
        requestTimeoutMs: 100_000,
        ...options,
      }),
    async close() {
      await server.close();
      server.expectNoViolations();
    },
  };
}
