import { type Animal, everyone } from './animal.ts';

export const schemaCreate: Animal = {
  name: 'everyone may create objects in the schema, which is reported and does not fail',
  leak: 'select 1',
  twin: 'select 1',
  after: {
    leak: 'grant create on schema public to anon, authenticated',
    twin: 'revoke create on schema public from anon, authenticated',
  },
  finds: [],
  tells: everyone('schema/create public'),
};
