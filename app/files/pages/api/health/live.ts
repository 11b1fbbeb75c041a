import { liveAnswer } from '../../../lib/lockstep/health';
import { apiRoute } from '../../../lib/lockstep/pages-api';

export default apiRoute(liveAnswer, 'GET');
