import { useWords } from '../../../lib/i18n/use-words';
import { useWorkplace } from '../../../lib/staff/workplace-context';
import { SubNav } from '../sub-nav';

export function SettingsNav() {
  const { t } = useWords('manage');
  const label = useWords('admin').t('nav.settings');
  const isOwner = useWorkplace().me.role === 'owner';
  return (
    <SubNav
      label={label}
      pages={[
        { to: '/settings', name: t('tabs.shop') },
        ...(isOwner ? [{ to: '/settings/payments', name: t('tabs.payments') }] : []),
        { to: '/settings/access', name: t('tabs.access') },
        { to: '/settings/activity', name: t('tabs.activity') },
      ]}
    />
  );
}
