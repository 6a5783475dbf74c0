// better-sqlite3 12 is the last release for Node 20, and 13 the first that is safe from Node 24.19
// on: there a statement of 12 that is collected while no JavaScript runs aborts the process.
'use strict';

const major = Number.parseInt(process.versions.node, 10);

module.exports = major < 22 ? require('better-sqlite3-12') : require('better-sqlite3-13');
