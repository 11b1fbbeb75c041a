'use strict';
const { behaviour, sickAfter = { requests: 20 } } = require('./app.json');

let visits = 0;
let firstVisitAt;
let isTold = false;

/** Counts visits to a production host: any host but the one that the deployment has of its own. */
function noteVisit(host, pathname) {
  if (host === process.env.VERCEL_URL) return;
  visits++;
  isTold ||= pathname === sickAfter.path;
  firstVisitAt ??= Date.now();
}

function isSick() {
  if (behaviour === 'sick') return true;
  if (behaviour !== 'sick-after-traffic' || firstVisitAt === undefined) return false;
  const { requests = Number.POSITIVE_INFINITY, seconds = Number.POSITIVE_INFINITY } = sickAfter;
  return isTold || visits >= requests || Date.now() - firstVisitAt >= seconds * 1_000;
}

module.exports = { isSick, noteVisit };
