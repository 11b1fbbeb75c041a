// Runs a workflow that takes long, and says what it started: killed by its test.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runWorkflow } from '../lib/runner.js';

const [, , root] = process.argv;
mkdirSync(join(root, '.github/workflows'), { recursive: true });
writeFileSync(
  join(root, '.github/workflows/main.yml'),
  `on: workflow_dispatch
jobs:
  main:
    runs-on: ubuntu-latest
    steps:
      - run: |
          sleep 600 &
          echo "started $$ $! $GITHUB_WORKSPACE"
          sleep 600
`,
);
await runWorkflow({
  repository: { name: 'octo-org/octo-app', root },
  workflow: '.github/workflows/main.yml',
  onEvent: (event) => {
    if (event.type === 'log') console.log(event.line);
  },
});
