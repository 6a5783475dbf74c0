import { useWords } from '../../../lib/i18n/use-words';
import { SubNav } from '../sub-nav';

export function ReportsNav() {
  const { t } = useWords('insight');
  return (
    <SubNav
      label={t('title')}
      pages={[
        { to: '/reports', name: t('tabs.reports') },
        { to: '/reports/what-if', name: t('tabs.whatIf') },
      ]}
    />
  );
}
