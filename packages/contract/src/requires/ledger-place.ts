import type { Fields } from '@lockstep/base';

/** Where another service's releases are recorded, and what of it has to be live. */
export interface LedgerPlace {
  readonly repository: { readonly owner: string; readonly repo: string };
  readonly environment: string;
  /** '' where the environment has but one. */
  readonly service: string;
  /** A commit, tag or branch of that repository that the live release must contain; '' means that any release will do. */
  readonly contains: string;
  /** The login whose records count. */
  readonly creator: string;
}

export function readLedgerPlace(fields: Fields): LedgerPlace | undefined {
  const repository = fields.text('repository', { required: true, expected: 'OWNER/NAME' });
  const [, owner = '', repo = ''] = /^([\w.-]{1,100})\/([\w.-]{1,100})$/.exec(repository) ?? [];
  if (repository !== '' && owner === '') fields.complain('repository', 'expected OWNER/NAME');
  const environment = fields.text('environment') || 'production';
  const service = fields.text('service');
  const contains = fields.text('contains');
  if (contains !== '' && (!/^[\w./+-]{1,200}$/.test(contains) || contains.includes('..')))
    fields.complain('contains', 'expected a commit, a tag or a branch');
  const creator = fields.text('creator') || 'github-actions[bot]';
  fields.refuseOthers();
  return fields.problems.length > 0
    ? undefined
    : { repository: { owner, repo }, environment, service, contains, creator };
}
