import type { NextRequest } from 'next/server';
import { secured } from './lib/lockstep/secured';
import { security } from './lib/lockstep/security';

export function proxy(request: NextRequest) {
  return secured(request, security);
}

/** Everything but files that never change; those have no HTML. */
export const config = { matcher: ['/((?!_next/static|_next/image|favicon.ico).*)'] };
