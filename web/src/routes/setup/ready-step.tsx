import { ScreenLinkButton } from '../../features/devices/screen-link-button';
import { useShop } from '../../features/shop/staff-shop';
import { useWords } from '../../lib/i18n/use-words';
import { Button } from '../../ui/base/button';
import { Notice } from '../../ui/base/notice';
import { QrCode } from '../../ui/base/qr-code';
import { Section } from '../../ui/base/section';
import { Waiting } from '../../ui/base/waiting';
import css from './setup.module.css';

/** Addresses that mean "this machine": no phone gets here by them. */
const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Codes to print, links for the screens, and the way to the live board. */
export function ReadyStep() {
  const { t } = useWords('setup');
  const shop = useShop().data;
  if (!shop) return <Waiting />;
  const customers = `${location.origin}/s/${shop.slug}`;
  const barbers = `${location.origin}/barber`;
  return (
    <div className={css.form}>
      <div className={css.screenOnly}>
        <h1 className={css.title}>{t('readyTitle')}</h1>
        <p className={css.lead}>{t('readyLead')}</p>
      </div>
      {LOCAL.has(location.hostname) && <Notice kind="warn">{t('localOnly')}</Notice>}
      <section className={css.poster}>
        <h2>{shop.name}</h2>
        <QrCode className={css.qr} value={customers} label={customers} />
        <strong>{t('forCustomers')}</strong>
        <p className={css.lead}>{t('forCustomersHint')}</p>
        <p className={css.address}>{customers}</p>
      </section>
      <section className={`${css.poster} ${css.small}`}>
        <QrCode className={css.qr} value={barbers} label={barbers} />
        <strong>{t('forBarbers')}</strong>
        <p className={css.lead}>{t('forBarbersHint')}</p>
        <p className={css.address}>{barbers}</p>
      </section>
      <div className={`${css.form} ${css.screenOnly}`}>
        <Button size="l" isWide onClick={() => print()}>
          {t('print')}
        </Button>
        <Section title={t('screens')}>
          <p className={css.lead}>{t('screensHint')}</p>
          <ScreenLinkButton kind="lobby" label={t('lobby')} />
          <ScreenLinkButton kind="kiosk" label={t('kiosk')} />
        </Section>
        <a className={css.onward} href="/admin">
          {t('toBoard')}
        </a>
      </div>
    </div>
  );
}
