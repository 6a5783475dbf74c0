import { BarberChoice } from '../../features/join/barber-choice';
import type { Person } from '../../features/join/join';
import { ServiceChoice } from '../../features/join/service-choice';
import { useShownWaits } from '../../features/waits/use-shown-waits';
import { usePublicWaits } from '../../features/waits/waits';
import type { PublicBarber, PublicService, PublicShop } from '../../lib/api/types';
import { useWords } from '../../lib/i18n/use-words';
import { TextField } from '../../ui/base/field';
import { Notice } from '../../ui/base/notice';
import { Section } from '../../ui/base/section';

interface PersonFormProps {
  readonly shop: PublicShop;
  readonly services: readonly PublicService[];
  readonly barbers: readonly PublicBarber[];
  readonly person: Person;
  /** 1, 2, ... among those who come together; null for somebody alone. */
  readonly number: number | null;
  readonly onChange: (person: Person) => void;
}

/** What one person wants, by whom, and what the wait would be. */
export function PersonForm(props: PersonFormProps) {
  const { shop, services, barbers, person, number, onChange } = props;
  const { t } = useWords('customer');
  const waits = usePublicWaits(shop.slug, person.serviceIds).data;
  const shown = useShownWaits(waits, shop);
  return (
    <>
      {shown.allClosed && <Notice kind="warn">{shown.allClosed}</Notice>}
      <Section title={t('services')}>
        <ServiceChoice
          services={services}
          region={shop}
          chosen={person.serviceIds}
          onChange={(serviceIds) => onChange({ ...person, serviceIds })}
          closedBecause={shown.closedBecause}
          waitFor={shown.waitForService}
        />
      </Section>
      {barbers.length > 0 && (
        <Section title={t('who')}>
          <BarberChoice
            barbers={barbers}
            wish={person.barber}
            onChange={(barber) => onChange({ ...person, barber })}
            waitFor={shown.waitForBarber}
            canServe={shown.canServe}
          />
        </Section>
      )}
      <TextField
        label={number === null || number === 1 ? t('name') : t('personName', { number })}
        hint={t('nameHint')}
        autoComplete={number === null || number === 1 ? 'given-name' : 'off'}
        maxLength={60}
        value={person.customerName}
        onChange={(event) => onChange({ ...person, customerName: event.target.value })}
      />
      <TextField
        label={t('note')}
        maxLength={200}
        value={person.note}
        onChange={(event) => onChange({ ...person, note: event.target.value })}
      />
    </>
  );
}
