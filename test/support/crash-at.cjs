// Loaded before the program by NODE_OPTIONS: ends it, as a power cut would, at a point that no
// signal from outside could hit. CRASH_AT says where.
'use strict';

const Module = require('node:module');

const die = () => process.kill(process.pid, 'SIGKILL');

const PATCHES = {
  // The capture is committed as prepared, and nothing has been sent.
  prepared(exports) {
    const { OperationsService } = exports;
    if (OperationsService === undefined) return;
    const { claim } = OperationsService.prototype;
    OperationsService.prototype.claim = async function claimOrDie(tx, operationId, owner) {
      const [row] = await tx.query('SELECT kind FROM payment_operations WHERE id = ?', [
        operationId,
      ]);
      if (row?.kind === 'capture') return die();
      return claim.call(this, tx, operationId, owner);
    };
  },
  // The outcome is committed, and nobody has been told.
  committed(exports) {
    const { MemoryEventBus } = exports;
    if (MemoryEventBus === undefined) return;
    const { publish } = MemoryEventBus.prototype;
    MemoryEventBus.prototype.publish = function publishOrDie(events) {
      if (events.some(({ type }) => type === 'payment.captured')) die();
      publish.call(this, events);
    };
  },
};

const patch = PATCHES[process.env.CRASH_AT];
const { load } = { load: Module._load };
Module._load = function loadPatched(request, ...rest) {
  const exports = load.call(this, request, ...rest);
  if (/(operations\.service|event-bus)$/.test(request) && !exports.isCrashing) {
    Object.defineProperty(exports, 'isCrashing', { value: true });
    patch?.(exports);
  }
  return exports;
};
