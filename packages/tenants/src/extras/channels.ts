import { literal } from '@lockstep/postgres';
import { filled } from '../intent.ts';
import { type Attempt, attemptAll } from '../probe/attempt.ts';
import type { Extra, Extras } from './extra.ts';

const MESSAGES = 'realtime.messages';
const EXTENSIONS = ['broadcast', 'presence'];

/**
 * Who may listen and send on the private channels of another tenant. Realtime asks the policies of its table of messages, with
 * the topic as a setting: it puts a row in and looks whether the user sees it, and whether the user may put one in.
 */
export async function channels({ run }: Extras): Promise<readonly Extra[]> {
  const { intent, parts, session, stage } = run;
  if (intent.channels.length === 0 || !stage.catalog.hasMessages) return [];
  const other = stage.tenants[1].people[0];
  const theirs = other === undefined ? {} : stage.seeder.words(other);
  const found: Extra[] = [];
  for (const pattern of intent.channels) {
    for (const { actor, person } of parts) {
      const mine = person === undefined ? undefined : (filled(pattern, stage.seeder.words(person)) as string);
      const topics = [filled(pattern, theirs) as string, ...(mine === undefined ? [] : [mine])];
      const tries = topics.flatMap((topic) => EXTENSIONS.flatMap((extension) => triesOf(topic, extension)));
      const answers = await attemptAll(session, actor, tries);
      const passes = answers.map(({ code, rows }) => code === '' && Number(rows[0]?.[0] ?? 0) > 0);
      for (const [at, verb] of (['listen', 'send'] as const).entries()) {
        // Of each topic and extension first what listens, then what sends.
        const of = (topic: number) => EXTENSIONS.some((_, nth) => passes[(topic * EXTENSIONS.length + nth) * 2 + at]);
        const odd = answers.find(
          ({ code }, nth) => nth % 2 === at && code !== '' && code !== '42501' && code !== '22P02',
        );
        found.push({
          id: `channel/${verb}`,
          label: pattern,
          actor: actor.name,
          kind: of(0) ? 'leak' : odd !== undefined ? 'unknown' : mine === undefined || !of(1) ? 'refused' : 'apart',
          evidence: of(0) ? `the policies of ${MESSAGES} approve the topic of another tenant` : (odd?.message ?? ''),
        });
      }
    }
  }
  return found;
}

function triesOf(topic: string, extension: string): readonly [Attempt, Attempt] {
  const insert = `insert into ${MESSAGES} (topic, extension) values (${literal(topic)}, ${literal(extension)})`;
  const asked = `select pg_catalog.set_config('realtime.topic', ${literal(topic)}, true)`;
  const seen = `select count(*) from ${MESSAGES} where topic = ${literal(topic)} and extension = ${literal(extension)}`;
  return [
    { before: `${insert}; ${asked}`, statement: seen },
    { before: asked, statement: insert, look: seen },
  ];
}
