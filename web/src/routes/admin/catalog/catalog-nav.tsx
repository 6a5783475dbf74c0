import { useWords } from '../../../lib/i18n/use-words';
import { SubNav } from '../sub-nav';

export function CatalogNav() {
  const { t } = useWords('manage');
  const label = useWords('admin').t('nav.catalog');
  return (
    <SubNav
      label={label}
      pages={[
        { to: '/catalog', name: t('tabs.services') },
        { to: '/catalog/promotions', name: t('tabs.promotions') },
        { to: '/catalog/gift-cards', name: t('tabs.values') },
      ]}
    />
  );
}
