import { list, type Shape, text, type Values } from '@lockstep/action-shell';

export const inputs = {
  values: list(),
  handover: text(),
  from: text(),
} satisfies Shape;

export type Inputs = Values<typeof inputs>;

/** Problems between inputs. */
export function problemsOf(values: Inputs): string[] {
  if (values.values.length === 0 || values.handover === '') return [];
  return ['inputs "values" and "handover": give only one of them: "values" to pack, "handover" to open'];
}
