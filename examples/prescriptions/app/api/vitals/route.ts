import { vitalsAnswer } from '../../../lib/lockstep/vitals';

export function POST(request: Request): Promise<Response> {
  return vitalsAnswer(request);
}
