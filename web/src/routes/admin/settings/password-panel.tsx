import { type FormEvent, useState } from 'react';
import { api } from '../../../lib/api/anonymous';
import { failureText } from '../../../lib/api/failure-text';
import { useWords } from '../../../lib/i18n/use-words';
import { Button } from '../../../ui/base/button';
import { TextField } from '../../../ui/base/field';
import { Notice } from '../../../ui/base/notice';
import { Section } from '../../../ui/base/section';
import css from '../admin.module.css';
import { useCommand } from '../use-command';

/** The password of whoever is signed in. */
export function PasswordPanel() {
  const { t } = useWords('manage');
  const [oldPassword, setOld] = useState('');
  const [newPassword, setNew] = useState('');
  const change = useCommand(
    async (_: null) => {
      await api.PUT('/v1/me/password', { body: { oldPassword, newPassword } });
    },
    {
      refresh: ['sessions'],
      onDone: () => {
        setOld('');
        setNew('');
      },
    },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(null);
  };
  return (
    <Section title={t('ownPassword')}>
      <form className={css.form} onSubmit={submit}>
        {change.error && <Notice kind="bad">{failureText(change.error)}</Notice>}
        {change.isSuccess && <Notice kind="good">{t('passwordSet')}</Notice>}
        <TextField
          label={t('oldPassword')}
          type="password"
          required
          autoComplete="current-password"
          value={oldPassword}
          onChange={(event) => setOld(event.target.value)}
        />
        <TextField
          label={t('newPassword')}
          hint={t('passwordHint')}
          type="password"
          required
          minLength={10}
          autoComplete="new-password"
          value={newPassword}
          onChange={(event) => setNew(event.target.value)}
        />
        <Button type="submit" isBusy={change.isPending}>
          {t('setPassword')}
        </Button>
      </form>
    </Section>
  );
}
