import { useCallback, useState } from 'react';
import { type PartyMode, type Person, SOMEBODY } from '../../features/join/join';

export type KioskStep = 'welcome' | 'services' | 'barber' | 'name' | 'done';

/** What those in front of the kiosk have said so far. */
export interface KioskVisit {
  readonly step: KioskStep;
  readonly go: (step: KioskStep) => void;
  /** Those who have said all; the one in front is not among them. */
  readonly others: readonly Person[];
  readonly person: Person;
  readonly change: (part: Partial<Person>) => void;
  readonly mode: PartyMode;
  readonly setMode: (mode: PartyMode) => void;
  /** The one in front is done, and the next steps up. */
  readonly next: (customerName: string) => void;
  /** Back from the services: to whoever was before, or to the welcome. */
  readonly back: () => void;
  readonly startOver: () => void;
}

export function useKioskVisit(): KioskVisit {
  const [step, go] = useState<KioskStep>('welcome');
  const [others, setOthers] = useState<readonly Person[]>([]);
  const [person, setPerson] = useState(SOMEBODY);
  const [mode, setMode] = useState<PartyMode>('together');
  const startOver = useCallback(() => {
    go('welcome');
    setOthers([]);
    setPerson(SOMEBODY);
    setMode('together');
  }, []);
  return {
    ...{ step, go, others, person, mode, setMode, startOver },
    change: (part) => setPerson({ ...person, ...part }),
    next: (customerName) => {
      setOthers([...others, { ...person, customerName }]);
      setPerson(SOMEBODY);
      go('services');
    },
    back: () => {
      const before = others.at(-1);
      if (!before) {
        startOver();
        return;
      }
      setOthers(others.slice(0, -1));
      setPerson(before);
      go('name');
    },
  };
}
