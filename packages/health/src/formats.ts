import type { FormatContract } from './format.ts';
import { actuator } from './formats/actuator.ts';
import { health } from './formats/health.ts';
import { ietf } from './formats/health-json.ts';
import { identity } from './formats/identity.ts';
import { live } from './formats/live.ts';
import { plain } from './formats/plain.ts';
import { ready } from './formats/ready.ts';
import { supabase } from './formats/supabase.ts';
import { terminus } from './formats/terminus.ts';

/**
 * Every format, by its file. The order matters: an answer of unknown format is one of the first that recognizes it. What
 * asks for more of an answer comes before what asks for less: `health+json` also takes the words of `actuator`, and
 * `ready` the `error` of both.
 */
const FORMATS = [health, live, terminus, supabase, actuator, ietf, ready, identity, plain] as const;

export type FormatName = (typeof FORMATS)[number]['name'];
export type HealthFormat = FormatContract & { readonly name: FormatName };

export const formatNames: readonly FormatName[] = FORMATS.map(({ name }) => name);

export function formatNamed(name: FormatName): HealthFormat {
  return FORMATS.find((format) => format.name === name) ?? plain;
}

/** The format of a JSON body, where one recognizes it. */
export function detectFormat(body: unknown, contentType: string): HealthFormat | undefined {
  return FORMATS.find((format) => format.recognizes(body, contentType.toLowerCase()));
}
