import type { ScratchRefusal } from '@lockstep/backup';

/** What a drill ends with that did not begin, whoever asked for it. */
export function drillRefusedEnd(why: ScratchRefusal) {
  switch (why) {
    case 'is-the-source':
      return failed(
        'scratch-is-source',
        'the scratch server is the server that was backed up: nothing was restored; use another one for drills',
      );
    case 'source-unknown':
      return failed(
        'source-not-known',
        'whether the scratch server is the source is not known: nothing was restored; let both roles call pg_control_system(), and make another backup',
      );
    case 'not-empty':
      return failed(
        'scratch-not-empty',
        'the scratch database has tables of its own: nothing was restored; use a server that is only for drills',
      );
  }
}

function failed<R extends string>(reason: R, message: string) {
  return { verdict: 'fail', reason, message } as const;
}
