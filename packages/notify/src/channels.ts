import type { ChannelType } from './channel.ts';
import { discord } from './channels/discord.ts';
import { email } from './channels/email.ts';
import { githubIssue } from './channels/github-issue.ts';
import { grafana } from './channels/grafana.ts';
import { heartbeat } from './channels/heartbeat.ts';
import { otlp } from './channels/otlp.ts';
import { pagerduty } from './channels/pagerduty.ts';
import { sentry } from './channels/sentry.ts';
import { slack } from './channels/slack.ts';
import { slackWebhook } from './channels/slack-webhook.ts';
import { teams } from './channels/teams.ts';
import { webhook } from './channels/webhook.ts';

/** Every kind of target, by its file. */
export const channelTypes: readonly ChannelType[] = [
  slack,
  slackWebhook,
  teams,
  discord,
  email,
  webhook,
  githubIssue,
  pagerduty,
  sentry,
  heartbeat,
  otlp,
  grafana,
];
