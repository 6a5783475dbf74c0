import { useWords } from '../../../lib/i18n/use-words';
import { SubNav } from '../sub-nav';

export function BillsNav() {
  const { t } = useWords('books');
  const label = useWords('admin').t('nav.orders');
  return (
    <SubNav
      label={label}
      pages={[
        { to: '/orders', name: t('tabs.bills') },
        { to: '/orders/verify', name: t('tabs.verify') },
      ]}
    />
  );
}
