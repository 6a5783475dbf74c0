import { useState } from 'react';
import { api } from '../../../lib/api/anonymous';
import { dataOf } from '../../../lib/api/client';
import { failureText } from '../../../lib/api/failure-text';
import type { MerchantAccount } from '../../../lib/api/types';
import { useTenderName } from '../../../lib/i18n/use-tender-name';
import { useWords } from '../../../lib/i18n/use-words';
import { useBoard } from '../../../lib/staff/workplace-context';
import { Button } from '../../../ui/base/button';
import { Notice } from '../../../ui/base/notice';
import { Section } from '../../../ui/base/section';
import { Waiting } from '../../../ui/base/waiting';
import css from '../admin.module.css';
import { useCommand } from '../use-command';
import { MerchantAccountSheet } from './merchant-account-sheet';
import { useMerchantAccounts } from './merchant-accounts';

export function MerchantAccountsPanel() {
  const { t } = useWords('manage');
  const accounts = useMerchantAccounts();
  const [isAdding, setAdding] = useState(false);
  return (
    <Section
      title={t('accountsTitle')}
      aside={<Button onClick={() => setAdding(true)}>{t('addAccount')}</Button>}
    >
      {accounts.error && <Notice kind="bad">{failureText(accounts.error)}</Notice>}
      {!accounts.data && !accounts.error && <Waiting />}
      {accounts.data?.length === 0 && <p className={css.soft}>{t('noAccounts')}</p>}
      {accounts.data && accounts.data.length > 0 && (
        <ul className={css.list}>
          {accounts.data.map((account) => (
            <AccountRow key={account.id} account={account} />
          ))}
        </ul>
      )}
      {isAdding && <MerchantAccountSheet onClose={() => setAdding(false)} />}
    </Section>
  );
}

/** One account, with a test that asks the provider itself. */
function AccountRow({ account }: { readonly account: MerchantAccount }) {
  const { t } = useWords('manage');
  const tenderName = useTenderName();
  const barbers = useBoard().board?.barbers ?? [];
  const owner = barbers.find(({ id }) => id === account.ownerBarberId)?.name ?? t('ofShop');
  const params = { path: { merchantAccountId: account.id } };
  const check = useCommand(async (_: null) =>
    dataOf(await api.POST('/v1/merchant-accounts/{merchantAccountId}/check', { params })),
  );
  const change = useCommand(
    async (isEnabled: boolean) => {
      const body = { isEnabled, expectedVersion: account.version };
      return dataOf(await api.PATCH('/v1/merchant-accounts/{merchantAccountId}', { params, body }));
    },
    { refresh: ['merchant-accounts', 'tenders', 'payment-routes'] },
  );
  const error = check.error ?? change.error;
  const isGood = check.data?.result === 'works' || check.data?.result === 'nothing_to_check';
  const toggle = account.isEnabled ? t('stopUsing') : t('use');
  return (
    <li className={css.item}>
      <span className={css.itemWords}>
        <strong>{account.name}</strong>
        <span className={css.soft}>
          {tenderName(account.tender)} · {owner} ·{' '}
          {t(`accountCredentials.${account.credentials}`, { lastFour: account.lastFour ?? '' })} ·{' '}
          {account.isEnabled ? t('enabled') : t('disabled')}
        </span>
      </span>
      <span className={css.actions}>
        <Button
          aria-label={`${t('test')}: ${account.name}`}
          isBusy={check.isPending}
          onClick={() => check.mutate(null)}
        >
          {t('test')}
        </Button>
        <Button
          aria-label={`${toggle}: ${account.name}`}
          isBusy={change.isPending}
          onClick={() => change.mutate(!account.isEnabled)}
        >
          {toggle}
        </Button>
      </span>
      {check.data && <Notice kind={isGood ? 'good' : 'bad'}>{check.data.sentence}</Notice>}
      {error && <Notice kind="bad">{failureText(error)}</Notice>}
    </li>
  );
}
