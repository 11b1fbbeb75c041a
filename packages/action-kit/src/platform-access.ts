import type { Secret } from '@lockstep/base';
import type { ReleaseFacts } from '@lockstep/platform';

/** Which services to ask, and by what; a service whose token or name is empty is not asked. */
export interface PlatformAccess {
  readonly vercel: {
    readonly token: Secret;
    readonly project: string;
    readonly team: string;
    readonly apiUrl: URL | undefined;
  };
  readonly supabase: { readonly token: Secret; readonly project: string; readonly apiUrl: URL | undefined };
  readonly github: {
    readonly token: Secret;
    readonly apiUrl: string;
    readonly owner: string;
    readonly repo: string;
    readonly environment: string;
  };
  readonly stripe: { readonly token: Secret; readonly apiUrl: URL | undefined };
  readonly sentry: {
    readonly token: Secret;
    readonly organization: string;
    readonly project: string;
    readonly apiUrl: URL | undefined;
    /** What the event of the error drill is signed with. */
    readonly drillSecret: Secret;
  };
  readonly bundle: { readonly directory: string; readonly url: URL | undefined; readonly bypass: Secret };
  readonly release: ReleaseFacts;
}
