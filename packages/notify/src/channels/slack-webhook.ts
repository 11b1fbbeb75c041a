import type { ChannelType } from '../channel.ts';
import { exchange } from '../exchange.ts';
import { severityOf } from '../message.ts';
import { slackBlocks, slackDetail, slackText } from './slack-blocks.ts';

/** Slack by incoming webhook: it can neither edit nor thread, so each state is a message of its own. */
export const slackWebhook: ChannelType = {
  type: 'slack-webhook',
  open(fields) {
    const url = fields.secretUrl('url', ['https:', 'http:']);
    return {
      place: 'incoming webhook',
      secrets: [url],
      async send(message, _handle, world) {
        const withDetail = message.failure !== '' && severityOf(message.state) !== 'info';
        const detail = { type: 'section', text: { type: 'mrkdwn', text: slackDetail(message) } };
        const blocks = [...slackBlocks(message), ...(withDetail ? [detail] : [])];
        await exchange(
          {
            service: 'the Slack webhook',
            method: 'POST',
            url: url.reveal(),
            headers: { 'content-type': 'application/json; charset=utf-8' },
            body: JSON.stringify({ text: slackText(message), blocks }),
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
