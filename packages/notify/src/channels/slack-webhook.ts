import type { ChannelType } from '../channel.ts';
import { exchange } from '../exchange.ts';
import { hasMore, slackContent, slackDetail } from './slack-blocks.ts';

/** Slack by incoming webhook: it can neither edit nor thread, so each state is a message of its own. */
export const slackWebhook: ChannelType = {
  type: 'slack-webhook',
  open(fields) {
    const url = fields.secretUrl('url', ['https:', 'http:']);
    return {
      place: 'incoming webhook',
      secrets: [url],
      async send(message, _handle, world) {
        const { text, blocks, attachments } = slackContent(message);
        const [told] = attachments;
        // There is no thread for it.
        const detail = { type: 'section', text: { type: 'mrkdwn', text: slackDetail(message) } };
        const body = hasMore(message) ? { ...told, blocks: [...told.blocks, detail] } : told;
        await exchange(
          {
            service: 'the Slack webhook',
            method: 'POST',
            url: url.reveal(),
            headers: { 'content-type': 'application/json; charset=utf-8' },
            body: JSON.stringify({ text, blocks, attachments: [body] }),
            repeatable: false,
            hints: { 404: 'the webhook is gone; make a new one in the Slack app' },
          },
          world,
        );
        return { delivery: 'accepted', detail: 'the Slack webhook took it' };
      },
    };
  },
};
