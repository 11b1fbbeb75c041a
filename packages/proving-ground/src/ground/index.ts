export * from './consumer.ts';
export * from './dispatch.ts';
export { type GroundEvent, issueCommentEvent, pullRequestEvent, workflowRunEvent } from './events.ts';
export * from './ground.ts';
export { leftBehind } from './left-behind.ts';
export * from './look.ts';
export { progressLine } from './progress.ts';
export { openShop, type Shop, type ShopOptions } from './shop.ts';
