'use strict';
const { Pool } = require('pg');
const { requires } = require('./app.json');

let pool;

function database() {
  if (pool === undefined) {
    pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 3, connectionTimeoutMillis: 3_000 });
    // An idle connection that breaks (the database restarted) is no reason to end the function.
    pool.on('error', () => undefined);
  }
  return pool;
}

/** What this version reads, and `limit` rows of it. Fails where the schema lacks a column. */
function select(table, limit) {
  return database().query(`select ${requires[table].join(', ')} from ${table} order by 1 limit ${limit}`);
}

async function readAll() {
  const all = {};
  for (const table of Object.keys(requires)) all[table] = (await select(table, 20)).rows;
  return all;
}

/** Asks for every column that this version needs, and for no row. */
async function checkSchema() {
  for (const table of Object.keys(requires)) await select(table, 0);
}

async function add(prescription) {
  const columns = Object.keys(prescription).filter((column) => requires.prescriptions.includes(column));
  const places = columns.map((_column, index) => `$${index + 1}`);
  const sql = `insert into prescriptions (${columns.join(', ')}) values (${places.join(', ')}) returning id`;
  const { rows } = await database().query(
    sql,
    columns.map((column) => prescription[column]),
  );
  return rows[0];
}

module.exports = { add, checkSchema, readAll };
