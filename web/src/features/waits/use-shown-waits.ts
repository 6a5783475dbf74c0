import { useTranslation } from 'react-i18next';
import type { Region } from '../../lib/format/format';
import type { Wait } from '../../lib/format/wait';
import { useWaitWords } from '../../lib/i18n/use-wait-words';
import { useIntakeWords } from './use-intake-words';
import type { Intake, Waits } from './waits';

interface ShownWait {
  readonly range: string;
  readonly clock: string | null;
  readonly closed: string | null;
}

/** Waits at the door in words, for the lists of services and barbers that people choose from. */
export function useShownWaits(waits: Waits | undefined, region: Region) {
  const { t } = useTranslation();
  const say = useWaitWords(region);
  const why = useIntakeWords(region);
  // The server's minutes count from its own clock, whatever this device's clock says.
  const now = waits ? Date.parse(waits.at) : 0;
  const shown = (intake: Intake, wait: Wait | null): ShownWait => ({
    ...(wait ? say(wait, now) : { range: '', clock: t('wait.unknown') }),
    closed: why(intake),
  });
  const serviceOf = (id: string) => waits?.services.find(({ serviceId }) => serviceId === id);
  return {
    closedBecause: (serviceId: string): string | null => {
      const service = serviceOf(serviceId);
      return service ? why(service.intake) : null;
    },
    waitForService: (serviceId: string): string | null => {
      const anyone = serviceOf(serviceId)?.anyone;
      return anyone ? say(anyone, now).range : null;
    },
    waitForBarber: (barberId: string | null): ShownWait | null => {
      const chosen = waits?.chosen;
      if (!chosen) return null;
      if (barberId === null) return shown(chosen.intake, chosen.anyone);
      const barber = chosen.barbers.find(({ id }) => id === barberId);
      return barber ? shown(barber.intake, barber.wait) : null;
    },
    /** Whether a barber who is in can do all that was chosen; true as long as nobody knows. */
    canServe: (barberId: string): boolean =>
      waits?.chosen?.barbers.some(({ id }) => id === barberId) ?? true,
    /** What somebody new would wait for whatever is soonest; null when that is not known. */
    doorWait: ((): { range: string; clock: string | null } | null => {
      const open = (waits?.services ?? []).flatMap(({ intake, anyone }) =>
        intake.isOpen && anyone ? [anyone] : [],
      );
      const [soonest] = open.toSorted(
        (a, b) => a.medianMinutes - b.medianMinutes || a.highMinutes - b.highMinutes,
      );
      return soonest ? say(soonest, now) : null;
    })(),
    /** Why nobody at all is taken in, when no service is to be had. */
    allClosed: ((): string | null => {
      const [first] = waits?.services ?? [];
      const isClosed = first && waits?.services.every(({ intake }) => !intake.isOpen);
      return isClosed ? why(first.intake) : null;
    })(),
  };
}
