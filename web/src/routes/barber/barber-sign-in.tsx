import { type FormEvent, useState } from 'react';
import { useBarberSignIn } from '../../features/auth/session';
import { useShopNames } from '../../features/shop/public-shop';
import { failureText } from '../../lib/api/failure-text';
import { allowSound } from '../../lib/attention';
import { useWords } from '../../lib/i18n/use-words';
import { readStored, store } from '../../lib/storage';
import { Button } from '../../ui/base/button';
import { SelectField, TextField } from '../../ui/base/field';
import { Notice } from '../../ui/base/notice';
import { Page } from '../../ui/base/page';
import { PinPad } from '../../ui/base/pin-pad';
import css from './barber.module.css';

const PIN_LENGTH = { min: 4, max: 8 };
const KEPT = 'fusion.barber-sign-in';

interface Kept {
  readonly shop: string;
  readonly code: string;
}

/** Code and PIN; the code is remembered on the barber's own phone, the PIN is not. */
export function BarberSignIn() {
  const { t } = useWords('barber');
  const shops = useShopNames();
  const signIn = useBarberSignIn();
  const [kept] = useState(() => readStored<Kept>(KEPT));
  const [chosenShop, setShop] = useState(kept?.shop ?? '');
  const [code, setCode] = useState(kept?.code ?? '');
  const [pin, setPin] = useState('');
  const shop = chosenShop || shops.data?.[0]?.slug || '';
  const shopName = shops.data?.find(({ slug }) => slug === shop)?.name;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    allowSound();
    signIn.mutate(
      { shop, code: code.trim(), pin },
      {
        onSuccess: () => store(KEPT, { shop, code: code.trim() }),
        onError: () => setPin(''),
      },
    );
  };

  return (
    <form onSubmit={submit}>
      <Page
        name={shopName}
        action={
          <Button
            kind="primary"
            size="l"
            isWide
            type="submit"
            isBusy={signIn.isPending}
            disabled={!shop || !code.trim() || pin.length < PIN_LENGTH.min}
          >
            {t('signIn')}
          </Button>
        }
      >
        <h1 className={css.title}>{t('signInTitle')}</h1>
        {(signIn.error ?? shops.error) && (
          <Notice kind="bad">{failureText(signIn.error ?? shops.error)}</Notice>
        )}
        {shops.data && shops.data.length > 1 && (
          <SelectField
            label={t('shop')}
            value={shop}
            onChange={(event) => setShop(event.target.value)}
          >
            {shops.data.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </SelectField>
        )}
        <TextField
          label={t('code')}
          hint={t('codeHint')}
          autoComplete="username"
          autoCapitalize="characters"
          maxLength={20}
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
        <PinPad
          label={t('pin')}
          eraseLabel={t('erase')}
          value={pin}
          lengthMax={PIN_LENGTH.max}
          onChange={setPin}
        />
      </Page>
    </form>
  );
}
