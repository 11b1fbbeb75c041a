import { failed, gap, looking, passed } from '../finding.ts';
import { type Line, line, missingOf } from '../line.ts';
import { map } from '../policy/kinds.ts';
import type { AuthMember } from './auth-members.ts';
import { SUPABASE_SCOPES } from './read.ts';

const SOURCE = 'https://supabase.com/docs/reference/api/v1-get-auth-service-config';

const LIMITS: readonly AuthMember[] = [
  'rate_limit_anonymous_users',
  'rate_limit_email_sent',
  'rate_limit_otp',
  'rate_limit_sms_sent',
  'rate_limit_token_refresh',
  'rate_limit_verify',
  'rate_limit_web3',
];

const shortName = (member: AuthMember): string => member.replace('rate_limit_', '').replaceAll('_', '-');

export const rateLimits: Line = line({
  key: 'supabase.auth-rate-limits',
  title: 'Rate limits of sign-in',
  says: `Requests that each route may answer at most in its time, as ROUTE: NUMBER: ${LIMITS.map(shortName).join(', ')}.`,
  scope: SUPABASE_SCOPES.auth,
  source: SOURCE,
  kind: map,
  propose: ({ supabase }) => {
    if (supabase?.auth.kind !== 'read') return undefined;
    const auth = supabase.auth.value;
    const found = LIMITS.flatMap((member) => {
      const value = auth[member];
      return typeof value === 'number' ? [[shortName(member), String(value)] as const] : [];
    });
    return found.length === 0 ? undefined : Object.fromEntries(found);
  },
  judge: (wanted, { supabase }) =>
    looking(
      supabase?.auth,
      { what: 'Rate limits of sign-in', expected: map.show(wanted), missing: missingOf('supabase.auth') },
      (auth) =>
        Object.entries(wanted).map(([route, most]) => {
          const member = LIMITS.find((one) => shortName(one) === route);
          const value = member === undefined ? undefined : auth[member];
          if (member === undefined || typeof value !== 'number')
            return gap(route, 'Supabase names no such limit', `Use one of ${LIMITS.map(shortName).join(', ')}.`);
          const seeing = { what: route, measured: String(value), expected: `at most ${most}` };
          return value > 0 && /^\d+$/.test(most) && value <= Number(most)
            ? passed(seeing)
            : failed('limit-too-high', {
                ...seeing,
                remedy: `Set it to ${most} or less under Authentication > Rate Limits, or PATCH /v1/projects/REF/config/auth with "${member}".`,
              });
        }),
    ),
});
