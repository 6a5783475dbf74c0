import { type FormEvent, useState } from 'react';
import { useSignIn } from '../../features/auth/session';
import { failureText } from '../../lib/api/failure-text';
import { useWords } from '../../lib/i18n/use-words';
import { Button } from '../../ui/base/button';
import { TextField } from '../../ui/base/field';
import { Notice } from '../../ui/base/notice';
import { Page } from '../../ui/base/page';
import css from './admin.module.css';

export function AdminSignIn() {
  const { t } = useWords('admin');
  const signIn = useSignIn();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ email, password }, { onError: () => setPassword('') });
  };
  return (
    <Page name={undefined}>
      <form className={css.form} onSubmit={submit}>
        <h1 className={css.title}>{t('signInTitle')}</h1>
        {signIn.error && <Notice kind="bad">{failureText(signIn.error)}</Notice>}
        <TextField
          label={t('email')}
          type="email"
          required
          autoFocus
          autoComplete="username"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <TextField
          label={t('password')}
          type="password"
          required
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <Button kind="primary" size="l" isWide type="submit" isBusy={signIn.isPending}>
          {t('signIn')}
        </Button>
        <a href="/barber">{t('forBarbers')}</a>
      </form>
    </Page>
  );
}
