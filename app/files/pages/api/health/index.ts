import { checks } from '../../../lib/lockstep/checks';
import { healthAnswer } from '../../../lib/lockstep/health';
import { apiRoute } from '../../../lib/lockstep/pages-api';

export default apiRoute((request) => healthAnswer(request, checks), 'GET');
