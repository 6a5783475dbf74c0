import { useEffect, useMemo } from 'react';
import { useMe, useSignOut } from '../../features/auth/session';
import { failureText } from '../../lib/api/failure-text';
import { allowSound } from '../../lib/attention';
import { useWords } from '../../lib/i18n/use-words';
import { workplaceOf } from '../../lib/staff/workplace';
import { WorkplaceProvider } from '../../lib/staff/workplace-context';
import { Button } from '../../ui/base/button';
import { Notice } from '../../ui/base/notice';
import { Page } from '../../ui/base/page';
import css from './barber.module.css';
import { BarberSignIn } from './barber-sign-in';
import { Station } from './station';

/** A barber's phone: who are you, then all that the day needs. */
export function BarberPage() {
  const { t } = useWords('barber');
  const me = useMe();
  const signOut = useSignOut();
  const workplace = useMemo(
    () => (me.data?.barber ? workplaceOf(me.data, 'barber') : null),
    [me.data],
  );
  useEffect(() => workplace?.outbox.start(), [workplace]);
  useEffect(() => {
    addEventListener('pointerdown', allowSound, { once: true });
    return () => removeEventListener('pointerdown', allowSound);
  }, []);

  if (me.error) {
    return (
      <Page name={undefined}>
        <Notice
          kind="bad"
          action={<Button onClick={() => void me.refetch()}>{t('common:tryAgain')}</Button>}
        >
          {failureText(me.error)}
        </Notice>
      </Page>
    );
  }
  if (me.data === undefined) return null;
  if (me.data === null) return <BarberSignIn />;
  if (!workplace) {
    return (
      <Page name={me.data.shop.name}>
        <h1 className={css.title}>{t('notBarber')}</h1>
        <p>{t('notBarberHint')}</p>
        <a href="/admin">{t('toAdmin')}</a>
        <Button onClick={() => signOut.mutate()}>{t('common:signOut')}</Button>
      </Page>
    );
  }
  return (
    <WorkplaceProvider value={workplace}>
      <Station />
    </WorkplaceProvider>
  );
}
