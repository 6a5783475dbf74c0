import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useMe } from '../../features/auth/session';
import { api } from '../../lib/api/anonymous';
import { dataOf } from '../../lib/api/client';
import { failureText } from '../../lib/api/failure-text';
import { useWords } from '../../lib/i18n/use-words';
import { Notice } from '../../ui/base/notice';
import { Page } from '../../ui/base/page';
import { BarbersStep } from './barbers-step';
import { HoursStep } from './hours-step';
import { ReadyStep } from './ready-step';
import { ServicesStep } from './services-step';
import css from './setup.module.css';
import { ShopStep } from './shop-step';

const STEPS = ['shop', 'hours', 'services', 'barbers', 'ready'] as const;

/** The one-time link carries its token behind the #, which browsers send to no server and no log. */
const token = location.hash.slice(1);

/** From the link in the terminal to the first customer. Each step is saved before the next begins. */
export function SetupPage() {
  const { t } = useWords('setup');
  const me = useMe();
  const state = useQuery({
    queryKey: ['setup'],
    queryFn: async () => dataOf(await api.GET('/v1/setup')),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [step, setStep] = useState(0);
  useEffect(() => {
    document.title = `${t('title')} · ${t('common:brand')}`;
  }, [t]);
  // Whoever pastes the link into this tab changes only what is behind the #.
  useEffect(() => {
    const reload = () => location.reload();
    addEventListener('hashchange', reload);
    return () => removeEventListener('hashchange', reload);
  }, []);

  const error = state.error ?? me.error;
  if (error) {
    return (
      <Page name={undefined}>
        <Notice kind="bad">{failureText(error)}</Notice>
      </Page>
    );
  }
  if (!state.data || me.data === undefined) return null;
  const isOwner = me.data?.role === 'owner';
  const hasBegun = step > 0;
  if (!state.data.isNeeded && !isOwner && !hasBegun) {
    return (
      <Page name={undefined}>
        <h1 className={css.title}>{t('done')}</h1>
        <a href="/admin">{t('toAdmin')}</a>
      </Page>
    );
  }
  if (state.data.isNeeded && !token && !hasBegun) {
    return (
      <Page name={undefined}>
        <h1 className={css.title}>{t('title')}</h1>
        <Notice kind="warn">
          {t('needsLink')} {t('needsLinkHint')}
        </Notice>
      </Page>
    );
  }

  // The owner who comes back, after a reload say, goes on where the account is there already.
  const shown = Math.max(step, isOwner ? 1 : 0);
  const next = () => {
    setStep(shown + 1);
    scrollTo(0, 0);
  };
  return (
    <Page
      name={me.data?.shop.name}
      aside={shown < STEPS.length - 1 && t('progress', { step: shown + 1, of: STEPS.length - 1 })}
    >
      {STEPS[shown] === 'shop' && <ShopStep token={token} onDone={next} />}
      {STEPS[shown] === 'hours' && <HoursStep onDone={next} />}
      {STEPS[shown] === 'services' && <ServicesStep onDone={next} />}
      {STEPS[shown] === 'barbers' && <BarbersStep onDone={next} />}
      {STEPS[shown] === 'ready' && <ReadyStep />}
    </Page>
  );
}
