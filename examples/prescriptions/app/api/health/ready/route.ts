import { checks, variables } from '../../../../lib/lockstep/checks';
import { readyAnswer } from '../../../../lib/lockstep/health';

export function GET(request: Request): Promise<Response> {
  return readyAnswer(request, { checks, variables });
}
