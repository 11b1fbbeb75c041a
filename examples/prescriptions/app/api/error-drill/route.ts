import { drillAnswer } from '../../../lib/lockstep/error-drill';

export function POST(request: Request): Promise<Response> {
  return drillAnswer(request, { secret: process.env['LOCKSTEP_DRILL_SECRET'] });
}
