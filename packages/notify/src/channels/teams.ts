import type { ChannelType } from '../channel.ts';
import { exchange } from '../exchange.ts';
import { mentioned, readMention } from '../mention.ts';
import { NOT_IN_CLEAR, refuseAddress } from '../service-url.ts';
import { teamsMessage } from './teams-card.ts';

/** Office 365 connectors, which Microsoft has retired. */
const CONNECTOR = /(^|\.)(webhook\.office\.com|outlook\.office\.com|outlook\.office365\.com)$/;

/**
 * Microsoft Teams by the URL of a workflow ("Send webhook alerts to a channel"). The workflow answers before it has posted
 * anything (202), so a message is accepted at best; it cannot edit, so each state is a message of its own.
 */
export const teams: ChannelType = {
  type: 'teams',
  tasks: 'failures',
  open(fields) {
    const url = fields.secretUrl('url', ['https:', 'http:']);
    const text = url.reveal();
    refuseAddress(fields, 'url', text, [
      {
        test: ({ hostname }) => CONNECTOR.test(hostname),
        expected: 'this is an Office 365 connector, which Teams no longer serves; create a workflow instead',
      },
      NOT_IN_CLEAR,
    ]);
    const mention = readMention(fields, /^[^\s@<>&]+@[^\s@<>&]+$/, 'user principal names such as @ada@example.com');
    return {
      place: 'workflow',
      secrets: [url],
      async send(message, _handle, world) {
        const { status } = await exchange(
          {
            service: 'the Teams workflow',
            method: 'POST',
            url: text,
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(teamsMessage(message, mentioned(mention, message))),
            repeatable: false,
            hints: {
              400: 'the workflow must begin with "When a Teams webhook request is received" and post the card it gets',
              401: 'let anyone trigger the workflow: its URL is the secret',
              403: 'let anyone trigger the workflow: its URL is the secret',
              404: 'the workflow was deleted or switched off',
            },
          },
          world,
        );
        return {
          delivery: 'accepted',
          detail: `the Teams workflow answered ${status}; whether it posted is not known`,
        };
      },
    };
  },
};
