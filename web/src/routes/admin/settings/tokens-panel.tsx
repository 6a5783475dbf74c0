import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api } from '../../../lib/api/anonymous';
import { dataOf, newKey } from '../../../lib/api/client';
import { failureText } from '../../../lib/api/failure-text';
import { dayShort, type Region } from '../../../lib/format/format';
import { useWords } from '../../../lib/i18n/use-words';
import { Button } from '../../../ui/base/button';
import { DataTable } from '../../../ui/base/data-table';
import { SelectField, TextField } from '../../../ui/base/field';
import { Notice } from '../../../ui/base/notice';
import { Section } from '../../../ui/base/section';
import css from '../admin.module.css';

const ROLES = ['manager', 'owner', 'kiosk', 'lobby'] as const;

/** Tokens of programs and devices: made, shown once, taken back. */
export function TokensPanel({ region }: { readonly region: Region }) {
  const { t } = useWords('admin');
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [role, setRole] = useState<(typeof ROLES)[number]>('manager');
  const tokens = useQuery({
    queryKey: ['api-tokens'],
    queryFn: async () =>
      dataOf(await api.GET('/v1/api-tokens', { params: { query: { limit: 100 } } })).items,
  });
  const refresh = () => client.invalidateQueries({ queryKey: ['api-tokens'] });
  const make = useMutation({
    mutationFn: async () => {
      const params = { header: newKey() };
      return dataOf(await api.POST('/v1/api-tokens', { params, body: { name, role } }));
    },
    onSuccess: () => {
      setName('');
      void refresh();
    },
  });
  const revoke = useMutation({
    mutationFn: async (apiTokenId: string) => {
      await api.DELETE('/v1/api-tokens/{apiTokenId}', { params: { path: { apiTokenId } } });
    },
    onSettled: refresh,
  });
  const error = tokens.error ?? make.error ?? revoke.error;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate();
  };
  return (
    <Section title={t('tokensTitle')}>
      <p className={css.soft}>{t('tokensHint')}</p>
      {error && <Notice kind="bad">{failureText(error)}</Notice>}
      {make.data?.token && <Notice kind="good">{t('token', { token: make.data.token })}</Notice>}
      {tokens.data && tokens.data.length > 0 && (
        <DataTable
          label={t('tokensTitle')}
          rows={tokens.data}
          keyOf={({ id }) => id}
          columns={[
            { title: t('tokenName'), cell: (token) => token.name },
            { title: t('tokenRole'), cell: (token) => t(`role.${token.role}`) },
            {
              title: t('createdAt'),
              cell: ({ createdAt }) => dayShort(createdAt, region),
            },
            {
              title: t('revoke'),
              cell: (token) => (
                <Button
                  kind="danger"
                  aria-label={`${t('revoke')}: ${token.name}`}
                  onClick={() => revoke.mutate(token.id)}
                >
                  {t('revoke')}
                </Button>
              ),
            },
          ]}
        />
      )}
      <form className={css.form} onSubmit={submit}>
        <TextField
          label={t('tokenName')}
          required
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <SelectField
          label={t('tokenRole')}
          value={role}
          onChange={(event) => {
            const chosen = ROLES.find((one) => one === event.target.value);
            if (chosen) setRole(chosen);
          }}
        >
          {ROLES.map((one) => (
            <option key={one} value={one}>
              {t(`role.${one}`)}
            </option>
          ))}
        </SelectField>
        <Button type="submit" isBusy={make.isPending}>
          {t('makeToken')}
        </Button>
      </form>
    </Section>
  );
}
