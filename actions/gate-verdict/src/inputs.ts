import { list, type Shape, text, type Values } from '@lockstep/action-shell';

export const inputs = {
  needs: text(undefined, { required: true }),
  policy: list(),
  jobs: list(),
} satisfies Shape;

export type Inputs = Values<typeof inputs>;
