import { BarberChoice, type BarberWish } from '../../features/join/barber-choice';
import { ServiceChoice } from '../../features/join/service-choice';
import { usePublicServices } from '../../features/shop/public-shop';
import { useShownWaits } from '../../features/waits/use-shown-waits';
import type { Waits } from '../../features/waits/waits';
import type { PublicBarber, Shop } from '../../lib/api/types';
import { useWords } from '../../lib/i18n/use-words';
import { Button } from '../../ui/base/button';
import { Waiting } from '../../ui/base/waiting';
import { StepFrame } from './step-frame';

interface Step {
  readonly title: string;
  readonly shop: Shop;
  readonly waits: Waits | undefined;
  readonly onBack: () => void;
  readonly onNext: () => void;
}

interface ServiceStepProps extends Step {
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

export function ServiceStep(props: ServiceStepProps) {
  const { title, shop, waits, chosen, onChange, onBack, onNext } = props;
  const { t } = useWords('customer');
  const services = usePublicServices(shop.slug).data;
  const { closedBecause, waitForService } = useShownWaits(waits, shop);
  const next = (
    <Button kind="primary" size="xl" disabled={chosen.length === 0} onClick={onNext}>
      {t('common:next')}
    </Button>
  );
  return (
    <StepFrame title={title} onBack={onBack} next={next}>
      {services ? (
        <ServiceChoice
          services={services}
          region={shop}
          chosen={chosen}
          onChange={onChange}
          closedBecause={closedBecause}
          waitFor={waitForService}
        />
      ) : (
        <Waiting lines={5} />
      )}
    </StepFrame>
  );
}

interface BarberStepProps extends Step {
  readonly barbers: readonly PublicBarber[];
  readonly wish: BarberWish;
  readonly onChange: (wish: BarberWish) => void;
}

export function BarberStep(props: BarberStepProps) {
  const { title, shop, waits, barbers, wish, onChange, onBack, onNext } = props;
  const { t } = useWords('customer');
  const { waitForBarber, canServe } = useShownWaits(waits, shop);
  const next = (
    <Button kind="primary" size="xl" onClick={onNext}>
      {t('common:next')}
    </Button>
  );
  return (
    <StepFrame title={title} onBack={onBack} next={next}>
      <BarberChoice
        barbers={barbers}
        wish={wish}
        onChange={onChange}
        waitFor={waitForBarber}
        canServe={canServe}
      />
    </StepFrame>
  );
}
