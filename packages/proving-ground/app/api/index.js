'use strict';
const app = require('./app.json');
const health = require('./health.js');
const store = require('./store.js');
const { noteVisit, isSick } = require('./sickness.js');

if (app.behaviour === 'crashes') throw new Error('this version does not start');

module.exports = async (request, response) => {
  const { pathname } = new URL(request.url, 'http://localhost');
  response.setHeader('x-app-version', String(app.version));
  if (pathname.startsWith('/api/health')) return health(pathname, response);
  noteVisit(request.headers.host, pathname);
  if (app.failsVisitors && isSick()) return send(response, 500, { error: 'the prescriptions are unwell' });
  try {
    if (request.method === 'POST') return send(response, 201, await store.add(await readJson(request)));
    const { VERCEL_DEPLOYMENT_ID: build, VERCEL_GIT_COMMIT_SHA: commit } = process.env;
    send(response, 200, { version: app.version, build, commit, ...(await store.readAll()) });
  } catch (error) {
    send(response, 500, { error: error.message, code: error.code });
  }
};

function send(response, status, body) {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}

async function readJson(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}
