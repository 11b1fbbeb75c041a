import { count, nameSome } from '@lockstep/base';
import { describeArchived, describeLosses, type RefusedUp, type UpPlan, type UpReport } from '@lockstep/migrations';
import { ARCHIVE_REASONS } from './archive-reasons.ts';
import { end } from './end.ts';
import { heldWords, joinSome, toKnow } from './words.ts';

export interface Planned {
  readonly plan: UpPlan;
  /** What would not be applied, because what it deletes cannot be archived. */
  readonly refused: RefusedUp | undefined;
}

/** What a plan ends with; `asked`: it is the plan that was asked for, and not an `up` that is only shown. */
export function planEnd({ plan, refused }: Planned, asked: boolean) {
  const [refusal] = plan.refusals;
  if (refusal !== undefined) {
    const message = joinSome(plan.refusals.map((each) => each.message));
    return end({ verdict: 'fail', reason: refusal.reason, message });
  }
  if (refused !== undefined) return end({ verdict: 'fail', ...unarchived(refused) });
  const what =
    plan.apply.length === 0
      ? `nothing to apply${heldWords(plan)}`
      : `would apply ${count(plan.apply.length, 'migration')}, ${plan.fromVersion || 'none'} to ${plan.toVersion}${heldWords(plan)}`;
  const message = `${what}${toKnow(plan)}`;
  return end({ verdict: 'pass', reason: asked ? 'planned' : 'dry-run', message });
}

export function upEnd({ applied, cancelled, failure, plan, refused }: UpReport) {
  const done = `${count(applied.length, 'migration')} applied`;
  const archived = describeArchived(applied);
  if (failure !== undefined) {
    const { column, file, line, message, reason } = failure;
    const place = { file, ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) };
    const verdict = failure.cancelled ? 'unknown' : 'fail';
    const causes = [{ message, ...place }];
    const said = `${message}; ${done} before it${archived}`;
    return end({ verdict, reason, message: said, causes });
  }
  if (refused !== undefined) {
    const { message, reason } = unarchived(refused);
    const said = `${message}; ${done} before it${archived}`;
    return end({ verdict: 'fail', reason, message: said });
  }
  if (cancelled) {
    const message = `cancelled; ${done} before${archived}`;
    return end({ verdict: 'unknown', reason: 'cancelled', message });
  }
  const without = nameSome(
    applied.flatMap(({ file, unarchived: why }) => (why.length === 0 ? [] : [`${file} (${why.join('; ')})`])),
    3,
  );
  const rest = `${archived}${without === '' ? '' : `; not archived: ${without}`}${heldWords(plan)}${toKnow(plan)}`;
  const message =
    applied.length === 0
      ? `nothing to apply${rest}`
      : `${done}, ${plan.fromVersion || 'none'} to ${plan.toVersion}${rest}`;
  const reason = applied.length === 0 ? 'nothing-to-apply' : 'applied';
  return end({ verdict: 'pass', reason, message });
}

function unarchived(refused: RefusedUp) {
  const [first] = refused.unarchived;
  const lost = refused.losses.length === 0 ? '' : `it would delete ${describeLosses(refused.losses)}; `;
  const why = joinSome(refused.unarchived.map(({ message }) => message));
  return {
    reason: ARCHIVE_REASONS[first?.kind ?? 'not-possible'],
    message: `${refused.file} is not applied: ${lost}${why}`,
  };
}
