import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { usePublicShop } from '../../features/shop/public-shop';
import {
  isOver,
  type MyCommand,
  useMyCommand,
  useMyTicket,
  useTicketApi,
} from '../../features/tickets/my-ticket';
import { companionsOf, forgetTicket, ticketLink } from '../../features/tickets/ticket-link';
import { failureText } from '../../lib/api/failure-text';
import { Refusal } from '../../lib/api/problem';
import { callForAttention } from '../../lib/attention';
import { clockTime, money } from '../../lib/format/format';
import { useWords } from '../../lib/i18n/use-words';
import { Button } from '../../ui/base/button';
import { Notice } from '../../ui/base/notice';
import { Page } from '../../ui/base/page';
import { Section } from '../../ui/base/section';
import { Waiting } from '../../ui/base/waiting';
import css from './client.module.css';
import { EmptyPage } from './empty-page';
import { PaidSection } from './paid-section';
import { LateSheet, LeaveSheet } from './ticket-sheets';
import { TicketState } from './ticket-state';

/** Half an hour is left until it is needed: the first load goes without. */
const BillSection = lazy(() => import('./bill-section'));

interface TicketPageProps {
  readonly slug: string;
  readonly token: string;
  readonly go: (address: string) => void;
}

/** The customer's own ticket, true to the second, with what they may say about it. */
export function TicketPage({ slug, token, go }: TicketPageProps) {
  const { t } = useWords('customer');
  const api = useTicketApi(token);
  const shop = usePublicShop(slug).data;
  const { data: mine, error, dataUpdatedAt } = useMyTicket(api, token);
  const command = useMyCommand(api, token);
  const [sheet, setSheet] = useState<'late' | 'leave' | null>(null);
  const ticket = mine?.ticket;
  const isCalled = ticket?.state === 'assigned' && ticket.calledAt !== null;
  const wasCalled = useRef(isCalled);

  useEffect(() => {
    if (isCalled && !wasCalled.current) callForAttention();
    wasCalled.current = isCalled;
    if (ticket) document.title = isCalled ? t('tabCalled') : `${ticket.number} · ${t('ticket')}`;
  }, [isCalled, t, ticket]);

  if (error instanceof Refusal) {
    return (
      <EmptyPage title={t('linkGone')} hint={t('linkGoneHint')}>
        <Button onClick={() => go(`/s/${slug}`)}>{t('again')}</Button>
      </EmptyPage>
    );
  }
  if (!mine || !ticket || !shop) {
    return <EmptyPage title={error ? failureText(error) : t('common:loading')} />;
  }

  const say = (what: MyCommand) => {
    setSheet(null);
    command.mutate(what);
  };
  const over = isOver(mine);
  const canMove = ticket.state === 'waiting' || ticket.state === 'assigned';
  const again = () => {
    forgetTicket(token);
    go(`/s/${slug}`);
  };

  const isDone = ticket.state === 'completed';
  const isPaid = ticket.paidAt !== null;
  const companions = companionsOf(slug, token);
  const mayArrive = (ticket.state === 'waiting' && !ticket.isHere) || ticket.state === 'booked';

  const main =
    over && (!isDone || isPaid) ? (
      <Button kind="primary" size="l" isWide onClick={again}>
        {t('again')}
      </Button>
    ) : mayArrive ? (
      <Button
        kind="primary"
        size="l"
        isWide
        isBusy={command.isPending}
        onClick={() => say({ kind: 'here' })}
      >
        {t('imHere')}
      </Button>
    ) : undefined;

  return (
    <Page name={shop.name} look={shop} action={main}>
      {error && (
        <Notice kind="warn">{t('common:stale', { time: clockTime(dataUpdatedAt, shop) })}</Notice>
      )}
      {command.error && <Notice kind="bad">{failureText(command.error)}</Notice>}
      <TicketState mine={mine} region={shop} />
      {isDone && isPaid && <PaidSection api={api} token={token} />}
      {isDone && !isPaid && (
        <Suspense fallback={<Waiting />}>
          <BillSection api={api} token={token} shop={shop} barberName={mine.barber?.name ?? null} />
        </Suspense>
      )}
      {companions.length > 0 && (
        <Section title={t('withYou')}>
          <div className={css.choices}>
            {companions.map((one) => (
              <Button key={one.token} isWide onClick={() => go(ticketLink(slug, one.token))}>
                {t('common:ticketNumber', { number: one.number })}
                {one.name && ` · ${one.name}`}
              </Button>
            ))}
          </div>
        </Section>
      )}
      {!isDone && (
        <Section title={t('yourServices')}>
          <ul className={css.facts}>
            {ticket.services.map((service) => (
              <li key={service.id} className={css.fact}>
                <span>{service.name}</span>
                <span className="numbers">{money(service.priceCents, shop)}</span>
              </li>
            ))}
          </ul>
          <p className={css.label}>{t('joinedAt', { time: clockTime(ticket.joinedAt, shop) })}</p>
        </Section>
      )}
      {canMove && (
        <div className={css.buttons}>
          <Button onClick={() => setSheet('late')}>{t('late')}</Button>
          <Button onClick={() => setSheet('leave')}>{t('leave')}</Button>
        </div>
      )}
      {sheet === 'late' && (
        <LateSheet
          onClose={() => setSheet(null)}
          onChoose={(minutes) => say({ kind: 'late', minutes })}
        />
      )}
      {sheet === 'leave' && (
        <LeaveSheet
          onClose={() => setSheet(null)}
          onChoose={(reasonCode) => say({ kind: 'leave', reasonCode })}
        />
      )}
    </Page>
  );
}
