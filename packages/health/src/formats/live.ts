import { exact, type FormatContract } from '../format.ts';
import { asObject, isObject, reading, words } from '../read-json.ts';

/** `{status: alive, timestamp, pid, uptime}` */
export const live = {
  name: 'live',
  recognizes: (body) => isObject(body) && body['status'] === 'alive',
  read: (body) => {
    const json = asObject(body);
    return reading(json['status'], words({ alive: 'healthy' }), {
      timestamp: json['timestamp'],
      uptime: json['uptime'],
    });
  },
  statusFits: exact,
  needs: ['timestamp'],
  identifies: false,
} as const satisfies FormatContract;
