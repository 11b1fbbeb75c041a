import type { ChannelType } from './channel.ts';
import { email } from './channels/email.ts';
import { githubIssue } from './channels/github-issue.ts';
import { slack } from './channels/slack.ts';
import { slackWebhook } from './channels/slack-webhook.ts';
import { webhook } from './channels/webhook.ts';

/** Every kind of target, by its file. */
export const channelTypes: readonly ChannelType[] = [slack, slackWebhook, email, webhook, githubIssue];
