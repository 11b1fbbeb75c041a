import { defineReasons } from '@lockstep/base';

const draft = defineReasons({
  drafted: {
    verdict: 'pass',
    meaning: 'The draft of the down migration restores the schema: it was applied, rolled back and applied again.',
    remedy: 'Read it before it is committed.',
  },
  'draft-unfinished': {
    verdict: 'unknown',
    meaning:
      'The draft has lines `-- lockstep: unfinished …`: what they name, such as deleted rows, no statement can restore.',
    remedy:
      'Replace each of them with SQL that restores it, or with a comment that says why it may be gone. `lockstep lint` fails until then.',
  },
  'draft-wrong': {
    verdict: 'fail',
    meaning: 'The draft does not restore the schema; the lines above say what differs. It was written all the same.',
    remedy:
      'Correct it by hand and run `lockstep verify --steps 1`. Please report the migration, so that the draft gets better.',
  },
});

/** What the commands say that is no action's reason, each by its command. `scripts/docs.mjs` writes it for `lockstep explain`. */
export const ownReasons = {
  'down-draft': draft,
  new: draft,
  releases: defineReasons({
    'line-clear': {
      verdict: 'pass',
      meaning:
        'No release, change of traffic or rollback of this environment waits for an end: the next one can begin.',
      remedy: 'Nothing.',
    },
  }),
  rehearse: defineReasons({
    rehearsed: { verdict: 'pass', meaning: 'The last run of the rehearsal succeeded.', remedy: 'Nothing.' },
    'rehearsal-failed': {
      verdict: 'fail',
      meaning: 'The last run of the rehearsal did not succeed, or something in it would have asked another machine.',
      remedy: 'Read the lines of the run: each step says what it found, and what to do.',
    },
  }),
  platform: defineReasons({
    'nothing-changed': {
      verdict: 'pass',
      meaning: 'No setting that the snapshot has differs from what is set now.',
      remedy: 'Nothing.',
    },
  }),
  doctor: defineReasons({
    'as-needed': { verdict: 'pass', meaning: 'The setting is as the workflows need it.', remedy: 'Nothing.' },
    missing: {
      verdict: 'fail',
      meaning: 'A setting that the workflows need is not there, or is another one.',
      remedy: 'Run the command that is shown with it, or open the page.',
    },
    'not-seen': {
      verdict: 'unknown',
      meaning: 'The setting could not be seen: there is no token for it, or the token may not read it.',
      remedy: 'Run it with a token that may read it; what is shown says which permission is missing.',
    },
    'build-named': { verdict: 'pass', meaning: 'The health route names the build that answers.', remedy: 'Nothing.' },
    'no-build-named': {
      verdict: ['fail', 'unknown'],
      meaning:
        'The health route does not name the build that answers, or did not answer, so a release cannot know its candidate.',
      remedy:
        'Let the route give `metadata.deployment_id` or `metadata.git_commit`: `lockstep add app health` writes one that does.',
    },
  }),
};

/** A reason that only this command says. */
export type OwnReason<C extends keyof typeof ownReasons> = keyof (typeof ownReasons)[C];
