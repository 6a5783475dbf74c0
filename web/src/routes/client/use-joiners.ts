import { useState } from 'react';
import { type Joiners, type Person, SOMEBODY } from '../../features/join/join';

/** What the form holds, and what can be done to it. */
export interface JoinersForm {
  readonly value: Joiners;
  /** Whose wishes the form shows. */
  readonly active: number;
  readonly show: (index: number) => void;
  readonly change: (person: Person) => void;
  readonly add: () => void;
  readonly remove: (index: number) => void;
  readonly set: (part: Partial<Pick<Joiners, 'mode' | 'arrivesInMinutes'>>) => void;
}

export function useJoiners(): JoinersForm {
  const [value, setValue] = useState<Joiners>({
    people: [SOMEBODY],
    mode: 'together',
    arrivesInMinutes: 0,
  });
  const [active, setActive] = useState(0);
  return {
    value,
    active,
    show: setActive,
    change: (person) => setValue({ ...value, people: value.people.with(active, person) }),
    add: () => {
      setValue({ ...value, people: [...value.people, SOMEBODY] });
      setActive(value.people.length);
    },
    remove: (index) => {
      setValue({ ...value, people: value.people.toSpliced(index, 1) });
      setActive(0);
    },
    set: (part) => setValue({ ...value, ...part }),
  };
}
