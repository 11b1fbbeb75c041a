import type { DatabaseOwner, MadeRestorePoint } from '@lockstep/action-kit/restore-point';
import type { Outcome } from '@lockstep/action-shell';
import { describe, type RemoteError } from '@lockstep/base';

import type { Reason } from './reasons.ts';

/** Why no restore point may be made; undefined where the database is the one of the project. Pure. */
export function refuseOwner(owner: DatabaseOwner, ref: string): Outcome<Reason> | undefined {
  switch (owner.kind) {
    case 'same':
      return undefined;
    case 'other': {
      const message = `database-url leads to the project ${owner.ref}, and supabase-project is ${ref}; no restore point was made`;
      return { verdict: 'fail', reason: 'other-project', message };
    }
    case 'not-known': {
      const message = `whether ${owner.host} is the database of the project ${ref} is not known; no restore point was made`;
      return { verdict: 'unknown', reason: 'project-not-known', message };
    }
  }
}

/** What came of it, in words. Pure. */
export function outcomeOf(made: MadeRestorePoint, { name, ref }: { readonly name: string; readonly ref: string }) {
  const what = `restore point ${name} of the project ${ref}`;
  return said();

  function said(): Outcome<Reason> {
    switch (made.kind) {
      case 'available': {
        const at = made.point.completedMs === undefined ? '' : ` since ${utc(made.point.completedMs)}`;
        return { verdict: 'pass', reason: 'restore-point-available', message: `${what} is available${at}` };
      }
      case 'not-offered': {
        const message = `the project ${ref} has no restore points: ${describe(made.error)}`;
        return { verdict: 'unknown', reason: 'restore-point-not-offered', message };
      }
      case 'refused':
        return { verdict: 'fail', reason: 'restore-point-refused', message: `${what}: ${describe(made.error)}` };
      case 'failed':
        return {
          verdict: 'fail',
          reason: 'restore-point-failed',
          message: `${what}: Supabase reports that it is not there to restore to`,
        };
      case 'not-ready':
        return {
          verdict: 'unknown',
          reason: 'restore-point-not-ready',
          message: `${what} was not available within ready-within`,
        };
      case 'not-confirmed':
        return {
          verdict: 'unknown',
          reason: 'restore-point-not-confirmed',
          message: `${what}: ${notConfirmed(made.error)}`,
        };
    }
  }
}

function notConfirmed(error: RemoteError | undefined): string {
  return error === undefined
    ? 'Supabase answered that it was made, and does not find it'
    : `not known whether it was made: ${describe(error)}`;
}

/** `2026-11-30T04:05:06Z` */
export function utc(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
}
