// Plain JavaScript, so that it also starts as a thread where TypeScript is compiled in memory.
const { parentPort, workerData } = require('node:worker_threads');
const BetterSqlite3 = require('better-sqlite3');

const connection = new BetterSqlite3(workerData.path, { readonly: true, fileMustExist: true });
const prepared = new Map();

function prepare(sql) {
  let statement = prepared.get(sql);
  if (!statement) {
    statement = connection.prepare(sql);
    prepared.set(sql, statement);
  }
  return statement;
}

// One transaction around all statements of a message: they see the state of one moment.
const readTogether = connection.transaction((statements) =>
  statements.map(({ sql, parameters }) => prepare(sql).all(...parameters)),
);

parentPort.on('message', ({ id, statements }) => {
  try {
    parentPort.postMessage({ id, results: readTogether(statements) });
  } catch (error) {
    parentPort.postMessage({ id, error: String(error?.message ?? error) });
  }
});
