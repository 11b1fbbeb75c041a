import { apiRoute } from '../../lib/lockstep/pages-api';
import { vitalsAnswer } from '../../lib/lockstep/vitals';

// The answer reads at most a beacon.
export const config = { api: { bodyParser: false } };

export default apiRoute((request) => vitalsAnswer(request), 'POST');
