import { githubMutations } from './mutations/github.ts';
import type { Mutation } from './mutations/mutation.ts';
import { otherMutations } from './mutations/others.ts';
import { supabaseMutations } from './mutations/supabase.ts';
import { vercelMutations } from './mutations/vercel.ts';

export const mutations: readonly Mutation[] = [
  ...vercelMutations,
  ...supabaseMutations,
  ...githubMutations,
  ...otherMutations,
];
