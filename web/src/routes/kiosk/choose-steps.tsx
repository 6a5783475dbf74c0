import { BarberChoice, type BarberWish } from '../../features/join/barber-choice';
import { ServiceChoice } from '../../features/join/service-choice';
import { usePublicServices } from '../../features/shop/public-shop';
import type { PublicBarber, Shop } from '../../lib/api/types';
import { useWords } from '../../lib/i18n/use-words';
import { Button } from '../../ui/base/button';
import { Waiting } from '../../ui/base/waiting';
import { StepFrame } from './step-frame';

interface Steps {
  readonly onBack: () => void;
  readonly onNext: () => void;
}

interface ServiceStepProps extends Steps {
  readonly shop: Shop;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

export function ServiceStep({ shop, chosen, onChange, onBack, onNext }: ServiceStepProps) {
  const { t } = useWords('customer');
  const services = usePublicServices(shop.slug).data;
  const next = (
    <Button kind="primary" size="xl" disabled={chosen.length === 0} onClick={onNext}>
      {t('common:next')}
    </Button>
  );
  return (
    <StepFrame title={t('services')} onBack={onBack} next={next}>
      {services ? (
        <ServiceChoice services={services} region={shop} chosen={chosen} onChange={onChange} />
      ) : (
        <Waiting lines={5} />
      )}
    </StepFrame>
  );
}

interface BarberStepProps extends Steps {
  readonly barbers: readonly PublicBarber[];
  readonly wish: BarberWish;
  readonly onChange: (wish: BarberWish) => void;
}

export function BarberStep({ barbers, wish, onChange, onBack, onNext }: BarberStepProps) {
  const { t } = useWords('customer');
  const next = (
    <Button kind="primary" size="xl" onClick={onNext}>
      {t('common:next')}
    </Button>
  );
  return (
    <StepFrame title={t('who')} onBack={onBack} next={next}>
      <BarberChoice barbers={barbers} wish={wish} onChange={onChange} />
    </StepFrame>
  );
}
