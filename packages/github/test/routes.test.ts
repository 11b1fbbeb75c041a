import { expect, test } from '@jest/globals';
import { Octokit } from '@octokit/core';
import { restEndpointMethods } from '@octokit/plugin-rest-endpoint-methods';
import { loadContract } from '../../proving-ground/src/github/contract.ts';
import { ROUTES } from '../src/routes.ts';

const { rest } = restEndpointMethods(new Octokit());
const kebab = (text: string): string => text.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

test.each(Object.entries(ROUTES))(
  '%s is what GitHub describes, and Octokit has no method for it',
  (endpoint, route) => {
    const [method = '', path = ''] = route.split(' ');
    const [scope = '', name = ''] = endpoint.split('.');
    const found = loadContract().match(method, path.replaceAll(/\{\w+\}/g, 'acme'));
    expect(found?.operation).toBe(`${kebab(scope)}/${kebab(name)}`);
    const methods = rest as unknown as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    expect(methods[scope]?.[name]).toBeUndefined();
  },
);
