import { expect } from '@playwright/test';
import { test, tokenOf } from './app';

/** As seed.sql has them. */
const NORA = '00000000-0000-4000-8000-000000000001';
const SOFIA = '00000000-0000-4000-8000-000000000003';

const cookieOf = async (user: string) => ({
  name: '__Host-access',
  value: await tokenOf(user),
  domain: 'localhost',
  path: '/',
  secure: true,
  httpOnly: true,
  sameSite: 'Lax' as const,
});

test('who is not signed in is asked to', async ({ page, backend: _up }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Those of your clinics' }).click();
  await expect(page.getByRole('heading')).toHaveText('Please sign in');
});

test('a practitioner sees the prescriptions of her clinic, and no other does', async ({
  page,
  context,
  backend: _up,
}) => {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) refused.push(message.text());
  });
  await context.addCookies([await cookieOf(NORA)]);
  await page.goto('/prescriptions');
  await expect(page.getByRole('listitem')).toHaveText('Anna: Amoxicillin, 500 mg');
  await context.addCookies([await cookieOf(SOFIA)]);
  await page.reload();
  await expect(page.getByRole('heading')).toHaveText('Prescriptions');
  await expect(page.getByRole('listitem')).toHaveCount(0);
  expect(refused).toEqual([]);
});

test('while the database is down the app says so, and it recovers', async ({ page, context, backend }) => {
  await context.addCookies([await cookieOf(NORA)]);
  await page.goto('/');
  backend.down();
  await page.getByRole('link', { name: 'Those of your clinics' }).click();
  await expect(page.getByRole('heading')).toHaveText('This is not available at the moment');
  const health = await page.request.get('/api/health');
  expect([health.status(), (await page.request.get('/api/health/live')).status()]).toEqual([503, 200]);
  backend.up();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('listitem')).toHaveText('Anna: Amoxicillin, 500 mg');
  expect((await page.request.get('/api/health')).status()).toBe(200);
});
