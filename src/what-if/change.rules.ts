import type { WhatIfQuestion } from '../tickets/simulation/own/what-if-answer.policy';
import type { ChangeDto } from './dto/what-if.dto';

type Change = WhatIfQuestion['changes'][number];

/** A change as it is sent, in the simulator's terms. */
export function toChange(change: ChangeDto): Change {
  const on = change.weekday === undefined ? {} : { weekday: change.weekday };
  switch (change.kind) {
    case 'add_barber':
      return { kind: 'add-barber', ...on, ...(change.skills && { skills: change.skills }) };
    case 'remove_barber':
      return { kind: 'remove-barber', barber: change.barberId, ...on };
    case 'move_breaks':
      return { kind: 'move-breaks', minutes: change.minutes, ...on };
    case 'teach':
      return { kind: 'teach', barber: change.barberId, skill: change.skill, ...on };
    case 'open_later':
      return { kind: 'open', minutes: change.minutes, ...on };
    case 'close_later':
      return { kind: 'close', minutes: change.minutes, ...on };
  }
}
