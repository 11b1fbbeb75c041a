/**
 * Asks git something about the repository, in its root and with `core.quotePath=false`, and gives what it printed.
 * Throws where it ends badly, prints too much, or does not end in time.
 */
export type ReadGit = (args: readonly string[]) => Promise<string>;
