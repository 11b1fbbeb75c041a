import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { deployHello, type Ground, makeGround } from './client.ts';

let ground: Ground;
beforeEach(async () => {
  ground = await makeGround();
});
afterEach(() => ground.end());

describe('deploying', () => {
  test('smoke', async () => {
    const project = ground.vercel.addProject({ name: 'web', domains: ['shop.localhost'] });
    const id = await deployHello(ground, project.id, 'one');
    const { body } = await ground.call('GET', `/v13/deployments/${id}`);
    expect(body).toMatchObject({ readyState: 'READY', readySubstate: 'PROMOTED', aliasAssigned: true });
    const response = await fetch(`http://127.0.0.1:${ground.vercel.edge.port}/x`);
    expect(response.status).toBe(404);
  });
});
