import { useState } from 'react';
import { BarberChoice, type BarberWish } from '../../features/join/barber-choice';
import { useJoin } from '../../features/join/join';
import { ServiceChoice } from '../../features/join/service-choice';
import { openStateOf } from '../../features/shop/opening-hours';
import {
  usePublicBarbers,
  usePublicServices,
  usePublicShop,
} from '../../features/shop/public-shop';
import { keepTicket, keptTicket, ticketLink } from '../../features/tickets/ticket-link';
import { failureText } from '../../lib/api/failure-text';
import { Refusal } from '../../lib/api/problem';
import { useWords } from '../../lib/i18n/use-words';
import { Button } from '../../ui/base/button';
import { TextField } from '../../ui/base/field';
import { Notice } from '../../ui/base/notice';
import { Page } from '../../ui/base/page';
import { Section } from '../../ui/base/section';
import { Waiting } from '../../ui/base/waiting';
import { ArrivalChoice } from './arrival-choice';
import css from './client.module.css';
import { EmptyPage } from './empty-page';

interface JoinPageProps {
  readonly slug: string;
  readonly go: (address: string) => void;
}

/** From the code at the door to a ticket: choose, say when, done. */
export function JoinPage({ slug, go }: JoinPageProps) {
  const { t } = useWords('customer');
  const shop = usePublicShop(slug);
  const services = usePublicServices(slug);
  const barbers = usePublicBarbers(slug);
  const join = useJoin(slug);
  const [serviceIds, setServiceIds] = useState<readonly string[]>([]);
  const [barber, setBarber] = useState<BarberWish>({ id: null, isOnly: false });
  const [arrivesInMinutes, setArrivesInMinutes] = useState(0);
  const [customerName, setCustomerName] = useState('');
  const [note, setNote] = useState('');
  const kept = keptTicket(slug);

  if (shop.error instanceof Refusal) {
    return <EmptyPage title={t('notFound')} hint={t('notFoundHint')} />;
  }
  const open = shop.data && openStateOf(shop.data, Date.now());

  const submit = () => {
    join.mutate(
      {
        serviceIds: [...serviceIds],
        ...(customerName.trim() && { customerName: customerName.trim() }),
        ...(note.trim() && { note: note.trim() }),
        ...(barber.id && { requestedBarberId: barber.id, onlyRequestedBarber: barber.isOnly }),
        ...(arrivesInMinutes > 0 && { arrivesInMinutes }),
      },
      {
        onSuccess: ({ ticket, accessToken }) => {
          keepTicket({ slug, token: accessToken, number: ticket.number });
          go(ticketLink(slug, accessToken));
        },
      },
    );
  };

  const action = (
    <>
      {join.error && <Notice kind="bad">{failureText(join.error)}</Notice>}
      <Button
        kind="primary"
        size="l"
        isWide
        type="submit"
        isBusy={join.isPending}
        disabled={serviceIds.length === 0}
      >
        {serviceIds.length === 0 ? t('chooseService') : t('join')}
      </Button>
    </>
  );

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Page
        name={shop.data?.name}
        aside={open?.isOpen && open.changesAt ? t('openUntil', { time: open.changesAt }) : null}
        action={action}
      >
        <div>
          <h1 className={css.title}>{t('title')}</h1>
          <p className={css.lead}>{t('lead')}</p>
        </div>
        {kept && (
          <Notice
            action={
              <Button onClick={() => go(ticketLink(slug, kept.token))}>{t('showTicket')}</Button>
            }
          >
            {t('existing', { number: kept.number })}
          </Notice>
        )}
        {open && !open.isOpen && (
          <Notice kind="warn">
            {open.changesAt ? t('opensAt', { time: open.changesAt }) : t('closed')}.{' '}
            {t('closedNotice')}
          </Notice>
        )}
        {services.error && <Notice kind="bad">{failureText(services.error)}</Notice>}
        <Section title={t('services')}>
          {shop.data && services.data ? (
            <ServiceChoice
              services={services.data}
              region={shop.data}
              chosen={serviceIds}
              onChange={setServiceIds}
            />
          ) : (
            <Waiting lines={4} />
          )}
        </Section>
        {barbers.data && barbers.data.length > 0 && (
          <Section title={t('who')}>
            <BarberChoice barbers={barbers.data} wish={barber} onChange={setBarber} />
          </Section>
        )}
        <ArrivalChoice minutes={arrivesInMinutes} onChange={setArrivesInMinutes} />
        <TextField
          label={t('name')}
          hint={t('nameHint')}
          autoComplete="given-name"
          maxLength={60}
          value={customerName}
          onChange={(event) => setCustomerName(event.target.value)}
        />
        <TextField
          label={t('note')}
          maxLength={200}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </Page>
    </form>
  );
}
