// Runs on Supabase (Deno): `supabase functions deploy verify`. The handler has nothing of Deno, so that tests run it.
import { verify } from './handler.ts';

Deno.serve((request: Request) =>
  verify(request, { url: Deno.env.get('SUPABASE_URL') ?? '', key: Deno.env.get('SUPABASE_ANON_KEY') ?? '' }),
);
