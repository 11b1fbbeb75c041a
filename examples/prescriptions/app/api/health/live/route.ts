import { liveAnswer } from '../../../../lib/lockstep/health';

export function GET(request: Request): Response {
  return liveAnswer(request);
}
