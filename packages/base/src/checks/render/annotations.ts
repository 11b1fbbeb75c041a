import { plainLine } from '../../plain-line.ts';
import type { CheckJudgement } from '../judge-checks.ts';
import { badChecks } from '../parts.ts';

/** GitHub keeps 50 annotations of a job (docs, workflow commands); the report has everything. */
const ANNOTATIONS = 50;

/** As the runner takes it; whoever prints it escapes it. */
export interface CheckAnnotation {
  readonly level: 'error' | 'warning';
  readonly title: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** What did not pass and nobody accepted, the worst first. Nothing of a list that does not block is an error. */
export function checksAnnotations(judgement: CheckJudgement): readonly CheckAnnotation[] {
  const open = badChecks(judgement);
  const name = plainLine(judgement.list.tool.name, 80);
  const shown = open.length <= ANNOTATIONS ? open : open.slice(0, ANNOTATIONS - 1);
  const annotations = shown.map(({ id, title, verdict, what, measured, remedy, where }): CheckAnnotation => {
    const level = judgement.blocks && verdict === 'fail' ? 'error' : 'warning';
    const message = plainLine(
      `${title}${what === title ? '' : ` (${what})`}: ${[measured, remedy].filter((one) => one !== '').join('. ')}`,
      500,
    );
    return { level, title: `${name}: ${id}`, message, ...where };
  });
  const hidden = open.length - shown.length;
  if (hidden === 0) return annotations;
  return [...annotations, { level: 'warning', title: name, message: `… and ${hidden} more; the report has them` }];
}
