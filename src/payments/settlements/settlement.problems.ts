import { Problem } from '../../platform/errors/problem';

export const SETTLEMENT_REFERENCE_REUSED = new Problem({
  code: 'SETTLEMENT_REFERENCE_REUSED',
  kind: 'conflict',
  title: 'A file of this name was imported before, with other rows.',
  advice: 'Give the file the name that the provider gave it. Nothing was changed.',
});

export const SETTLEMENT_ROW_OFF = new Problem({
  code: 'SETTLEMENT_ROW_OFF',
  kind: 'unprocessable',
  title: 'A row does not add up: its net is not its gross less its fee.',
  advice: 'Look at the row named in "position", counted from 1. Nothing was changed.',
});

export const SETTLEMENT_NOT_FOUND = new Problem({
  code: 'SETTLEMENT_NOT_FOUND',
  kind: 'not_found',
  title: 'There is no such settlement.',
  advice: 'Look it up in the list of settlements.',
});
