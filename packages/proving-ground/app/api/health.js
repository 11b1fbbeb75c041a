'use strict';
const app = require('./app.json');
const store = require('./store.js');
const { isSick } = require('./sickness.js');

const startedAt = Date.now();

/** The three health routes. */
module.exports = async (pathname, response) => {
  switch (pathname) {
    case '/api/health/live':
      return send(response, 200, { ...base('alive'), pid: process.pid, uptime: process.uptime() });
    case '/api/health/ready':
      return ready(response);
    case '/api/health':
      return health(response);
    default:
      return send(response, 404, { error: 'not found' });
  }
};

async function ready(response) {
  const { status, message } = await database();
  const checks = [
    { component: 'database', ready: status === 'pass', message: message ?? 'reachable' },
    { component: 'app', ready: !isSick(), message: isSick() ? 'the prescriptions are unwell' : 'started' },
  ];
  const isReady = checks.every((check) => check.ready);
  send(response, isReady ? 200 : 503, { ...base(isReady ? 'ready' : 'not ready'), checks });
}

/** Any check that fails makes it unhealthy (503), any that warns degraded (200). */
async function health(response) {
  const uptime = Math.round((Date.now() - startedAt) / 1_000);
  const rss = Math.round(process.memoryUsage().rss / 1024 / 1024);
  const checks = {
    database: await database(),
    authentication: { status: 'pass', message: 'no identity provider configured' },
    external_services: externalServices(),
    memory: { status: rss > 512 ? 'warn' : 'pass', details: { rss_mb: rss } },
    uptime: { status: 'pass', details: { seconds: uptime } },
  };
  const states = Object.values(checks).map(({ status }) => status);
  const status = states.includes('fail') ? 'unhealthy' : states.includes('warn') ? 'degraded' : 'healthy';
  send(response, status === 'unhealthy' ? 503 : 200, {
    ...base(status),
    version: String(app.version),
    environment: process.env.VERCEL_ENV,
    checks,
    metadata: {
      deployment_id: process.env.VERCEL_DEPLOYMENT_ID,
      git_commit: process.env.VERCEL_GIT_COMMIT_SHA,
      build_time: app.builtAt,
    },
  });
}

async function database() {
  const began = Date.now();
  try {
    await store.checkSchema();
    return { status: 'pass', responseTime: Date.now() - began };
  } catch (error) {
    return { status: 'fail', responseTime: Date.now() - began, message: error.message };
  }
}

function externalServices() {
  if (isSick()) return { status: 'fail', message: 'the pharmacy gateway refuses this version' };
  return app.behaviour === 'degraded'
    ? { status: 'warn', message: 'the pharmacy gateway is slow' }
    : { status: 'pass' };
}

function base(status) {
  return { status, timestamp: new Date().toISOString() };
}

function send(response, status, body) {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}
