import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { useMe, useSignOut } from '../../features/auth/session';
import { failureText } from '../../lib/api/failure-text';
import { useWords } from '../../lib/i18n/use-words';
import { workplaceOf } from '../../lib/staff/workplace';
import { WorkplaceProvider } from '../../lib/staff/workplace-context';
import { Button } from '../../ui/base/button';
import { Notice } from '../../ui/base/notice';
import { Page } from '../../ui/base/page';
import css from './admin.module.css';
import { router } from './admin-router';
import { AdminSignIn } from './admin-sign-in';

/** Owner's and manager's pages, for whom they are. */
export function AdminPage() {
  const { t } = useWords('admin');
  const me = useMe();
  const signOut = useSignOut();
  const role = me.data?.role;
  const workplace = useMemo(
    () =>
      me.data && (role === 'owner' || role === 'manager') ? workplaceOf(me.data, 'admin') : null,
    [me.data, role],
  );
  useEffect(() => workplace?.outbox.start(), [workplace]);

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
  if (me.data === null) return <AdminSignIn />;
  if (!workplace) {
    return (
      <Page name={me.data.shop.name}>
        <h1 className={css.title}>{t('forBarbersOnly')}</h1>
        <a href="/barber">{t('forBarbers')}</a>
        <Button onClick={() => signOut.mutate()}>{t('common:signOut')}</Button>
      </Page>
    );
  }
  return (
    <WorkplaceProvider value={workplace}>
      <RouterProvider router={router} />
    </WorkplaceProvider>
  );
}
