import type { PostgresHome } from '../postgres/index.ts';

export interface RehearsalOptions {
  /** A git repository with the app, its migrations and its workflows. */
  readonly folder: string;
  /** Below that folder. The first runs for every commit, those after it once, on the newest. */
  readonly workflows: readonly string[];
  /** How many of the newest commits are released, the oldest of them first. */
  readonly last: number;
  /** Whether changes that are not committed are released as well. */
  readonly withUncommitted: boolean;
  /** What starts the workflows; each by what it runs on where it is undefined. */
  readonly event: string | undefined;
  /** Of a manual run, and the comment that starts one. */
  readonly dispatchInputs: Readonly<Record<string, string>>;
  readonly comment: string | undefined;
  /** Inputs of ours, over what the workflow gives and what the rehearsal has to give. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
  /** Variables of the project on Vercel; `$DATABASE_URL` stands for the database here. */
  readonly env: Readonly<Record<string, string>>;
  readonly vars: Readonly<Record<string, string>>;
  /** Where else our actions and workflows are: a mirror, `owner/name`. */
  readonly mirrors: readonly string[];
  /** Actions of others, by `owner/name`: the folder in which each lies on this machine. */
  readonly actions: Readonly<Record<string, string>>;
  /** The project's Root Directory on Vercel. */
  readonly rootDirectory: string | undefined;
  /** Where the programs of its PostgreSQL are; without, they are looked for. */
  readonly postgres?: PostgresHome;
  /** Leaves the world up until Ctrl-C. */
  readonly keep: boolean;
  readonly print: (line: string) => void;
}
