/** The debug line of a call that was answered: `Vercel: GET /v9/projects/…: 200 in 12 ms`. */
const ANSWERED = /^::debug::(?:\w+: )?(?:GET|POST|PATCH|DELETE) \S+: \d+ in \d+ ms$/;

/** How many calls an action that runs with debug lines says that were answered. */
export const callsIn = (output: string) => output.split('\n').filter((line) => ANSWERED.test(line)).length;

/** Matches only the nth line that says a call was answered. */
export class NthCall extends RegExp {
  readonly #nth: number;
  #seen = 0;

  constructor(nth: number) {
    super(ANSWERED);
    this.#nth = nth;
  }

  override test(line: string): boolean {
    return super.test(line) && ++this.#seen === this.#nth;
  }
}
