import type { ChannelType } from '../channel.ts';
import { exchange } from '../exchange.ts';
import { isDone, type ReleaseState, severityOf, withoutPeople } from '../message.ts';
import { refuseAddress } from '../service-url.ts';
import { cut, plainText } from '../words.ts';

/** A check keeps the first 10 kB of a ping's body on the smallest plan of healthchecks.io. */
const BODY_LENGTH = 8_000;

const STARTS = [
  ['started', 'released'],
  ['task-started', 'task-passed'],
] as const;

type Signal = 'start' | 'success' | 'fail' | 'log';

/**
 * A ping to a monitor that notices what does not come (healthchecks.io, or a service with the same addresses): `/start`
 * when a release or a scheduled job begins, the check itself when it ends well, `/fail` when it ends badly. One whose
 * runner died, or that was never started, sends no end, and the monitor says so after its grace time.
 */
export const heartbeat: ChannelType = {
  type: 'heartbeat',
  tasks: 'all',
  open(fields) {
    const url = fields.secretUrl('url', ['https:', 'http:']);
    refuseAddress(fields, 'url', url.reveal(), [
      {
        test: ({ pathname }) => /\/(start|fail|log)\/?$/.test(pathname),
        expected: 'expected the ping URL of the check itself; /start and /fail are added to it',
      },
    ]);
    const states = fields.list('on');
    for (const [start, end] of STARTS)
      if (states.includes(start) && !states.includes(end))
        fields.complain('on', `a start without an end looks like a release that hangs; add ${end} and the bad ends`);
    return {
      place: URL.canParse(url.reveal()) ? new URL(url.reveal()).host : '',
      secrets: [url],
      async send(message, _handle, world) {
        const signal = signalOf(message.state);
        if (signal === undefined) return { delivery: 'confirmed', detail: `no ping for "${message.state}"` };
        const address = new URL(url.reveal());
        if (signal !== 'success') address.pathname = `${address.pathname.replace(/\/$/, '')}/${signal}`;
        await exchange(
          {
            service: 'the heartbeat monitor',
            method: 'POST',
            url: address.href,
            headers: { 'content-type': 'text/plain; charset=utf-8' },
            body: cut(plainText(withoutPeople(message)), BODY_LENGTH),
            // A second ping says the same again, a moment later.
            repeatable: true,
            hints: { 404: 'there is no such check; copy its ping URL again, without /start or /fail' },
          },
          world,
        );
        return { delivery: 'accepted', detail: `the heartbeat monitor accepted "${signal}"` };
      },
    };
  },
};

/** While a release is checked there is nothing new: a second start would begin its time again. */
function signalOf(state: ReleaseState): Signal | undefined {
  if (isDone(state)) return 'success';
  // It is kept with the others, and changes nothing of what the monitor thinks.
  if (state === 'drill') return 'log';
  if (severityOf(state) !== 'info') return 'fail';
  return state === 'started' || state === 'contracting' || state === 'task-started' ? 'start' : undefined;
}
