import { count } from '@lockstep/base';
import { type DownPreview, type DownReport, describeArchived, describeLosses } from '@lockstep/migrations';
import { ARCHIVE_REASONS } from './archive-reasons.ts';
import { end } from './end.ts';

/** What is done where a down migration would delete user data. */
export type LossPolicy = 'fail' | 'keep' | 'archive' | 'allow';

/** What a `down` that is only shown ends with. */
export function downPlanEnd(plan: DownPreview) {
  const [refusal] = plan.refusals;
  if (refusal !== undefined) {
    const message = plan.refusals.map((each) => each.message).join('; ');
    return end({ verdict: 'fail', reason: refusal.reason, message });
  }
  const unarchived = plan.revert.flatMap((each) => each.archive?.unarchived ?? []);
  const [first] = unarchived;
  if (first !== undefined) {
    const message = unarchived.map((each) => each.message).join('; ');
    return end({ verdict: 'fail', reason: ARCHIVE_REASONS[first.kind], message });
  }
  const message = `would roll back ${count(plan.revert.length, 'migration')}, ${plan.fromVersion || 'none'} to ${plan.toVersion || 'none'}`;
  return end({ verdict: 'pass', reason: 'dry-run', message });
}

/** What a `down`, or an undo, came to. */
export function downEnd({ cancelled, failure, plan, refused, reverted }: DownReport, policy: LossPolicy) {
  const done = `${count(reverted.length, 'migration')} rolled back`;
  const archived = describeArchived(reverted);
  const left = plan.chosen.filter(({ version }) => !reverted.some((each) => each.version === version)).map(nameOf);
  if (failure !== undefined) {
    const { message, reason } = failure;
    const said = `${message}; ${done} before it${archived}`;
    return end({ verdict: 'fail', reason, message: said, left });
  }
  const [unarchived] = refused?.unarchived ?? [];
  if (refused !== undefined && unarchived !== undefined) {
    const why = refused.unarchived.map((each) => each.message).join('; ');
    const message = `${refused.version} ${refused.name} stays applied: ${why}; ${done} before it${archived}`;
    return end({ verdict: 'fail', reason: ARCHIVE_REASONS[unarchived.kind], message, left });
  }
  if (refused !== undefined) {
    const lost = `${refused.version} ${refused.name} stays applied: rolling it back would delete ${describeLosses(refused.losses)}`;
    if (policy === 'keep') {
      const message = `${lost}; ${done} before it`;
      return end({ verdict: 'pass', reason: 'kept-data', message, left, kept: true });
    }
    const message = `${lost}; set on-data-loss: archive to keep a copy of it, or allow to delete it; ${done} before it`;
    return end({ verdict: 'fail', reason: 'data-loss', message, left });
  }
  if (cancelled) {
    const message = `cancelled; ${done} before${archived}`;
    return end({ verdict: 'unknown', reason: 'cancelled', message, left });
  }
  const message =
    reverted.length === 0
      ? 'nothing to roll back'
      : `${done}, ${plan.fromVersion} to ${plan.toVersion || 'none'}: ${reverted.map(nameOf).join(', ')}${archived}`;
  const reason = reverted.length === 0 ? 'nothing-to-roll-back' : 'rolled-back';
  return end({ verdict: 'pass', reason, message });
}

export function nameOf({ name, version }: { readonly name: string; readonly version: string }): string {
  return `${version} ${name}`;
}
