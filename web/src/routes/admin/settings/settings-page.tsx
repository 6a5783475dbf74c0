import { useState } from 'react';
import { useShop } from '../../../features/shop/staff-shop';
import { useWords } from '../../../lib/i18n/use-words';
import { Notice } from '../../../ui/base/notice';
import { Waiting } from '../../../ui/base/waiting';
import css from '../admin.module.css';
import { SettingsNav } from './settings-nav';
import { ShopForm } from './shop-form';

export function SettingsPage() {
  const { t } = useWords('admin');
  const shop = useShop().data;
  const [savedVersion, setSavedVersion] = useState<number | null>(null);
  if (!shop) return <Waiting lines={6} />;
  return (
    <>
      <h1 className={css.title}>{t('settingsTitle')}</h1>
      <SettingsNav />
      <ShopForm key={shop.version} shop={shop} onSaved={setSavedVersion} />
      {savedVersion === shop.version && <Notice kind="good">{t('saved')}</Notice>}
    </>
  );
}
