import { type Animal, everyone } from './animal.ts';

export const sequenceShared: Animal = {
  name: 'a sequence that everyone may read, which is told and does not fail',
  leak: 'select 1',
  twin: 'select 1',
  after: {
    leak: 'grant all on all sequences in schema public to anon, authenticated',
    twin: 'revoke all on all sequences in schema public from anon, authenticated',
  },
  finds: [],
  tells: everyone('sequence/shared public.comment_id_seq'),
};
