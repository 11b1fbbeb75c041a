import type { Person, Screen } from './person.ts';

/** Who is asked at this terminal. No command that asks nothing waits for what asks. */
export async function loadPerson(screen: Screen): Promise<Person> {
  if (process.env['TERM'] === 'dumb') return (await import('./plain.ts')).plainPerson(screen);
  return (await import('./prompting.ts')).promptingPerson(screen);
}
