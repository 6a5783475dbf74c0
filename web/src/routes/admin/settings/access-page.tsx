import { ScreenLinkButton } from '../../../features/devices/screen-link-button';
import { useShop } from '../../../features/shop/staff-shop';
import { useWords } from '../../../lib/i18n/use-words';
import { useWorkplace } from '../../../lib/staff/workplace-context';
import { Section } from '../../../ui/base/section';
import { Waiting } from '../../../ui/base/waiting';
import css from '../admin.module.css';
import { AccountsPanel } from './accounts-panel';
import { PasswordPanel } from './password-panel';
import { SessionsPanel } from './sessions-panel';
import { SettingsNav } from './settings-nav';
import { TokensPanel } from './tokens-panel';

/** Who and what may come in. */
export function AccessPage() {
  const { t } = useWords('admin');
  const title = useWords('manage').t('tabs.access');
  const { me } = useWorkplace();
  const shop = useShop().data;
  if (!shop) return <Waiting lines={6} />;
  const isOwner = me.role === 'owner';
  return (
    <>
      <h1 className={css.title}>{title}</h1>
      <SettingsNav />
      <div className={css.columns}>
        {isOwner && (
          <>
            <Section title={t('screensTitle')}>
              <p className={css.soft}>{t('screensHint')}</p>
              <ScreenLinkButton kind="lobby" label={t('lobby')} />
              <ScreenLinkButton kind="kiosk" label={t('kiosk')} />
            </Section>
            <TokensPanel region={shop} />
            <AccountsPanel />
            <SessionsPanel region={shop} />
          </>
        )}
        <PasswordPanel />
      </div>
    </>
  );
}
