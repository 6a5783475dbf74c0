import { useShop } from '../../../features/shop/staff-shop';
import { useWords } from '../../../lib/i18n/use-words';
import { Waiting } from '../../../ui/base/waiting';
import css from '../admin.module.css';
import { SettingsNav } from './settings-nav';
import { ShopForm } from './shop-form';

export function SettingsPage() {
  const { t } = useWords('admin');
  const shop = useShop().data;
  if (!shop) return <Waiting lines={6} />;
  return (
    <>
      <h1 className={css.title}>{t('settingsTitle')}</h1>
      <SettingsNav />
      <ShopForm key={shop.version} shop={shop} />
    </>
  );
}
