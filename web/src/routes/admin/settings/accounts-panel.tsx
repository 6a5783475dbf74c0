import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api } from '../../../lib/api/anonymous';
import { dataOf, newKey } from '../../../lib/api/client';
import { failureText } from '../../../lib/api/failure-text';
import { useWords } from '../../../lib/i18n/use-words';
import { Button } from '../../../ui/base/button';
import { DataTable } from '../../../ui/base/data-table';
import { TextField } from '../../../ui/base/field';
import { Notice } from '../../../ui/base/notice';
import { Section } from '../../../ui/base/section';
import css from '../admin.module.css';

/** Owner and managers; barbers have their PIN under Staff. */
export function AccountsPanel() {
  const { t } = useWords('admin');
  const client = useQueryClient();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const accounts = useQuery({
    queryKey: ['accounts'],
    queryFn: async () =>
      dataOf(await api.GET('/v1/accounts', { params: { query: { limit: 100 } } })).items,
  });
  const refresh = () => client.invalidateQueries({ queryKey: ['accounts'] });
  const add = useMutation({
    mutationFn: async () => {
      const body = { email: email.trim(), password };
      await api.POST('/v1/accounts', { params: { header: newKey() }, body });
    },
    onSuccess: () => {
      setEmail('');
      setPassword('');
      void refresh();
    },
  });
  const change = useMutation({
    mutationFn: async ({ id, isActive }: { id: string; isActive: boolean }) => {
      const params = { path: { accountId: id } };
      await api.PATCH('/v1/accounts/{accountId}', { params, body: { isActive } });
    },
    onSettled: refresh,
  });
  const error = accounts.error ?? add.error ?? change.error;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <Section title={t('accountsTitle')}>
      {error && <Notice kind="bad">{failureText(error)}</Notice>}
      {accounts.data && (
        <DataTable
          label={t('accountsTitle')}
          rows={accounts.data.filter(({ role }) => role !== 'barber')}
          keyOf={({ id }) => id}
          columns={[
            { title: t('email'), cell: (account) => account.email },
            { title: t('tokenRole'), cell: ({ role }) => t(`role.${role}`) },
            {
              title: t('edit'),
              cell: ({ id, role, isActive, email: address }) =>
                role === 'manager' && (
                  <Button
                    aria-label={`${isActive ? t('closeAccount') : t('openAccount')}: ${address}`}
                    onClick={() => change.mutate({ id, isActive: !isActive })}
                  >
                    {isActive ? t('closeAccount') : t('openAccount')}
                  </Button>
                ),
            },
          ]}
        />
      )}
      <form className={css.form} onSubmit={submit}>
        <TextField
          label={t('email')}
          type="email"
          required
          autoComplete="off"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <TextField
          label={t('password')}
          type="password"
          required
          minLength={10}
          autoComplete="new-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <Button type="submit" isBusy={add.isPending}>
          {t('addManager')}
        </Button>
      </form>
    </Section>
  );
}
