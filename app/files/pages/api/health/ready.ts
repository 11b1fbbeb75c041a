import { checks, variables } from '../../../lib/lockstep/checks';
import { readyAnswer } from '../../../lib/lockstep/health';
import { apiRoute } from '../../../lib/lockstep/pages-api';

export default apiRoute((request) => readyAnswer(request, { checks, variables }), 'GET');
