import type { ChannelType } from '../channel.ts';
import { exchange } from '../exchange.ts';
import { mentioned, readMention } from '../mention.ts';
import { hasCause, hasMore } from '../words.ts';
import { SLACK_NAME, SLACK_NAMES, slackContent, slackDetail } from './slack-blocks.ts';

/** Slack by incoming webhook: it can neither edit nor thread, so each state is a message of its own. */
export const slackWebhook: ChannelType = {
  type: 'slack-webhook',
  tasks: 'failures',
  open(fields) {
    const url = fields.secretUrl('url', ['https:', 'http:']);
    const mention = readMention(fields, SLACK_NAME, SLACK_NAMES);
    return {
      place: 'incoming webhook',
      secrets: [url],
      async send(message, _handle, world) {
        const { text, blocks, attachments } = slackContent(message);
        const [main] = attachments;
        // A webhook cannot write into a thread.
        const names = mentioned(mention, message);
        const detail = { type: 'section', text: { type: 'mrkdwn', text: slackDetail(message, names) } };
        const body =
          names.length > 0 || (hasCause(message) && hasMore(message))
            ? { ...main, blocks: [...main.blocks, detail] }
            : main;
        await exchange(
          {
            service: 'the Slack webhook',
            method: 'POST',
            url: url.reveal(),
            headers: { 'content-type': 'application/json; charset=utf-8' },
            body: JSON.stringify({ text, blocks, attachments: [body] }),
            repeatable: false,
            hints: { 404: 'the webhook was deleted; create a new one in the Slack app' },
          },
          world,
        );
        return { delivery: 'accepted', detail: 'the Slack webhook accepted it' };
      },
    };
  },
};
