import { useSyncExternalStore } from 'react';
import { FrontDoor } from '../routes/client/front-door';
import { JoinPage } from '../routes/client/join-page';
import { PayReturnPage } from '../routes/client/pay-return-page';
import { TicketPage } from '../routes/client/ticket-page';
import { mount } from './mount';

function subscribe(listener: () => void): () => void {
  addEventListener('popstate', listener);
  addEventListener('hashchange', listener);
  return () => {
    removeEventListener('popstate', listener);
    removeEventListener('hashchange', listener);
  };
}

function go(address: string): void {
  history.pushState(null, '', address);
  dispatchEvent(new PopStateEvent('popstate'));
  scrollTo(0, 0);
}

const addressNow = () => location.pathname + location.search + location.hash;

/** Four screens need no router: the first load should be small. */
function Customer() {
  const address = useSyncExternalStore(subscribe, addressNow);
  const [path, token = ''] = address.split('#');
  if (/^\/pay\b/.test(path ?? '')) {
    const query = new URL(address, location.origin).searchParams;
    return (
      <PayReturnPage
        returnToken={query.get('payment') ?? ''}
        isCancelled={query.has('cancelled')}
        go={go}
      />
    );
  }
  const [, slug, isTicket] = /^\/s\/([a-z0-9-]+)(\/ticket)?/.exec(path ?? '') ?? [];
  if (slug && isTicket) return <TicketPage key={token} slug={slug} token={token} go={go} />;
  if (slug) return <JoinPage key={slug} slug={slug} go={go} />;
  return <FrontDoor go={go} />;
}

void mount(<Customer />, 'customer');
