import { ScreenLinkButton } from '../../features/devices/screen-link-button';
import { useShop } from '../../features/shop/staff-shop';
import { useWords } from '../../lib/i18n/use-words';
import { useWorkplace } from '../../lib/staff/workplace-context';
import { Section } from '../../ui/base/section';
import { Waiting } from '../../ui/base/waiting';
import { AccountsPanel } from './accounts-panel';
import css from './admin.module.css';
import { ShopForm } from './shop-form';
import { TokensPanel } from './tokens-panel';

export function SettingsPage() {
  const { t } = useWords('admin');
  const { me } = useWorkplace();
  const shop = useShop().data;
  if (!shop) return <Waiting lines={6} />;
  const isOwner = me.role === 'owner';
  return (
    <>
      <h1 className={css.title}>{t('settingsTitle')}</h1>
      <div className={css.columns}>
        <ShopForm key={shop.version} shop={shop} />
        <div className={css.form}>
          {isOwner && (
            <>
              <Section title={t('screensTitle')}>
                <p className={css.soft}>{t('screensHint')}</p>
                <ScreenLinkButton kind="lobby" label={t('lobby')} />
                <ScreenLinkButton kind="kiosk" label={t('kiosk')} />
              </Section>
              <TokensPanel region={shop} />
              <AccountsPanel />
            </>
          )}
        </div>
      </div>
    </>
  );
}
