export * from './slack.ts';
export type { SlackContent, SlackMessage } from './workspace.ts';
