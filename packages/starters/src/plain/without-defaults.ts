import { isScalar, type YAMLMap } from 'yaml';
import type { ActionInputs } from '../sources.ts';
import { mapAt, type Names, textAt } from '../yaml.ts';

/** What is given to an action as its default is not said again. */
export function withoutDefaults(step: Names, inputs: ActionInputs): void {
  leaveOut(step, (name, value) => value === String(inputs[name]?.default ?? ''));
}

/** Of actions of others, by what stands before the `@`: inputs whose value here is what they do by themselves. */
const OTHERS_DEFAULTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'actions/checkout': { submodules: 'false', lfs: 'false', token: '${{ github.token }}' },
  'actions/setup-node': { cache: '', 'cache-dependency-path': '', 'registry-url': '', scope: '' },
};

export function withoutOthersDefaults(step: Names): void {
  const [action = ''] = (textAt(step, 'uses') ?? '').split('@');
  const defaults = OTHERS_DEFAULTS[action];
  if (defaults !== undefined) leaveOut(step, (name, value) => value === defaults[name]);
}

function leaveOut(step: YAMLMap, isDefault: (name: string, value: string) => boolean): void {
  const values = mapAt(step, 'with');
  if (values === undefined) return;
  values.items = values.items.filter(
    ({ key, value }) => !isScalar(value) || !isDefault(key.value, String(value.value)),
  );
  if (values.items.length === 0) step.delete('with');
}
