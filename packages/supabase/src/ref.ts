import { InputError } from '@lockstep/base';

/** Twenty lower-case letters: the first label of a project's address, `https://REF.supabase.co`. */
const REF = /^[a-z]{20}$/;

/** Throws InputError: what is no reference must not become a part of an address. */
export function assertRef(ref: string): void {
  if (!REF.test(ref))
    throw new InputError(
      `supabase-project: "${ref}" is not a project reference; expected the 20 lower-case letters of https://REF.supabase.co`,
    );
}
