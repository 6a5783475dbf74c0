import { useJoin } from '../../features/join/join';
import { openStateOf } from '../../features/shop/opening-hours';
import {
  usePublicBarbers,
  usePublicServices,
  usePublicShop,
} from '../../features/shop/public-shop';
import { keepJoined, keptTicket, ticketLink } from '../../features/tickets/ticket-link';
import { failureText } from '../../lib/api/failure-text';
import { Refusal } from '../../lib/api/problem';
import { useWords } from '../../lib/i18n/use-words';
import { Button } from '../../ui/base/button';
import { Notice } from '../../ui/base/notice';
import { Page } from '../../ui/base/page';
import { Waiting } from '../../ui/base/waiting';
import css from './client.module.css';
import { EmptyPage } from './empty-page';
import { JoinForm } from './join-form';
import { useJoiners } from './use-joiners';

interface JoinPageProps {
  readonly slug: string;
  readonly go: (address: string) => void;
}

/** From the code at the door to a ticket: choose, say when, done. Alone or with others. */
export function JoinPage({ slug, go }: JoinPageProps) {
  const { t } = useWords('customer');
  const shop = usePublicShop(slug);
  const services = usePublicServices(slug);
  const barbers = usePublicBarbers(slug);
  const join = useJoin(slug);
  const joiners = useJoiners();
  const kept = keptTicket(slug);
  const { people } = joiners.value;

  if (shop.error instanceof Refusal) {
    return <EmptyPage title={t('notFound')} hint={t('notFoundHint')} />;
  }
  const open = shop.data && openStateOf(shop.data, Date.now());
  const submit = () =>
    join.mutate(joiners.value, {
      onSuccess: (joined) => {
        const [first] = joined;
        if (!first) return;
        keepJoined(slug, joined);
        go(ticketLink(slug, first.accessToken));
      },
    });

  const isReady = people.every(({ serviceIds }) => serviceIds.length > 0);
  const isAlone = people.length === 1;
  const words = isReady
    ? isAlone
      ? t('join')
      : t('joinParty', { count: people.length })
    : t(isAlone ? 'chooseService' : 'tooSoon');
  const action = (
    <>
      {join.error && <Notice kind="bad">{failureText(join.error)}</Notice>}
      <Button
        kind="primary"
        size="l"
        isWide
        type="submit"
        isBusy={join.isPending}
        disabled={!isReady}
      >
        {words}
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
        look={shop.data}
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
        {services.error && <Notice kind="bad">{failureText(services.error)}</Notice>}
        {shop.data && services.data ? (
          <JoinForm
            shop={shop.data}
            services={services.data}
            barbers={barbers.data ?? []}
            joiners={joiners}
          />
        ) : (
          <Waiting lines={4} />
        )}
      </Page>
    </form>
  );
}
