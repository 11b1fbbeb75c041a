import { defineConfig } from '@playwright/test';

// Against a build (`npm run build`) and the database in DATABASE_URL, which the tests reach through a switch: see
// tests/e2e/app.ts. CHROMIUM names a browser that is installed already.
const executablePath = process.env['CHROMIUM'];

export default defineConfig({
  testDir: 'tests/e2e',
  workers: 1,
  retries: 0,
  timeout: 60_000,
  reporter: [['list'], ['junit', { outputFile: 'reports/e2e.xml' }]],
  use: {
    baseURL: 'http://localhost:3210',
    launchOptions: executablePath === undefined ? {} : { executablePath, args: ['--no-sandbox'] },
  },
});
