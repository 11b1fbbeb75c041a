/** Its own, where it is bundled: whoever catches one asks by this. */
export { InputError } from '@lockstep/base';
export { type RehearsalOptions, rehearse } from '@lockstep/proving-ground/rehearsal';
