import { fileURLToPath } from 'node:url';
import { startProvingGround } from '../ground/ground.ts';
import { appliedVersions, releaseRecords } from '../ground/look.ts';
import { openShop, type Shop } from '../ground/shop.ts';
import type { Scope } from '../scope/scope.ts';

const FIXTURE = fileURLToPath(new URL('../../../../test/fixtures/consumer', import.meta.url));

/** The team of the demo, with its repository as it was before the first release. */
export async function makeDemoWorld(scope: Scope): Promise<Shop> {
  const shop = await openShop(await startProvingGround(scope));
  shop.consumer.commit('Start', `${FIXTURE}/repository`);
  return shop;
}

/** The folder of what the commit of a version adds. */
export function releaseFolder(version: number): string {
  return `${FIXTURE}/releases/v${version}`;
}

/** The version of the newest migration that the database's own history names; `none` where there is none. */
export async function schemaVersion(shop: Shop): Promise<string> {
  return (await appliedVersions(shop)).at(-1) ?? 'none';
}

/** The first line of the newest message in the channel, if there is a message beyond `before` of them. */
export function newestMessage(shop: Shop, before: number): string | undefined {
  const messages = shop.messages();
  return messages.length > before ? messages.at(-1)?.text.split('\n')[0] : undefined;
}

/** The state of the newest release's record: the first word of its last status. */
export function ledgerState(shop: Shop): string {
  return releaseRecords(shop).at(-1)?.split(':')[0] ?? 'no record';
}
