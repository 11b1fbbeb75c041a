import { checks } from '../../../lib/lockstep/checks';
import { healthAnswer } from '../../../lib/lockstep/health';

export function GET(request: Request): Promise<Response> {
  return healthAnswer(request, checks);
}
