/** What the files that browsers load say of the configuration. No text of them is kept. */
export interface BundleFacts {
  /** Where they were read: a directory, or an address. */
  readonly from: string;
  readonly files: number;
  /** References of the Supabase projects that they talk to. */
  readonly supabaseRefs: readonly string[];
  /** Files that hold the word `[SENSITIVE]`, which `vercel env pull` writes instead of a value. */
  readonly withPlaceholder: readonly string[];
  /** Files that hold a key of Supabase or Stripe for servers. */
  readonly withServerKey: readonly string[];
}
