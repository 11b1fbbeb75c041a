import { drillAnswer } from '../../lib/lockstep/error-drill';
import { apiRoute } from '../../lib/lockstep/pages-api';

export const config = { api: { bodyParser: false } };

export default apiRoute((request) => drillAnswer(request, { secret: process.env['LOCKSTEP_DRILL_SECRET'] }), 'POST');
