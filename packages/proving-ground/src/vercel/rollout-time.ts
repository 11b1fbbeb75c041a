/** The time that stages of rolling releases last: it stands still until a test moves it, or lets it follow a clock. */
export class RolloutTime {
  #source: () => number;
  #offset = 0;

  constructor() {
    const start = Date.now();
    this.#source = () => start;
  }

  now(): number {
    return Math.floor(this.#source() + this.#offset);
  }

  advance(ms: number): void {
    this.#offset += ms;
  }

  /** Goes with another clock from here on, and never back: the one that the code under test waits by. */
  follow(source: () => number): void {
    this.#offset = this.now() - source();
    this.#source = source;
  }
}
